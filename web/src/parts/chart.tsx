/** A chart by Observable Plot, in the page's colours, that can be taken away as SVG, PNG and CSV. */
import type * as Plot from '@observablehq/plot';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useTheme } from '../theme.ts';
import type { Palette } from '../theme.ts';
import { SaveRow } from './save-row.tsx';

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

/** Lets a period be drawn over a chart with the pointer, also while the chart is drawn anew. `drawn` gives the chart as it stands. */
function brushOver(host: HTMLElement, area: HTMLElement, drawn: () => Plot.Plot | undefined, onBrush: NonNullable<ChartProps['onBrush']>): () => void {
  const scale = () => drawn()?.scale('x');
  let start: number | undefined;
  const at = (event: PointerEvent): number => {
    const [low = 0, high = 0] = (scale()?.range ?? []) as number[];
    return Math.min(high, Math.max(low, event.clientX - host.getBoundingClientRect().left));
  };
  const day = (x: number): Date => {
    const { range = [0, 1], domain = [0, 0] } = (scale() ?? {}) as unknown as { range?: number[]; domain?: (Date | number)[] }, [low = 0, high = 1] = range;
    return new Date(Number(domain[0]) + ((x - low) / (high - low)) * (Number(domain[1]) - Number(domain[0])));
  };
  const show = (a: number, b: number): void => {
    Object.assign(area.style, { left: `${Math.min(a, b)}px`, width: `${Math.abs(b - a)}px`, display: Math.abs(b - a) < LEAST ? 'none' : 'block' });
  };
  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    start = at(event);
    // otherwise Plot pins its tip, and the press goes no further
    event.stopPropagation();
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
  host.addEventListener('pointerdown', down, true);
  addEventListener('pointermove', move);
  addEventListener('pointerup', up);
  return () => {
    host.removeEventListener('pointerdown', down, true);
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
  const palette = useTheme(), host = useRef<HTMLDivElement>(null), frame = useRef<HTMLDivElement>(null), area = useRef<HTMLDivElement>(null), drawn = useRef<Plot.Plot | null>(null), brush = useRef(onBrush), [width, setWidth] = useState(0);
  useEffect(() => {
    const element = host.current as HTMLDivElement, watch = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (!width) return undefined;
    let stopped = false;
    void load().then((plot) => {
      const element = host.current;
      if (stopped || !element) return;
      const chart = draw({ plot, width, palette });
      drawn.current = chart;
      element.replaceChildren(bare(chart));
    });
    return () => {
      stopped = true;
    };
  }, [width, palette, ...of]);
  brush.current = onBrush;
  useEffect(() => (brush.current ? brushOver(frame.current as HTMLDivElement, area.current as HTMLDivElement, () => drawn.current ?? undefined, (period) => brush.current?.(period)) : undefined), []);
  const svg = (): SVGSVGElement | null => host.current?.querySelector('svg') ?? null;
  return (
    <figure class={`chart${compact ? ' compact' : ''}`}>
      <div class={`canvas${onBrush ? ' brushed' : ''}`} ref={frame} role="img" aria-label={`${title}. ${describe}`}>
        <div class="drawing" ref={host} />
        {onBrush && <div class="brush" ref={area} />}
      </div>
      {!compact && (
        <figcaption>
          <SaveRow title={title} svg={svg} rows={rows} />
        </figcaption>
      )}
    </figure>
  );
}
