/** Saying one's word: sends a correction, offers to take it back, and has everything that is shown follow. */
import { createContext } from 'preact';
import type { ComponentChildren } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Ask, Done } from '../../../src/api/schemas/corrections.ts';
import { ask, client } from '../api.ts';
import { useWords } from '../words.ts';

export interface Say {
  /** Sends it, with the reason that was given; resolves when it stands, to undefined where it was refused, which the reader is told. */
  say(what: Ask, told: string, why?: string): Promise<Done | undefined>;
  /** Takes back the last word said on this page. */
  undo(): void;
  /** Tells the reader that something was refused. */
  refused(error: Error): void;
}

const Context = createContext<Say>({ say: async () => undefined, undo: () => {}, refused: () => {} });
export const useSay = (): Say => useContext(Context);

const STAYS = 12_000;

const send = (what: Ask, why = ''): Promise<Done> => ask<Done>('/corrections', { method: 'POST', body: { say: what, ...(why.trim() && { why: why.trim() }) } });

/** A word on its way: its correction, or undefined where it was refused. */
type Sent = Promise<string | undefined>;

export function SayProvider({ children }: { children: ComponentChildren }) {
  const { t } = useWords(), [note, setNote] = useState<{ text: string; of?: Sent; bad?: boolean }>();
  // the word said last, from the moment it is sent: the page may show the next fact before all of it has followed
  const last = useRef<Sent>();
  const refused = useCallback((error: Error): void => setNote({ text: error.message, bad: true }), []);
  const say = useCallback(async (what: Ask, told: string, why?: string): Promise<Done | undefined> => {
    const sent = send(what, why), of = last.current = sent.then(({ id }) => id, () => undefined);
    try {
      const done = await sent;
      await client.invalidateQueries();
      const read = done.recoded === undefined ? '' : ` ${t(done.left ? 'say.recoding' : 'say.recoded', { n: done.recoded, left: done.left ?? 0 })}`;
      if (last.current === of) setNote({ text: told + read, of });
      return done;
    } catch (error) {
      refused(error as Error);
      return undefined;
    }
  }, [refused, t]);
  const undo = useCallback(async (): Promise<void> => {
    const sent = last.current;
    last.current = undefined;
    const correction = await sent;
    if (correction === undefined) return;
    try {
      await send({ kind: 'undo', correction });
      await client.invalidateQueries();
      setNote({ text: t('say.undone') });
    } catch (error) {
      refused(error as Error);
    }
  }, [refused, t]);
  const close = useCallback(() => {
    if (last.current === note?.of) last.current = undefined;
    setNote(undefined);
  }, [note]);
  useEffect(() => {
    if (!note) return undefined;
    const timer = setTimeout(close, STAYS);
    return () => clearTimeout(timer);
  }, [note, close]);
  const value = useMemo(() => ({ say, undo: () => void undo(), refused }), [say, undo, refused]);
  return (
    <Context.Provider value={value}>
      {children}
      <div class="note-place" role="status" aria-live="polite">{note && <p class={`note${note.bad ? ' bad' : ''}`}>{note.text} {note.of && <button type="button" onClick={() => void undo()}>{t('say.undo')}</button>}<button type="button" aria-label={t('close')} onClick={close}>×</button></p>}</div>
    </Context.Provider>
  );
}
