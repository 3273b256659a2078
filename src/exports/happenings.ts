/** Happenings as rows: one act each, with who told it first, how many told it on their own account, and where they differ. */
import type { Filter } from '../ledger/filter.ts';
import { happening, happenings } from '../ledger/happenings/view.ts';
import type { HappeningLine, HappeningRecord } from '../ledger/happenings/view.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { pagesOf } from './facts.ts';
import { integer, json, real, text } from './sheet.ts';
import type { Column } from './sheet.ts';

export interface HappeningRow extends HappeningLine {
  /** Sources that tell of it on their own account. */
  sources: number;
  /** The same, each with the weight that the user gave its outlets. */
  weight: number;
  differences: HappeningRecord['differences'];
  reports: { id: string; story?: string; outlet?: string }[];
}

export const HAPPENING_COLUMNS: readonly Column<HappeningRow>[] = [
  text('id', ({ id }) => id), text('type', ({ type }) => type), text('first_day', ({ firstDay }) => firstDay), text('last_day', ({ lastDay }) => lastDay), json('parties', ({ parties }) => parties),
  integer('events', ({ events }) => events), integer('stories', ({ stories }) => stories), integer('sources', ({ sources }) => sources), real('weight', ({ weight }) => weight),
  text('source', ({ first }) => first.fact.source), text('target', ({ first }) => first.fact.target), text('mode', ({ first }) => first.fact.mode), text('factuality', ({ first }) => first.fact.factuality),
  text('first_event', ({ first }) => first.id), text('first_told', ({ first }) => first.story?.date), text('first_outlet', ({ first }) => first.story?.outlet), text('first_story', ({ first }) => first.story?.hash),
  text('evidence', ({ first }) => first.fact.evidence), json('differences', ({ differences }) => (differences.length ? differences : undefined)), json('reports', ({ reports }) => reports),
];

/** All happenings that a filter leaves, oldest first. */
export async function* happeningPages(ledger: Ledger, filter: Filter): AsyncGenerator<readonly HappeningRow[]> {
  for await (const page of pagesOf((asked) => happenings(ledger, filter, asked))) {
    const rows: HappeningRow[] = [];
    for (const line of page) {
      const { sources, weight, differences, reports } = await happening(ledger, line.id);
      rows.push({
        ...line, sources: sources.length, weight, differences,
        reports: reports.map(({ id, story }) => ({ id, ...(story && { story: story.hash, ...(story.outlet && { outlet: story.outlet }) }) })),
      });
    }
    yield rows;
  }
}
