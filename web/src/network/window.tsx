/** The window of time that a network shows: as long as is chosen, slid along the record, or played through it. */
import { useEffect, useState } from 'preact/hooks';
import type { Network } from '../../../src/api/schemas/views.ts';
import { useWords } from '../words.ts';
import type { Key } from '../words.ts';

export interface Shown {
  from?: string;
  to?: string;
}

/** Lengths in months. */
const LENGTHS = [1, 3, 12, 36, 120] as const;
const PAUSE = 900;

const month = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7) || 1) - 1;
const name = (index: number): string => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;

/** The window that the address gives; undefined ends are the record's. */
export const windowIn = (query: URLSearchParams): Shown => ({ ...(query.get('from') && { from: query.get('from') as string }), ...(query.get('to') && { to: query.get('to') as string }) });

export function WindowSlider({ whole, shown, onChange }: { whole: Network | undefined; shown: Shown; onChange: (change: Record<string, string | undefined>) => void }) {
  const { t, day } = useWords(), [playing, setPlaying] = useState(false);
  const first = whole?.first ? month(whole.first) : 0, last = whole?.last ? month(whole.last) : 0;
  const length = shown.from && shown.to ? month(shown.to) - month(shown.from) + 1 : undefined, end = shown.to ? month(shown.to) : last;
  const slide = (to: number, months: number): void => onChange({ from: name(Math.max(first, to - months + 1)), to: name(to) });
  const next = Math.min(last, end + Math.max(1, Math.round((length ?? 12) / 4)));
  useEffect(() => {
    if (!playing) return undefined;
    if (length === undefined || end >= last) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => slide(next, length), PAUSE);
    return () => clearTimeout(timer);
  }, [playing, end, length]);
  if (!whole?.first || last <= first) return null;
  const play = (): void => {
    const months = length ?? Math.max(1, Math.min(12, Math.round((last - first) / 8)));
    if (!playing && (length === undefined || end >= last)) slide(Math.min(last, first + months - 1), months);
    setPlaying(!playing);
  };
  return (
    <div class="window" role="group" aria-label={t('network.window')}>
      <button type="button" onClick={play} aria-pressed={playing}>{t(playing ? 'network.pause' : 'network.play')}</button>
      <select aria-label={t('network.length')} value={length ?? ''} onChange={(event) => {
        const months = Number(event.currentTarget.value);
        if (months) slide(end, months);
        else onChange({ from: undefined, to: undefined });
      }}>
        <option value="">{t('period.all')}</option>
        {[...new Set([...LENGTHS, ...(length ? [length] : [])])].filter((months) => months <= last - first + 1).sort((a, b) => a - b).map((months) => <option value={months}>{months % 12 ? t('count.month', { n: months }) : t('count.year', { n: months / 12 })}</option>)}
      </select>
      <input type="range" min={first + (length ?? 1) - 1} max={last} value={end} disabled={length === undefined} aria-label={t('network.end' as Key)} aria-valuetext={day(name(end))} onInput={(event) => length && slide(Number(event.currentTarget.value), length)} />
      <output>{shown.from ? `${day(shown.from)} – ${day(shown.to ?? whole.last ?? '')}` : `${day(whole.first)} – ${day(whole.last ?? '')}`}</output>
    </div>
  );
}
