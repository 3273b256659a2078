/** The page's own files, as the build left them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Context, Handler } from 'hono';
import { Parcel } from './deliver.ts';
import type { Env } from './endpoint.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.json': 'application/json',
};
const BEST = 9;

/** Beside the built code, or, where the program runs from its source, where the build puts it. */
const folder = [new URL('../web/', import.meta.url), new URL('../../dist/web/', import.meta.url)].map((url) => fileURLToPath(url)).find((path) => existsSync(join(path, 'index.html')));

/** Addresses that the page shows a view at; any other gets the page with status 404. */
const VIEWS = /^\/(?:|record|story\/[^/]+|party\/[^/]+|relations|relation\/[^/]+\/[^/]+|network|happening\/[^/]+|review|changes|watching|docs)$/;

/** Serves the page: its files by name (their names change with their content), its one document at every view's address. */
export function page(): Handler<Env> {
  const files = new Map<string, Parcel>();
  if (folder) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      files.set(`/${path.slice(folder.length).replaceAll('\\', '/')}`, new Parcel(readFileSync(path), TYPES[extname(path)] ?? 'application/octet-stream', BEST));
    }
  }
  return async (c: Context<Env>) => {
    const { path } = c.req, file = path === '/index.html' ? undefined : files.get(path);
    if (file) return file.answer(c, path.startsWith('/assets/') ? { 'Cache-Control': 'public, max-age=31536000, immutable' } : {});
    const document = files.get('/index.html');
    if (!document) return c.text('The page has not been built. Run "npm run build" in Dragoman\'s folder.\n', 503);
    const answer = await document.answer(c);
    return VIEWS.test(decodeURI(path)) ? answer : new Response(answer.body, { status: answer.status === 200 ? 404 : answer.status, headers: answer.headers });
  };
}
