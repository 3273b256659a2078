/** Asks for a token where the server wants one: the page is seen from elsewhere than its own machine. */
import { useRef } from 'preact/hooks';
import { ApiError, client, setToken, useApi } from '../api.ts';
import { useWords } from '../words.ts';

export function TokenForm() {
  const { t } = useWords(), { data, error } = useApi('/ledger'), needed = useRef(false);
  // while it is asked anew there is neither an error nor an answer, and what is being typed must stay
  if (error instanceof ApiError && error.status === 401) needed.current = true;
  else if (data !== undefined) needed.current = false;
  if (!needed.current) return null;
  return (
    <form class="token" onSubmit={(event) => {
      event.preventDefault();
      setToken(String(new FormData(event.currentTarget).get('token') ?? '').trim());
      void client.invalidateQueries();
    }}>
      <label><span>{t('token.needed')}</span><input name="token" type="password" autocomplete="off" required aria-label={t('token')} /></label>
      <button type="submit">{t('open')}</button>
    </form>
  );
}
