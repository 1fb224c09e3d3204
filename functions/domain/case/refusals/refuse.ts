import { refusalRules, type RefusalRule, type RefusalValues } from './rules.ts';

type Code<R extends RefusalRule> = (typeof refusalRules)[R]['code'];
type ValueName<R extends RefusalRule> = (typeof refusalRules)[R]['values'][number];
/**
 * The arguments of `refuse` after the rule: the values for the names in braces in its words, or none if it has none.
 */
export type Named<R extends RefusalRule> = [ValueName<R>] extends [never]
  ? readonly []
  : readonly [values: Readonly<Record<ValueName<R>, string>>];

/** The rules whose code is `C`. */
export type RuleOf<C extends Code<RefusalRule>> = {
  [R in RefusalRule]: Code<R> extends C ? R : never;
}[RefusalRule];

/** Why a command was not carried out: the rule, and the values that its words contain. */
export interface RefusedBy<R extends RefusalRule> {
  readonly ok: false;
  readonly code: Code<R>;
  readonly rule: R;
  readonly values: RefusalValues;
}

/**
 * The refusal of a command by a rule. `named`: the values that replace the names in braces in the words of the rule.
 */
export function refuse<R extends RefusalRule>(rule: R, ...named: Named<R>): RefusedBy<R> {
  const values: RefusalValues = named[0] ?? {};
  return {
    ok: false,
    code: refusalRules[rule].code,
    rule,
    values,
  };
}
