/** Stored stories read anew by the coder at hand: an administrator begins it, sees how far it has come, and may stop it. */
import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { Recoding } from '../../../src/api/schemas/recoding.ts';
import type { LedgerSummary } from '../../../src/api/schemas/views.ts';
import { shown } from '../../../src/story/shown.ts';
import { ask, useApi } from '../api.ts';
import { Failed } from '../parts/states.tsx';
import { useWords } from '../words.ts';

/** While a run goes on it is asked after so often, in milliseconds. */
const OFTEN = 1000;

export function Anew() {
  const { t, term } = useWords(), ledger = useApi<LedgerSummary>('/ledger'), [refused, setRefused] = useState<Error>();
  const { data, refetch } = useQuery<Recoding>({
    queryKey: ['recode'], queryFn: ({ signal }) => ask<Recoding>('/recode', { signal }), enabled: ledger.data?.role === 'admin', staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.run?.state === 'running' ? OFTEN : false),
  });
  if (!data?.available) return null;
  const { stale, run } = data, running = run?.state === 'running';
  const send = async (method: 'POST' | 'DELETE'): Promise<void> => {
    setRefused(undefined);
    await ask('/recode', { method, ...(method === 'POST' && { body: {} }) }).catch((error: unknown) => setRefused(error as Error));
    await refetch();
  };
  return (
    <section class="block">
      <h2>{t('recode')}</h2>
      <p>{stale || running ? t('recode.stale', { n: stale }) : t('recode.none')}</p>
      {run && (
        <p role="status">{term('recode', run.state)} {t('recode.progress', { done: run.done, of: run.of })}{running && <> <progress value={run.done} max={run.of || 1} aria-label={t('recode')} /></>}
          {run.failed > 0 && <> {t('recode.failures', { n: run.failed })}</>}{run.problems.length > 0 && <span class="quiet"> {run.problems.map(shown).join(' ')}</span>}
        </p>
      )}
      {refused && <Failed error={refused} />}
      {(running || stale > 0) && <p class="buttons"><button type="button" onClick={() => void send(running ? 'DELETE' : 'POST')}>{t(running ? 'recode.stop' : 'recode.start')}</button></p>}
    </section>
  );
}
