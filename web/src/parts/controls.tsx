/** What a view is narrowed by: a period, and the parameters that measures declare. All of it stands in the address. */
import type { ComponentChildren } from 'preact';
import { useSearchParams } from 'wouter-preact';
import type { Declaration, Parameter } from '../../../src/relations/declaration.ts';
import { useApi } from '../api.ts';
import { useWords } from '../words.ts';
import { Typed } from './typed.tsx';

interface Listed {
  name: string;
  measures: Declaration[];
}

/** The address's query with some of it changed; what is empty is left out. */
export function changed(query: URLSearchParams, change: Readonly<Record<string, string | undefined>>): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

/** A parameter, and the measure that first declares it. */
export type Asked = Parameter & { measure: string };

/** The parameters of some questions, each once. */
export function useParameters(...questions: string[]): Asked[] {
  const { data } = useApi<{ rows: Listed[] }>('/measures');
  const all = (data?.rows ?? []).filter(({ name }) => questions.includes(name)).flatMap(({ measures }) => measures.flatMap(({ name, parameters }) => parameters.map((parameter) => ({ ...parameter, measure: name }))));
  return [...new Map(all.toReversed().map((parameter) => [parameter.name, parameter])).values()].reverse();
}

function Field({ parameter, value, onChange }: { parameter: Asked; value: string; onChange: (value: string) => void }) {
  const { term } = useWords(), { name, about, measure } = parameter, label = term('param', name);
  return (
    <label title={term('about', `${measure}.${name}`, term('about', name, about))}>
      <span>{label}{'unit' in parameter && <span class="unit"> ({term('unit', parameter.unit)})</span>}</span>
      {'choices' in parameter
        ? <select aria-label={label} value={value || parameter.default} onChange={(event) => onChange(event.currentTarget.value === parameter.default ? '' : event.currentTarget.value)}>{parameter.choices.map((choice) => <option value={choice}>{term('choice', choice)}</option>)}</select>
        : <Typed type="number" aria-label={label} value={String(value || parameter.default)} min={parameter.least} max={parameter.most} step={parameter.whole ? 1 : 'any'} onChange={(event) => onChange(Number(event.currentTarget.value) === parameter.default ? '' : event.currentTarget.value)} />}
    </label>
  );
}

/** The controls of a view, and beside them what else it offers. */
export function Controls({ parameters, shown = [], children }: { parameters: readonly Asked[]; shown?: readonly string[]; children?: ComponentChildren }) {
  const { t } = useWords(), [query, setQuery] = useSearchParams();
  const set = (name: string, value: string): void => setQuery((before) => changed(before, { [name]: value.trim() }), { replace: true });
  const field = (parameter: Asked) => <Field key={parameter.name} parameter={parameter} value={query.get(parameter.name) ?? ''} onChange={(value) => set(parameter.name, value)} />;
  const first = parameters.filter(({ name }) => shown.includes(name)), rest = parameters.filter(({ name }) => !shown.includes(name)), period = query.has('from') || query.has('to');
  return (
    <div class="controls">
      <label><span>{t('filter.from')}</span><Typed value={query.get('from') ?? ''} placeholder="2020-01" aria-label={t('filter.from')} onChange={(event) => set('from', event.currentTarget.value)} /></label>
      <label><span>{t('filter.to')}</span><Typed value={query.get('to') ?? ''} placeholder="2025" aria-label={t('filter.to')} onChange={(event) => set('to', event.currentTarget.value)} /></label>
      {period && <button type="button" onClick={() => setQuery((before) => changed(before, { from: undefined, to: undefined }), { replace: true })}>{t('period.all')}</button>}
      {first.map(field)}
      {children}
      {rest.length > 0 && <details class="parameters"><summary>{t('parameters')}</summary><div>{rest.map(field)}</div></details>}
    </div>
  );
}

/** The part of the address that the API is asked with as it stands. */
export const askedOf = (query: URLSearchParams, names: readonly string[]): Record<string, string | undefined> =>
  Object.fromEntries(names.map((name) => [name, query.get(name) ?? undefined]));
