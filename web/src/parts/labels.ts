/** Where the labels of a chart's upright lines stand. */

/** Pixels that a row of labels takes, and a letter of one. */
export const ROW = 14;
const LETTER = 6.4, GAP = 8;

export interface Label {
  text: string;
  /** Rows are counted upward from the chart. */
  row: number;
  /** Whether it stands to the left of its line. */
  left: boolean;
}

/** Labels of lines at `x` pixels, each in the lowest row where it covers no other, to the left of its line where the right has no room. */
export function placeLabels(lines: readonly { x: number; text: string }[], right: number): Label[] {
  const rows: { from: number; to: number }[][] = [];
  return lines.map(({ x, text }) => {
    const width = text.length * LETTER + GAP, left = x + width > right, own = left ? { from: x - width, to: x } : { from: x, to: x + width };
    let row = rows.findIndex((taken) => taken.every(({ from, to }) => to <= own.from || from >= own.to));
    if (row < 0) row = rows.push([]) - 1;
    rows[row]?.push(own);
    return { text, row, left };
  });
}
