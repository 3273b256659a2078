/** A fact that the coder missed, with the sentence that states it. */
import { useState } from 'preact/hooks';
import type { Fact, Story } from '../../../src/api/schemas/facts.ts';
import { shown } from '../../../src/story/shown.ts';
import { useParties } from '../parts/parties.tsx';
import { useWords } from '../words.ts';
import { FactFields, readFields } from './fields.tsx';
import { ReasonField, whyIn } from './reason.tsx';
import { useSay } from './say.tsx';

const KINDS = ['event', 'claim', 'tie', 'trend'] as const;

/** The sentences of a text, roughly: enough to choose from; the ledger checks that what is chosen stands in the text. */
const sentencesOf = (text: string): string[] => [...new Set(text.split(/\n+/).flatMap((line) => line.match(/\S.*?(?:[.!?…]["”»']?(?=\s+\p{Lu}|\s*$)|$)/gu) ?? []).map((one) => one.trim()).filter(Boolean))];

export function AddFact({ story }: { story: Story }) {
  const { t, term } = useWords(), parties = useParties(), { say } = useSay(), sentences = sentencesOf(story.text), [kind, setKind] = useState<Fact['kind']>('event');
  return (
    <details class="add-fact">
      <summary>{t('say.add')}</summary>
      <form class="fields" onSubmit={async (event) => {
        event.preventDefault();
        const form = event.currentTarget, evidence = sentences[Number(new FormData(form).get('evidence') ?? 0)] ?? '';
        if (await say({ kind: 'add', story: story.hash, fact: kind, fields: { ...readFields(form, kind, undefined, parties), evidence } }, t('say.added'), whyIn(form))) form.closest('details')?.removeAttribute('open');
      }}>
        <label class="wide"><span>{t('col.sentence')}</span><select name="evidence" aria-label={t('col.sentence')}>{sentences.map((sentence, i) => <option value={i}>{shown(sentence.length > 140 ? `${sentence.slice(0, 140)} …` : sentence)}</option>)}</select></label>
        <label><span>{t('say.kind')}</span><select aria-label={t('say.kind')} value={kind} onChange={(event) => setKind(event.currentTarget.value as Fact['kind'])}>{KINDS.map((one) => <option value={one}>{term('record', one)}</option>)}</select></label>
        <FactFields kind={kind} key={kind} />
        <ReasonField />
        <p class="buttons"><button type="submit">{t('save')}</button></p>
      </form>
    </details>
  );
}
