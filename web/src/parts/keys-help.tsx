/** The keys, in a list. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { SECTIONS } from '../sections.ts';
import { useWords } from '../words.ts';

export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useWords(), dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  const rows: [string, string][] = [['/', t('keys.search')], ['?', t('keys.help')], ...SECTIONS.map(({ letter, key }): [string, string] => [`g ${letter}`, `${t('keys.go')}: ${t(key)}`]), ['Esc', t('keys.close')]];
  return (
    <dialog ref={dialog} class="keys" aria-label={t('keys.title')} onClose={onClose}>
      <h2>{t('keys.title')}</h2>
      <dl>{rows.map(([keys, what]) => <><dt>{keys.split(' ').map((key) => <kbd>{key}</kbd>)}</dt><dd>{what}</dd></>)}</dl>
      <form method="dialog"><button>{t('close')}</button></form>
    </dialog>
  );
}
