/** Parquet: typed columns, compressed (Snappy), a row group at a time. */
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { cells } from './sheet.ts';
import type { Cell, Column, Sheet } from './sheet.ts';

const GROUP = 50_000;

const ELEMENT = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, integer: { type: 'INT32' }, real: { type: 'DOUBLE' }, boolean: { type: 'BOOLEAN' },
} as const;

/** A table as the bytes of a Parquet file, in the order of the file. */
export async function* parquet<R>({ columns, pages }: Sheet<R>): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const schema = [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL' as const, ...ELEMENT[type] })),
  ];
  const file = new ParquetWriter({ writer, schema, createdBy: 'dragoman' });
  const drain = (): Uint8Array => {
    const bytes = new Uint8Array(writer.buffer.slice(0, writer.index));
    writer.index = 0;
    return bytes;
  };
  let held: Cell[][] = columns.map(() => []);
  const group = (): Uint8Array => {
    file.write({ columnData: (columns as readonly Column<R>[]).map(({ name }, i) => ({ name, data: held[i] as Cell[] })), rowGroupSize: GROUP });
    held = columns.map(() => []);
    return drain();
  };
  for await (const page of pages) {
    for (const row of page) cells(columns, row).forEach((cell, i) => (held[i] as Cell[]).push(cell));
    if ((held[0]?.length ?? 0) >= GROUP) yield group();
  }
  if (held[0]?.length) yield group();
  file.finish();
  yield drain();
}
