import type { Search } from '../state.ts';

/**
 * A wave that searches only some systems, because staff adopted records of them: each of these systems is searched again
 * for the records, their parts and their documents.
 */
export interface AdoptionWave {
  readonly wave: number;
  readonly systems: readonly string[];
}

/** Whether a wave searches a system. A wave that was not made for adopted records searches every system. */
export function searchesSystem(adoptions: readonly AdoptionWave[], system: string, wave: number): boolean {
  const only = adoptions.find((one) => one.wave === wave);
  return only === undefined || only.systems.includes(system);
}

/** Whether a system is searched in a wave because staff adopted records of it. */
export function isForAdopted({ adoptions }: Pick<Search, 'adoptions'>, system: string, wave: number): boolean {
  return adoptions.some((one) => one.wave === wave && one.systems.includes(system));
}

/**
 * The number of the last wave that the case needs. Each identifier that is accepted or proven after a wave, and each
 * adopted record, needs a later wave, which may not have begun.
 */
export function lastWave({ wave, proven, learned, adoptions }: Search): number {
  return Math.max(
    wave,
    ...proven.map((one) => one.wave),
    ...learned.map(({ decision }) => (decision !== null && decision.accepted ? decision.wave : 0)),
    ...adoptions.map((one) => one.wave),
  );
}

/**
 * The wave that searches for an identifier that is accepted or proven now. Identifiers share a wave, but not with adopted
 * records, because a wave for identifiers searches every system.
 */
export function waveForIdentifier({ wave, adoptions }: Pick<Search, 'wave' | 'adoptions'>): number {
  return Math.max(wave, ...adoptions.map((one) => one.wave)) + 1;
}
