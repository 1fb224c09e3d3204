/** A request target that is safe to route: decoded once, with nothing in it that could be read as another path. */
export interface Target {
  /** Decoded, as an HTTP API hands it over. */
  readonly rawPath: string;
  /** `/a/b` is `['a', 'b']`; `/a/` is `['a', '']`; `/` is `[]`. */
  readonly segments: readonly string[];
  /** As it came, still encoded. */
  readonly rawQueryString: string;
}

// A decoded slash, backslash, question mark or hash would make one path of two; control characters have no business.
const FORBIDDEN = /[/\\?#\p{Cc}]/u;

/** `undefined` when the target is none that a browser would send: an absolute URL, dot segments, broken encoding. */
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
