/** The reader's language and theme: as an address says (`?ui=tr&theme=dark`), as chosen before, as the browser asks. */
import { UI_LANGS } from './words.ts';
import type { UiLang } from './words.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Settings {
  lang: UiLang;
  theme: Theme;
}

const pick = <T extends string>(values: readonly T[], ...given: (string | null | undefined)[]): T | undefined =>
  given.map((one) => values.find((value) => value === one)).find((found) => found !== undefined);

/** Storage may be turned off; then a choice lasts as long as the page. */
function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function readSettings(): Settings {
  const asked = new URLSearchParams(location.search);
  return {
    lang: pick(UI_LANGS, asked.get('ui'), kept('lang'), ...navigator.languages.map((tag) => tag.slice(0, 2))) ?? 'en',
    theme: pick(THEMES, asked.get('theme'), kept('theme')) ?? 'auto',
  };
}

export function applySettings({ lang, theme }: Settings): void {
  document.documentElement.lang = lang;
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem('lang', lang);
    localStorage.setItem('theme', theme);
  } catch {
    // As above.
  }
}
