import { canBeReopened } from './ending-rules.ts';
import type { EventOf } from './events.ts';
import type { AnswerPackage, Opened, OpenedCase } from './state.ts';

/** The package that was begun last, if any was. */
export function lastPackage({ packages }: Pick<Opened, 'packages'>): AnswerPackage | undefined {
  return packages.at(-1);
}

/** The state with a package begun. */
export function withPackage<State extends Opened>(state: State, round: number): State {
  const attempt = state.packages.filter((one) => one.round === round).length + 1;
  return { ...state, packages: [...state.packages, { round, attempt, erased: false }] };
}

/** The state with the last package in its bucket: also one that was begun before the case ended, and made after it went on. */
export function withMade<State extends Opened>(state: State): State {
  const last = state.packages.length - 1;
  return { ...state, packages: state.packages.map((one, index) => (index === last ? { ...one, erased: false } : one)) };
}

/** The state with a package gone from its bucket. */
export function withErased<State extends Opened>(state: State, { round, attempt }: EventOf<'answer-erased'>): State {
  return {
    ...state,
    packages: state.packages.map((one) =>
      one.round === round && one.attempt === attempt ? { ...one, erased: true } : one,
    ),
  };
}

/**
 * The packages that nobody is to have (any more): of an answer that was taken back, of a case that ended before it was
 * delivered, and those that a later decision overtook. One may still be in the making, or in its bucket again since it
 * was erased: `erased` says only whether that was recorded.
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
  // What is ready goes out when a case that can be taken up again is.
  return state.status === 'closed' && state.resume?.status === 'assembled' && canBeReopened(state);
}
