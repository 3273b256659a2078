import { describe, expect, it } from 'vitest';
import { calibrated, fitCalibration } from './calibration.ts';

/** `right` of `all` outcomes at a probability. */
const at = (p: number, right: number, all: number) => Array.from({ length: all }, (_, i) => ({ p, right: i < right, weight: 1 }));

describe('calibration', () => {
  it('leaves a scorer that is right as often as it says', () => {
    const line = fitCalibration([...at(0.2, 200, 1000), ...at(0.5, 500, 1000), ...at(0.8, 800, 1000)]);
    for (const p of [0.1, 0.3, 0.5, 0.9]) expect(calibrated(line, p)).toBeCloseTo(p, 2);
  });
  it('lifts one that says too little, and keeps the order', () => {
    const line = fitCalibration([...at(0.3, 550, 1000), ...at(0.5, 720, 1000), ...at(0.8, 900, 1000)]);
    expect(calibrated(line, 0.3)).toBeCloseTo(0.55, 1);
    expect(calibrated(line, 0.8)).toBeCloseTo(0.9, 1);
    const row = Array.from({ length: 21 }, (_, i) => calibrated(line, i / 20));
    expect(row).toEqual([...row].sort((a, b) => a - b));
    expect(row.every((p) => p > 0 && p < 1)).toBe(true);
  });
  it('stays with the scorer where there is nothing to go by', () => {
    const line = fitCalibration([]);
    expect(calibrated(line, 0.37)).toBeCloseTo(0.37, 3);
  });
});
