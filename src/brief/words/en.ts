/** What a brief says, in English. `{a:gen}` asks for a case where the language has them; `party:with` is "with" somebody. */
import type { Wording } from '../../story/remark.ts';

export const en = {
  'overview': 'Overview', 'changes': 'Changes', 'precedents': 'Precedents', 'claims': 'Claims side by side', 'ties': 'Standing ties', 'trends': 'What stories say of the trend', 'latest': 'Latest acts',
  'method': 'How the numbers were made', 'sources': 'Sources', 'with': 'With {party}', 'precedents.with': 'Precedents with {party}', 'period': '{from} to {to}', 'none': 'None.',

  'pair.none': 'The record holds nothing of the two in this window.',
  'pair.total': '{happenings} between {a} and {b}, told by {events}; cooperation {cooperation}, conflict {conflict}, mean tone {mean}.',
  'pair.types': 'By type: {list}.', 'type.n': '{type} {count}',
  'chart.tone': '{title}: net tone by {by}', 'chart.happenings': '{title}: happenings by {by}', 'unit.tone': 'summed Goldstein intensity', 'unit.happenings': 'happenings', 'chart.gap': 'a gap is silence', 'chart.dot': '· is silence',
  'by.day': 'day', 'by.week': 'week', 'by.month': 'month', 'by.quarter': 'quarter', 'by.year': 'year',

  'change': '{kind} from {day} (between {from} and {to}): {of} {before} to {after}, {strength} evidence, {n} and {happenings} on either side',
  'of.tone': 'mean tone', 'of.hostility': 'hostile acts {step}', 'of.contact': 'happenings {step}', 'step.day': 'a day', 'step.week': 'a week', 'step.month': 'a month', 'step.quarter': 'a quarter', 'step.year': 'a year',
  'thin': 'Too little to say: {why}.', 'thin.changes': 'Changes: too little to say ({why}).', 'steady': 'No change stands out from chance.',
  'now': '{what}: the present state has most likely lasted since {since}; the chance that it began on or after {recently} is {share} per cent', 'now.thin': '{what}: too little to say ({why})',
  'what.tone': 'Tone', 'what.hostility': 'Hostile acts', 'what.contact': 'Contact',
  'said': 'Stated: relations {direction}; the series {series}.', 'said.trend': '{a} – {b}: {direction}',

  'precedent.none': 'Nothing in the record.', 'precedent.record': 'The record begins on {day}; what is a first is a first since then.', 'precedent.last-seen': '{kind}: last seen {day}',
  'precedent.stated': 'stated: {what}', 'precedent.found': '{stated} ({type}, {day}): {verdict}: {why}',

  'claims.none': 'No claims in this window.', 'claims.when': 'When', 'claims.well': 'Takes it well', 'claims.ill': 'Takes it ill', 'claims.neither': 'Takes no side', 'claims.said': '{who} ({kind}): “{evidence}”', 'unnamed': 'unnamed',
  'tie': '{a} – {b}: {domain} {tie}',
  'act.forth': '{a} toward {b}: {what}', 'act.even': '{a} and {b}: {what}', 'act.mode': '{type} ({mode})', 'latest.none': 'None in this window.', 'dated': '{day}: {what}',

  'party.unknown': 'UNKNOWN',
  'party.total': '{acts} with {parties}.', 'party.with': { one: '{n} party', other: '{n} parties' },
  'party.room': 'Room for manoeuvre: constraint {constraint} over {partners}; {party} takes {share} per cent of it.', 'party.partners': { one: '{n} partner', other: '{n} partners' },
  'table.with': 'With', 'table.acts': 'Acts', 'table.by': 'By {party}', 'table.other': 'By the other',

  'method.counts': 'Counts and series are computed from all {events} of stories that "{asked}" lists, each happening once, as corrected; of those behind a change, the first few are cited.',
  'method.line': '{measure}: {source}.', 'source.story': 'story {hash}', 'source.title': '“{title}”', 'source.evidence': '“{evidence}”',
} as const satisfies Readonly<Record<string, Wording>>;

export type BriefKey = keyof typeof en;
