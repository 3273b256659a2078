/** A relation's tone in small: cooperation above the line, conflict below, silence left empty. */
interface Step {
  i: number;
  cooperation: number;
  conflict: number;
}

const WIDTH = 200, HEIGHT = 44, MIDDLE = HEIGHT / 2;
/** Roots, so that a single act can still be seen beside a crowded year. */
const scaled = (value: number, most: number): number => Math.sqrt(Math.abs(value) / most) * (MIDDLE - 1);

export function Spark({ steps, length, most }: { steps: readonly Step[]; length: number; most: number }) {
  const step = WIDTH / Math.max(1, length), width = Math.max(1, step - 0.6);
  return (
    <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <line x1="0" x2={WIDTH} y1={MIDDLE} y2={MIDDLE} />
      {steps.map(({ i, cooperation, conflict }) => (
        <>
          {cooperation > 0 && <rect class="warm" x={i * step} width={width} y={MIDDLE - scaled(cooperation, most)} height={scaled(cooperation, most)} />}
          {conflict < 0 && <rect class="cold" x={i * step} width={width} y={MIDDLE} height={scaled(conflict, most)} />}
        </>
      ))}
    </svg>
  );
}
