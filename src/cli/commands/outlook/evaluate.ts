/** dragoman outlook --evaluate: how good forecasts are on a record split by time. */
import { evaluate } from '../../../outlook/evaluation.ts';
import type { Evaluation, RankingRow } from '../../../outlook/evaluation.ts';
import type { ReliabilityBin } from '../../../outlook/evaluate/metrics.ts';
import type { Tkg } from '../../../outlook/tkg.ts';
import { count, jsonLine, line, print } from '../../terminal.ts';

const hundredths = (x: number): string => (100 * x).toFixed(1).padStart(6);
const steps = { single: 'single-step', multi: 'multi-step' } as const;

const rankingRow = ({ model, mode, mrr, hits1, hits3, hits10, brier, logLoss, calibrationError }: RankingRow): string =>
  `  ${model.padEnd(11)} ${steps[mode].padEnd(11)} ${(100 * mrr).toFixed(2).padStart(6)} ${[hits1, hits3, hits10].map(hundredths).join(' ')}  ${brier.toFixed(4)}  ${logLoss.toFixed(4)}  ${calibrationError.toFixed(4)}`;

const reliability = (bins: readonly ReliabilityBin[]): string[] => [
  '    forecast   forecasts   mean   came true',
  ...bins.map(({ from, to, count: n, forecast, observed }) => `    ${`${Math.round(100 * from)}-${Math.round(100 * to)}%`.padEnd(9)} ${count(n).padStart(10)} ${hundredths(forecast)} ${hundredths(observed)}`),
];

/** The report as text, a line an entry. */
export function evaluationLines(name: string, { part, days, facts, rankings, occurrence }: Evaluation): string[] {
  const full = rankings.find(({ model, mode }) => model === 'full' && mode === 'single');
  return [
    `${line(name)}: ${part}, ${count(facts)} facts on ${count(days)} days, each asked both ways, time-aware filter, ties counted half`,
    '', '  model       setting        MRR Hits@1 Hits@3 Hits@10 Brier   log loss  ECE', ...rankings.map(rankingRow),
    ...(full ? ['', '  How far the likeliest answer of the full model can be believed (single-step):', ...reliability(full.reliability)] : []),
    ...(occurrence ? [
      '', `  Whether an act seen before comes again within ${occurrence.horizon} days: ${count(occurrence.forecasts)} forecasts from ${occurrence.origins} origins in the last ${occurrence.days} days`,
      `    Brier score ${occurrence.brier.toFixed(5)}, of each act's own base rate ${occurrence.baseBrier.toFixed(5)}: skill ${occurrence.skill.toFixed(3)}`,
      `    skill on whether anything at all passes from one to the other ${occurrence.dyadSkill.toFixed(3)}; log loss ${occurrence.logLoss.toFixed(4)}; calibration error ${occurrence.calibrationError.toFixed(4)}`,
      ...reliability(occurrence.reliability),
    ] : ['', '  Too short a record to judge whether acts occur: four months are needed.']),
  ];
}

/** Evaluates a record and prints the figures; what is being done goes to standard error. Returns the exit code. */
export async function printEvaluation(name: string, tkg: Tkg, json: boolean): Promise<number> {
  const start = process.cpuUsage();
  const evaluation = evaluate(tkg, (text) => process.stderr.write(`${text}\n`));
  const { user, system } = process.cpuUsage(start), seconds = (user + system) / 1e6, megabytes = process.resourceUsage().maxRSS / 1000;
  if (json) await print(jsonLine({ name, ...evaluation, cpuSeconds: seconds, megabytes }));
  else {
    await print(evaluationLines(name, evaluation).join('\n'));
    await print(`\n  ${seconds.toFixed(0)} s of CPU time, at most ${(megabytes / 1000).toFixed(1)} GB of memory`);
  }
  return 0;
}
