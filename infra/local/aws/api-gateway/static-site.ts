import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { gatewayReply, type Reply } from './reply.ts';
import type { Target } from './target.ts';

/** A built single-page application, which the gateway serves from a folder. */
export interface StaticSite {
  /** For example `/console`: the pages of the application are then under `/console/`. */
  readonly prefix: string;
  readonly folder: string;
  readonly contentSecurityPolicy: string;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * Finds the site to which a path belongs; `undefined` if there is none. If several sites match, the site with the
 * longest prefix wins.
 */
export function siteOf(sites: readonly StaticSite[], target: Target): StaticSite | undefined {
  return sites
    .filter(({ prefix }) => prefix === '/' || target.rawPath === prefix || target.rawPath.startsWith(`${prefix}/`))
    .sort((a, b) => b.prefix.length - a.prefix.length)[0];
}

/**
 * Responds with a file of a site. If there is no file with this path, the response is 404 for a path with a file
 * extension (`/console/x.js`), and `index.html` for any other path, because it is a page of the application
 * (`/console/cases`).
 */
export async function serveSite(site: StaticSite, method: string, target: Target): Promise<Reply> {
  if (method !== 'GET' && method !== 'HEAD') return gatewayReply(405, 'Method Not Allowed', { allow: 'GET, HEAD' });
  // `/console` redirects to `/console/`. Otherwise the browser would resolve the relative links of the page from the
  // wrong folder.
  if (target.rawPath === site.prefix && site.prefix !== '/') {
    const query = target.rawQueryString === '' ? '' : `?${target.rawQueryString}`;
    return { status: 302, headers: { location: `${site.prefix}/${query}` }, body: Buffer.alloc(0) };
  }
  const inside = target.segments.slice(site.prefix.split('/').filter((part) => part !== '').length);
  if (inside.slice(0, -1).includes('')) return gatewayReply(404, 'Not Found');
  const asked = inside.join('/');
  const isPlace = asked === '' || extname(asked) === '';
  const file = (await fileIn(site.folder, asked)) ?? (isPlace ? await fileIn(site.folder, 'index.html') : undefined);
  if (file === undefined) return gatewayReply(404, 'Not Found');
  return {
    status: 200,
    headers: {
      'cache-control': 'no-cache',
      'content-security-policy': site.contentSecurityPolicy,
      'content-type': MEDIA_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    body: await readFile(file),
  };
}

/**
 * The real path of a file inside the folder; `undefined` if there is no such file, or if a symbolic link leads out of
 * the folder.
 */
async function fileIn(folder: string, asked: string): Promise<string | undefined> {
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, asked));
    if (!file.startsWith(`${root}${sep}`)) return undefined;
    return (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}
