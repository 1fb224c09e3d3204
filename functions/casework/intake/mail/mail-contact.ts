import { keyedHash } from '#domain/canonical/canonical.ts';
import { changesInForce } from '#domain/case/contact/contact-history.ts';
import { timeRunsTo, type OpenedCase } from '#domain/case/state.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../../commit/casework.ts';
import { loadCase } from '../../commit/commit-command.ts';
import { contactHash } from '../../commit/keys.ts';

/** Every e-mail address that is kept with the case, also one that it was never moved to. */
export function contactsOf(profile: SubjectProfile): readonly string[] {
  return [profile.contact, ...Object.values(profile.contacts)].flatMap(({ kind, value }) =>
    kind === 'email' ? [value] : [],
  );
}

/**
 * The e-mail addresses that are or were a contact of the case at `now` (ISO 8601). One that somebody only asked for, and
 * one that was called back before its days of waiting were over, never was.
 */
export function contactsInForce(state: OpenedCase, profile: SubjectProfile, now: string): readonly string[] {
  const hashes = new Set([
    state.common.facts.contact.hash,
    ...changesInForce(state.common, now).map(({ to }) => to.hash),
  ]);
  return contactsOf(profile).filter((value) => hashes.has(contactHash(profile.caseKey, { kind: 'email', value })));
}

/**
 * The profile of the case that a mail names, where the address is a contact of it at `now` (ISO 8601), else `undefined`;
 * of a case that was joined to another, the one that goes on.
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
  // The later is joined to the earlier, so that this comes to an end.
  if (into !== undefined && into !== null) return await caseOfContact(casework, into, address, now);
  const profile = await casework.profiles.get(named);
  return profile !== undefined && contactsInForce(state, profile, now).includes(address) ? profile : undefined;
}

/**
 * Whether an address is the case's e-mail contact at `now` (ISO 8601): the one that it was changed to last, once that is
 * in force. A move to post leaves it what it was.
 */
export function isContactNow(state: OpenedCase, profile: SubjectProfile, address: string, now: string): boolean {
  const reached = timeRunsTo(state.common, now);
  const changed = state.common.contactChanges.findLast(({ effectiveAt }) => effectiveAt <= reached);
  const { hash } = changed?.to ?? state.common.facts.contact;
  return contactHash(profile.caseKey, { kind: 'email', value: address }) === hash;
}

/** Mails and texts that a case takes from mail; what comes after that is held, and a person looks at it. */
const most = 50;
/** So many of them are there for mails that nobody vouches for: the others are the person's. */
const mostUnproven = 20;

/** Whether the case has room for words; those that it has already need none. */
export function hasRoom(profile: SubjectProfile, words: string, isProven: boolean): boolean {
  const known = Object.hasOwn(profile.texts, keyedHash(profile.caseKey, words));
  return known || Object.keys(profile.texts).length < placesFor(isProven);
}

/** Whether the case has room for a further mail, stored under this key. */
export function takesMail(profile: SubjectProfile, key: string, isProven: boolean): boolean {
  return profile.inbound.includes(key) || profile.inbound.length < placesFor(isProven);
}

/** Whether the case takes no further mail with words of its own. */
export function isFull({ texts, inbound }: SubjectProfile, isProven: boolean): boolean {
  const places = placesFor(isProven);
  return Object.keys(texts).length >= places || inbound.length >= places;
}

function placesFor(isProven: boolean): number {
  return isProven ? most : mostUnproven;
}
