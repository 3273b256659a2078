/** Which phrase describes which name: before it, behind it, over a verb of being, or from farther off. */
import type { NameSpan } from './names.ts';
import { addressAt } from './names.ts';
import type { Phrase, Scene } from './phrase.ts';
import { nameFrom } from './phrase.ts';
import { reach } from './reach.ts';
import { STAFF } from './role.ts';

const SAID = /^(?:said|told|announced|added|stated|confirmed|warned|stressed)$/;
/** Where somebody stands in a picture. */
const STANDS = new Set(['left', 'right', 'center', 'centre', 'second', 'third', 'from', 'far', 'top', 'bottom']);

/** "X, the head of Y," and "the Serbian foreign minister, X,": which phrase describes which name. */
export function findAppositions(scene: Scene, phrases: readonly Phrase[]): Map<Phrase, NameSpan> {
  const out = new Map<Phrase, NameSpan>();
  const { words } = scene;
  const lang = scene.doc.lang;
  const servants = lang === 'en' ? servantsOf(scene, phrases) : new Map<Phrase, Phrase>();
  const titled = new Set(phrases.flatMap((p) => (p.name && p.owners.length ? [p.name] : [])));
  for (const phrase of phrases) {
    const servant = servants.get(phrase);
    if (servant && phrase.name) {
      const after = words[phrase.last]?.key === ',' ? nameFrom(scene, phrase.last + 1) : undefined;
      const stop = after && words[after.last];
      if (after && after.keys.length > 1 && (!stop || !stop.word) && !out.has(servant)) out.set(servant, after);
    }
    if (phrase.name || phrase.plural || phrase.cls === 'body' || phrase.cls === 'force') continue;
    const above = lang === 'en' && phrase.cls === 'office' && phrase.owners.length ? nameAbove(scene, phrase) : undefined;
    if (above) {
      out.set(phrase, above);
      continue;
    }
    let left = phrase.first - 1;
    if (lang === 'en' && words[left] && /^(?:the|a|an|his|her|its|their)$/.test(words[left].key)) left--;
    const possessor = phrase.possessorName;
    if (possessor && possessor.last === phrase.first) left = possessor.first - 1;
    const mark = words[left]?.key;
    // "X, second from left, the negotiator"
    if (lang === 'en' && words[left]?.key === ',' && STANDS.has(words[left - 1]?.key ?? '')) {
      let k = left - 1;
      while (STANDS.has(words[k]?.key ?? '')) k--;
      if (words[k]?.key === ',' && scene.nameOver[k - 1]) left = k;
    }
    // "X, P.C., administrator of ...": letters behind a name
    if (lang === 'en' && words[left]?.key === ',' && words[left - 1]?.cap === 2 && words[left - 1].form.length <= 4 && words[left - 2]?.key === ',' && scene.nameOver[left - 3]) left -= 2;
    const before = scene.nameOver[left - 1];
    // "the Saudi minister, Prince X, the Yemeni minister, Y": a title between names is that of the next where the first has his own
    const next = lang === 'en' && words[phrase.last]?.key === ',' && phrase.headItem.suffix === '' ? nameFrom(scene, phrase.last + 1) ?? phrases.find((p) => p.first === phrase.last + 1 && p.cls === 'office' && p.owners.length === 0)?.name : undefined;
    if (next && phrase.cls === 'office' && phrase.owners.length && words[next.first].sentence === words[phrase.first].sentence
      && (!before || before.last !== left || mark !== ',' || titled.has(before) || [...out.values()].includes(before)) && (words[next.last] === undefined || !words[next.last]!.word || words[next.last]!.key === 'and')) {
      out.set(phrase, next);
      continue;
    }
    const dashed = mark === '—' || mark === '–' || mark === '(';
    // "the Prime Minister of Dominica, Hon X, the Secretary-General, Mr Y": titles that lead up to a form of address.
    const close = words[phrase.last]?.key === '(' && words[phrase.last + 2]?.key === ')' ? phrase.last + 3 : phrase.last;
    const told = lang === 'en' && words[close]?.key === ',' && addressAt(words, close + 1) > 0 ? nameFrom(scene, close + 1) : undefined;
    // "X, President of Namibia, His Excellency Y, President of Botswana": each title stands behind its name
    const behind = told !== undefined && before !== undefined && before.last === left && mark === ',' && words[told.last]?.key === ','
      && phrases.some((p) => p.first > told.last && p.first - told.last <= 2 && p.cls === 'office');
    if (told && !behind && words[told.first].sentence === words[phrase.first].sentence && phrase.headItem.suffix === '') {
      out.set(phrase, told);
      continue;
    }
    if (lang === 'en' && mark !== ',') {
      const subject = copulaSubject(scene, left);
      if (subject) {
        out.set(phrase, subject);
        continue;
      }
    }
    if (lang !== 'tr' && before && before.last === left && (mark === ',' || dashed) && words[left].sentence === words[phrase.first].sentence && before.suffix === '') {
      out.set(phrase, before);
      continue;
    }
    if (lang === 'tr' && before && before.last === left && mark === '(') out.set(phrase, before);
    const comma = words[phrase.last]?.key;
    const after = scene.nameAt.get(phrase.last + 1);
    if (lang !== 'tr' && comma === ',' && after && words[phrase.last].sentence === words[phrase.first].sentence && after.first === phrase.last + 1 && phrase.headItem.suffix === '') {
      const stop = words[after.last]?.key;
      // "the Ghanaian minister, X said": of a name not heard before
      const fresh = phrase.owners.length > 0 && after.keys.length > 1 && after.full.length === 0 && SAID.test(stop ?? '') && ![...scene.nameAt.values()].some((n) => n.first < after.first && n.keys[n.keys.length - 1] === after.keys[after.keys.length - 1]);
      if ((fresh || stop === ',' || stop === '.' || stop === '—' || stop === ';' || stop === undefined || after.last >= words.length) && (phrase.article !== 'a' || phrase.cls !== 'people')) out.set(phrase, after);
    }
    const far = out.has(phrase) || possessor ? undefined : reach(scene, phrase);
    if (far) {
      out.set(phrase, far.name);
      if (far.owner && phrase.owners.length === 0) phrase.owners.push(far.owner);
    }
  }
  // "The special assistant to the president on trade, X": the name behind is the assistant's
  for (const [master, servant] of servants) {
    const name = out.get(master);
    if (!name || name.first < master.first) continue;
    out.delete(master);
    if (!servant.name && !out.has(servant)) out.set(servant, name);
  }
  return out;
}

/** A list's entry over two lines: "Her Excellency X" above "Ambassador of Austria". */
function nameAbove(scene: Scene, phrase: Phrase): NameSpan | undefined {
  const { words } = scene, at = words[phrase.first - 1]?.key === 'the' ? phrase.first - 1 : phrase.first;
  const name = scene.nameOver[at - 1];
  if (!name || name.last !== at || words[at - 1].sentence === words[at].sentence) return undefined;
  let first = name.first;
  while (first > 0 && words[first - 1].sentence === words[name.first].sentence) first--;
  return first === name.first || first + addressAt(words, first) === name.first ? name : undefined;
}

/** "A spokesman for President X", "an aide to the prime minister": who stands right behind for whom, by the one served. */
function servantsOf(scene: Scene, phrases: readonly Phrase[]): Map<Phrase, Phrase> {
  const { words } = scene, out = new Map<Phrase, Phrase>();
  for (let i = 1; i < phrases.length; i++) {
    const servant = phrases[i - 1] as Phrase, master = phrases[i] as Phrase;
    if (servant.cls !== 'office' || master.cls !== 'office' || servant.name || !STAFF.test(servant.role) || !/^(?:for|to|of)$/.test(words[servant.last]?.key ?? '')) continue;
    const between = words.slice(servant.last + 1, master.first);
    if (between.length <= 1 && between.every((w) => w.key === 'the') && words[servant.first].sentence === words[master.first].sentence) out.set(master, servant);
  }
  return out;
}

/** "X is the ...", "X, who was the ...", "X serves as ...": the name before a verb of being at a word. */
function copulaSubject(scene: Scene, at: number): NameSpan | undefined {
  const { words } = scene;
  let i = at;
  if (words[i]?.key === 'as' && /^serve[sd]$/.test(words[i - 1]?.key ?? '')) i--;
  else if (words[i]?.key !== 'is' && words[i]?.key !== 'was' && words[i]?.key !== 'as') return undefined;
  i--;
  if (/^(?:also|currently|concurrently|previously|once)$/.test(words[i]?.key ?? '')) i--;
  if (words[i]?.key === 'who') i--;
  if (words[i]?.key === ',') i--;
  const name = scene.nameOver[i];
  return name && name.last === i + 1 && name.suffix === '' && name.keys.length > 1 && words[i].sentence === words[at].sentence ? name : undefined;
}
