/** The API as the page asks it. */
import { keepPreviousData, QueryClient, useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import { download } from './save.ts';

const BASE = '/api/v1';
/** Before a stream that broke is asked for again, in milliseconds. */
const BREAK = 5000;

/** A refusal in the server's words. */
export class ApiError extends Error {
  readonly status: number;
  readonly remedy: string | undefined;

  constructor(status: number, detail: string, remedy?: string) {
    super(detail);
    this.status = status;
    this.remedy = remedy;
  }
}

const token = (): string | null => {
  try {
    return sessionStorage.getItem('token');
  } catch {
    return null;
  }
};

const headers = (): Record<string, string> => ((bearer) => (bearer ? { Authorization: `Bearer ${bearer}` } : {}) as Record<string, string>)(token());

/** Sends a request. Throws ApiError with what the server said. */
export async function ask<T>(path: string, { method = 'GET', body, signal }: { method?: string; body?: unknown; signal?: AbortSignal } = {}): Promise<T> {
  const answer = await fetch(BASE + path, {
    method, signal, headers: { ...headers(), ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (answer.ok) return (await answer.json()) as T;
  const said = (await answer.json().catch(() => ({}))) as { detail?: string; remedy?: string };
  throw new ApiError(answer.status, said.detail ?? `${answer.status} ${answer.statusText}`, said.remedy);
}

/** Saves a file that the API makes, under the name that it gives. Throws ApiError where there is none. */
export async function saved(path: string): Promise<void> {
  const answer = await fetch(BASE + path, { headers: headers() });
  if (!answer.ok) throw new ApiError(answer.status, answer.statusText);
  download(/filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'dragoman', await answer.blob());
}

/** Tells of each change of the ledger until it is stopped; comes back by itself after a break. */
export function listen(onChange: () => void): () => void {
  const stop = new AbortController();
  const follow = async (): Promise<void> => {
    const answer = await fetch(`${BASE}/stream`, { headers: headers(), signal: stop.signal });
    const reader = answer.ok ? answer.body?.pipeThrough(new TextDecoderStream()).getReader() : undefined;
    for (let kept = ''; reader;) {
      const { value, done } = await reader.read();
      if (done) break;
      const parts = (kept + value).split('\n\n');
      kept = parts.pop() ?? '';
      if (parts.some((part) => /^event: changed$/m.test(part))) onChange();
    }
  };
  const again = (): void => {
    void follow().catch(() => {}).then(() => {
      if (!stop.signal.aborted) setTimeout(again, BREAK);
    });
  };
  again();
  return () => stop.abort();
}

/** Sets the token that this page sends, as long as its window is open. */
export function setToken(value: string): void {
  try {
    sessionStorage.setItem('token', value);
  } catch {
    // Storage may be turned off; then the token is asked for again.
  }
}

export const client = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, refetchOnWindowFocus: false, retry: (times, error) => times < 2 && !(error instanceof ApiError && error.status < 500) } },
});

/** An address of the API with its query; empty values are left out. */
export function pathOf(path: string, query: Readonly<Record<string, string | number | readonly string[] | undefined>> = {}): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value as string | number | undefined]) if (one !== undefined && one !== '') words.append(name, String(one));
  }
  const asked = words.toString();
  return asked ? `${path}?${asked}` : path;
}

/** What stands at an address of the API; the answer before stays until the next is there. */
export const useApi = <T>(path: string | undefined) =>
  useQuery<T>({ queryKey: [path], queryFn: ({ signal }) => ask<T>(path as string, { signal }), enabled: path !== undefined, placeholderData: keepPreviousData });

export interface Rows<T> {
  rows: T[];
  next?: string;
  total?: number;
}

/** Pages of rows, one after the other. */
export const useRows = <T>(path: string) =>
  useInfiniteQuery<Rows<T>, Error, { pages: Rows<T>[] }, string[], string>({
    queryKey: ['rows', path], initialPageParam: '', getNextPageParam: ({ next }) => next, placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => ask<Rows<T>>(pageParam ? `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(pageParam)}` : path, { signal }),
  });
