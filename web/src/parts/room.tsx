/** How much room a party has, and who takes it: each partner's share of its dealings beside its share of the constraint. */
import type { RoomAnswer } from '../../../src/answers/answer.ts';
import { useWords } from '../words.ts';
import type { Key } from '../words.ts';
import { Dyad, relationPath, useParties } from './parties.tsx';
import { Link } from 'wouter-preact';
import { Empty } from './states.tsx';

/** A share that leaves room for its name. */
const NAMED = 0.22;
const FIGURES = ['constraint', 'effectiveSize', 'efficiency', 'concentration', 'balance'] as const;

export function RoomParts({ answer: { room, parties: [self = ''] } }: { answer: RoomAnswer }) {
  const { t, number, term } = useWords(), { name } = useParties();
  if (!room || room.constraint === undefined) return <Empty>{t('room.thin')}{room?.thin && <span class="quiet"> ({room.thin})</span>}</Empty>;
  const { holds, blocs, triads } = room, most = Math.max(...holds.flatMap(({ share, holds: held }) => [share, held]), 0.001);
  return (
    <>
      <dl class="figures">
        {FIGURES.map((figure) => room[figure] !== undefined && <div title={t(`room.${figure}.about` as Key)}><dt>{t(`room.${figure}` as Key)}</dt><dd>{number(room[figure] as number, 2)}</dd></div>)}
      </dl>
      <p class="quiet">{t('room.about')}</p>
      <table class="plain holds">
        <thead><tr><th scope="col">{t('filter.party')}</th><th scope="col"><span class="key hold">{t('room.holds')}</span> <span class="key share">{t('room.share')}</span></th><th scope="col" class="n">{t('room.tone')}</th></tr></thead>
        <tbody>
          {holds.map(({ party, share, holds: held, tone, ties, bloc }) => (
            <tr>
              <td><Link class="party" href={relationPath(self, party)}><bdi>{name(party)}</bdi></Link> <span class="quiet">{bloc}{ties.length > 0 && ` · ${ties.map((domain) => term('domain', domain)).join(', ')}`}</span></td>
              <td class="bars"><span class="bar hold" style={{ width: `${(100 * held) / most}%` }} title={`${t('room.holds')} ${number(held * 100, 0)}%`} /><span class="bar share" style={{ width: `${(100 * share) / most}%` }} title={`${t('room.share')} ${number(share * 100, 0)}%`} /><span class="hidden">{number(held * 100, 0)}%, {number(share * 100, 0)}%</span></td>
              <td class={`n ${tone !== undefined && tone < 0 ? 'cold' : 'warm'}`}>{tone === undefined ? '' : number(tone, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{t('room.blocs')}</h3>
      <div class="stack" role="img" aria-label={blocs.map(({ bloc, share }) => `${bloc} ${number(share * 100, 0)}%`).join(', ')}>{blocs.map(({ bloc, share }) => <span style={{ flexGrow: share }} title={`${bloc} ${number(share * 100, 0)}%`}>{share >= NAMED && <><bdi>{bloc}</bdi> {number(share * 100, 0)}%</>}</span>)}</div>
      {blocs.some(({ share }) => share < NAMED) && <p class="numbers">{blocs.filter(({ share }) => share < NAMED).map(({ bloc, share }) => `${bloc} ${number(share * 100, 0)}%`).join(' · ')}</p>}
      {triads.known > 0 && (
        <>
          <h3>{t('room.triads')}</h3>
          <p>{t('room.triads.text', { balanced: triads.balanced, known: triads.known, expected: number(triads.expected, 1) })}</p>
          {triads.torn.length > 0 && <p class="quiet">{t('room.torn')}: {triads.torn.map(({ pair: [a, b] }, i) => <>{i > 0 && ', '}<Dyad a={a} b={b} /></>)}</p>}
        </>
      )}
    </>
  );
}
