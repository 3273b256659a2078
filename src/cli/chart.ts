/** Small charts for a terminal. */

const EIGHTHS = ['', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** Values as columns above and below a line, `rows` high on either side where there is anything; undefined is a gap, shown as a dot. */
export function columns(values: readonly (number | undefined)[], rows = 3): string[] {
  const most = Math.max(1e-9, ...values.map((value) => Math.abs(value ?? 0)));
  const up = values.some((value) => (value ?? 0) > 0), down = values.some((value) => (value ?? 0) < 0), lines: string[] = [];
  const height = (value: number | undefined): number => Math.round((Math.abs(value ?? 0) / most) * rows * 8);
  if (up) {
    for (let row = rows - 1; row >= 0; row--) {
      lines.push(values.map((value) => ((value ?? 0) > 0 ? EIGHTHS[Math.max(0, Math.min(8, Math.max(1, height(value)) - row * 8))] || ' ' : ' ')).join(''));
    }
  }
  lines.push(values.map((value) => (value === undefined ? '·' : '─')).join(''));
  // there are no columns that hang, but for whole and half ones
  if (down) {
    for (let row = 0; row < rows; row++) {
      lines.push(values.map((value) => {
        const left = (value ?? 0) < 0 ? Math.max(1, height(value)) - row * 8 : 0;
        return left >= 6 ? '█' : left >= 1 ? '▀' : ' ';
      }).join(''));
    }
  }
  return lines.filter((line) => line.trim() !== '').map((line) => line.trimEnd());
}

/** A share (0 to 1) as a bar. */
export function bar(share: number, width = 12): string {
  const eighths = Math.round(Math.max(0, Math.min(1, share)) * width * 8), whole = Math.floor(eighths / 8);
  const blocks = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
  return `${'█'.repeat(whole)}${blocks[eighths % 8]}`.padEnd(width);
}
