/** The network of a window: who deals with whom, in what tone; a window that slides; blocs; one party's view; a path between two. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Link, useSearchParams } from 'wouter-preact';
import type { Network } from '../../../src/api/schemas/views.ts';
import { pathOf, useApi } from '../api.ts';
import { BlocEditor, blocColours } from '../network/blocs.tsx';
import { layOut } from '../network/layout.ts';
import type { Layout, LayoutNode, LayoutTie } from '../network/layout.ts';
import LayoutWorker from '../network/layout-worker.ts?worker';
import { pathBetween } from '../network/path.ts';
import { drawNetwork, radius } from '../network/picture.ts';
import type { Look, Picture } from '../network/picture.ts';
import { networkSvg } from '../network/svg.ts';
import { windowIn, WindowSlider } from '../network/window.tsx';
import { askedOf, changed } from '../parts/controls.tsx';
import { Dyad, Party, partyPath, useParties } from '../parts/parties.tsx';
import { PartyInput } from '../parts/party-input.tsx';
import { SaveRow } from '../parts/save-row.tsx';
import { Empty, EmptyLedger, Failed, Loading } from '../parts/states.tsx';
import { Typed } from '../parts/typed.tsx';
import { useTheme } from '../theme.ts';
import { useTitle } from '../title.ts';
import { useWords } from '../words.ts';

let worker: Worker | undefined, asked = 0;

/** So many parties are laid out at once, in less time than a worker takes to begin. */
const FEW = 120;

/** Lays out beside the page's own thread. */
function layOutAside(nodes: LayoutNode[], ties: LayoutTie[]): Promise<Layout> {
  const own = (worker ??= new LayoutWorker()), id = ++asked;
  return new Promise((resolve) => {
    const hear = ({ data }: MessageEvent<{ id: number; layout: Layout }>): void => {
      if (data.id !== id) return;
      own.removeEventListener('message', hear);
      resolve(data.layout);
    };
    own.addEventListener('message', hear);
    own.postMessage({ id, nodes, ties });
  });
}

/** The layout of a network; the one before it until it is there. */
function useLayout(network: Network | undefined): { network: Network; layout: Layout } | undefined {
  const [made, setMade] = useState<{ network: Network; layout: Layout }>();
  useEffect(() => {
    if (!network) return undefined;
    let stopped = false;
    const most = network.parties[0]?.acts ?? 1, mostActs = network.ties[0]?.acts ?? 1;
    const nodes = network.parties.map(({ code, acts }) => ({ code, size: radius(acts, most) })), ties = network.ties.map(({ a, b, acts }) => ({ a, b, pull: Math.sqrt(acts / mostActs) }));
    if (nodes.length <= FEW) setMade({ network, layout: layOut(nodes, ties) });
    else void layOutAside(nodes, ties).then((layout) => stopped || setMade({ network, layout }));
    return () => {
      stopped = true;
    };
  }, [network]);
  return made;
}

/** Where the camera stands, as the address has it: its middle, and how much of the picture it sees (1 for all). */
const CAMERA = /^(-?\d*\.?\d+),(-?\d*\.?\d+),(\d*\.?\d+)$/, WHOLE = '0.5,0.5,1';
const short = (value: number): string => String(Number(value.toFixed(3)));

interface DrawnProps {
  drawn: { network: Network; layout: Layout };
  look: Look;
  camera: string | undefined;
  onChoose: (code: string | undefined) => void;
  onCamera: (camera: string | undefined) => void;
}

function Drawn({ drawn, look, camera, onChoose, onCamera }: DrawnProps) {
  const { t } = useWords(), host = useRef<HTMLDivElement>(null), picture = useRef<Picture>(null), last = useRef({ drawn, look }), told = useRef({ onChoose, onCamera });
  told.current = { onChoose, onCamera };
  useEffect(() => {
    const made = drawNetwork(host.current as HTMLDivElement, drawn.network, drawn.layout, look, {
      choose: (code) => told.current.onChoose(code),
      rest() {
        const { x, y, ratio } = made.sigma.getCamera().getState(), at = [x, y, ratio].map(short).join();
        told.current.onCamera(at === WHOLE ? undefined : at);
      },
    });
    const [, x, y, ratio] = CAMERA.exec(camera ?? '') ?? [];
    if (x && y && ratio) made.sigma.getCamera().setState({ x: Number(x), y: Number(y), ratio: Number(ratio) });
    // for who measures it
    (host.current as HTMLDivElement & { picture?: Picture }).picture = made;
    picture.current = made;
    return () => made.kill();
  }, []);
  useEffect(() => {
    const before = last.current;
    last.current = { drawn, look };
    if (before.drawn !== drawn) picture.current?.show(drawn.network, drawn.layout, look);
    else if (before.look !== look) picture.current?.look(look);
  }, [drawn, look]);
  return (
    <div class="network-frame">
      <div class="network-canvas" ref={host} role="img" aria-label={t('network.about', { parties: drawn.network.parties.length, relations: drawn.network.ties.length })} />
      {camera && <button type="button" class="whole" onClick={() => void picture.current?.sigma.getCamera().animatedReset({ duration: 200 })}>{t('network.whole')}</button>}
    </div>
  );
}

export function NetworkView() {
  const words = useWords(), { t, number } = words, { name, rows } = useParties(), palette = useTheme(), [query, setQuery] = useSearchParams();
  const set = (change: Record<string, string | undefined>): void => setQuery((before) => changed(before, change), { replace: true });
  const shown = windowIn(query), found = useApi<Network>(pathOf('/network', { ...shown, ...askedOf(query, ['type', 'factuality', 'least', 'blocs']), limit: 20_000 }));
  const drawn = useLayout(found.data), ego = query.get('ego') ?? undefined, [a, b] = [query.get('a') ?? '', query.get('b') ?? ''];
  const code = (typed: string): string => rows.find((row) => row.code === typed.toUpperCase() || name(row.code).toLowerCase() === typed.toLowerCase())?.code ?? typed;
  const path = useMemo(() => (a && b && drawn ? pathBetween(drawn.network.ties, a, b) : undefined), [drawn, a, b]);
  const blocs = useMemo(() => blocColours(drawn?.network.parties ?? [], palette), [drawn, palette]);
  const look = useMemo((): Look => ({ palette, name, blocs, ...(ego && { ego }), ...(path && { path }) }), [palette, name, blocs, ego, path]);
  useTitle(t('nav.network'));
  const title = `${t('nav.network')} ${shown.from ?? ''} ${shown.to ?? ''}`;
  const own = ego === undefined ? drawn?.network.ties : drawn?.network.ties.filter((tie) => tie.a === ego || tie.b === ego);
  const table = () => (found.data?.ties ?? []).map((tie) => ({ a: tie.a, b: tie.b, happenings: tie.acts, tone: tie.tone, cooperation: tie.cooperation, conflict: tie.conflict }));
  return (
    <article class="network">
      <header class="front"><h1>{t('nav.network')}{ego && <> · {name(ego)}</>}</h1><p class="sum" role="status">{found.data && `${t('count.party', { n: found.data.parties.length })} · ${t('count.relation', { n: found.data.relations })}`}</p></header>
      <div class="controls">
        <label><span>{t('network.ego')}</span><PartyInput key={`ego ${ego}`} label={t('network.ego')} value={ego && name(ego)} onPick={(typed) => set({ ego: typed && code(typed) })} /></label>
        <label><span>{t('network.path')}</span><PartyInput key={`a ${a}`} label={t('network.path.from')} value={a && name(a)} onPick={(typed) => set({ a: typed && code(typed) })} /></label>
        <label><span>{t('filter.with')}</span><PartyInput key={`b ${b}`} label={t('network.path.to')} value={b && name(b)} onPick={(typed) => set({ b: typed && code(typed) })} /></label>
        <label><span>{t('network.least')}</span><Typed type="number" min="1" value={query.get('least') ?? '1'} aria-label={t('network.least')} onChange={(event) => set({ least: event.currentTarget.value === '1' ? undefined : event.currentTarget.value })} /></label>
        {(ego || a || b) && <button type="button" onClick={() => set({ ego: undefined, a: undefined, b: undefined })}>{t('clear')}</button>}
      </div>
      {found.error ? <Failed error={found.error} /> : !drawn ? <Loading /> : drawn.network.first === undefined ? <EmptyLedger /> : drawn.network.parties.length === 0 ? <Empty>{t('empty.window')}</Empty> : (
        <div class="stage">
          <Drawn drawn={drawn} look={look} camera={query.get('camera') ?? undefined} onCamera={(camera) => set({ camera })} onChoose={(chosen) => set({ ego: chosen === ego ? undefined : chosen, a: undefined, b: undefined })} />
          <aside>
            {a && b && <section class="block"><h2>{t('network.path')}</h2>{path ? <ol class="persons">{path.slice(1).map((to, i) => <li><Dyad a={path[i] as string} b={to} /></li>)}</ol> : <Empty>{t('network.nopath')}</Empty>}</section>}
            <section class="block">
              <h2>{ego ? <Link href={partyPath(ego)}>{name(ego)}</Link> : t('network.strongest')}</h2>
              <table class="plain"><tbody>{own?.slice(0, 14).map((tie) => <tr><td>{ego ? <Party code={tie.a === ego ? tie.b : tie.a} /> : <Dyad a={tie.a} b={tie.b} />}</td><td class="n">{number(tie.acts)}</td><td class={`n ${tie.tone < 0 ? 'cold' : 'warm'}`}>{number(tie.tone, 1)}</td></tr>)}</tbody></table>
            </section>
            <BlocEditor parties={drawn.network.parties} colours={blocs} value={query.get('blocs') ?? ''} onChange={(value) => set({ blocs: value || undefined })} />
          </aside>
        </div>
      )}
      <WindowSlider whole={found.data} shown={shown} onChange={set} />
      <p class="legend"><span class="key cold">{t('tone.conflict')}</span> <span class="key warm">{t('tone.cooperation')}</span> <span>{t('network.hint')}</span></p>
      <p class="figcaption">
        <SaveRow title={title} svg={() => (drawn ? networkSvg(drawn.network, drawn.layout, look) : null)} rows={table} />
      </p>
    </article>
  );
}
