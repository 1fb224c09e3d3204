import type { Status } from '../state.ts';
import type { RefusalRule, RefusalValues } from './rules.ts';

/** What is said of refusals in one language. */
export interface RefusalWords {
  readonly rules: Readonly<Record<RefusalRule, string>>;
  /** How a case stands, where a rule names it: after "the case is", or after "ärendet". */
  readonly statuses: Readonly<Record<Status, string>>;
}

/** A refusal in words. `write` says how a value is written in the language: a date, a code; as it is without it. */
export function refusalInWords(
  words: RefusalWords,
  rule: RefusalRule,
  values: RefusalValues,
  write: (name: string, value: string) => string = (_, value) => value,
): string {
  const statuses: Readonly<Record<string, string>> = words.statuses;
  return words.rules[rule].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return name === 'status' ? (statuses[value] ?? value) : write(name, value);
  });
}
