/** The API as the page asks it. */
import { keepPreviousData, QueryClient, useInfiniteQuery, useQuery } from '@tanstack/preact-query';

const BASE = '/api/v1';

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

/** Sends a request. Throws ApiError with what the server said. */
export async function ask<T>(path: string, { method = 'GET', body, signal }: { method?: string; body?: unknown; signal?: AbortSignal } = {}): Promise<T> {
  const bearer = token();
  const answer = await fetch(BASE + path, {
    method, signal, headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...(bearer && { Authorization: `Bearer ${bearer}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (answer.ok) return (await answer.json()) as T;
  const said = (await answer.json().catch(() => ({}))) as { detail?: string; remedy?: string };
  throw new ApiError(answer.status, said.detail ?? `${answer.status} ${answer.statusText}`, said.remedy);
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
