/** Takes a chart away: as SVG, PNG and CSV. */
import { saveAs, toCsv } from '../save.ts';
import { useTheme } from '../theme.ts';
import { useWords } from '../words.ts';

interface SaveRowProps {
  title: string;
  svg: () => SVGSVGElement | null;
  rows: () => readonly Readonly<Record<string, string | number>>[];
}

export function SaveRow({ title, svg, rows }: SaveRowProps) {
  const { t } = useWords(), palette = useTheme();
  return (
    <>
      <span class="quiet">{t('save')}:</span>{' '}
      <button type="button" onClick={() => void saveAs(title, 'svg', svg(), palette)}>SVG</button>
      <button type="button" onClick={() => void saveAs(title, 'png', svg(), palette)}>PNG</button>
      <button type="button" onClick={() => void saveAs(title, 'csv', toCsv(rows()), palette)}>CSV</button>
    </>
  );
}
