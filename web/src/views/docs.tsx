/** The API, described from its own OpenAPI document; nothing is loaded from elsewhere. */
import { useApi } from '../api.ts';
import { Await } from '../parts/states.tsx';
import { useTitle } from '../title.ts';
import { useWords } from '../words.ts';

interface Schema {
  type?: string | string[];
  enum?: unknown[];
  default?: unknown;
  $ref?: string;
}
interface Operation {
  summary?: string;
  description?: string;
  tags?: string[];
  'x-role'?: string;
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema & { description?: string } }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}
interface Document {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

const typeOf = ({ type, enum: values, $ref, default: given }: Schema = {}): string =>
  [$ref ? $ref.split('/').at(-1) : Array.isArray(type) ? type.join(' | ') : (type ?? ''), values && values.map(String).join(' | '), given !== undefined && `= ${String(given)}`].filter(Boolean).join(' ');

const Endpoint = ({ path, method, operation }: { path: string; method: string; operation: Operation }) => {
  const parameters = operation.parameters ?? [], answer = Object.values(operation.responses['200']?.content ?? {})[0]?.schema;
  return (
    <details class="endpoint">
      <summary><code class={`method ${method}`}>{method.toUpperCase()}</code> <code>{path}</code> <span>{operation.summary}</span>{operation['x-role'] && operation['x-role'] !== 'read' && <span class="factuality">{operation['x-role']}</span>}</summary>
      {operation.description && <p>{operation.description}</p>}
      {parameters.length > 0 && <table class="plain"><tbody>{parameters.map(({ name, in: place, required, description, schema }) => <tr><td><code>{name}</code>{required && ' *'}</td><td class="quiet">{place}</td><td class="quiet">{typeOf(schema)}</td><td>{description ?? schema?.description}</td></tr>)}</tbody></table>}
      {operation.requestBody && <p class="quiet">JSON: <code>{typeOf(operation.requestBody.content['application/json']?.schema) || 'object'}</code></p>}
      {answer && <p class="quiet">→ <code>{typeOf(answer)}</code></p>}
      {method === 'get' && !path.includes('{') && <p><a href={`/api/v1${path}`}>{`/api/v1${path}`}</a></p>}
    </details>
  );
};

export function DocsView() {
  const { t } = useWords(), found = useApi<Document>('/openapi.json');
  useTitle(t('nav.docs'));
  return (
    <Await whole of={found}>
      {({ info, paths, components }) => {
        const all = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation }))), tags = [...new Set(all.map(({ operation }) => operation.tags?.[0] ?? ''))];
        return (
          <article class="docs">
            <header class="front"><h1>{info.title} API {info.version}</h1><p class="sum"><a href="/api/v1/openapi.json">OpenAPI 3.1</a></p></header>
            <p>{t('docs.about')}</p>
            {tags.map((tag) => <section class="block"><h2>{tag}</h2>{all.filter(({ operation }) => (operation.tags?.[0] ?? '') === tag).map((one) => <Endpoint {...one} />)}</section>)}
            <section class="block"><h2>Schemas</h2><div class="schemas">{Object.entries(components.schemas).map(([name, schema]) => <details class="endpoint"><summary><code>{name}</code></summary><pre tabIndex={0}>{JSON.stringify(schema, null, 2)}</pre></details>)}</div></section>
          </article>
        );
      }}
    </Await>
  );
}
