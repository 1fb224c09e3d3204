import type { ReviewGroup } from '../../review/entry.ts';
import { rejectedItems } from '../../review/ownership.ts';
import type { SearchedSystem, Search } from '../state.ts';
import { suffices } from '../vocabulary.ts';
import { searchesSystem } from './waves.ts';

/** The outcome of a system in an answer: always exactly one of these. */
export type SystemOutcome =
  | { readonly outcome: 'found' | 'nothing-held' | 'answered'; readonly asOf: string }
  | { readonly outcome: 'withheld'; readonly asOf: string; readonly ground: string }
  | { readonly outcome: 'failed'; readonly asOf: string; readonly reason: string }
  | { readonly outcome: 'pending'; readonly reason: 'manual-search' | 'search-not-finished' | 'stronger-proof' };

/** The values of the search that an outcome depends on: the waves, and the level of proof. */
export type Measure = Pick<Search, 'wave' | 'adoptions' | 'level'>;

/**
 * The outcome of a system. If one wave failed, the whole system counts as failed, so that a failed search never looks
 * complete. The answer still contains the records of the other waves, if the proof of identity is strong enough for
 * them.
 */
export function outcomeOf(system: SearchedSystem, measure: Measure): SystemOutcome {
  // If several waves failed, the reason is taken from one that was not completed. `unread-records` (the search read
  // everything except some records) is the lesser failure.
  const failures = system.replies.filter(({ result }) => result === 'failed');
  const failed = failures.find(({ reason }) => reason !== 'unread-records') ?? failures[0];
  if (failed !== undefined) return { outcome: 'failed', asOf: failed.at, reason: failed.reason ?? 'unavailable' };
  const last = system.replies.at(-1);
  if (last === undefined || (system.mode === 'automatic' && missingWaves(system, measure).length > 0))
    return { outcome: 'pending', reason: system.mode === 'manual' ? 'manual-search' : 'search-not-finished' };
  if (isBlocked(system, measure)) return { outcome: 'pending', reason: 'stronger-proof' };
  const withheld = system.replies.find(({ result }) => result === 'withheld');
  if (withheld !== undefined) return { outcome: 'withheld', asOf: withheld.at, ground: withheld.ground ?? '' };
  if (last.result === 'answered') return { outcome: 'answered', asOf: last.at };
  const found = system.replies.some(({ result }) => result === 'found');
  return { outcome: found ? 'found' : 'nothing-held', asOf: last.at };
}

/** Whether the result of a system is still open, so that a later answer must give it. */
export function isUnresolved(system: SearchedSystem, measure: Measure): boolean {
  if (isBlocked(system, measure)) return true;
  const { outcome } = outcomeOf(system, measure);
  return outcome === 'pending' || (outcome === 'failed' && !system.givenUp);
}

/**
 * Whether a search found something (`cameToSomething`) in a system whose data need a stronger proof of identity than
 * the person has given. Until the stronger proof, no counts, kinds, refusals or grounds of this system are disclosed,
 * even if its search failed half-way. Letters do not name the system. The answer names every system, and says of this
 * one only that we come back to it. Every page, letter and manifest uses this rule. If the search found nothing, the
 * person is not asked for a stronger proof (Art. 12(6); practice 7 in `domain/README.md`). A person who is asked can
 * therefore conclude that something was found, but not what.
 */
export function isBlocked(system: SearchedSystem, { level }: Pick<Measure, 'level'>): boolean {
  return !suffices(level, system.level) && cameToSomething(system);
}

/**
 * Whether a search found anything, even if it is only an unreadable record or a record that may be somebody else's. A
 * sealed result (`answered`) always counts, because the proof that we ask for must not tell what the result is.
 */
export function cameToSomething({ replies }: Pick<SearchedSystem, 'replies'>): boolean {
  return replies.some(
    ({ result, records, possible, disputed, reason }) =>
      result === 'found' ||
      result === 'withheld' ||
      result === 'answered' ||
      reason === 'unread-records' ||
      records + possible + disputed > 0,
  );
}

/** The outcome of a system, as letters and pages tell the person. Staff see `outcomeOf`. */
export function toldOutcome(system: SearchedSystem, measure: Measure): SystemOutcome {
  return isBlocked(system, measure) ? { outcome: 'pending', reason: 'stronger-proof' } : outcomeOf(system, measure);
}

/**
 * How many records of a system may be the person's and are in no answer: `possible` and `disputed`. A record that staff
 * rejected in the review is not the person's, so it does not count.
 */
export function uncertainRecords(
  { id, replies }: Pick<SearchedSystem, 'id' | 'replies'>,
  review: readonly ReviewGroup[],
): { readonly possible: number; readonly disputed: number } {
  const rejected = [...(rejectedItems(review).get(id)?.values() ?? [])];
  const count = (of: 'possible' | 'disputed'): number =>
    Math.max(0, replies.reduce((sum, reply) => sum + reply[of], 0) - rejected.filter(({ was }) => was === of).length);
  return { possible: count('possible'), disputed: count('disputed') };
}

/**
 * The waves from which an automatic system has no result yet. A result that staff entered (wave 0) counts for all
 * waves.
 */
export function missingWaves(
  system: SearchedSystem,
  { wave, adoptions }: Pick<Measure, 'wave' | 'adoptions'>,
): readonly number[] {
  if (system.replies.some((reply) => reply.wave === 0)) return [];
  return Array.from({ length: wave }, (_, index) => index + 1).filter(
    (number) => searchesSystem(adoptions, system.id, number) && !system.replies.some((reply) => reply.wave === number),
  );
}
