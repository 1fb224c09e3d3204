/** A request target that is safe to route: decoded once, and with only one possible reading. */
export interface Target {
  /** Decoded, as an HTTP API passes it on. */
  readonly rawPath: string;
  /** `/a/b` is `['a', 'b']`; `/a/` is `['a', '']`; `/` is `[]`. */
  readonly segments: readonly string[];
  /** As received, still encoded. */
  readonly rawQueryString: string;
}

// A decoded slash, backslash, question mark or hash would make another path; control characters are not allowed.
const FORBIDDEN = /[/\\?#\p{Cc}]/u;

/** `undefined` if no browser would send the target: an absolute URL, dot segments, broken encoding. */
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
