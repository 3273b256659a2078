/** How much room a party has, and who takes it: each partner's share of its dealings beside its share of the constraint. */
import type { RoomAnswer } from '../../../src/answers/answer.ts';
import { useWords } from '../words.ts';
import type { Key } from '../words.ts';
import { Dyad, relationPath, useParties, useSaying } from './parties.tsx';
import { Link } from 'wouter-preact';
import { SaveRow } from './save-row.tsx';
import { Empty } from './states.tsx';
import { bars } from '../svg.ts';
import { useTheme } from '../theme.ts';

/** A share that leaves room for its name. */
const NAMED = 0.22;
const FIGURES = ['constraint', 'effectiveSize', 'efficiency', 'concentration', 'balance'] as const;

export function RoomParts({ answer: { room, parties: [self = ''] } }: { answer: RoomAnswer }) {
  const { t, number, percent, term } = useWords(), { name } = useParties(), saying = useSaying(), palette = useTheme();
  if (!room || room.constraint === undefined) return <Empty>{t('room.thin')}{room?.thin && <span class="quiet"> ({saying(room.lack, room.thin)})</span>}</Empty>;
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
              <td><Link class="party" href={relationPath(self, party)}><bdi>{name(party)}</bdi></Link> <span class="quiet">{term('bloc', bloc)}{ties.length > 0 && ` · ${ties.map((domain) => term('domain', domain)).join(', ')}`}</span></td>
              <td class="bars"><span class="bar hold" style={{ width: `${(100 * held) / most}%` }} title={`${t('room.holds')} ${percent(held)}`} /><span class="bar share" style={{ width: `${(100 * share) / most}%` }} title={`${t('room.share')} ${percent(share)}`} /><span class="hidden">{percent(held)}, {percent(share)}</span></td>
              <td class={`n ${tone !== undefined && tone < 0 ? 'cold' : 'warm'}`}>{tone === undefined ? '' : number(tone, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="figcaption"><SaveRow title={`${name(self)} ${t('party.room')}`} svg={() => bars(holds.map(({ party, share, holds: held }) => ({ title: name(party), values: [held, share] })), [t('room.holds'), t('room.share')], palette)} rows={() => holds.map(({ party, share, holds: held, tone, bloc }) => ({ party, bloc, holds: held, share, tone: tone ?? '' }))} /></p>
      <h3>{t('room.blocs')}</h3>
      <div class="stack" role="img" aria-label={blocs.map(({ bloc, share }) => `${term('bloc', bloc)} ${percent(share)}`).join(', ')}>{blocs.map(({ bloc, share }) => <span style={{ flexGrow: share }} title={`${term('bloc', bloc)} ${percent(share)}`}>{share >= NAMED && <><bdi>{term('bloc', bloc)}</bdi> {percent(share)}</>}</span>)}</div>
      {blocs.some(({ share }) => share < NAMED) && <p class="numbers">{blocs.filter(({ share }) => share < NAMED).map(({ bloc, share }) => `${term('bloc', bloc)} ${percent(share)}`).join(' · ')}</p>}
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
