import type { SearchedSystem, Working } from './state.ts';

/** How a system stands for an answer: exactly one of these, always (DESIGN section 1, never silent). */
export type SystemOutcome =
  | { readonly outcome: 'found' | 'nothing-held'; readonly asOf: string }
  | { readonly outcome: 'withheld'; readonly asOf: string; readonly ground: string }
  | { readonly outcome: 'failed'; readonly asOf: string; readonly reason: string }
  | { readonly outcome: 'pending'; readonly reason: 'manual-search' | 'search-not-finished' };

/**
 * One failed wave makes the whole system failed, whatever other waves found: a failed search never looks complete.
 * What was found is delivered all the same.
 */
export function outcomeOf(system: SearchedSystem, waves: Pick<Working, 'wave'>): SystemOutcome {
  const failed = system.replies.find(({ result }) => result === 'failed');
  if (failed !== undefined) return { outcome: 'failed', asOf: failed.at, reason: failed.reason ?? 'unavailable' };
  const last = system.replies.at(-1);
  if (last === undefined || (system.mode === 'automatic' && missingWaves(system, waves).length > 0))
    return { outcome: 'pending', reason: system.mode === 'manual' ? 'manual-search' : 'search-not-finished' };
  const withheld = system.replies.find(({ result }) => result === 'withheld');
  if (withheld !== undefined) return { outcome: 'withheld', asOf: withheld.at, ground: withheld.ground ?? '' };
  const found = system.replies.some(({ result }) => result === 'found');
  return { outcome: found ? 'found' : 'nothing-held', asOf: last.at };
}

/** Whether an answer must still follow for this system. */
export function isUnresolved(system: SearchedSystem, waves: Pick<Working, 'wave'>): boolean {
  const { outcome } = outcomeOf(system, waves);
  return outcome === 'failed' || outcome === 'pending';
}

/** Waves in which an automatic system has not been asked yet, or not to the end. A staff answer (wave 0) stands for all. */
export function missingWaves(system: SearchedSystem, { wave }: Pick<Working, 'wave'>): readonly number[] {
  if (system.replies.some((reply) => reply.wave === 0)) return [];
  return Array.from({ length: wave }, (_, index) => index + 1).filter(
    (number) => !system.replies.some((reply) => reply.wave === number),
  );
}
