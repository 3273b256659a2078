/**
 * Centralities on graphs of up to 2,000 parties and 100,000 weighted ties: betweenness (unweighted, and weighted with ways
 * as long as the sum of one over the weights) on one thread and on all, constraint, current flow; beside them, in the same
 * run, graphology-metrics and, where some python3 has it, igraph (C, one thread). All must agree to 1e-9.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { UndirectedGraph } from 'graphology';
import { betweenness } from '../../src/relations/betweenness.ts';
import type { betweennessInWorkers } from '../../src/relations/betweenness-workers.ts';
import { constraints } from '../../src/relations/constraint.ts';
import { flowBetween } from '../../src/relations/flow.ts';
import { networkOf } from '../../src/relations/network.ts';
import type { Network } from '../../src/relations/network.ts';

/** CommonJS, without types that ES modules could use. */
const graphologyBetweenness = createRequire(import.meta.url)('graphology-metrics/centrality/betweenness') as (graph: UndirectedGraph, options: { getEdgeWeight: string | null; normalized: boolean }) => Record<string, number>;

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const SIZES = [[500, 25_000], [1000, 50_000], [2000, 100_000]] as const;
const ROUNDS = 3;

/** Numbers from 0 to 1, always the same ones. */
let state = 12_345;
const random = (): number => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32);

function drawn(parties: number, ties: number): [number, number, number][] {
  const found = new Map<number, [number, number, number]>();
  while (found.size < ties) {
    const a = Math.floor(random() * parties), b = Math.floor(random() * parties);
    if (a !== b) found.set(Math.min(a, b) * parties + Math.max(a, b), [Math.min(a, b), Math.max(a, b), 1 + Math.floor(random() * 50)]);
  }
  return [...found.values()];
}

interface Best<T> {
  seconds: number;
  /** CPU time, which a busy machine stretches less. */
  cpu: number;
  value: T;
}

/** The best of some rounds, in seconds, and what came of it. */
async function best<T>(work: () => T | Promise<T>, rounds = ROUNDS): Promise<Best<T>> {
  let seconds = Number.POSITIVE_INFINITY, cpu = Number.POSITIVE_INFINITY, value: T | undefined;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now(), before = process.cpuUsage();
    value = await work();
    const { user, system } = process.cpuUsage(before);
    seconds = Math.min(seconds, (performance.now() - start) / 1000);
    cpu = Math.min(cpu, (user + system) / 1e6);
  }
  return { seconds, cpu, value: value as T };
}

const IGRAPH = `
import sys, time, json
try:
    import igraph
except ImportError:
    sys.exit(3)
n, ties = json.load(sys.stdin)
g = igraph.Graph(n=n, edges=[(a, b) for a, b, w in ties]); weights = [w for a, b, w in ties]; lengths = [1 / w for w in weights]
def best(f):
    wall = cpu = 1e9
    for _ in range(${ROUNDS}):
        t, c = time.perf_counter(), time.process_time(); v = f(); wall = min(wall, time.perf_counter() - t); cpu = min(cpu, time.process_time() - c)
    return {"seconds": wall, "cpu": cpu, "value": v}
print(json.dumps({"version": igraph.__version__, "plain": best(lambda: g.betweenness()), "weighted": best(lambda: g.betweenness(weights=lengths)), "constraint": best(lambda: g.constraint(weights=weights))}))
`;
interface Igraph {
  version: string;
  plain: Best<number[]>;
  weighted: Best<number[]>;
  constraint: Best<number[]>;
}

function igraph(parties: number, ties: readonly [number, number, number][]): Igraph | undefined {
  for (const python of ['python3', '/usr/bin/python3']) {
    const { status, stdout } = spawnSync(python, ['-c', IGRAPH], { input: JSON.stringify([parties, ties]), encoding: 'utf8', maxBuffer: 1 << 28 });
    if (status === 0) return JSON.parse(stdout) as Igraph;
  }
  return undefined;
}

const apart = (a: ArrayLike<number>, b: ArrayLike<number>): number => Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]) / Math.max(1, Math.abs(b[i]))), 0);
const line = (what: string, { seconds, cpu }: Omit<Best<unknown>, 'value'>, more = ''): void => print(`  ${what.padEnd(44)} ${seconds.toFixed(3).padStart(8)} s  (CPU ${cpu.toFixed(3)})${more}`);
const check = (found: ArrayLike<number>, wanted: ArrayLike<number>): string => {
  const most = apart(found, wanted);
  if (most > 1e-9) throw new Error(`differs by ${most}`);
  return '  (equal to 1e-9)';
};

const root = fileURLToPath(new URL('../..', import.meta.url));
// threads run from dist/
((await import(`${root}scripts/compile.mjs`)) as { compile: (how: { quiet: boolean }) => boolean }).compile({ quiet: true });
const { betweennessInWorkers: inWorkers } = (await import(`${root}dist/relations/betweenness-workers.js`)) as { betweennessInWorkers: typeof betweennessInWorkers };

/** Prints how long each takes, and how that grows with parties and ties alike. */
export async function graphs(): Promise<void> {
  const taken = new Map<string, number[]>();
  const own = (what: string, found: Omit<Best<unknown>, 'value'>, more?: string): void => {
    line(what, found, more);
    taken.set(what, [...(taken.get(what) ?? []), found.seconds]);
  };
  for (const [parties, ties] of SIZES) {
    const list = drawn(parties, ties), name = (i: number): string => String(i).padStart(5, '0');
    const network = networkOf(list.map(([a, b, weight]) => ({ a: name(a), b: name(b), weight })));
    print(`${parties} parties, ${ties} ties`);
    const plain = await best(() => betweenness(network, false)), weighted = await best(() => betweenness(network, true)), constraint = await best(() => constraints(network));
    own('betweenness, one thread', plain);
    own('betweenness, weighted, one thread', weighted);
    for (const [what, isWeighted, one] of [['betweenness', false, plain], ['betweenness, weighted', true, weighted]] as const) {
      const many = await best(() => inWorkers(network, isWeighted));
      own(`${what}, ${availableParallelism()} threads`, many, check(many.value, one.value));
    }
    own('constraint', constraint);
    own('current flow between two parties', await best(() => flowBetween(network, 0, parties - 1)));
    if (parties === SIZES.at(-1)?.[0]) await others(list, name, network, { plain, weighted, constraint });
  }
  const [, before, last] = SIZES.map(([parties]) => parties) as [number, number, number];
  print(`From ${before} to ${last} parties, with twice the ties, times as long:`);
  for (const [what, seconds] of taken) print(`  ${what.padEnd(44)} ${((seconds[2] as number) / (seconds[1] as number)).toFixed(1).padStart(8)}`);
}

/** What others need for the same graph, and whether they find the same. */
async function others(list: readonly [number, number, number][], name: (i: number) => string, network: Network, own: Record<'plain' | 'weighted' | 'constraint', Best<Float64Array>>): Promise<void> {
  const graph = new UndirectedGraph();
  for (const party of network.parties) graph.addNode(party);
  for (const [a, b, weight] of list) graph.addEdge(name(a), name(b), { weight, length: 1 / weight });
  const { plain, weighted, constraint } = own, theirs = await best(() => graphologyBetweenness(graph, { getEdgeWeight: null, normalized: false }), 1);
  line('graphology-metrics: betweenness', theirs, check(network.parties.map((party) => theirs.value[party]), plain.value));
  const theirsWeighted = await best(() => graphologyBetweenness(graph, { getEdgeWeight: 'length', normalized: false }), 1);
  line('graphology-metrics: betweenness, weighted', theirsWeighted, `  (differs by ${apart(network.parties.map((party) => theirsWeighted.value[party]), weighted.value).toExponential(1)}: it tells ways of one length apart by their rounding)`);
  const c = igraph(network.parties.length, list);
  if (!c) {
    print('  no python3 here has igraph');
    return;
  }
  line(`igraph ${c.version} (C): betweenness`, c.plain, check(plain.value, c.plain.value));
  line(`igraph ${c.version} (C): betweenness, weighted`, c.weighted, check(weighted.value, c.weighted.value));
  line(`igraph ${c.version} (C): constraint`, c.constraint, check(constraint.value, c.constraint.value));
}
