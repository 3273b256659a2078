/** `npm run kernel`: writes src/language/kernel.ts, the bytes of src/language/kernel.wat. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openAssembler from 'wabt';

/** The text of kernel.ts that belongs to an assembly text. */
export async function kernelSource(wat: string): Promise<string> {
  const parsed = (await openAssembler()).parseWat('kernel.wat', wat, { simd: true });
  parsed.validate();
  const { buffer } = parsed.toBinary({});
  const lines = Buffer.from(buffer).toString('base64').match(/.{1,110}/g) ?? [];
  return `/** The bytes of kernel.wat, by \`npm run kernel\`. */\nexport const KERNEL = [\n${lines.map((line) => `  '${line}',\n`).join('')}].join('');\n`;
}

const file = (name: string): string => fileURLToPath(new URL(`../../src/language/${name}`, import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file('kernel.ts'), await kernelSource(readFileSync(file('kernel.wat'), 'utf8')));
