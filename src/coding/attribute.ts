/** Whose word an act is: which of the speeches that cover it (or the accusation that states it) the text gives as its source. */
import { typeInfo } from '../ontology/plover.ts';
import type { Mention } from '../parties/mention.ts';
import type { Speech } from './attribution/types.ts';
import type { Argument, Scene } from './scene.ts';
import type { Trigger } from './triggers.ts';

export interface Voice {
  name: string;
  chain: string[];
  row: Float32Array;
}

/** An act as attribution sees it. */
export interface ActView {
  trigger: Trigger;
  source: Argument;
  target: Argument;
}

export const VOICE_FEATURES: string[] = [
  'direct', 'indirect', 'according', 'evidential', 'accusation', 'assert', 'deny', 'confirm', 'ask', 'think', 'warn or promise',
  'act of speech', 'speaker is source', 'speaker is target', 'speaker person is source person', 'unnamed', 'named person', 'outsider', 'cue is trigger', 'cue distance',
  'same sentence', 'nesting', 'speeches', 'trigger is verb', 'covered share', 'chain', 'source here', 'lang tr', 'lang en', 'lang ru', 'speaker party count', 'cue after',
];

/** How a text names a mention: its person, its body, or its words without case endings. */
export const nameOf = (scene: Scene, m: Mention): string => {
  if (m.person) return m.person;
  if (m.body) return m.body;
  const { doc } = scene;
  const words = doc.text.slice((doc.tokens[m.first] as { start: number }).start, (doc.tokens[m.last - 1] as { end: number }).end);
  return words.replace(/['’]\p{L}+$/u, '');
};

const rowOf = (scene: Scene, act: ActView, v: { speech?: Speech; speaker?: Mention; kind: string; stance: string; cue: number; sentence: number; name: string; nesting: number; total: number; chain: number }): Float32Array => {
  const { doc } = scene, { label } = act.trigger.entry, t = act.trigger;
  const parties = v.speaker?.parties ?? [];
  const flags = [
    v.kind === 'direct', v.kind === 'indirect', v.kind === 'according', v.kind === 'evidential', v.kind === 'accusation',
    v.stance === 'assert', v.stance === 'deny', v.stance === 'confirm', v.stance === 'ask', v.stance === 'think' || v.stance === 'hope', v.stance === 'warn' || v.stance === 'promise',
    label.is === 'event' && typeInfo(label.type).speech, parties.includes(act.source.party), parties.includes(act.target.party),
    v.speaker?.person !== undefined && v.speaker.person === act.source.person, v.name === 'unnamed', v.speaker?.person !== undefined, v.speaker?.outsider === true,
    v.cue === t.token || t.satellites.includes(v.cue),
  ];
  const covered = v.speech?.covers.reduce((n, c) => n + c.last - c.first, 0) ?? 0;
  return Float32Array.from([
    ...flags.map(Number), Math.min(60, Math.abs(v.cue - t.token)), Number(v.sentence === t.sentence), v.nesting, v.total, Number(t.entry.pos === 'v'), covered, v.chain,
    Number(act.source.origin === 'here'), Number(doc.lang === 'tr'), Number(doc.lang === 'en'), Number(doc.lang === 'ru'), parties.length, Number(v.cue > t.token),
  ]);
};

/** Every voice that may stand behind an act, innermost first; `accuser` is the act of accusation in whose content it stands. */
export const voicesOf = (scene: Scene, act: ActView, accuser?: ActView): Voice[] => {
  const { token } = act.trigger;
  const covering = (scene.covering[token] ?? [])
    .map((s) => ({ s, size: s.covers.reduce((n, c) => n + c.last - c.first, 0) }))
    .sort((a, b) => a.size - b.size)
    .map((x) => x.s);
  const total = covering.length + (accuser ? 1 : 0);
  const voices: Voice[] = covering.map((s, nesting) => {
    const { speaker, kind, stance, cue, sentence, name, chain } = s;
    return { name, chain, row: rowOf(scene, act, { speech: s, speaker, kind, stance, cue, sentence, name, nesting, total, chain: chain.length }) };
  });
  const m = accuser?.source.mention;
  if (accuser && m) {
    const name = nameOf(scene, m);
    voices.push({ name, chain: [name], row: rowOf(scene, act, { speech: undefined, speaker: m, kind: 'accusation', stance: 'assert', cue: accuser.trigger.token, sentence: accuser.trigger.sentence, name, nesting: 0, total, chain: 1 }) });
  }
  return voices;
};
