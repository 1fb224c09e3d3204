import { refuse, type Named, type Refused, type RuleOf } from '#domain/case/refusals/refuse.ts';

type IncompleteRule = RuleOf<'incomplete'>;

/** What is missing from a command that the schema alone cannot ask for. */
export interface Incomplete extends Refused<IncompleteRule> {
  /** Which of its fields are not right. */
  readonly fields: readonly string[];
  /** The message without the fields. */
  readonly words: string;
}

/** Asks for what is missing, or not right, in some fields of a command. */
export function incomplete<R extends IncompleteRule>(
  fields: readonly string[],
  rule: R,
  ...named: Named<R>
): Incomplete {
  const refused = refuse(rule, ...named);
  return { ...refused, fields, words: refused.message, message: `${fields.join(', ')}: ${refused.message}` };
}
