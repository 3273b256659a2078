import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cameoByCode, cameoByName, cameoCodes } from './cameo.ts';

const benchmarks = join(process.env['DRAGOMAN_DATA'] ?? join(import.meta.dirname, '../../../shared'), 'benchmarks/icews');

describe('CAMEO codes', () => {
  it('have a PLOVER type each but for statements, an intensity each, and a parent each', () => {
    const codes = cameoCodes();
    expect(codes.length).toBeGreaterThan(300);
    for (const { code, type, intensity } of codes) {
      expect([code, type === undefined]).toEqual([code, code.startsWith('01')]);
      expect(intensity >= -10 && intensity <= 10).toBe(true);
      if (code.length > 3) expect(cameoByCode(code.slice(0, 3))?.code, code).toBe(code.slice(0, 3));
      if (code.length > 2) expect(cameoByCode(code.slice(0, 2))?.code, code).toBe(code.slice(0, 2));
    }
  });

  it.each([['057', 'SUPPORT'], ['0841', 'RETREAT'], ['085', 'CONCEDE'], ['0871', 'CONCEDE'], ['0874', 'RETREAT'], ['020', 'REQUEST'], ['1053', 'REQUEST'], ['090', 'ACCUSE'], ['163', 'SANCTION'],
    ['191', 'COERCE'], ['192', 'ASSAULT'], ['175', 'ASSAULT'], ['036', 'AGREE'], ['204', 'ASSAULT']])('%s is %s', (code, type) => expect(cameoByCode(code)?.type).toBe(type));

  it('say how the parties met', () => {
    expect(['041', '042', '043', '044', '045', '046', '040'].map((code) => cameoByCode(code)?.mode)).toEqual(['call', 'visit', 'visit', 'meeting', 'mediation', 'talks', undefined]);
  });

  it('are known by ICEWS\'s words', () => {
    expect([cameoByName('Make_a_visit')?.code, cameoByName('fight with small arms and light weapons')?.code, cameoByName('Return,_release_person(s)')?.code, cameoByName('Dance')]).toEqual(['042', '193', '0841', undefined]);
  });

  it.skipIf(!existsSync(benchmarks))('every relation of ICEWS14s and ICEWS18 (needs benchmarks/icews)', () => {
    for (const set of ['ICEWS14s', 'ICEWS18']) {
      for (const line of readFileSync(join(benchmarks, set, 'relation2id.txt'), 'utf8').split('\n').filter(Boolean)) expect(cameoByName(line.split('\t')[0] as string), line).toBeDefined();
    }
  });
});
