/**
 * A request target (path and query) that is safe to route. It is decoded only here, so the router and the function read
 * the same path.
 */
export interface Target {
  /** The decoded path, as an HTTP API passes it to the function. */
  readonly rawPath: string;
  /** `/a/b` is `['a', 'b']`; `/a/` is `['a', '']`; `/` is `[]`. */
  readonly segments: readonly string[];
  /** The query as received, still percent-encoded and without `?`; empty if there is none. */
  readonly rawQueryString: string;
}

// Characters that a decoded segment of a path must not contain. A slash, backslash, question mark or hash would change
// the meaning of the path. Control characters are never part of a path.
const FORBIDDEN = /[/\\?#\p{Cc}]/u;

/**
 * Reads a request target. Returns `undefined` for targets that no browser sends by itself, such as an absolute URL, dot
 * segments, an encoded slash, or broken percent-encoding.
 */
export function parseTarget(url: string): Target | undefined {
  const query = url.indexOf('?');
  const path = query === -1 ? url : url.slice(0, query);
  if (!path.startsWith('/') || path.includes('#')) return undefined;
  const segments = path === '/' ? [] : path.slice(1).split('/').map(decodeSegment);
  const safe = segments.filter((segment) => segment !== undefined);
  if (safe.length !== segments.length) return undefined;
  return { rawPath: `/${safe.join('/')}`, segments: safe, rawQueryString: query === -1 ? '' : url.slice(query + 1) };
}

function decodeSegment(segment: string): string | undefined {
  try {
    const text = decodeURIComponent(segment);
    return text === '.' || text === '..' || FORBIDDEN.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
