/** The cited brief on what is shown, as a file. */
import { useSearchParams } from 'wouter-preact';
import { pathOf, saved } from '../api.ts';
import { useWords } from '../words.ts';

export function BriefLinks({ a, b }: { a: string; b?: string }) {
  const { t, lang } = useWords(), [query] = useSearchParams();
  const address = (format: string): string => pathOf(`/brief/${encodeURIComponent(a)}`, { b, from: query.get('from') ?? undefined, to: query.get('to') ?? undefined, format, lang });
  return <>{(['html', 'md'] as const).map((format) => <button type="button" onClick={() => void saved(address(format))}>{t('brief')} {format.toUpperCase()}</button>)}</>;
}
