/**
 * Exponential and logarithm from additions, multiplications and divisions alone, whose results IEEE 754 fixes to the
 * bit: the engine's own may differ from version to version, and a forecast must not.
 */

const LN2_HIGH = 6.93147180369123816490e-1, LN2_LOW = 1.90821492927058770002e-10, INVERSE_LN2 = 1.44269504088896338700;
const LEAST = -1022, MOST = 1023;

/** 2 to the power k, for k from LEAST to MOST; exact, as doubling and halving are. */
const POWERS = new Float64Array(MOST - LEAST + 1);
POWERS[-LEAST] = 1;
for (let k = 1; k <= MOST; k++) POWERS[k - LEAST] = POWERS[k - 1 - LEAST] * 2;
for (let k = -1; k >= LEAST; k--) POWERS[k - LEAST] = POWERS[k + 1 - LEAST] / 2;

/** e to the power x, within two units in the last place; 0 below -708, the largest power above 709. */
export function exp(x: number): number {
  if (x < -708) return 0;
  const y = x > 709 ? 709 : x;
  const k = Math.round(y * INVERSE_LN2);
  const r = y - k * LN2_HIGH - k * LN2_LOW;
  // Taylor's series about 0 on |r| <= ln(2)/2
  let p = 1 / 6227020800;
  p = p * r + 1 / 479001600;
  p = p * r + 1 / 39916800;
  p = p * r + 1 / 3628800;
  p = p * r + 1 / 362880;
  p = p * r + 1 / 40320;
  p = p * r + 1 / 5040;
  p = p * r + 1 / 720;
  p = p * r + 1 / 120;
  p = p * r + 1 / 24;
  p = p * r + 1 / 6;
  p = p * r + 0.5;
  return (p * r * r + r + 1) * POWERS[k - LEAST];
}

const bits = new Float64Array(1), words = new Uint32Array(bits.buffer);
bits[0] = 1;
/** Which 32-bit word of a double holds its exponent on this machine. */
const HIGH = words[1] === 0x3ff00000 ? 1 : 0;
const SQRT2_HIGH = 0x6a09e;

/** Natural logarithm of a positive number, within two units in the last place; -708 for anything smaller than a normal number. */
export function log(x: number): number {
  if (!(x > 2.3e-308)) return -708;
  bits[0] = x;
  const high = words[HIGH], fraction = high & 0xfffff;
  // the mantissa from half the root of two to its root
  const up = fraction >= SQRT2_HIGH ? 1 : 0;
  words[HIGH] = fraction | (up ? 0x3fe00000 : 0x3ff00000);
  const k = (high >>> 20) - 1023 + up, m = bits[0];
  const f = (m - 1) / (m + 1), s = f * f;
  // 2 artanh(f)
  let p = 1 / 21;
  p = p * s + 1 / 19;
  p = p * s + 1 / 17;
  p = p * s + 1 / 15;
  p = p * s + 1 / 13;
  p = p * s + 1 / 11;
  p = p * s + 1 / 9;
  p = p * s + 1 / 7;
  p = p * s + 1 / 5;
  p = p * s + 1 / 3;
  return k * LN2_HIGH + (k * LN2_LOW + 2 * (f + f * s * p));
}

/** The logistic function. */
export const logistic = (x: number): number => (x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x)));
