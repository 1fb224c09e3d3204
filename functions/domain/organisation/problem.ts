/** Something to correct: where, as `systems[0].id` or `line 3, column 1`, and what. */
export interface OrganisationProblem {
  readonly path: string;
  readonly message: string;
}

export type Problems = Generator<OrganisationProblem, void>;
