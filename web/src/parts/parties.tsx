/** Parties by name, everywhere the page shows one. */
import { createContext } from 'preact';
import type { ComponentChildren } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { PartyLine } from '../../../src/api/schemas/views.ts';
import { shown } from '../../../src/story/shown.ts';
import { useApi } from '../api.ts';
import type { Remark } from '../../../src/story/remark.ts';
import { useWords } from '../words.ts';

export interface Parties {
  /** Those of the record first. */
  rows: readonly PartyLine[];
  name(code: string): string;
  line(code: string): PartyLine | undefined;
}

const Context = createContext<Parties>({ rows: [], name: (code) => code, line: () => undefined });
export const useParties = (): Parties => useContext(Context);

export function PartiesProvider({ children }: { children: ComponentChildren }) {
  const { lang, t } = useWords(), { data } = useApi<{ rows: PartyLine[] }>('/parties');
  const parties = useMemo((): Parties => {
    const byCode = new Map((data?.rows ?? []).map((row) => [row.code, row]));
    return { rows: data?.rows ?? [], line: (code) => byCode.get(code), name: (code) => (code === 'UNKNOWN' ? t('party.unknown') : shown(byCode.get(code)?.names[lang] ?? code)) };
  }, [data, lang, t]);
  return <Context.Provider value={parties}>{children}</Context.Provider>;
}

/** Puts the program's remarks into the reader's language; `otherwise` is what stands where there is none. */
export function useSaying(): (remark: Remark | undefined, otherwise?: string) => string {
  const { say } = useWords(), { name } = useParties();
  return (remark, otherwise = '') => shown(remark ? say(remark, name) : otherwise);
}

export const partyPath = (code: string): string => `/party/${encodeURIComponent(code)}`;
export const relationPath = (a: string, b: string): string => `/relation/${encodeURIComponent(a)}/${encodeURIComponent(b)}`;

/** A party's name, leading to its view. */
export function Party({ code, plain = false }: { code: string; plain?: boolean }) {
  const { name } = useParties();
  return plain ? <bdi title={code}>{name(code)}</bdi> : <Link href={partyPath(code)} class="party" title={code}><bdi>{name(code)}</bdi></Link>;
}

/** Two parties, leading to their relation. */
export function Dyad({ a, b, arrow = '–' }: { a: string; b: string; arrow?: string }) {
  const { name } = useParties();
  if (a === b) return <Party code={a} />;
  return <Link href={relationPath(a, b)} class="dyad" title={`${a} ${arrow} ${b}`}><bdi>{name(a)}</bdi> <span class="arrow">{arrow}</span> <bdi>{name(b)}</bdi></Link>;
}
