/**
 * The record as FollowTheMoney entities, one a line, for Aleph and OpenSanctions: parties and persons, stories as articles,
 * acts as events with a link between the parties, memberships and other ties as links, claims as notes.
 * Schemata and properties: followthemoney.tech, model 4.
 */
import { createHash } from 'node:crypto';
import type { ClaimFact, EventFact, TieFact, TrendFact } from '../story/facts.ts';
import { describeEvent } from '../story/describe.ts';
import { alpha2 } from '../ontology/iso3166.ts';
import type { Recorded, StoryHead } from '../ledger/facts.ts';
import type { PartyLabels } from './coded.ts';

export interface Entity {
  id: string;
  schema: string;
  properties: Record<string, string[]>;
}

const idOf = (...parts: string[]): string => `dragoman-${createHash('sha1').update(parts.join('\0')).digest('hex')}`;
const LANGUAGES: Readonly<Record<string, string>> = { tr: 'tur', en: 'eng', ru: 'rus' };
const countryOf = (code: string): string | undefined => alpha2(code)?.toLowerCase();
const web = (url: string | undefined): string | undefined => (url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined);

/** Makes entities; each party, person and story is told once, before whatever points to it. */
export class EntityMaker {
  readonly #labels: PartyLabels;
  readonly #told = new Set<string>();

  constructor(labels: PartyLabels) {
    this.#labels = labels;
  }

  #make(id: string, schema: string, fields: Record<string, (string | undefined)[]>, out: Entity[]): string {
    if (this.#told.has(id)) return id;
    this.#told.add(id);
    const properties: Record<string, string[]> = {};
    for (const [name, values] of Object.entries(fields)) {
      const given = [...new Set(values.filter((value): value is string => value !== undefined && value.trim() !== ''))];
      if (given.length) properties[name] = given;
    }
    out.push({ id, schema, properties });
    return id;
  }

  #party(code: string, out: Entity[]): string {
    const kind = this.#labels.kind(code), country = countryOf(code), state = kind === 'state' || country !== undefined;
    return this.#make(idOf('party', code), state ? 'PublicBody' : 'Organization', {
      name: [this.#labels.name(code)], alias: [code], classification: [state ? 'state' : kind === 'group' ? 'non-state group' : kind], country: [country],
    }, out);
  }

  #person(name: string | undefined, party: string, out: Entity[]): string | undefined {
    return name === undefined ? undefined : this.#make(idOf('person', name, party), 'Person', { name: [name], country: [countryOf(party)] }, out);
  }

  #article(story: StoryHead | undefined, out: Entity[]): string | undefined {
    if (!story) return undefined;
    return this.#make(idOf('story', story.hash), 'Article', {
      fileName: [`${story.hash}.txt`], name: [story.title ?? story.id], title: [story.title], publishedAt: [story.date], date: [story.date], publisher: [story.outlet],
      sourceUrl: [web(story.url)], language: [LANGUAGES[story.lang]],
    }, out);
  }

  #sources(story: StoryHead | undefined, article: string | undefined): Record<string, (string | undefined)[]> {
    return { proof: [article], publisher: [story?.outlet], sourceUrl: [web(story?.url)] };
  }

  event({ id, story, fact }: Recorded<EventFact>): Entity[] {
    const out: Entity[] = [], source = this.#party(fact.source, out), target = this.#party(fact.target, out), article = this.#article(story, out);
    const persons = [this.#person(fact.source_person, fact.source, out), this.#person(fact.target_person, fact.target, out)];
    const { who, what, factuality } = describeEvent(fact), role = factuality ? `${what} (${factuality})` : what;
    const when = { startDate: [fact.from], endDate: [fact.to], date: [fact.from === undefined && fact.to === undefined ? story?.date : undefined] };
    const own = idOf('event', story?.hash ?? '', id);
    this.#make(own, 'Event', {
      name: [`${who}: ${role}`], description: [fact.evidence], involved: [source, target, ...persons], ...when, notes: [fact.attributed_to && `according to ${fact.attributed_to}`],
      keywords: [fact.type, fact.factuality], ...this.#sources(story, article),
    }, out);
    if (source !== target) this.#make(idOf('link', own), 'UnknownLink', { subject: [source], object: [target], role: [role], description: [fact.evidence], ...when, ...this.#sources(story, article) }, out);
    return out;
  }

  tie({ id, story, fact }: Recorded<TieFact>): Entity[] {
    const out: Entity[] = [], a = this.#party(fact.a, out), b = this.#party(fact.b, out), article = this.#article(story, out);
    if (a === b) return out;
    const kind = this.#labels.kind(fact.b), shared = { role: [`${fact.domain} ${fact.kind}`], description: [fact.evidence], date: [story?.date], ...this.#sources(story, article) };
    const own = idOf('tie', story?.hash ?? '', id);
    if (fact.kind === 'membership' && kind !== undefined && kind !== 'state') this.#make(own, 'Membership', { member: [a], organization: [b], ...shared }, out);
    else this.#make(own, 'UnknownLink', { subject: [a], object: [b], ...shared }, out);
    return out;
  }

  trend({ id, story, fact }: Recorded<TrendFact>): Entity[] {
    const out: Entity[] = [], a = this.#party(fact.a, out), b = this.#party(fact.b, out), article = this.#article(story, out);
    if (a === b) return out;
    this.#make(idOf('trend', story?.hash ?? '', id), 'UnknownLink', {
      subject: [a], object: [b], role: [`relation ${fact.direction}`], description: [fact.evidence], startDate: [fact.from], endDate: [fact.to], date: [story?.date], ...this.#sources(story, article),
    }, out);
    return out;
  }

  claim({ id, story, fact }: Recorded<ClaimFact>): Entity[] {
    const out: Entity[] = [], about = fact.about.map((code) => this.#party(code, out)), article = this.#article(story, out);
    this.#make(idOf('claim', story?.hash ?? '', id), 'Note', {
      name: [`${fact.speaker === 'unnamed' ? 'Unnamed speaker' : fact.speaker}: ${fact.kind}`], description: [fact.evidence], entity: about, keywords: [fact.kind], ...this.#sources(story, article),
    }, out);
    return out;
  }
}
