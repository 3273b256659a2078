/** Blocs: a colour each, and each party's to be changed by the reader; changes stand in the address. */
import { useState } from 'preact/hooks';
import type { Network } from '../../../src/api/schemas/views.ts';
import { useParties } from '../parts/parties.tsx';
import type { Palette } from '../theme.ts';
import { useWords } from '../words.ts';

/** Told apart without red and green, on light ground and dark; they are not the colours of tone. */
const LIGHT = ['#2f5d8c', '#a06b12', '#6b4f8f', '#4c6b2f', '#8c3b5e', '#3d6f78', '#7a5c45'], DARK = ['#7db0e3', '#e0b159', '#b79be0', '#a3c77c', '#e08fb0', '#80c3cf', '#c9a98f'];
/** The bloc of parties that belong to none. */
const NONE = 'unaligned';

/** A colour for each bloc, those with the most parties first. */
export function blocColours(parties: Network['parties'], { paper }: Palette): ReadonlyMap<string, string> {
  const sizes = new Map<string, number>(), colours = Number.parseInt(paper.slice(1, 3), 16) < 128 ? DARK : LIGHT;
  for (const { bloc } of parties) if (bloc !== NONE) sizes.set(bloc, (sizes.get(bloc) ?? 0) + 1);
  // in order of name, so that a bloc keeps its colour from window to window
  return new Map([...sizes].sort(([x], [y]) => (x < y ? -1 : 1)).map(([bloc], i) => [bloc, colours[i % colours.length] as string]));
}

const read = (value: string): Map<string, string> => new Map(value.split(',').filter(Boolean).map((part) => part.split(':') as [string, string]));

interface BlocEditorProps {
  parties: Network['parties'];
  colours: ReadonlyMap<string, string>;
  /** Changes to the built-in table: CODE:bloc, separated by commas. */
  value: string;
  onChange: (value: string) => void;
}

export function BlocEditor({ parties, colours, value, onChange }: BlocEditorProps) {
  const { t, term } = useWords(), { name } = useParties(), [code, setCode] = useState(''), changes = read(value);
  const put = (party: string, bloc: string): void => onChange([...new Map(changes).set(party, bloc)].map((pair) => pair.join(':')).join(','));
  const drop = (party: string): void => onChange([...changes].filter(([one]) => one !== party).map((pair) => pair.join(':')).join(','));
  return (
    <section class="block">
      <h2>{t('network.blocs')}</h2>
      <ul class="blocs">{[...colours].map(([bloc, colour]) => <li><span class="swatch" style={{ background: colour }} /> <bdi>{term('bloc', bloc)}</bdi> <span class="quiet">{parties.filter((party) => party.bloc === bloc).length}</span></li>)}</ul>
      <details>
        <summary>{t('network.blocs.edit')}</summary>
        <form class="bloc-form" onSubmit={(event) => {
          event.preventDefault();
          const bloc = new FormData(event.currentTarget).get('bloc');
          if (code && typeof bloc === 'string' && bloc.trim()) put(code, bloc.trim().replace(/[:,]/g, ' '));
        }}>
          <select aria-label={t('filter.party')} value={code} onChange={(event) => setCode(event.currentTarget.value)}><option value="" />{parties.map((party) => <option value={party.code}>{name(party.code)}</option>)}</select>
          <input name="bloc" list="bloc-names" aria-label={t('network.bloc')} placeholder={t('network.bloc')} maxLength={40} /><datalist id="bloc-names">{[...colours.keys(), NONE].map((bloc) => <option value={bloc}>{term('bloc', bloc)}</option>)}</datalist>
          <button type="submit">{t('save')}</button>
        </form>
        {changes.size > 0 && <ul class="blocs">{[...changes].map(([party, bloc]) => <li>{name(party)}: <bdi>{term('bloc', bloc)}</bdi> <button type="button" aria-label={`${t('clear')} ${name(party)}`} onClick={() => drop(party)}>×</button></li>)}</ul>}
      </details>
    </section>
  );
}
