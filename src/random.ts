/**
 * Mulberry32 (Tommy Ettinger, 2017): the same numbers for the same seed, every time and everywhere.
 * @returns a function that draws from [0, 1), evenly
 */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};
