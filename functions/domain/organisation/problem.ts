import type * as z from 'zod';

/** A mistake in `organisation.yaml`: its path, such as `systems[0].id` or `line 3, column 1`, and what to correct. */
export interface OrganisationProblem {
  readonly path: string;
  readonly message: string;
}

export type Problems = Generator<OrganisationProblem, void>;

/**
 * Makes a problem of each error that zod found. If the schema of a value is a union, zod lists the errors of each
 * member. This function then returns the errors of the first member that has an error inside the value, such as
 * `systems[0].secret` in `systems[0]`.
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

/** Writes a path as text, such as `systems[0].id`. An empty path is written as `the file`. */
export function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the file';
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text === '' ? '' : '.'}${String(part)}`),
    '',
  );
}
