/** Saying one's word: sends a correction, offers to take it back, and has everything that is shown follow. */
import { createContext } from 'preact';
import type { ComponentChildren } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { Ask, Done } from '../../../src/api/schemas/corrections.ts';
import { ask, client } from '../api.ts';
import { useWords } from '../words.ts';

export interface Say {
  /** Sends it, with the reason that was given; resolves when it stands, to undefined where it was refused, which the reader is told. */
  say(what: Ask, told: string, why?: string): Promise<Done | undefined>;
  /** Takes back the last word said on this page. */
  undo(): void;
}

const Context = createContext<Say>({ say: async () => undefined, undo: () => {} });
export const useSay = (): Say => useContext(Context);

const STAYS = 12_000;

export function SayProvider({ children }: { children: ComponentChildren }) {
  const { t } = useWords(), [note, setNote] = useState<{ text: string; undo?: string; bad?: boolean }>();
  const send = useCallback(async (what: Ask, why = ''): Promise<Done> => {
    const done = await ask<Done>('/corrections', { method: 'POST', body: { say: what, ...(why.trim() && { why: why.trim() }) } });
    await client.invalidateQueries();
    return done;
  }, []);
  const say = useCallback(async (what: Ask, told: string, why?: string): Promise<Done | undefined> => {
    try {
      const done = await send(what, why);
      const read = done.recoded === undefined ? '' : ` ${t(done.left ? 'say.recoding' : 'say.recoded', { n: done.recoded, left: done.left ?? 0 })}`;
      setNote({ text: told + read, undo: done.id });
      return done;
    } catch (error) {
      setNote({ text: (error as Error).message, bad: true });
      return undefined;
    }
  }, [send, t]);
  const last = note?.undo;
  const undo = useCallback(() => {
    if (last) void send({ kind: 'undo', correction: last }).then(() => setNote({ text: t('say.undone') }), (error: Error) => setNote({ text: error.message, bad: true }));
  }, [last, send, t]);
  useEffect(() => {
    if (!note) return undefined;
    const timer = setTimeout(() => setNote(undefined), STAYS);
    return () => clearTimeout(timer);
  }, [note]);
  const value = useMemo(() => ({ say, undo }), [say, undo]);
  return (
    <Context.Provider value={value}>
      {children}
      <div class="note-place" role="status" aria-live="polite">{note && <p class={`note${note.bad ? ' bad' : ''}`}>{note.text} {note.undo && <button type="button" onClick={undo}>{t('say.undo')}</button>}<button type="button" aria-label={t('close')} onClick={() => setNote(undefined)}>×</button></p>}</div>
    </Context.Provider>
  );
}
