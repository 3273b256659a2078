/** Why somebody says so: kept with the correction, and shown in the list of what was changed. */
import type { RefObject } from 'preact';
import { useWords } from '../words.ts';

const LONG = 2000;

/** The reason in a form of several fields. */
export const whyIn = (form: HTMLFormElement): string => String(new FormData(form).get('why') ?? '');

export function ReasonField() {
  const { t } = useWords();
  return <label class="wide"><span>{t('say.why')}</span><input name="why" aria-label={t('say.why')} maxLength={LONG} autocomplete="off" /></label>;
}

/** The reason beside buttons. */
export function Reason({ value, onChange, input }: { value: string; onChange: (value: string) => void; input?: RefObject<HTMLInputElement> }) {
  const { t } = useWords();
  return <input class="reason" ref={input} value={value} aria-label={t('say.why')} placeholder={t('say.why')} maxLength={LONG} autocomplete="off" onInput={(event) => onChange(event.currentTarget.value)} />;
}
