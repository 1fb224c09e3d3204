import { refuse, type Named, type RefusedBy, type RuleOf } from '#domain/case/refusals/refuse.ts';

type IncompleteRule = RuleOf<'incomplete'>;

/**
 * The refusal of a command with missing or wrong fields, for problems that the schema of a single field cannot detect:
 * for example, the ending `deceased` requires the field `estateRoute`.
 */
export interface Incomplete extends RefusedBy<IncompleteRule> {
  /** The names of the fields that staff must add or correct. */
  readonly fields: readonly string[];
}

/** Makes the refusal of a command whose `fields` are missing or wrong. */
export function incomplete<R extends IncompleteRule>(
  fields: readonly string[],
  rule: R,
  ...named: Named<R>
): Incomplete {
  return { ...refuse(rule, ...named), fields };
}
