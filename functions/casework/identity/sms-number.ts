import { isShared } from '#domain/case/contact/shared-contact.ts';
import type { OpenedCase, Common } from '#domain/case/state.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { takesSms } from '#domain/identifiers/takes-sms.ts';
import type { Controller, Organisation } from '#domain/organisation/organisation.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';

/**
 * The stated number in one of the countries (ISO 3166-1) to which a code can be sent by SMS. Numbers in the searched
 * systems are not used, so that the offer does not disclose whether a number is known.
 */
export function statedNumber(
  common: Common,
  profile: SubjectProfile,
  countries: readonly string[],
): Identifier | undefined {
  return isShared(common, 'sms') ? undefined : profile.claimed.find((one) => takesSms(one, countries));
}

/** The stated number to which the controller sends a code for the first proof; `undefined` after the first proof. */
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
 * The sender of the controller's SMS, by the description in force. The description of the case may name a sender that
 * the SMS account no longer has.
 */
export function smsSender({ controllers }: Organisation, controller: string): string | undefined {
  return controllers.find(({ id }) => id === controller)?.identity.smsCode?.sender;
}
