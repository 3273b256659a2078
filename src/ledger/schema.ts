/** The ledger's tables as Kysely sees them; the migrations are what makes them, and say what each is for. */
import type { Generated, GeneratedAlways } from 'kysely';
import type { ClaimKind, Direction, EventType, Factuality, Granularity, Mode, TieDomain, TieKind } from '../story/facts.ts';

export interface StoryTable {
  id: Generated<number>;
  hash: string;
  name: string;
  lang: string;
  date: string;
  outlet: string | null;
  outlet_folded: string;
  url: string | null;
  title: string | null;
  text: string;
  added: Generated<string>;
}

export interface CodingTable {
  id: Generated<number>;
  story_id: number;
  coder: string;
  added: Generated<string>;
}

export interface StoryHeadTable {
  story_id: number;
  coding_id: number;
}

export interface DatasetTable {
  id: Generated<number>;
  name: string;
  about: string | null;
  added: Generated<string>;
  format: Generated<string>;
  events: Generated<number>;
  refused_bytes: Generated<number>;
}

export interface CodedPartyTable {
  id: number;
  code: string;
}

export interface CodedCodeTable {
  id: number;
  code: string;
  type: EventType | null;
  mode: Mode | null;
}

export interface CodedActorTable {
  id: number;
  dataset_id: number;
  code: string;
  name: string;
}

export interface CodedPieceTable {
  id: Generated<number>;
  dataset_id: number;
  lead: string;
  bytes: number;
  hash: string;
  file: string;
  first_line: number;
  lines: number;
  first_n: number;
  events: number;
  repeated: number;
  without_party: number;
  refused: number;
}

export interface CodedIdTable {
  dataset_id: number;
  block: number;
  ids: ArrayBuffer;
}

export interface CodedSegmentTable {
  id: Generated<number>;
  dataset_id: number;
  year: number;
  level: number;
  first_n: number;
  last_n: number;
  first_day: number;
  last_day: number;
  events: number;
  typed: number;
  first_run: number;
  last_run: number;
}

export interface CodedRunTable {
  id: number;
  segment_id: number;
  a: number;
  b: number;
  events: number;
  columns: ArrayBuffer;
}

export interface CodedDaysTable {
  segment_id: number;
  columns: ArrayBuffer;
}

export interface CodedTotalTable {
  dataset_id: number;
  columns: ArrayBuffer;
}

export interface CodedCorrectedTable {
  id: number;
  dataset_id: number;
  source: number;
  target: number;
  day: number;
  code: number;
  ref: number;
}

export interface SentenceTable {
  id: Generated<number>;
  story_id: number;
  start: number;
  end: number;
  text: string;
}

export interface PersonTable {
  id: Generated<number>;
  coding_id: number;
  name: string;
  names: string;
  names_folded: string;
  country: string;
  role: string | null;
}

export interface EventTable {
  id: Generated<number>;
  coding_id: number | null;
  dataset_id: number | null;
  sentence_id: number | null;
  type: EventType;
  source: string;
  target: string;
  pair: GeneratedAlways<string>;
  source_person: string | null;
  target_person: string | null;
  mutual: number;
  from: string | null;
  to: string | null;
  granularity: Granularity | null;
  first_day: string;
  last_day: string;
  factuality: Factuality;
  attributed_to: string | null;
  speaker_folded: string;
  mode: Mode | null;
  recurring: number;
  precedent: string | null;
  place: string | null;
  detail: string | null;
  offsets: string | null;
  confidence: number;
}

export interface ClaimTable {
  id: Generated<number>;
  coding_id: number;
  sentence_id: number;
  speaker: string;
  speaker_folded: string;
  kind: ClaimKind;
  about: string;
  first_day: string;
  last_day: string;
  offsets: string;
  confidence: number;
}

export interface ClaimAboutTable {
  party: string;
  claim_id: number;
}

export interface TieTable {
  id: Generated<number>;
  coding_id: number;
  sentence_id: number;
  a: string;
  b: string;
  pair: GeneratedAlways<string>;
  domain: TieDomain;
  kind: TieKind;
  first_day: string;
  last_day: string;
  offsets: string;
  confidence: number;
}

export interface TrendTable {
  id: Generated<number>;
  coding_id: number;
  sentence_id: number;
  a: string;
  b: string;
  pair: GeneratedAlways<string>;
  direction: Direction;
  from: string | null;
  to: string | null;
  first_day: string;
  last_day: string;
  offsets: string;
  confidence: number;
}

export interface StoryWordsTable {
  rowid: number;
  title: string;
  text: string;
}

export interface SentenceWordsTable {
  rowid: number;
  text: string;
}

export interface CorrectionTable {
  id: Generated<number>;
  uid: string;
  kind: string;
  who: string;
  at: string;
  why: string;
  body: string;
  target: string | null;
}

export interface CorrectionStoryTable {
  story: string;
  correction_id: number;
}

export interface CorrectionFactTable {
  correction_id: number;
  n: number;
  kind: string;
  fact_id: number | null;
  fit: string;
}

export interface RevisionTable {
  kind: string;
  row_id: number;
  base_id: number;
  says: string;
}

export interface VerdictTable {
  kind: string;
  row_id: number;
  base_id: number;
  state: 'confirmed' | 'rejected' | 'replaced' | 'changed' | 'added' | 'withdrawn';
  hidden: number;
  conflict: number;
}

export interface PersonJoinedTable {
  name_folded: string;
  name: string;
  person: number;
}

export interface PersonApartTable {
  a_folded: string;
  b_folded: string;
}

export interface OutletTable {
  name: string;
  weight: number;
  label: string;
  who: string;
  at: string;
}

export interface TombstoneTable {
  hash: string;
  at: string;
  who: string;
  why: string;
}

export interface TokenTable {
  id: Generated<number>;
  hash: string;
  name: string;
  role: 'read' | 'correct' | 'admin';
  added: Generated<string>;
  revoked: string | null;
}

export interface WatchTable {
  id: Generated<number>;
  key: string;
  title: string;
  query: string;
  seen: Generated<number>;
  added: Generated<string>;
}

export interface StoryOriginTable {
  story: string;
  author: string | null;
  dated: string | null;
}

export interface StoryVersionTable {
  address: string;
  version: number;
  story: string;
  seen: Generated<string>;
}

export interface DocumentReadTable {
  digest: string;
  stories: string;
}

export interface FeedTable {
  id: Generated<number>;
  url: string;
  outlet: string | null;
  lang: string | null;
  watched: Generated<number>;
  etag: string | null;
  modified: string | null;
  failures: Generated<number>;
  due: Generated<number>;
  last_read: number | null;
  last_problem: string | null;
}

export interface FeedEntryTable {
  feed_id: number;
  key: string;
  mark: string;
  url: string | null;
  title: string | null;
  date: string | null;
  state: 'wait' | 'kept' | 'gone' | 'refused' | 'failed';
  tries: Generated<number>;
  looks: Generated<number>;
  etag: string | null;
  modified: string | null;
  due: number | null;
}

export interface HappeningTable {
  id: number;
  type: EventType;
  first_day: string;
  last_day: string;
  events: number;
  stories: number;
}

export interface HappeningEventTable {
  event_id: number;
  happening_id: number;
}

export interface HappeningCodingTable {
  coding_id: number;
}

export interface HappeningLinkTable {
  a: number;
  b: number;
  score: number;
}

export interface HappeningPastTable {
  pair: string;
  published: string;
  event_id: number;
}

export interface HappeningWordTable {
  a: number;
  b: number;
  together: number;
}

export interface StorySignatureTable {
  story_id: number;
  signature: Uint8Array;
}

export interface StoryBandTable {
  band: number;
  story_id: number;
}

export interface StoryCopyTable {
  story_id: number;
  original_id: number;
}

export interface Schema {
  story: StoryTable;
  coding: CodingTable;
  story_head: StoryHeadTable;
  dataset: DatasetTable;
  coded_party: CodedPartyTable;
  coded_code: CodedCodeTable;
  coded_actor: CodedActorTable;
  coded_piece: CodedPieceTable;
  coded_id: CodedIdTable;
  coded_segment: CodedSegmentTable;
  coded_run: CodedRunTable;
  coded_days: CodedDaysTable;
  coded_total: CodedTotalTable;
  coded_corrected: CodedCorrectedTable;
  sentence: SentenceTable;
  person: PersonTable;
  event: EventTable;
  claim: ClaimTable;
  claim_about: ClaimAboutTable;
  tie: TieTable;
  trend: TrendTable;
  story_words: StoryWordsTable;
  sentence_words: SentenceWordsTable;
  correction: CorrectionTable;
  correction_story: CorrectionStoryTable;
  correction_fact: CorrectionFactTable;
  revision: RevisionTable;
  verdict: VerdictTable;
  /** Views: facts that count, as corrected. */
  event_now: EventTable;
  claim_now: ClaimTable;
  tie_now: TieTable;
  trend_now: TrendTable;
  person_joined: PersonJoinedTable;
  person_apart: PersonApartTable;
  outlet: OutletTable;
  tombstone: TombstoneTable;
  token: TokenTable;
  watch: WatchTable;
  story_origin: StoryOriginTable;
  story_version: StoryVersionTable;
  document_read: DocumentReadTable;
  feed: FeedTable;
  feed_entry: FeedEntryTable;
  happening: HappeningTable;
  happening_event: HappeningEventTable;
  happening_coding: HappeningCodingTable;
  happening_link: HappeningLinkTable;
  happening_past: HappeningPastTable;
  happening_word: HappeningWordTable;
  story_signature: StorySignatureTable;
  story_band: StoryBandTable;
  story_copy: StoryCopyTable;
}
