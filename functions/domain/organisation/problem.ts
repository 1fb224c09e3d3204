/** Something to correct: where, as `systems[0].id` or `line 3, column 1`, and what. */
export interface OrganisationProblem {
  readonly path: string;
  readonly message: string;
}

export type Problems = Generator<OrganisationProblem, void>;

/** A path as people write it; the whole file when there is none. */
export function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the file';
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text === '' ? '' : '.'}${String(part)}`),
    '',
  );
}
