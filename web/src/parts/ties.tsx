/** Standing ties by domain, each with the sentences that state it. */
import type { Tie } from '../../../src/api/schemas/facts.ts';
import { shown } from '../../../src/story/shown.ts';
import { useWords } from '../words.ts';
import { Dyad } from './parties.tsx';
import { Because } from './relation.tsx';
import { Empty } from './states.tsx';

export function TieGroups({ rows }: { rows: readonly Tie[] }) {
  const { t, term } = useWords();
  if (!rows.length) return <Empty>{t('party.noties')}</Empty>;
  const domains = Map.groupBy(rows, ({ domain }) => domain);
  return (
    <>
      {[...domains].map(([domain, own]) => (
        <div class="ties">
          <h3>{term('domain', domain)}</h3>
          <ul class="findings">
            {[...Map.groupBy(own, ({ a, b, tie }) => `${a}|${b}|${tie}`).values()].map((same) => {
              const [{ a, b, tie }] = same as [Tie];
              return (
                <li>
                  <strong><Dyad a={a} b={b} arrow={tie === 'alliance' || tie === 'dispute' ? '↔' : '→'} /></strong> {term('tie', tie)}
                  <Because most={2} events={same.map(({ id, evidence, story }) => ({ id, day: story?.date ?? '', type: '', source: a, target: b, factuality: '', evidence, ...(story && { story: story.hash, origin: [story.outlet && shown(story.outlet), story.date].filter(Boolean).join(', ') }) }))} />
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </>
  );
}
