import type * as z from 'zod';

/** A mistake in a description: its path, such as `systems[0].id` or `line 3, column 1`, and what to correct. */
export interface OrganisationProblem {
  readonly path: string;
  readonly message: string;
}

export type Problems = Generator<OrganisationProblem, void>;

/**
 * The mistakes that a schema found, one problem each. If a field may have several shapes, the problem is taken from one
 * shape: the first whose mistake is in a part of the value.
 */
export function problemsOf(issues: readonly z.core.$ZodIssue[]): readonly OrganisationProblem[] {
  return issues.flatMap(placedIssues).map(({ path, message }) => ({ path: placeOf(path), message }));
}

interface PlacedIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function placedIssues(issue: z.core.$ZodIssue): readonly PlacedIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const deepest = issue.errors
    .map((inner) => inner.flatMap(placedIssues))
    .filter((inner) => inner.some(({ path }) => path.length > 0))
    .at(0);
  return deepest?.map(({ path, message }) => ({ path: [...issue.path, ...path], message })) ?? [issue];
}

/** A path in the usual notation, such as `systems[0].id`. For an empty path it is `the file`. */
export function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the file';
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text === '' ? '' : '.'}${String(part)}`),
    '',
  );
}
