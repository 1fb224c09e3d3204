import { isShared } from '#domain/case/contact/shared-contact.ts';
import type { OpenedCase, Common } from '#domain/case/state.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { takesSms } from '#domain/identifiers/takes-sms.ts';
import type { Controller, Organisation } from '#domain/organisation/organisation.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';

/**
 * The stated number that a code can go to by SMS in one of the countries (ISO 3166-1). What systems hold plays no part,
 * so that nobody learns from the offer whether a number is known.
 */
export function statedNumber(
  common: Common,
  profile: SubjectProfile,
  countries: readonly string[],
): Identifier | undefined {
  return isShared(common, 'sms') ? undefined : profile.claimed.find((one) => takesSms(one, countries));
}

/** The stated number to which the controller sends a code, while that would be the first proof. */
export function numberToProve(
  { common, stage }: OpenedCase,
  profile: SubjectProfile,
  { identity }: Controller,
): Identifier | undefined {
  return stage.kind === 'identifying' && identity.smsCode !== undefined
    ? statedNumber(common, profile, identity.smsCode.countries)
    : undefined;
}

/**
 * The sender of the controller's SMS, by the description in force: a sender that the account no longer has cannot send,
 * whatever the case's own description says.
 */
export function smsSender({ controllers }: Organisation, controller: string): string | undefined {
  return controllers.find(({ id }) => id === controller)?.identity.smsCode?.sender;
}
