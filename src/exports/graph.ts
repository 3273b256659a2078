/** Who dealt with whom as a graph for Gephi and its kin: GraphML and GEXF. */
import { EVENT_TYPES } from '../story/facts.ts';
import { typeInfo } from '../ontology/plover.ts';
import type { Dyad } from '../ledger/record.ts';
import type { PartyLabels } from './coded.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// eslint-disable-next-line no-control-regex
const xml = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (c) => ESCAPES[c] as string);

interface Attribute<R> {
  id: string;
  type: { graphml: string; gexf: string };
  of(row: R): string | number;
}

const INTEGER = { graphml: 'int', gexf: 'integer' }, TEXT = { graphml: 'string', gexf: 'string' };
const sum = (dyad: Dyad, quad: 'cooperation' | 'conflict'): number =>
  EVENT_TYPES.reduce((total, type, i) => total + (typeInfo(type).quad.endsWith(quad) ? (dyad.counts[i] as number) : 0), 0);

const EDGE: readonly Attribute<Dyad>[] = [
  { id: 'events', type: INTEGER, of: ({ total }) => total },
  { id: 'cooperation', type: INTEGER, of: (dyad) => sum(dyad, 'cooperation') }, { id: 'conflict', type: INTEGER, of: (dyad) => sum(dyad, 'conflict') },
  ...EVENT_TYPES.map((type, i): Attribute<Dyad> => ({ id: type.toLowerCase(), type: INTEGER, of: ({ counts }) => counts[i] as number })),
];

function nodesOf(dyads: readonly Dyad[], labels: PartyLabels): { code: string; label: string; kind: string }[] {
  const codes = [...new Set(dyads.flatMap(({ source, target }) => [source, target]))].sort();
  return codes.map((code) => ({ code, label: labels.name(code), kind: labels.kind(code) ?? 'unknown' }));
}

/** A directed graph as GraphML 1.0; an edge a dyad, with its events by type, `weight` all of them. */
export function* graphml(dyads: readonly Dyad[], labels: PartyLabels): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
  <key id="label" for="node" attr.name="label" attr.type="string"/>
  <key id="kind" for="node" attr.name="kind" attr.type="string"/>
  <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
${EDGE.map(({ id, type }) => `  <key id="${id}" for="edge" attr.name="${id}" attr.type="${type.graphml}"/>`).join('\n')}
  <graph id="ledger" edgedefault="directed">
`;
  for (const { code, label, kind } of nodesOf(dyads, labels)) yield `    <node id="${xml(code)}"><data key="label">${xml(label)}</data><data key="kind">${xml(kind)}</data></node>\n`;
  for (const dyad of dyads) {
    const data = EDGE.map(({ id, of }) => `<data key="${id}">${of(dyad)}</data>`).join('');
    yield `    <edge id="${xml(`${dyad.source}-${dyad.target}`)}" source="${xml(dyad.source)}" target="${xml(dyad.target)}"><data key="weight">${dyad.total}</data>${data}</edge>\n`;
  }
  yield '  </graph>\n</graphml>\n';
}

/** The same as GEXF 1.3. */
export function* gexf(dyads: readonly Dyad[], labels: PartyLabels): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <meta><creator>Dragoman</creator><description>Who dealt with whom</description></meta>
  <graph defaultedgetype="directed" mode="static">
    <attributes class="node"><attribute id="kind" title="kind" type="${TEXT.gexf}"/></attributes>
    <attributes class="edge">
${EDGE.map(({ id, type }) => `      <attribute id="${id}" title="${id}" type="${type.gexf}"/>`).join('\n')}
    </attributes>
    <nodes>
`;
  for (const { code, label, kind } of nodesOf(dyads, labels)) yield `      <node id="${xml(code)}" label="${xml(label)}"><attvalues><attvalue for="kind" value="${xml(kind)}"/></attvalues></node>\n`;
  yield '    </nodes>\n    <edges>\n';
  for (const dyad of dyads) {
    const values = EDGE.map(({ id, of }) => `<attvalue for="${id}" value="${of(dyad)}"/>`).join('');
    yield `      <edge id="${xml(`${dyad.source}-${dyad.target}`)}" source="${xml(dyad.source)}" target="${xml(dyad.target)}" weight="${dyad.total}"><attvalues>${values}</attvalues></edge>\n`;
  }
  yield '    </edges>\n  </graph>\n</gexf>\n';
}
