import type { EventOf } from '../events.ts';
import { canBeReopened } from '../lifecycle/ending-rules.ts';
import type { AnswerPackage, Opened, OpenedCase } from '../state.ts';

/** The package that was begun last, if any was. */
export function lastPackage({ packages }: Pick<Opened, 'packages'>): AnswerPackage | undefined {
  return packages.at(-1);
}

/** The state with a package begun. */
export function withPackage<State extends Opened>(state: State, round: number): State {
  const attempt = state.packages.filter((one) => one.round === round).length + 1;
  return { ...state, packages: [...state.packages, { round, attempt, erased: false }] };
}

/**
 * The state once the last package is in its bucket. The package may have been begun before the case ended, erased then,
 * and made after the case was reopened.
 */
export function withPackageMade<State extends Opened>(state: State): State {
  const last = state.packages.length - 1;
  return { ...state, packages: state.packages.map((one, index) => (index === last ? { ...one, erased: false } : one)) };
}

/** The state once a package has been erased from its bucket. */
export function withErased<State extends Opened>(state: State, { round, attempt }: EventOf<'answer-erased'>): State {
  return {
    ...state,
    packages: state.packages.map((one) =>
      one.round === round && one.attempt === attempt ? { ...one, erased: true } : one,
    ),
  };
}

/**
 * The packages that nobody may fetch: those of an answer that was taken back, those of a case that ended before
 * delivery, and those that a later package replaced. `erased` says only that an erasure was recorded: a process that
 * was still at work on the package may have written it again since.
 */
export function unwantedPackages(state: OpenedCase): readonly AnswerPackage[] {
  return state.packages.filter((one) => !isWanted(state, one));
}

/** The packages that are still to be erased. */
export function erasuresOwed(state: OpenedCase): readonly AnswerPackage[] {
  return unwantedPackages(state).filter(({ erased }) => !erased);
}

function isWanted(state: OpenedCase, one: AnswerPackage): boolean {
  const delivery = state.deliveries.find(({ round, attempt }) => round === one.round && attempt === one.attempt);
  if (delivery !== undefined) return !delivery.revoked;
  if (lastPackage(state) !== one) return false;
  if (state.status === 'assembling' || state.status === 'assembled') return true;
  // A finished package is sent once a case that can be reopened is reopened.
  return state.status === 'closed' && state.resume?.status === 'assembled' && canBeReopened(state);
}
