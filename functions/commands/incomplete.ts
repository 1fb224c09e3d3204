import { refuse, type Named, type RefusedBy, type RuleOf } from '#domain/case/refusals/refuse.ts';

type IncompleteRule = RuleOf<'incomplete'>;

/** A fault in a command that the schema alone cannot find. */
export interface Incomplete extends RefusedBy<IncompleteRule> {
  /** The fields that must be added or corrected. */
  readonly fields: readonly string[];
  /** The message without the names of the fields. */
  readonly words: string;
}

/** Refuses a command because some of its fields must be added or corrected. */
export function incomplete<R extends IncompleteRule>(
  fields: readonly string[],
  rule: R,
  ...named: Named<R>
): Incomplete {
  const refused = refuse(rule, ...named);
  return { ...refused, fields, words: refused.message, message: `${fields.join(', ')}: ${refused.message}` };
}
