/** A form over a fact's fields, as the exchange format names them. */
import type { Fact } from '../../../src/api/schemas/facts.ts';
import { CLAIM_KINDS, DIRECTIONS, EVENT_TYPES, FACTUALITIES, MODES, TIE_DOMAINS, TIE_KINDS } from '../../../src/story/facts.ts';
import { PartyInput } from '../parts/party-input.tsx';
import { useParties } from '../parts/parties.tsx';
import type { Parties } from '../parts/parties.tsx';
import { useWords } from '../words.ts';
import type { Key } from '../words.ts';

type Kind = Fact['kind'];
interface Field {
  name: string;
  label: Key;
  sort: 'party' | 'parties' | 'choice' | 'text' | 'day';
  /** Of a choice: its vocabulary, and the group that its words are under. */
  values?: readonly string[];
  group?: string;
  needed?: true;
}

const party = (name: string, label: Key): Field => ({ name, label, sort: 'party', needed: true });
const choice = (name: string, label: Key, group: string, values: readonly string[], needed?: true): Field => ({ name, label, sort: 'choice', group, values, ...(needed && { needed }) });
const more = (name: string, label: Key, sort: 'text' | 'day' = 'text'): Field => ({ name, label, sort });

const FIELDS: Readonly<Record<Kind, readonly Field[]>> = {
  event: [
    choice('type', 'filter.type', 'type', EVENT_TYPES, true), choice('mode', 'field.mode', 'mode', MODES), party('source', 'role.source'), party('target', 'role.target'), choice('factuality', 'filter.factuality', 'factuality', FACTUALITIES, true),
    more('source_person', 'field.source_person'), more('target_person', 'field.target_person'), more('attributed_to', 'field.attributed_to'), more('from', 'filter.from', 'day'), more('to', 'filter.to', 'day'), more('place', 'fact.place'),
  ],
  claim: [choice('kind', 'filter.type', 'claim', CLAIM_KINDS, true), { name: 'speaker', label: 'role.speaker', sort: 'text', needed: true }, { name: 'about', label: 'field.about', sort: 'parties', needed: true }],
  tie: [party('a', 'filter.party'), party('b', 'filter.with'), choice('domain', 'field.domain', 'domain', TIE_DOMAINS, true), choice('kind', 'filter.type', 'tie', TIE_KINDS, true)],
  trend: [party('a', 'filter.party'), party('b', 'filter.with'), choice('direction', 'filter.type', 'direction', DIRECTIONS, true), more('from', 'filter.from', 'day'), more('to', 'filter.to', 'day')],
};

/** A fact's value of a field, as text; the API calls the kind of a claim or a tie by their names. */
function valueOf(fact: Fact | undefined, name: string): string {
  if (!fact) return '';
  if (name === 'kind') return fact.kind === 'claim' ? fact.claim : fact.kind === 'tie' ? fact.tie : '';
  const value = (fact as unknown as Record<string, unknown>)[name];
  return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';
}

/** The code of a party as it was typed. */
export const codeOf = (typed: string, { rows, name }: Parties): string =>
  rows.find(({ code, names }) => code === typed.toUpperCase() || name(code).toLowerCase() === typed.toLowerCase() || Object.values(names).some((one) => one.toLowerCase() === typed.toLowerCase()))?.code ?? typed.toUpperCase();

/** What a form says, where it differs from the fact; of a new fact, all of it. */
export function readFields(form: HTMLFormElement, kind: Kind, fact: Fact | undefined, parties: Parties): Record<string, unknown> {
  const given = new FormData(form), fields: Record<string, unknown> = {};
  for (const { name, sort } of FIELDS[kind]) {
    const typed = String(given.get(name) ?? '').trim(), before = valueOf(fact, name);
    const value = sort === 'party' && typed ? codeOf(typed, parties) : sort === 'parties' ? typed.split(',').map((one) => codeOf(one.trim(), parties)).filter(Boolean) : typed;
    if ((Array.isArray(value) ? value.join(', ') : value) === before) continue;
    if (value === '' || (Array.isArray(value) && !value.length)) {
      if (fact) fields[name] = null;
    } else fields[name] = value;
  }
  return fields;
}

export function FactFields({ kind, fact }: { kind: Kind; fact?: Fact }) {
  const { t, term } = useWords(), { name: nameOf } = useParties();
  return (
    <>
      {FIELDS[kind].map(({ name, label, sort, values = [], group = '', needed }) => {
        const value = valueOf(fact, name), text = t(label);
        return (
          <label key={name}><span>{text}</span>
            {sort === 'choice' ? <select name={name} aria-label={text}>{!needed && <option value="" />}{values.map((one) => <option value={one} selected={one === value}>{term(group, one)}</option>)}</select>
              : sort === 'party' ? <PartyInput name={name} label={text} value={value && nameOf(value)} />
                : <input name={name} aria-label={text} defaultValue={value} placeholder={sort === 'day' ? '2025-08-15' : sort === 'parties' ? 'BLR, USA' : ''} required={needed} autocomplete="off" />}
          </label>
        );
      })}
    </>
  );
}
