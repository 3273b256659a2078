/** The network drawn by sigma: parties sized by contact, relations coloured by tone. */
import Graph from 'graphology';
import Sigma from 'sigma';
import { AbstractNodeProgram, EdgeLineProgram, EdgeRectangleProgram, NodePointProgram } from 'sigma/rendering';
import type { Settings } from 'sigma/settings';
import type { RenderParams } from 'sigma/types';
import type { Network } from '../../../src/api/schemas/views.ts';
import type { Palette } from '../theme.ts';
import { measuring, placeNames } from './labels.ts';
import type { Layout } from './layout.ts';

export interface Look {
  palette: Palette;
  name: (code: string) => string;
  /** The party whose relations stand out, and the parties of a path. */
  ego?: string;
  path?: readonly string[];
  /** Colours of blocs; parties of others are grey. */
  blocs: ReadonlyMap<string, string>;
}

export interface Picture {
  sigma: Sigma;
  /** Draws another network in its place; what is seen of it stays where it is. */
  show(network: Network, layout: Layout, look: Look): void;
  look(look: Look): void;
  kill(): void;
}

const LEAST = 3, MOST = 17;
/** So many parties, those with the most contact, may be named where there is room. */
const WEIGHED = 500;
/** Radius of a party by its happenings: the area goes with the number. */
export const radius = (acts: number, most: number): number => LEAST + (MOST - LEAST) * Math.sqrt(acts / Math.max(1, most));

/** Two hex colours mixed, `share` of the first. */
function mix(one: string, other: string, share: number): string {
  const parts = (colour: string): number[] => [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));
  const [a, b] = [parts(one), parts(other)];
  return `#${a.map((value, i) => Math.round(value * share + (b[i] as number) * (1 - share)).toString(16).padStart(2, '0')).join('')}`;
}

/** The colour of a tone, -10 to 10: grey where neither; fainter with less `weight` (0 to 1), so that many weak relations do not hide the strong ones. */
export function toneColour(tone: number, { coop, conflict, soft, paper }: Palette, weight = 1): string {
  const strength = Math.min(1, Math.abs(tone) / 4);
  return mix(mix(tone < 0 ? conflict : coop, soft, 0.25 + 0.75 * strength), paper, (0.55 + 0.35 * strength) * weight);
}

/** So many relations can all be drawn in full. */
const FEW = 150;
/** How much a relation stands out among the others of its picture. */
export const prominence = (acts: number, mostActs: number, relations: number): number => (relations <= FEW ? 1 : 0.1 + 0.9 * Math.sqrt(acts / Math.max(1, mostActs)));

/** So many relations, the strongest, are drawn with their thickness, the others as thin lines; where there are more, so many stay while the picture moves, and the others come back after so many milliseconds of rest. */
const THICK = 400, STAY = 120, REST = 200;
/** Names that are shown while a picture of many relations moves. */
const NAMES = 30;

/** Draws no party a second time under the pointer: its name on a plate stands beside its disc, which can be seen where it is. */
class NoDisc extends AbstractNodeProgram {
  override drawLabel = undefined;
  override drawHover = undefined;
  override reallocate(): void {}
  override process(): void {}
  override render(): void {}
  override kill(): void {}
}

/** A network as sigma takes it. */
function graphOf({ parties, ties }: Network, layout: Layout): Graph {
  const graph = new Graph({ type: 'undirected', multi: false }), most = parties[0]?.acts ?? 1, mostActs = ties[0]?.acts ?? 1;
  for (const { code, acts, bloc } of parties) graph.addNode(code, { ...(layout.get(code) ?? { x: 0, y: 0 }), size: radius(acts, most), acts, bloc });
  // weak ties first, so that strong ones lie above
  ties.toReversed().forEach(({ a, b, acts, tone }, i) => graph.addEdge(a, b, { size: 0.8 + 4.7 * Math.sqrt(acts / mostActs), tone, acts, weight: prominence(acts, mostActs, ties.length), type: ties.length <= THICK || i >= ties.length - STAY ? 'strong' : i < ties.length - THICK ? 'thin' : 'thick' }));
  return graph;
}

export interface Listener {
  /** A party was chosen, or none. */
  choose(code: string | undefined): void;
  /** The picture has come to rest after it was moved. */
  rest(): void;
}

/** Draws a network into an element. */
export function drawNetwork(host: HTMLElement, network: Network, layout: Layout, first: Look, listener: Listener): Picture {
  let graph = graphOf(network, layout), { parties } = network;
  let now = first, hovered: string | undefined, names: ReadonlyMap<string, number> | undefined, drawn: Sigma | undefined, moving = false, timer: ReturnType<typeof setTimeout> | undefined;
  const near = (code: string): boolean => {
    const centre = hovered ?? now.ego;
    return centre === undefined || code === centre || graph.areNeighbors(code, centre);
  };
  const onPath = (a: string, b: string): boolean => now.path?.some((code, i) => (code === a && now.path?.[i + 1] === b) || (code === b && now.path?.[i + 1] === a)) ?? false;
  const font = { labelFont: first.palette.sans, labelSize: 12.5, labelWeight: '500' }, widthOf = measuring(`${font.labelWeight} ${font.labelSize}px ${font.labelFont}`);
  /** Where names stand in the picture that is being drawn; nowhere while it is being made. */
  const placed = (): ReadonlyMap<string, number> => {
    const weighed = parties.slice(0, moving ? NAMES : WEIGHED).map(({ code }) => code), chosen = weighed.filter((code) => code === now.ego || code === hovered || now.path?.includes(code));
    return placeNames([...new Set([...chosen, ...weighed])].flatMap((code) => {
      const data = drawn?.getNodeDisplayData(code);
      return drawn && data?.label ? [{ code, ...drawn.framedGraphToViewport(data), radius: drawn.scaleSize(data.size), width: widthOf(data.label) }] : [];
    }), drawn?.getDimensions() ?? { width: 0, height: 0 });
  };
  // Each corner and each dot of a line costs a software renderer: while a picture of many relations moves, most of them wait, and so does the ground that tells the pointer's party.
  class Thin extends EdgeLineProgram {
    override render(params: RenderParams): void {
      if (!moving) super.render(params);
    }
  }
  class Thick extends EdgeRectangleProgram {
    override render(params: RenderParams): void {
      if (!moving) super.render(params);
    }
  }
  class Disc extends NodePointProgram {
    override render(params: RenderParams): void {
      const pick = this.pickProgram;
      if (moving) this.pickProgram = null;
      super.render(params);
      this.pickProgram = pick;
    }
  }
  // a small network needs one only: each takes a renderer some time to make
  const programs = { thin: Thin, thick: Thick, strong: EdgeRectangleProgram };
  const settings: Partial<Settings> = {
    ...font, edgeProgramClasses: graph.size > THICK ? programs : { strong: EdgeRectangleProgram }, defaultEdgeType: 'strong', nodeProgramClasses: { circle: Disc }, nodeHoverProgramClasses: { circle: NoDisc }, labelDensity: Infinity, labelRenderedSizeThreshold: 0,
    minEdgeThickness: 1.1, zIndex: true, renderEdgeLabels: false, hideEdgesOnMove: false, stagePadding: 36, minCameraRatio: 0.05, maxCameraRatio: 2, allowInvalidContainer: true,
    nodeReducer: (code, data) => {
      const { palette, name, blocs, path, ego } = now, chosen = code === ego || code === hovered || (path?.includes(code) ?? false), shown = path ? path.includes(code) : near(code);
      const colour = blocs.get(data['bloc'] as string) ?? palette.soft;
      return { ...data, label: shown || chosen ? name(code) : '', color: shown ? colour : mix(colour, palette.paper, 0.22), zIndex: shown ? 2 : 0, forceLabel: chosen, highlighted: false };
    },
    edgeReducer: (edge, data) => {
      const { palette, path, ego } = now, [a, b] = graph.extremities(edge), tone = data['tone'] as number, centre = hovered ?? ego;
      if (path) return onPath(a, b) ? { ...data, color: toneColour(tone, palette), zIndex: 3, size: Math.max(3, data['size'] as number) } : { ...data, hidden: true };
      if (centre !== undefined && a !== centre && b !== centre) return { ...data, hidden: true };
      return { ...data, color: toneColour(tone, palette, centre === undefined ? (data['weight'] as number) : 1), zIndex: data['acts'] as number };
    },
    defaultDrawNodeLabel: (context, data, { labelSize, labelFont, labelWeight }) => {
      const x = (names ??= placed()).get(data['key'] as string), y = data.y + labelSize / 3;
      if (x === undefined || typeof data.label !== 'string') return;
      context.font = `${labelWeight} ${labelSize}px ${labelFont}`;
      if (!moving) {
        // the ground's colour around the letters, so that they can be read over lines
        context.strokeStyle = now.palette.paper;
        context.lineWidth = 3;
        context.lineJoin = 'round';
        context.strokeText(data.label, x, y);
      }
      context.fillStyle = now.palette.ink;
      context.fillText(data.label, x, y);
    },
    // the name on a plate of the page's ground, under the pointer
    defaultDrawNodeHover: (context, data, { labelSize, labelFont }) => {
      if (typeof data.label !== 'string') return;
      context.font = `600 ${labelSize}px ${labelFont}`;
      const width = context.measureText(data.label).width;
      context.fillStyle = now.palette.raised;
      context.fillRect(data.x + data.size, data.y - labelSize * 0.85, width + 10, labelSize * 1.6);
      context.fillStyle = now.palette.ink;
      context.fillText(data.label, data.x + data.size + 4, data.y + labelSize / 3);
    },
  };
  // empty first: names need to know where discs are, and a renderer that is being made cannot tell
  const sigma = new Sigma(new Graph(), host, settings);
  drawn = sigma;
  sigma.on('beforeRender', () => {
    names = undefined;
  });
  sigma.setGraph(graph);
  sigma.getCamera().on('updated', () => {
    clearTimeout(timer);
    moving = graph.size > THICK;
    host.classList.toggle('moving', moving);
    timer = setTimeout(() => {
      if (moving) sigma.scheduleRender();
      moving = false;
      host.classList.remove('moving');
      listener.rest();
    }, REST);
  });
  sigma.on('enterNode', ({ node }) => {
    hovered = node;
    sigma.refresh({ skipIndexation: true });
  });
  sigma.on('leaveNode', () => {
    hovered = undefined;
    sigma.refresh({ skipIndexation: true });
  });
  sigma.on('clickNode', ({ node }) => listener.choose(node));
  sigma.on('clickStage', () => listener.choose(undefined));
  return {
    sigma,
    show(network, layout, look) {
      graph = graphOf(network, layout);
      ({ parties } = network);
      now = look;
      hovered = undefined;
      if (graph.size > THICK) sigma.setSetting('edgeProgramClasses', programs);
      sigma.setGraph(graph);
    },
    look(look) {
      now = look;
      sigma.refresh({ skipIndexation: true });
    },
    kill() {
      clearTimeout(timer);
      sigma.kill();
    },
  };
}
