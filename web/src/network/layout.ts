/** Lays a network out around the places of its parties. The same parties and ties give the same picture, on every machine. */
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';
import { placeOf } from './places.ts';

export interface LayoutNode {
  code: string;
  /** Radius in pixels at the scale of `SCALE` pixels a unit. */
  size: number;
}

export interface LayoutTie {
  a: string;
  b: string;
  /** How much the two draw each other, 0 to 1. */
  pull: number;
}

export type Layout = Map<string, { x: number; y: number }>;

interface Body extends SimulationNodeDatum {
  code: string;
  size: number;
  home: { x: number; y: number };
}

const SCALE = 600, STEPS = 140;
/** Places hold more than ties pull, so that a window that moves moves little. */
const HOLD = 0.16, PULL = 0.035;
/** The ties that shape the picture; the others follow. */
const SHAPING = 3000;

/** Positions in units of the picture, about -1 to 1. */
export function layOut(nodes: readonly LayoutNode[], ties: readonly LayoutTie[]): Layout {
  const bodies = [...nodes].sort((a, b) => (a.code < b.code ? -1 : 1)).map(({ code, size }): Body => {
    const { x, y } = placeOf(code), home = { x: x * SCALE, y: y * SCALE };
    return { code, size, home, ...home };
  });
  const shaping = [...ties].sort((x, y) => y.pull - x.pull || (x.a + x.b < y.a + y.b ? -1 : 1)).slice(0, SHAPING);
  const links: (SimulationLinkDatum<Body> & { pull: number })[] = shaping.map(({ a, b, pull }) => ({ source: a, target: b, pull }));
  forceSimulation(bodies).stop()
    .force('home-x', forceX<Body>(({ home }) => home.x).strength(HOLD)).force('home-y', forceY<Body>(({ home }) => home.y).strength(HOLD))
    .force('tie', forceLink<Body, (typeof links)[number]>(links).id(({ code }) => code).distance(60).strength(({ pull }) => PULL * pull))
    .force('apart', forceManyBody<Body>().strength(bodies.length > 600 ? -12 : -45).distanceMax(220))
    .force('room', forceCollide<Body>(({ size }) => size * 1.6 + 5).strength(0.7))
    .alphaDecay(1 - 0.001 ** (1 / STEPS)).tick(STEPS);
  return new Map(bodies.map(({ code, x = 0, y = 0 }) => [code, { x: x / SCALE, y: y / SCALE }]));
}
