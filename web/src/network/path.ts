/** The way from one party to another along the strongest contact. */
import Graph from 'graphology';
import { dijkstra } from 'graphology-shortest-path';
import type { NetworkTie } from '../../../src/api/schemas/views.ts';

/** Codes along the way, both ends included: the shorter a step, the more the two deal with each other. Undefined where there is none. */
export function pathBetween(ties: readonly NetworkTie[], from: string, to: string): string[] | undefined {
  const graph = new Graph({ type: 'undirected' });
  for (const { a, b, acts } of ties) graph.mergeEdge(a, b, { length: 1 / acts });
  if (!graph.hasNode(from) || !graph.hasNode(to)) return undefined;
  // the direct relation is what a reader has already; a way through others is what is asked for
  if (graph.hasEdge(from, to)) graph.dropEdge(from, to);
  return dijkstra.bidirectional(graph, from, to, 'length') ?? undefined;
}
