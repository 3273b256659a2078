/** A field for a party: by name or code, the record's parties offered first. */
import { useId } from 'preact/hooks';
import { useParties } from './parties.tsx';

const OFFERED = 400;

export function PartyInput({ name, value, onPick, label }: { name?: string; value?: string; onPick?: (typed: string) => void; label?: string }) {
  const id = useId(), { rows, name: nameOf } = useParties();
  return (
    <>
      <input name={name} list={id} defaultValue={value} autocomplete="off" aria-label={label} onChange={(event) => onPick?.(event.currentTarget.value.trim())} />
      <datalist id={id}>{rows.slice(0, OFFERED).map(({ code }) => <option value={nameOf(code)}>{code}</option>)}</datalist>
    </>
  );
}
