/** What went wrong, as problem details (RFC 9457). */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ProblemError } from '../story/errors.ts';
import type { ProblemCode } from '../story/errors.ts';

/** One field of a request that was refused. */
export interface FieldFault {
  field: string;
  message: string;
}

/** Stops a request with a problem that its sender can act on. */
export class Refused extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly remedy: string | undefined;
  readonly errors: readonly FieldFault[] | undefined;

  constructor(status: ContentfulStatusCode, code: string, message: string, { remedy, errors }: { remedy?: string; errors?: readonly FieldFault[] } = {}) {
    super(message);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
    this.remedy = remedy;
    this.errors = errors;
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request was not understood', 401: 'A token is needed', 403: 'Not allowed', 404: 'Not found', 405: 'Method not allowed', 409: 'In conflict',
  413: 'Too much', 415: 'Wrong kind of content', 422: 'It cannot be done so', 429: 'Too many requests', 500: 'Something went wrong', 503: 'Not just now',
};

const STATUS: Readonly<Partial<Record<ProblemCode, ContentfulStatusCode>>> = { 'unknown-story': 404, 'ambiguous-story': 409, 'ledger-busy': 503, 'ledger-unopened': 503 };

/** The problem as an answer. */
export function answerProblem(c: Context, given: Refused): Response {
  const { status, code, message, remedy, errors } = given;
  const body = { type: `urn:dragoman:problem:${code}`, title: TITLES[status] ?? 'Problem', status, detail: message, instance: c.req.path, ...(remedy && { remedy }), ...(errors && { errors }) };
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
}

/** Tells the terminal. */
export const log = (text: string): void => void process.stderr.write(`dragoman: ${text}\n`);

/** Any error as a problem; what nobody foresaw says no more than that, and goes to `log`. */
export function problemOf(error: unknown, log: (text: string) => void): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof ProblemError) {
    const { code, message, remedy } = error.problem;
    return new Refused(STATUS[code] ?? 422, code, message, { remedy });
  }
  if (error instanceof HTTPException) return new Refused(error.status as ContentfulStatusCode, 'refused', error.message || (TITLES[error.status] ?? 'Refused'));
  log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return new Refused(500, 'unforeseen', 'The answer could not be made; the terminal says why.');
}
