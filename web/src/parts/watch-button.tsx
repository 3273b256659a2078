/** Puts what is shown under watch. */
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { ask, client } from '../api.ts';
import { useSay } from '../correct/say.tsx';
import { useWords } from '../words.ts';

export function WatchButton({ title, query }: { title: string; query: string }) {
  const { t } = useWords(), { refused } = useSay(), [done, setDone] = useState(false);
  if (done) return <Link class="button" href="/watching">{t('watch.watched')}</Link>;
  return <button type="button" onClick={() => void ask('/watches', { method: 'POST', body: { title, query } }).then(() => {
    setDone(true);
    return client.invalidateQueries();
  }).catch(refused)}>{t('watch.add')}</button>;
}
