/** What stands where there is nothing to show: not yet, not at all, or because something failed. */
import type { ComponentChildren } from 'preact';
import { ApiError } from '../api.ts';
import { useTitle } from '../title.ts';
import { useWords } from '../words.ts';

export const Loading = () => <p class="loading" role="status">{useWords().t('loading')}</p>;

export const Empty = ({ children }: { children: ComponentChildren }) => <p class="empty">{children}</p>;

/** Says how the ledger is filled, where it holds nothing at all. */
export function EmptyLedger() {
  const { t } = useWords();
  return <Empty>{t('empty.ledger')} {t('empty.ledger.how')} <code>dragoman read stories.jsonl</code></Empty>;
}

/** `headed` where a heading says already that it failed. */
export function Failed({ error, again, headed = false }: { error: Error; again?: () => unknown; headed?: boolean }) {
  const { t } = useWords();
  return (
    <div class="failed" role="alert">
      <p>{!headed && <><strong>{t('failed')}.</strong> </>}{error.message}{error instanceof ApiError && error.remedy ? ` ${error.remedy}` : ''}</p>
      {again && <button type="button" onClick={() => void again()}>{t('retry')}</button>}
    </div>
  );
}

interface Asked<T> {
  data: T | undefined;
  error: Error | null;
  refetch: () => unknown;
}

/** What stands in place of a whole view that failed. */
function FailedView({ error, again }: { error: Error; again: () => unknown }) {
  const { t } = useWords();
  useTitle(t('failed'));
  return <><header class="front"><h1>{t('failed')}</h1></header><Failed headed error={error} again={again} /></>;
}

/** Shows an answer once it is there; `whole` where it is all of the view, heading and title with it. */
export function Await<T>({ of: { data, error, refetch }, whole = false, children }: { of: Asked<T>; whole?: boolean; children: (data: T) => ComponentChildren }) {
  if (data !== undefined) return <>{children(data)}</>;
  if (!error) return <Loading />;
  return whole ? <FailedView error={error} again={refetch} /> : <Failed error={error} again={refetch} />;
}
