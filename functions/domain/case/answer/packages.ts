import type { EventOf } from '../events.ts';
import { canBeReopened } from '../lifecycle/ending-rules.ts';
import type { AnswerPackage, Common, OpenedCase } from '../state.ts';

/** The package that was begun last, if any was. */
export function lastPackage({ packages }: Pick<Common, 'packages'>): AnswerPackage | undefined {
  return packages.at(-1);
}

/** What is known once a package is begun. */
export function withPackage(common: Common, round: number): Common {
  const attempt = common.packages.filter((one) => one.round === round).length + 1;
  return { ...common, packages: [...common.packages, { round, attempt, erased: false }] };
}

/**
 * What is known once the last package is in its bucket. The package may have been begun before the case ended, erased
 * then, and made after the case was reopened.
 */
export function withPackageMade(common: Common): Common {
  const last = common.packages.length - 1;
  return {
    ...common,
    packages: common.packages.map((one, index) => (index === last ? { ...one, erased: false } : one)),
  };
}

/** What is known once a package has been erased from its bucket. */
export function withErased(common: Common, { round, attempt }: EventOf<'answer-erased'>): Common {
  return {
    ...common,
    packages: common.packages.map((one) =>
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
  // A finished package is sent once a case that can be reopened is reopened.
  return stage.kind === 'closed' && stage.resume?.kind === 'assembled' && canBeReopened(state);
}
