import type { Status } from '../state.ts';
import type { RefusalRule, RefusalValues } from './rules.ts';

/** The words of refusals in one language. */
export interface RefusalWords {
  readonly rules: Readonly<Record<RefusalRule, string>>;
  /** The status of a case, where a rule names it: after "the case is", or after "ärendet". */
  readonly statuses: Readonly<Record<Status, string>>;
}

/**
 * A refusal in words. `write` writes a value, a date or a code, in the language; without it the value stands as it is.
 */
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
