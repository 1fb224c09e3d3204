import { unsentCodeFrom } from './identity/unsent-code.ts';
import { leaseEnd } from './letters/decide.ts';
import { keyOf } from './letters/letter-key.ts';
import { owedLetters } from './letters/letters.ts';
import { hasEnded, type Common, type OpenedCase } from './state.ts';
import { never } from './contact/contact-history.ts';
import { purposeSchema } from './vocabulary.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * The next instant (ISO 8601) after `now` at which the case can owe something without a further commit; `undefined` if
 * it owes nothing until its next commit. The caller has already tried to send or make everything that the case owes at
 * `now`. A case owes something without a further commit in these cases:
 *
 * - A change of the contact point takes effect.
 * - Another process may send a letter (`leaseEnd`): the time of the first process, or the wait after a failed
 *   attempt, is over.
 * - A code that was not sent expires, and a new one is made.
 * - Once a day until the end of the case, a workflow that has started is looked at, in case the event about its end was
 *   lost.
 */
export function nextOwed(state: OpenedCase, now: string): string | undefined {
  const instants = [...contactInstants(state.common), ...letterInstants(state, now), ...codeInstants(state.common)];
  if (!hasEnded(state) && state.common.executions > 0) instants.push(new Date(Date.parse(now) + day).toISOString());
  return earliest(instants.filter((one) => one > now));
}

/** The next instant after `now` (ISO 8601) at which a change of the contact point takes effect. */
export function nextContactChange(common: Common, now: string): string | undefined {
  return earliest(contactInstants(common).filter((one) => one > now));
}

/** The earliest of several instants (ISO 8601); `undefined` if there is none. */
export function earliest(instants: readonly (string | undefined)[]): string | undefined {
  return instants.filter((one) => one !== undefined).toSorted()[0];
}

function contactInstants({ contactChanges, post }: Common): string[] {
  const changes = contactChanges.map(({ effectiveAt }) => effectiveAt).filter((at) => at !== never);
  return post === null ? changes : [...changes, post.effectiveAt];
}

function letterInstants(state: OpenedCase, now: string): readonly string[] {
  return owedLetters(state, now).flatMap(({ letter }) => {
    const kept = state.common.letters.get(keyOf(letter));
    return kept === undefined ? [] : [new Date(leaseEnd(kept)).toISOString()];
  });
}

function codeInstants(common: Common): readonly string[] {
  return purposeSchema.options.flatMap((purpose) => unsentCodeFrom(common, purpose) ?? []);
}
