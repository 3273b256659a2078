/** The colours of the stylesheet as values, for what is drawn and not styled. */
import { useEffect, useState } from 'preact/hooks';

const NAMES = ['paper', 'raised', 'panel', 'ink', 'soft', 'line', 'accent', 'coop', 'coop-deed', 'conflict', 'conflict-deed', 'sans'] as const;
export type Palette = Readonly<Record<(typeof NAMES)[number], string>>;

/** The colours as they stand now. */
export function paletteNow(): Palette {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as Palette;
}

/** The colours, followed as the theme changes. */
export function useTheme(): Palette {
  const [palette, setPalette] = useState(paletteNow);
  useEffect(() => {
    const look = (): void => setPalette((before) => {
      const now = paletteNow();
      return NAMES.every((name) => now[name] === before[name]) ? before : now;
    });
    const watch = new MutationObserver(look), system = matchMedia('(prefers-color-scheme: dark)');
    watch.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    system.addEventListener('change', look);
    look();
    return () => {
      watch.disconnect();
      system.removeEventListener('change', look);
    };
  }, []);
  return palette;
}
