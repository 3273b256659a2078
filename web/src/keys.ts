/** Keys that work everywhere: / or Ctrl+K to search, ? for help, g and a letter to go to a section. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { SECTIONS } from './sections.ts';

const WAIT = 1500;

/** Whether keys go into a field, and so are not ours. A window that has closed holds the focus until the browser draws again. */
export const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) && !target.closest('dialog:not([open])');

interface Handlers {
  search: () => void;
  keys: () => void;
  go: (path: string) => void;
}

export function useGlobalKeys({ search, keys, go }: Handlers): void {
  const went = useRef(-WAIT);
  // with the first paint, so that no key is lost
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const command = event.ctrlKey || event.metaKey;
      if (command && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        if (!document.querySelector('dialog.palette[open]')) search();
        return;
      }
      if (command || event.altKey || typing(event.target) || document.querySelector('dialog[open]')) return;
      const section = event.timeStamp - went.current < WAIT ? SECTIONS.find(({ letter }) => letter === event.key) : undefined;
      went.current = event.key === 'g' ? event.timeStamp : -WAIT;
      if (section) go(section.path);
      else if (event.key === '/') search();
      else if (event.key === '?') keys();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}
