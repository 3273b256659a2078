/** One way to declare an endpoint: its schemas check the request, make the documentation, and type the handler. */
import type { Hook } from '@hono/zod-openapi';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { answerProblem, Refused } from './problem.ts';

/** What a caller may do; each includes those before it. */
export const ROLES = ['read', 'correct', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What the server keeps with a request. */
export interface Vars {
  /** Who asks, for the record of corrections. */
  who: string;
  role: Role;
}
export type Env = { Variables: Vars };
export type Api = OpenAPIHono<Env>;

const fault: Hook<unknown, Env, string, unknown> = (result, c) => {
  if (result.success) return;
  const errors = result.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  return answerProblem(c, new Refused(400, 'bad-request', errors.map(({ field, message }) => `${field}: ${message}`).join('; '), { errors }));
};

/** An application whose faulty requests are answered with problem details. */
export const makeApi = (): Api => new OpenAPIHono<Env>({ defaultHook: fault });

/** Lets pass who may do so much, before anything is made of what was sent. */
export const allow = (role: Role): MiddlewareHandler<Env> => async (c, next) => {
  if (ROLES.indexOf(c.get('role')) < ROLES.indexOf(role)) throw new Refused(403, 'role', `This needs the role "${role}"; yours is "${c.get('role')}".`);
  await next();
};

const none = z.object({});
export const Problem = z.object({
  type: z.string(), title: z.string(), status: z.number().int(), detail: z.string(), instance: z.string().optional(), remedy: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
}).openapi('Problem', { description: 'RFC 9457 problem details' });

interface Declaration<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, R extends z.ZodType> {
  method?: 'get' | 'post' | 'put' | 'delete';
  /** As OpenAPI writes it: `/stories/{name}`. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  role?: Role;
  params?: P;
  query?: Q;
  body?: B;
  answer: R;
}

interface Asked<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  c: Context<Env>;
}

/** Adds an endpoint. `handle` gets the checked request and gives what `answer` describes; it throws Refused or ProblemError. */
export function endpoint<P extends z.ZodObject = typeof none, Q extends z.ZodObject = typeof none, B extends z.ZodType = z.ZodUndefined, R extends z.ZodType = z.ZodType>(
  api: Api,
  { method = 'get', path, tag, summary, description, role = 'read', params, query, body, answer }: Declaration<P, Q, B, R>,
  handle: (asked: Asked<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<R>> | z.input<R>,
): void {
  const route = createRoute({
    method, path, middleware: allow(role), tags: [tag], summary, ...(description && { description }), 'x-role': role,
    request: { ...(params && { params }), ...(query && { query }), ...(body && { body: { required: true, content: { 'application/json': { schema: body } } } }) },
    responses: {
      200: { description: 'As asked', content: { 'application/json': { schema: answer } } },
      default: { description: 'A problem', content: { 'application/problem+json': { schema: Problem } } },
    },
  });
  api.openapi(route, (async (c: Context<Env>) => {
    if (body && !/^application\/json\b/i.test(c.req.header('content-type') ?? '')) throw new Refused(415, 'not-json', 'Send JSON (Content-Type: application/json).');
    const valid = (what: 'param' | 'query' | 'json'): unknown => c.req.valid(what as never);
    const asked = { params: params ? valid('param') : {}, query: query ? valid('query') : {}, body: body ? valid('json') : undefined, c };
    return c.json((await handle(asked as Asked<z.output<P>, z.output<Q>, z.output<B>>)) as object);
  }) as never);
}
