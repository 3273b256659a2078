/** Offices in the reader's language. What puts them together is fetched when a reader of another language than English first needs it. */
import { useQuery } from '@tanstack/preact-query';
import { useMemo } from 'preact/hooks';
import { shown } from '../../../src/story/shown.ts';
import { useWords } from '../words.ts';
import { useParties } from './parties.tsx';

export function useOffice(): (role: string) => string {
  const { lang } = useWords(), { rows } = useParties();
  const { data: offices } = useQuery({ queryKey: ['offices'], queryFn: () => import('../words/offices/compose.ts'), enabled: lang !== 'en', staleTime: Number.POSITIVE_INFINITY });
  return useMemo(() => {
    const put = lang === 'en' || !offices ? undefined : offices.composer(lang, rows);
    return (role) => shown(put?.(role) ?? role);
  }, [lang, offices, rows]);
}
