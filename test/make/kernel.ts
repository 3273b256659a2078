/** `npm run kernel`: writes the bytes of each kernel written by hand (`*.wat`) into the TypeScript file beside it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import openAssembler from 'wabt';

/** The kernels, without the ends of their names. */
const KERNELS = ['language/kernel', 'coding/scorer/walk'];

/** The text of the TypeScript file that belongs to an assembly text. */
export async function kernelSource(wat: string, name = 'kernel'): Promise<string> {
  const parsed = (await openAssembler()).parseWat(`${name}.wat`, wat, { simd: true });
  parsed.validate();
  const { buffer } = parsed.toBinary({});
  const lines = Buffer.from(buffer).toString('base64').match(/.{1,110}/g) ?? [];
  return `/** The bytes of ${name}.wat, by \`npm run kernel\`. */\nexport const ${name.toUpperCase()} = [\n${lines.map((line) => `  '${line}',\n`).join('')}].join('');\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const kernel of KERNELS) {
    const file = (end: string): string => fileURLToPath(new URL(`../../src/${kernel}.${end}`, import.meta.url));
    writeFileSync(file('ts'), await kernelSource(readFileSync(file('wat'), 'utf8'), basename(kernel)));
  }
}
