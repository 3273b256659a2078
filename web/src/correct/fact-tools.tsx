/** What an analyst can say of one fact, where it stands: right, wrong, otherwise. */
import { useState } from 'preact/hooks';
import type { Fact } from '../../../src/api/schemas/facts.ts';
import { useParties } from '../parts/parties.tsx';
import { useWords } from '../words.ts';
import { FactFields, readFields } from './fields.tsx';
import { Reason, ReasonField, whyIn } from './reason.tsx';
import { useSay } from './say.tsx';

/** The mark of what an analyst made of a fact. */
export function ReviewMark({ fact }: { fact: Fact }) {
  const { term } = useWords(), { review } = fact;
  return review ? <span class={`review ${review.is}`}>{term('review', review.is)}{review.conflict && ` · ${term('review', 'conflict')}`}</span> : null;
}

export function ChangeForm({ fact, onDone }: { fact: Fact; onDone: () => void }) {
  const { t } = useWords(), parties = useParties(), { say } = useSay(), [nothing, setNothing] = useState(false);
  return (
    <form class="fields" aria-label={t('say.change')} onSubmit={async (event) => {
      event.preventDefault();
      const fields = readFields(event.currentTarget, fact.kind, fact, parties);
      if (Object.keys(fields).length === 0) setNothing(true);
      else if (await say({ kind: 'change', fact: fact.id, fields }, t('say.changed'), whyIn(event.currentTarget))) onDone();
    }}>
      <FactFields kind={fact.kind} fact={fact} />
      <ReasonField />
      <p class="buttons"><button type="submit">{t('save')}</button><button type="button" onClick={onDone}>{t('cancel')}</button>{nothing && <span class="quiet">{t('say.nothing')}</span>}</p>
    </form>
  );
}

/** Buttons. */
export function FactTools({ fact }: { fact: Fact }) {
  const { t } = useWords(), { say } = useSay(), [changing, setChanging] = useState(false), [why, setWhy] = useState('');
  const word = async (kind: 'confirm' | 'reject', told: string): Promise<void> => {
    if (await say({ kind, fact: fact.id }, told, why)) setWhy('');
  };
  return (
    <div class="tools-row">
      {fact.review?.is !== 'confirmed' && <button type="button" onClick={() => void word('confirm', t('say.confirmed'))}>{t('say.confirm')}</button>}
      <button type="button" onClick={() => void word('reject', t('say.rejected'))}>{t('say.reject')}</button>
      <button type="button" aria-expanded={changing} onClick={() => setChanging(!changing)}>{t('say.change')}</button>
      {changing ? <ChangeForm fact={fact} onDone={() => setChanging(false)} /> : <Reason value={why} onChange={setWhy} />}
    </div>
  );
}
