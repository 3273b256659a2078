/** A chart by Observable Plot, in the page's colours, that can be taken away as SVG, PNG and CSV. */
import type * as Plot from '@observablehq/plot';
import { useEffect, useRef, useState } from 'preact/hooks';
import { saveAs, toCsv } from '../save.ts';
import { useTheme } from '../theme.ts';
import type { Palette } from '../theme.ts';
import { useWords } from '../words.ts';

type PlotModule = typeof Plot;

export interface Drawing {
  plot: PlotModule;
  width: number;
  palette: Palette;
}

interface ChartProps {
  title: string;
  /** What stands in the chart, in words, for who cannot see it. */
  describe: string;
  /** Draws; called again where the width, the theme or `of` changes. */
  draw: (drawing: Drawing) => (SVGSVGElement | HTMLElement) & Plot.Plot;
  of: readonly unknown[];
  rows: () => readonly Readonly<Record<string, string | number>>[];
  /** A period brushed on the x axis; undefined where the brush is put away. */
  onBrush?: (period: [Date, Date] | undefined) => void;
  compact?: boolean;
}

let loading: Promise<PlotModule> | undefined;
const load = (): Promise<PlotModule> => (loading ??= import('../plot.ts') as unknown as Promise<PlotModule>);

/** The least that is a brush and no click, in pixels. */
const LEAST = 6;

/** Lets a period be drawn over a chart with the pointer. */
function brushOver(host: HTMLElement, chart: Plot.Plot, onBrush: NonNullable<ChartProps['onBrush']>): () => void {
  const scale = chart.scale('x'), range = (scale?.range ?? [0, 0]) as number[], domain = (scale?.domain ?? []) as unknown as Date[];
  const area = document.createElement('div');
  area.className = 'brush';
  host.append(area);
  let start: number | undefined;
  const at = (event: PointerEvent): number => Math.min(range[1] as number, Math.max(range[0] as number, event.clientX - host.getBoundingClientRect().left));
  const day = (x: number): Date => new Date(Number(domain[0]) + ((x - (range[0] as number)) / ((range[1] as number) - (range[0] as number))) * (Number(domain[1]) - Number(domain[0])));
  const show = (a: number, b: number): void => {
    Object.assign(area.style, { left: `${Math.min(a, b)}px`, width: `${Math.abs(b - a)}px`, display: Math.abs(b - a) < LEAST ? 'none' : 'block' });
  };
  const down = (event: PointerEvent): void => {
    if (event.button === 0) start = at(event);
  };
  const move = (event: PointerEvent): void => {
    if (start !== undefined) show(start, at(event));
  };
  const up = (event: PointerEvent): void => {
    if (start === undefined) return;
    const end = at(event), [a, b] = [Math.min(start, end), Math.max(start, end)];
    start = undefined;
    area.style.display = 'none';
    if (b - a >= LEAST) onBrush([day(a), day(b)]);
  };
  host.addEventListener('pointerdown', down);
  addEventListener('pointermove', move);
  addEventListener('pointerup', up);
  return () => {
    area.remove();
    host.removeEventListener('pointerdown', down);
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', up);
  };
}

/** The drawing without its style element, which the page's policy would refuse (the page's own styles say the same), and without names of its parts: it is one picture, which its host describes. */
function bare(chart: Element): Element {
  for (const style of chart.querySelectorAll('style')) style.remove();
  for (const part of chart.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  return chart;
}

export function Chart({ title, describe, draw, of, rows, onBrush, compact = false }: ChartProps) {
  const { t } = useWords(), palette = useTheme(), host = useRef<HTMLDivElement>(null), [width, setWidth] = useState(0);
  useEffect(() => {
    const element = host.current as HTMLDivElement, watch = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (!width) return undefined;
    let off = (): void => {}, stopped = false;
    void load().then((plot) => {
      const element = host.current;
      if (stopped || !element) return;
      const chart = draw({ plot, width, palette });
      element.replaceChildren(bare(chart));
      if (onBrush) off = brushOver(element, chart, onBrush);
    });
    return () => {
      stopped = true;
      off();
    };
  }, [width, palette, ...of]);
  const svg = (): SVGSVGElement | null => host.current?.querySelector('svg') ?? null;
  return (
    <figure class={`chart${compact ? ' compact' : ''}`}>
      <div class={`canvas${onBrush ? ' brushed' : ''}`} ref={host} role="img" aria-label={`${title}. ${describe}`} />
      {!compact && (
        <figcaption>
          <span class="quiet">{t('save')}:</span>{' '}
          <button type="button" onClick={() => void saveAs(title, 'svg', svg(), palette)}>SVG</button>
          <button type="button" onClick={() => void saveAs(title, 'png', svg(), palette)}>PNG</button>
          <button type="button" onClick={() => void saveAs(title, 'csv', toCsv(rows()), palette)}>CSV</button>
        </figcaption>
      )}
    </figure>
  );
}
