import type { Status } from '../state.ts';
import type { RefusalRule, RefusalValues } from './rules.ts';

/** The words of refusals in one language. */
export interface RefusalWords {
  readonly rules: Readonly<Record<RefusalRule, string>>;
  /** How a refusal names each status of a case. The English words follow "the case is", the Swedish words "ärendet". */
  readonly statuses: Readonly<Record<Status, string>>;
}

/**
 * The text of a refusal in one language. `write` formats a value (a date or a code) in that language. Without `write`
 * the value is inserted unchanged.
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
