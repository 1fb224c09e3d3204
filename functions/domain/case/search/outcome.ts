import type { SearchedSystem, Working } from '../state.ts';
import { suffices } from '../vocabulary.ts';

/** How a system stands for an answer: exactly one of these, always. */
export type SystemOutcome =
  | { readonly outcome: 'found' | 'nothing-held'; readonly asOf: string }
  | { readonly outcome: 'withheld'; readonly asOf: string; readonly ground: string }
  | { readonly outcome: 'failed'; readonly asOf: string; readonly reason: string }
  | { readonly outcome: 'pending'; readonly reason: 'manual-search' | 'search-not-finished' | 'stronger-proof' };

/** What outcomes depend on besides the system: how often was searched, and how strongly the identity is proven. */
export type Measure = Pick<Working, 'wave' | 'level'>;

/**
 * One failed wave makes the whole system failed, whatever other waves found: a failed search never looks complete.
 * What was found is delivered all the same, unless the identity is not proven strongly enough for it.
 */
export function outcomeOf(system: SearchedSystem, measure: Measure): SystemOutcome {
  // That something could not be read says less than that a wave did not come to its end.
  const failures = system.replies.filter(({ result }) => result === 'failed');
  const failed = failures.find(({ reason }) => reason !== 'unread-records') ?? failures[0];
  if (failed !== undefined) return { outcome: 'failed', asOf: failed.at, reason: failed.reason ?? 'unavailable' };
  const last = system.replies.at(-1);
  if (last === undefined || (system.mode === 'automatic' && missingWaves(system, measure).length > 0))
    return { outcome: 'pending', reason: system.mode === 'manual' ? 'manual-search' : 'search-not-finished' };
  if (isBlocked(system, measure)) return { outcome: 'pending', reason: 'stronger-proof' };
  const withheld = system.replies.find(({ result }) => result === 'withheld');
  if (withheld !== undefined) return { outcome: 'withheld', asOf: withheld.at, ground: withheld.ground ?? '' };
  const found = system.replies.some(({ result }) => result === 'found');
  return { outcome: found ? 'found' : 'nothing-held', asOf: last.at };
}

/** Whether an answer must still follow for this system. */
export function isUnresolved(system: SearchedSystem, measure: Measure): boolean {
  if (isBlocked(system, measure)) return true;
  const { outcome } = outcomeOf(system, measure);
  return outcome === 'pending' || (outcome === 'failed' && !system.givenUp);
}

/**
 * Whether nothing may be told of a system yet: it holds something, or something that may be the person's, and that needs a
 * stronger proof of identity than there is. Until then no count, kind, refusal, ground or name of it is told, also where
 * its search failed half-way. Every page, letter and manifest asks this. Nobody is asked for more where the search came
 * to nothing at all (Art. 12(6); practice 7): so a person who is asked can conclude that one of the systems that need a
 * stronger proof came to something, but not which one, nor what.
 */
export function isBlocked(system: SearchedSystem, { level }: Pick<Measure, 'level'>): boolean {
  return !suffices(level, system.level) && cameToSomething(system);
}

/** Whether a search came to anything at all, be it only a record that may be the person's or that could not be read. */
export function cameToSomething({ replies }: Pick<SearchedSystem, 'replies'>): boolean {
  return replies.some(
    ({ result, records, possible, disputed, reason }) =>
      result === 'found' || result === 'withheld' || reason === 'unread-records' || records + possible + disputed > 0,
  );
}

/** The outcome of a system as the person is told of it; `outcomeOf` is what staff see. */
export function toldOutcome(system: SearchedSystem, measure: Measure): SystemOutcome {
  return isBlocked(system, measure) ? { outcome: 'pending', reason: 'stronger-proof' } : outcomeOf(system, measure);
}

/** Records of a system that may be the person's and are in no answer: `possible`, and `disputed`. */
export function uncertainRecords({ replies }: Pick<SearchedSystem, 'replies'>): {
  readonly possible: number;
  readonly disputed: number;
} {
  return {
    possible: replies.reduce((sum, reply) => sum + reply.possible, 0),
    disputed: replies.reduce((sum, reply) => sum + reply.disputed, 0),
  };
}

/** Waves in which an automatic system has not been asked yet, or not to the end. A staff answer (wave 0) stands for all. */
export function missingWaves(system: SearchedSystem, { wave }: Pick<Measure, 'wave'>): readonly number[] {
  if (system.replies.some((reply) => reply.wave === 0)) return [];
  return Array.from({ length: wave }, (_, index) => index + 1).filter(
    (number) => !system.replies.some((reply) => reply.wave === number),
  );
}
