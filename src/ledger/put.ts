/** A coding of a story, row by row, inside a transaction. */
import type { Kysely } from 'kysely';
import type { CodedStory, PersonRecord } from '../story/facts.ts';
import type { Span, Story } from '../story/story.ts';
import type { FactKind } from './filter.ts';
import { fold } from './fold.ts';
import { claimRow, eventRow, tieRow, trendRow } from './rows.ts';
import type { Place } from './rows.ts';
import type { Schema } from './schema.ts';
import type { FactOf } from './facts.ts';
import type { Writer } from './writer.ts';

/** Adds a story's own row and its words. Returns the row's id. */
export function addStory(db: Kysely<Schema>, tx: Writer, story: Story, lang: string, hash: string): number {
  const { date, text } = story, outlet = story.outlet ?? null, title = story.title ?? null, url = story.url ?? null;
  const { id } = tx.run(db.insertInto('story').values({
    hash, name: story.id, lang, date, outlet, outlet_folded: fold(outlet ?? ''), url, title, text,
  }));
  tx.run(db.insertInto('story_words').values({ rowid: id, title: fold(title ?? ''), text: fold(text) }));
  return id;
}

/** The row of a sentence of a story, made where it is missing. Throws where the evidence is not what stands at the span. */
export function sentenceRow(db: Kysely<Schema>, tx: Writer, storyId: number, text: string, { start, end }: Span, evidence: string): number {
  const stands = text.slice(start, end);
  if (stands !== evidence) throw new Error(`evidence is not the text from ${start} to ${end}`);
  const before = tx.one(db.selectFrom('sentence').where('story_id', '=', storyId).where('start', '=', start).where('end', '=', end).select('id'));
  if (before) return Number(before.id);
  const { id } = tx.run(db.insertInto('sentence').values({ story_id: storyId, start, end, text: stands }));
  tx.run(db.insertInto('sentence_words').values({ rowid: id, text: fold(stands) }));
  return id;
}

/** Adds one fact. Returns its row's id. */
export function addFact<K extends FactKind>(db: Kysely<Schema>, tx: Writer, kind: K, fact: FactOf[K], place: Place): number {
  switch (kind) {
    case 'event': return tx.run(db.insertInto('event').values(eventRow(fact as FactOf['event'], place))).id;
    case 'tie': return tx.run(db.insertInto('tie').values(tieRow(fact as FactOf['tie'], place))).id;
    case 'trend': return tx.run(db.insertInto('trend').values(trendRow(fact as FactOf['trend'], place))).id;
    default: {
      const claim = fact as FactOf['claim'], { id } = tx.run(db.insertInto('claim').values(claimRow(claim, place)));
      for (const party of new Set(claim.about)) tx.run(db.insertInto('claim_about').values({ party, claim_id: id }));
      return id;
    }
  }
}

function addPersons(db: Kysely<Schema>, tx: Writer, codingId: number, persons: readonly PersonRecord[]): void {
  for (const { names, country, role } of persons) {
    tx.run(db.insertInto('person').values({
      coding_id: codingId, name: names[0] ?? '', names: JSON.stringify(names), names_folded: [...new Set(names.map(fold))].join('\n'), country, role: role ?? null,
    }));
  }
}

/**
 * Makes a coder's facts of a story the ones that count, and adds them where they are not there yet (a coder that was used
 * before is asked for again where a newer one has been taken back). Returns the coding's id.
 */
export function addCoding(db: Kysely<Schema>, tx: Writer, storyId: number, story: Story, coded: CodedStory, coder: string): number {
  const before = tx.one(db.selectFrom('coding').where('story_id', '=', storyId).where('coder', '=', coder).select('id'));
  const codingId = before ? Number(before.id) : tx.run(db.insertInto('coding').values({ story_id: storyId, coder })).id;
  tx.run(db.insertInto('story_head').values({ story_id: storyId, coding_id: codingId })
    .onConflict((conflict) => conflict.column('story_id').doUpdateSet({ coding_id: codingId })));
  if (before) return codingId;

  addPersons(db, tx, codingId, coded.persons);
  const sentences = new Map<string, number>();
  const place = ({ start, end }: Span, evidence: string): Place => {
    const key = `${start}-${end}-${evidence}`;
    const sentence = sentences.get(key) ?? sentenceRow(db, tx, storyId, story.text, { start, end }, evidence);
    sentences.set(key, sentence);
    return { coding: codingId, sentence, published: story.date, persons: coded.persons };
  };
  for (const [kind, facts] of [['event', coded.events], ['claim', coded.claims], ['tie', coded.ties], ['trend', coded.trends]] as const) {
    for (const fact of facts) addFact(db, tx, kind, fact, place(fact.offsets.sentence, fact.evidence));
  }
  return codingId;
}
