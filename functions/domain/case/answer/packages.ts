import type { EventOf } from '../events.ts';
import { canBeReopened } from '../lifecycle/ending-rules.ts';
import type { AnswerPackage, Common, OpenedCase } from '../state.ts';

/** The latest package, finished or not; `undefined` if none was begun. */
export function lastPackage({ packages }: Pick<Common, 'packages'>): AnswerPackage | undefined {
  return packages.at(-1);
}

/** The state after the making of a package was begun. */
export function withPackage(common: Common, round: number): Common {
  const attempt = common.packages.filter((one) => one.round === round).length + 1;
  return { ...common, packages: [...common.packages, { round, attempt, erased: false }] };
}

/**
 * The state after the last package was stored in the bucket. The package is not erased (`erased` is `false`), even if
 * the case ended and was reopened while the package was being made.
 */
export function withPackageMade(common: Common): Common {
  const last = common.packages.length - 1;
  return {
    ...common,
    packages: common.packages.map((one, index) => (index === last ? { ...one, erased: false } : one)),
  };
}

/** The state after a package was erased from the bucket. */
export function withErased(common: Common, { round, attempt }: EventOf<'answer-erased'>): Common {
  return {
    ...common,
    packages: common.packages.map((one) =>
      one.round === round && one.attempt === attempt ? { ...one, erased: true } : one,
    ),
  };
}

/**
 * The packages that nobody may fetch:
 *
 * - Packages of an answer that was taken back.
 * - Packages that a later decision made outdated.
 * - Packages of a case that ended before the delivery. If the case can be reopened, its finished package is kept,
 *   because it is then delivered.
 *
 * A package in this list may exist even if `erased` is `true`: a process that was still making the package may have
 * stored it again after the erasure.
 */
export function unwantedPackages(state: OpenedCase): readonly AnswerPackage[] {
  return state.common.packages.filter((one) => !isWanted(state, one));
}

/** The packages that are still to be erased. */
export function erasuresOwed(state: OpenedCase): readonly AnswerPackage[] {
  return unwantedPackages(state).filter(({ erased }) => !erased);
}

function isWanted(state: OpenedCase, one: AnswerPackage): boolean {
  const { common, stage } = state;
  const delivery = common.deliveries.find(({ round, attempt }) => round === one.round && attempt === one.attempt);
  if (delivery !== undefined) return !delivery.revoked;
  if (lastPackage(common) !== one) return false;
  if (stage.kind === 'assembling' || stage.kind === 'assembled') return true;
  // A closed case keeps its finished package if it can be reopened: the package is then delivered.
  return stage.kind === 'closed' && stage.resume?.kind === 'assembled' && canBeReopened(state);
}
