import { keyedHash } from '#domain/canonical/canonical.ts';
import { changesInForce } from '#domain/case/contact/contact-history.ts';
import { timeRunsTo, type Common } from '#domain/case/state.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../../commit/casework.ts';
import { loadCase } from '../../commit/commit-command.ts';
import { contactHash } from '../../commit/keys.ts';

/** Every e-mail address that is stored with a case. Some of these addresses never became the contact point. */
export function contactsOf(profile: SubjectProfile): readonly string[] {
  return [profile.contact, ...Object.values(profile.contacts)].flatMap(({ kind, value }) =>
    kind === 'email' ? [value] : [],
  );
}

/**
 * The e-mail addresses that are the contact point of the case at `now` (ISO 8601) or were it earlier. An address is
 * left out if somebody requested it as the new contact point and the change never took effect.
 */
export function contactsInForce(common: Common, profile: SubjectProfile, now: string): readonly string[] {
  const hashes = new Set([common.facts.contact.hash, ...changesInForce(common, now).map(({ to }) => to.hash)]);
  return contactsOf(profile).filter((value) => hashes.has(contactHash(profile.caseKey, { kind: 'email', value })));
}

/**
 * The subject profile of the case `named`, if the address is or was its contact point at `now` (ISO 8601); else
 * `undefined`. If that case was joined to another case, the function looks at the other case instead.
 */
export async function caseOfContact(
  casework: Casework,
  named: string,
  address: string,
  now: string,
): Promise<SubjectProfile | undefined> {
  const { state } = await loadCase(casework, named);
  if (state === undefined) return undefined;
  const into =
    state.stage.kind === 'closed' && state.stage.ending === 'joined' ? state.common.closings.at(-1)?.into : undefined;
  // The recursion ends, because a case can be joined only to an earlier case.
  if (into !== undefined && into !== null) return await caseOfContact(casework, into, address, now);
  const profile = await casework.profiles.get(named);
  return profile !== undefined && contactsInForce(state.common, profile, now).includes(address) ? profile : undefined;
}

/**
 * Whether the address is the present e-mail contact of the case at `now` (ISO 8601). The present contact is the latest
 * address whose change has taken effect. A change to letters by post does not change the e-mail contact.
 */
export function isContactNow(common: Common, profile: SubjectProfile, address: string, now: string): boolean {
  const reached = timeRunsTo(common, now);
  const changed = common.contactChanges.findLast(({ effectiveAt }) => effectiveAt <= reached);
  const { hash } = changed?.to ?? common.facts.contact;
  return contactHash(profile.caseKey, { kind: 'email', value: address }) === hash;
}

/**
 * A mail is added to a case only while the case has fewer than this many mails and fewer than this many texts. Texts
 * that staff wrote do not count. Further mails are held for staff.
 */
const most = 50;
/**
 * The same limit for a mail from a sender without authentication. So strangers cannot use up the limit of the person.
 */
const mostUnproven = 20;

/** Whether the case can store another text from a mail. A text that the case already stores is always accepted. */
export function hasRoom(profile: SubjectProfile, words: string, isProven: boolean): boolean {
  const known = Object.hasOwn(profile.texts, keyedHash(profile.caseKey, words));
  return known || Object.keys(profile.texts).length - (profile.ofStaff?.length ?? 0) < placesFor(isProven);
}

/** Whether the case can store another mail under this key. A mail that the case already lists is always accepted. */
export function takesMail(profile: SubjectProfile, key: string, isProven: boolean): boolean {
  return profile.inbound.includes(key) || profile.inbound.length < placesFor(isProven);
}

/** Whether the case has reached its maximum of mails or of texts. */
export function isFull({ texts, inbound }: SubjectProfile, isProven: boolean): boolean {
  const places = placesFor(isProven);
  return Object.keys(texts).length >= places || inbound.length >= places;
}

function placesFor(isProven: boolean): number {
  return isProven ? most : mostUnproven;
}
