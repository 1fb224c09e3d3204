export interface Route {
  /** The HTTP method in capitals, or `ANY`. */
  readonly method: string;
  /** For example `/v1/requests/{reference}` or `/portal/{proxy+}`. */
  readonly path: string;
  /** The name of the function that handles the route. */
  readonly function: string;
  readonly auth: 'none' | 'jwt';
}

export interface RouteMatch {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

type Part =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'greedy'; readonly name: string };

interface Pattern {
  readonly route: Route;
  readonly parts: readonly Part[];
}

/**
 * Returns a function that finds the route of a request as an HTTP API does: of all routes that match the path and the
 * method, the most specific one. Paths are compared segment by segment from the left: a fixed text wins over `{name}`,
 * and `{name}` over `{name+}`. If two routes have the same path, the one with a method wins over the one with `ANY`.
 * Throws if a route occurs twice or a path cannot be read.
 */
export function routeTable(
  routes: readonly Route[],
): (method: string, segments: readonly string[]) => RouteMatch | undefined {
  const patterns = routes.map((route) => ({ route, parts: readPath(route.path) })).sort(bySpecificity);
  const keys = patterns.map(({ route, parts }) => `${route.method} ${parts.map(shape).join('/')}`);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new Error(`two routes are the same: ${twice}`);

  return (method, segments) => {
    for (const { route, parts } of patterns) {
      if (route.method !== 'ANY' && route.method !== method) continue;
      const pathParameters = matchParts(parts, segments);
      if (pathParameters !== undefined) return { route, pathParameters };
    }
    return undefined;
  };
}

/** True for a greedy route (`{name+}`), which also matches every longer path. */
export function isGreedy({ path }: Route): boolean {
  return path.endsWith('+}');
}

function readPath(path: string): readonly Part[] {
  if (!path.startsWith('/')) throw new Error(`a route's path starts with a slash: ${path}`);
  const texts = path === '/' ? [] : path.slice(1).split('/');
  return texts.map((text, index) => {
    const name = /^\{([\w.:-]+)(\+?)\}$/.exec(text);
    if (name?.[1] !== undefined && name[2] === '') return { kind: 'variable', name: name[1] };
    if (name?.[1] !== undefined && index === texts.length - 1) return { kind: 'greedy', name: name[1] };
    if (text === '' || /[{}]/.test(text)) throw new Error(`the path of a route cannot be read: ${path}`);
    return { kind: 'literal', text };
  });
}

const RANK = { literal: 0, variable: 1, greedy: 2 } as const;

function bySpecificity(a: Pattern, b: Pattern): number {
  const difference = a.parts
    .map((part, index) => RANK[part.kind] - RANK[b.parts[index]?.kind ?? 'literal'])
    .find((each) => each !== 0);
  return difference ?? Number(a.route.method === 'ANY') - Number(b.route.method === 'ANY');
}

function shape(part: Part): string {
  return part.kind === 'literal' ? part.text : RANK[part.kind] === RANK.greedy ? '{+}' : '{}';
}

function matchParts(parts: readonly Part[], segments: readonly string[]): Record<string, string> | undefined {
  const found: [string, string][] = [];
  for (const [index, part] of parts.entries()) {
    const segment = segments[index];
    if (segment === undefined) return undefined;
    // An empty segment is a segment too: `/a/` and `/a//b` are other paths than `/a` and `/a/b`. `{name}` never matches
    // an empty segment; `{name+}` may match a text with empty segments.
    if (segment === '' && part.kind !== 'greedy') return undefined;
    switch (part.kind) {
      case 'literal':
        if (part.text !== segment) return undefined;
        break;
      case 'variable':
        found.push([part.name, segment]);
        break;
      case 'greedy':
        return Object.fromEntries([...found, [part.name, segments.slice(index).join('/')]]);
    }
  }
  return parts.length === segments.length ? Object.fromEntries(found) : undefined;
}
