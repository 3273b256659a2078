/** The relations of the record in a table: how much, in what tone; the way into each. */
import { createColumnHelper, createSortedRowModel, rowSortingFeature, sortFns, tableFeatures, useTable } from '@tanstack/preact-table';
import { useMemo, useState } from 'preact/hooks';
import { useLocation, useSearchParams } from 'wouter-preact';
import type { Network, NetworkTie } from '../../../src/api/schemas/views.ts';
import { pathOf, useApi } from '../api.ts';
import { askedOf, changed, Controls } from '../parts/controls.tsx';
import { Dyad, Party, relationPath, useParties } from '../parts/parties.tsx';
import { PartyInput } from '../parts/party-input.tsx';
import { Await, Empty, EmptyLedger } from '../parts/states.tsx';
import { useTitle } from '../title.ts';
import { useWords } from '../words.ts';
import type { Key } from '../words.ts';

const SHOWN = 400;
const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel(), sortFns });
const helper = createColumnHelper<typeof features, NetworkTie & { names: string }>();
const columns = helper.columns([
  helper.accessor('names', { id: 'who' }), helper.accessor('acts', { id: 'acts', sortDescFirst: true }), helper.accessor('tone', { id: 'tone' }),
  helper.accessor('cooperation', { id: 'cooperation', sortDescFirst: true }), helper.accessor('conflict', { id: 'conflict' }),
]);
const HEAD: Readonly<Record<string, Key>> = { who: 'search.relation', acts: 'col.acts', tone: 'room.tone', cooperation: 'tone.cooperation', conflict: 'tone.conflict' };

function Table({ ties }: { ties: readonly NetworkTie[] }) {
  const { t, number } = useWords(), { name } = useParties(), [query, setQuery] = useSearchParams(), sorted = query.get('sort') ?? '';
  const data = useMemo(() => ties.slice(0, SHOWN).map((tie) => ({ ...tie, names: `${name(tie.a)} ${name(tie.b)}` })), [ties, name]);
  // the order stands in the address: `tone`, or `-tone` for the other way round
  const sorting = useMemo(() => (sorted ? [{ id: sorted.replace(/^-/, ''), desc: sorted.startsWith('-') }].filter(({ id }) => id in HEAD) : []), [sorted]);
  const table = useTable({
    features, columns, data, state: { sorting },
    onSortingChange: (change) => setQuery((before) => changed(before, { sort: ((next) => next && `${next.desc ? '-' : ''}${next.id}`)((typeof change === 'function' ? change(sorting) : change)[0]) }), { replace: true }),
  });
  const most = Math.max(1, ...ties.map(({ cooperation, conflict }) => Math.max(cooperation, -conflict)));
  return (
    <table class="plain sortable">
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr>{group.headers.map((header) => {
            const sorted = header.column.getIsSorted();
            return <th scope="col" class={header.id === 'who' ? '' : 'n'} aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}><button type="button" onClick={header.column.getToggleSortingHandler()}>{t(HEAD[header.id] as Key)}<span aria-hidden="true">{sorted === 'asc' ? ' ↑' : sorted === 'desc' ? ' ↓' : ''}</span></button></th>;
          })}</tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map(({ original: { a, b, acts, tone, cooperation, conflict } }) => (
          <tr>
            <td><Dyad a={a} b={b} /></td><td class="n">{number(acts)}</td><td class={`n ${tone < 0 ? 'cold' : 'warm'}`}>{number(tone, 1)}</td>
            <td class="n bars"><span class="bar warm" style={{ width: `${(100 * cooperation) / most}%` }} />{number(cooperation, 0)}</td><td class="n bars"><span class="bar cold" style={{ width: `${(100 * -conflict) / most}%` }} />{number(Math.abs(conflict), 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function RelationsView() {
  const { t } = useWords(), [query] = useSearchParams(), [, go] = useLocation(), [first, setFirst] = useState(''), { rows, name } = useParties();
  const found = useApi<Network>(pathOf('/network', askedOf(query, ['from', 'to'])));
  useTitle(t('nav.relations'));
  const code = (typed: string): string => rows.find((row) => row.code === typed.toUpperCase() || name(row.code).toLowerCase() === typed.toLowerCase())?.code ?? typed;
  return (
    <>
      <header class="front"><h1>{t('nav.relations')}</h1>{found.data && <p class="sum">{t('count.relation', { n: found.data.relations })} · {t('count.party', { n: found.data.parties.length })}</p>}</header>
      <Controls parameters={[]}>
        <form class="pick" onSubmit={(event) => {
          event.preventDefault();
          const other = new FormData(event.currentTarget).get('other');
          if (first && typeof other === 'string' && other.trim()) go(relationPath(code(first), code(other.trim())));
        }}>
          <label><span>{t('filter.party')}</span><PartyInput label={t('filter.party')} onPick={setFirst} /></label>
          <label><span>{t('filter.with')}</span><PartyInput name="other" label={t('filter.with')} /></label>
          <button type="submit">{t('open')}</button>
        </form>
      </Controls>
      <Await of={found}>{({ ties, parties, first: begins }) => begins === undefined ? <EmptyLedger /> : ties.length === 0 ? <Empty>{t('empty.window')}</Empty> : (
        <div class="columns">
          <Table ties={ties} />
          <div class="side"><section class="block"><h2>{t('search.parties')}</h2><ol class="persons">{parties.slice(0, 40).map(({ code: one, acts }) => <li><Party code={one} /> <span class="quiet">{t('count.happening', { n: acts })}</span></li>)}</ol></section></div>
        </div>
      )}</Await>
    </>
  );
}
