import type { OpenedCase } from '#domain/case/state.ts';
import type { Person } from '#domain/identity-methods/method.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { statedNumber } from './sms-number.ts';

/**
 * Collects the facts about the person of a case that decide which methods of proof are offered. `has` says whether the
 * person has an identifier of a kind with which a proof can be compared.
 */
export function personOf({ common, stage }: OpenedCase, profile: SubjectProfile, has: Person['has']): Person {
  return {
    isUnproven: stage.kind === 'identifying',
    hasMail: profile.contact.kind === 'email',
    circumstances: common.circumstances,
    numberIn: (countries) => statedNumber(common, profile, countries),
    has,
  };
}
