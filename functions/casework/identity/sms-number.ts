import { isShared } from '#domain/case/contact/shared-contact.ts';
import type { OpenedCase, Common } from '#domain/case/state.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { takesSms } from '#domain/identifiers/phone.ts';
import type { Controller, Organisation } from '#domain/organisation/organisation.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';

/**
 * The telephone number that the person stated, if its country (ISO 3166-1) is one to which the controller sends SMS.
 * `undefined` also if several people read the messages of the telephone. Numbers in the searched systems are not used,
 * because the offer would disclose that a system knows the number.
 */
export function statedNumber(
  common: Common,
  profile: SubjectProfile,
  countries: readonly string[],
): Identifier | undefined {
  return isShared(common, 'sms') ? undefined : profile.claimed.find((one) => takesSms(one, countries));
}

/**
 * The stated number to which a code for the first proof is sent. `undefined` after the first proof, or if the
 * controller sends no codes by SMS.
 */
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
 * The sender name of the controller's SMS, by the description in force today. An older description may have a sender
 * that the SMS account no longer has.
 */
export function smsSender({ controllers }: Organisation, controller: string): string | undefined {
  return controllers.find(({ id }) => id === controller)?.identity.smsCode?.sender;
}
