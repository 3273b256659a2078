/** How many sources tell of a happening on their own account. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { StoryHead } from '../facts.ts';
import { fold } from '../fold.ts';
import type { Schema } from '../schema.ts';
import type { Writer } from '../writer.ts';
import { among } from './tellings.ts';

/** A story's telling: where it stands, and whom it gives as its source. */
export interface Voice {
  story: StoryHead;
  attributed: readonly string[];
}

/** Stories that count as one source, by day of publication, and why where there are several. */
export interface Source {
  stories: StoryHead[];
  why: ('copies' | 'one outlet' | 'quotes the outlet')[];
  /** The weight that the user gave its outlets, the largest; 1 where none was given. */
  weight: number;
}

/**
 * Parts stories into sources: copies of one another are one, so are stories of one outlet, and one that gives another's
 * outlet as its source is no source of its own. First by day of publication, as are the stories of each.
 */
export function sourcesOf(db: Kysely<Schema>, tx: Writer, voices: readonly Voice[]): Source[] {
  const hashes = voices.map(({ story }) => story.hash);
  const copies = new Map(tx.all(db.selectFrom('story').innerJoin('story_copy', 'story_copy.story_id', 'story.id').where(sql<boolean>`story.hash in ${among(hashes)}`)
    .select(['story.hash', 'story_copy.original_id'])).map(({ hash, original_id }) => [hash, original_id]));
  const weights = new Map(tx.all(db.selectFrom('outlet').select(['name', 'weight'])).map(({ name, weight }) => [fold(name), weight]));
  const inOrder = [...voices].sort((a, b) => (`${a.story.date} ${a.story.hash}` < `${b.story.date} ${b.story.hash}` ? -1 : 1));
  const groups: { voices: Voice[]; why: Set<Source['why'][number]> }[] = [];
  const bond = (a: Voice, b: Voice): Source['why'][number] | undefined => {
    const original = copies.get(a.story.hash), [x, y] = [fold(a.story.outlet ?? ''), fold(b.story.outlet ?? '')];
    if (original !== undefined && original === copies.get(b.story.hash)) return 'copies';
    if (x !== '' && x === y) return 'one outlet';
    if ((y !== '' && a.attributed.some((name) => fold(name) === y)) || (x !== '' && b.attributed.some((name) => fold(name) === x))) return 'quotes the outlet';
    return undefined;
  };
  for (const voice of inOrder) {
    const joined = groups.filter((group) => {
      const whys = group.voices.map((other) => bond(voice, other)).filter((why) => why !== undefined);
      for (const why of whys) group.why.add(why);
      return whys.length > 0;
    });
    const [into] = joined;
    if (!into) {
      groups.push({ voices: [voice], why: new Set() });
      continue;
    }
    into.voices.push(voice);
    for (const other of joined.slice(1)) {
      into.voices.push(...other.voices);
      for (const why of other.why) into.why.add(why);
      groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups.map((group) => {
    const stories = inOrder.filter((voice) => group.voices.includes(voice)).map(({ story }) => story);
    return { stories, why: [...group.why].sort(), weight: Math.max(...stories.map(({ outlet }) => weights.get(fold(outlet ?? '')) ?? 1)) };
  });
}
