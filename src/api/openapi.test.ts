/** The API's description of itself, held against the specification and against what the server does. */
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quarrel, visitTold } from '../../test/desk-stories.ts';
import { ask as send, served } from '../../test/served.ts';
import type { TestServer } from '../../test/served.ts';

interface Operation {
  operationId?: string;
  parameters?: { name: string; in: string }[];
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
  'x-role'?: string;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

let server: TestServer, document: Document;
const ask = (path: string, how?: Parameters<typeof send>[2]) => send(server.address, `/api/v1${path}`, how);

beforeAll(async () => {
  server = await served((ledger) => {
    quarrel(ledger);
    visitTold(ledger);
  });
  document = JSON.parse((await ask('/openapi.json')).text) as Document;
});
afterAll(() => server.close());

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    const found = await new Validator().validate(structuredClone(document) as unknown as Record<string, unknown>);
    expect([found.valid, found.errors]).toEqual([true, undefined]);
    expect(document.openapi).toBe('3.1.0');
  });

  it('has a place for each part of an address that it names', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      for (const { parameters = [] } of Object.values(methods)) expect([path, parameters.filter((one) => one.in === 'path').map(({ name }) => name).sort()]).toEqual([path, named]);
    }
  });

  it('is kept: every address that is read answers as its schema says', async () => {
    const ajv = new Ajv2020.default({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema({ $id: 'doc', ...document });
    const values: Record<string, string> = { a: 'LTU', b: 'POL', code: 'BLR', name: 'v-en', id: 'e1' };
    for (const [path, { get }] of Object.entries(document.paths)) {
      const schema = get?.responses['200']?.content?.['application/json']?.schema;
      if (!schema) continue;
      const asked = path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
      const { status, text } = await ask(`${asked}${path === '/search' ? '?q=pol' : ''}`);
      const check = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"doc#/')) as object);
      expect([asked, status, check(JSON.parse(text)), check.errors]).toEqual([asked, 200, true, null]);
    }
  });

  it('is kept where something is wrong, too', async () => {
    const ajv = new Ajv2020.default({ strict: false });
    const check = ajv.compile(document.components.schemas['Problem'] as object);
    for (const [path, status] of [['/events?from=soon', 400], ['/stories/none', 404], ['/happenings/h999', 404], ['/parties/Qwertz', 404], ['/relation/POL/LTU?by=fortnight', 400], ['/nowhere', 404]] as const) {
      const answer = await ask(path);
      expect([path, answer.status, answer.headers['content-type'], check(JSON.parse(answer.text))]).toEqual([path, status, 'application/problem+json', true]);
    }
  });
});
