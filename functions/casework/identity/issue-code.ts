import { codeWay } from '#domain/case/identity/code-way.ts';
import type { Command } from '#domain/case/command.ts';
import { decide } from '#domain/case/decide.ts';
import { askedBy, mayBeStranger } from '#domain/case/identity/opener.ts';
import { refuse, type RefusedBy } from '#domain/case/refusals/refuse.ts';
import type { OpenedCase, Common } from '#domain/case/state.ts';
import type { Actor, ContactRef, Purpose } from '#domain/case/vocabulary.ts';
import { mailboxOf, type Contact } from '#domain/contact.ts';
import type { Allowance, Allowed } from '#store/limits.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../commit/casework.ts';
import { commitCommand, loadCase, type Acted } from '../commit/commit-command.ts';
import { contactOf, numberOf } from '../profile/contact-of.ts';
import { identifierHash } from '../commit/keys.ts';
import { lookForLetter, takeLetter, type LetterKind } from '../letters/letters-of-strangers.ts';
import { numberToProve, smsSender } from './sms-number.ts';

/**
 * The purpose of a code, and the channel if the person chose one. SMS can be chosen only for a proof of identity.
 * `codeWay` decides how the other codes are sent.
 */
export interface WantedCode {
  readonly purpose: Purpose;
  readonly via?: 'contact' | 'sms';
}

/** The actor that the log names if the requester of an attached request asks for a code. */
export const attachedRequest = { kind: 'workflow', id: 'attached-request' } as const;

/**
 * Commits a code for a purpose and sends it. A case has a limited number of codes for each purpose. Three counts are
 * separate: the codes requested by the person, by a possible stranger (somebody with the requester's key only), and by
 * staff or the workflow.
 *
 * Codes that a stranger can cause are also limited in 24 hours for each address or number, in all cases together. So
 * nobody is flooded with codes, and a stranger gets no more tries by opening many cases. A person who uses the link in
 * a letter has no limit for the address, and a limit of their own for the number.
 */
export async function issueCode(
  casework: Casework,
  caseId: string,
  asked: WantedCode & { readonly commandId: string; readonly by: Actor },
  now: string,
): Promise<Acted> {
  const { commandId, by } = asked;
  const { state, head } = await loadCase(casework, caseId);
  // A repeated command sends no second code, so it is not counted.
  if (state !== undefined && state.common.seen.has(commandId)) return { ok: true, state, head };
  const profile = await casework.profiles.get(caseId);
  const way: ReturnType<typeof wayOf> =
    state === undefined || profile === undefined
      ? { ok: true, to: profile?.contact }
      : wayOf(casework, state, profile, asked, now);
  if (!way.ok) return way;
  const envelope = { commandId, by, command: commandOf(asked, way.number) };
  const counted = state === undefined ? undefined : countedAs(casework, state.common, asked, way.to);
  if (state !== undefined && counted !== undefined) {
    // A code that the rules of the case refuse is not sent, so it is not counted for the address.
    const decision = decide(state, envelope, now);
    if (!decision.ok) return decision;
    if (decision.events.length > 0) {
      const allowed = await takeCode(casework, counted, now);
      if (!allowed.ok) return refuse('codes-of-the-address-sent', { from: allowed.from });
    }
  }
  return await commitCommand(casework, caseId, envelope, now);
}

/**
 * When (ISO 8601) `by` may next have a code sent to the address or number of an unproven case. `undefined` if the code
 * may be sent at `now`, or if such codes are not limited.
 */
export async function addressTakesCodesFrom(
  casework: Casework,
  state: OpenedCase,
  profile: SubjectProfile,
  by: Actor,
  now: string,
): Promise<string | undefined> {
  const way = wayOf(casework, state, profile, { purpose: 'identity' }, now);
  const counted = way.ok ? countedAs(casework, state.common, { purpose: 'identity', by }, way.to) : undefined;
  if (counted === undefined) return undefined;
  const allowed = await lookForCode(casework, counted, now);
  return allowed.ok ? undefined : allowed.from;
}

/** The limit that counts a code (its `key` in `store/limits.ts`), and the address or number that gets the code. */
interface Counted {
  readonly key: string;
  readonly to: Contact;
  /** The limit of letters to an unproven mailbox, if the code is a letter too; `undefined` for an SMS. */
  readonly letter: LetterKind | undefined;
}

async function takeCode(casework: Casework, counted: Counted, now: string): Promise<Allowed> {
  const { key, to, letter } = counted;
  const looked = await lookForCode(casework, counted, now);
  if (!looked.ok) return looked;
  const taken = await casework.limits.take(key, codesOfAddress(casework), now);
  return taken.ok && letter !== undefined ? await takeLetter(casework, to, letter, now) : taken;
}

async function lookForCode(casework: Casework, { key, to, letter }: Counted, now: string): Promise<Allowed> {
  const looked = await casework.limits.look(key, codesOfAddress(casework), now);
  return looked.ok && letter !== undefined ? await lookForLetter(casework, to, letter, now) : looked;
}

/** The limit that counts a code to `to` in all cases together; `undefined` if only the limits of the case apply. */
function countedAs(
  { keys }: Casework,
  common: Common,
  { purpose, by }: { readonly purpose: Purpose; readonly by: Actor },
  to: Contact | undefined,
): Counted | undefined {
  if (to === undefined) return undefined;
  const mailbox = keys.personHash(mailboxOf(to));
  switch (purpose) {
    case 'identity': {
      if (common.proofs.length > 0) return undefined;
      const isPerson = askedBy(common, by) === 'person';
      // A stranger can state any number. So codes that the person requests with the link in a letter are counted
      // separately from others.
      if (to.kind === 'phone')
        return { key: isPerson ? `mailed-code#${mailbox}` : `code#${mailbox}`, to, letter: undefined };
      // The person who requests this code reads the mailbox already, so the code is not limited.
      if (isPerson) return undefined;
      const isBesides = mayBeStranger(common, by) || (by.kind === attachedRequest.kind && by.id === attachedRequest.id);
      return isBesides
        ? { key: `asked-code#${mailbox}`, to, letter: 'besides' }
        : { key: `code#${mailbox}`, to, letter: 'way-on' };
    }
    case 'download':
      return undefined;
    // Anybody can name any address as the new contact point of their own case. Once the case is proven, only the limits
    // of the case apply.
    case 'contact':
      return common.proofs.length > 0 ? undefined : { key: `contact-code#${mailbox}`, to, letter: 'besides' };
  }
}

function codesOfAddress({ organisation }: Casework): Allowance {
  return { most: organisation.policy.codesPerAddressAndDay, seconds: 24 * 60 * 60 };
}

interface Way {
  readonly ok: true;
  /** The address or number that gets the code; `undefined` if there is none. */
  readonly to: Contact | undefined;
  /** The telephone number that the code will prove. */
  readonly number?: ContactRef;
}

function wayOf(
  { organisation }: Casework,
  state: OpenedCase,
  profile: SubjectProfile,
  { purpose, via }: WantedCode,
  now: string,
): Way | RefusedBy<'no-code-by-sms'> {
  const controller = organisation.controllers.find(({ id }) => id === state.common.facts.controller);
  if (purpose === 'identity' && via === 'sms') {
    const number = controller === undefined ? undefined : numberToProve(state, profile, controller);
    if (number === undefined) return refuse('no-code-by-sms');
    return { ok: true, to: number, number: { kind: 'phone', hash: identifierHash(profile.caseKey, number) } };
  }
  const way = codeWay(state, purpose, now);
  if (way === undefined) return { ok: true, to: profile.contact };
  if (way.via !== 'sms') return { ok: true, to: contactOf(profile, way.to.hash) };
  // If the controller no longer sends SMS, the code would never arrive. Staff can confirm the contact point instead.
  return smsSender(organisation, state.common.facts.controller) === undefined
    ? refuse('no-code-by-sms')
    : { ok: true, to: numberOf(profile, way.to.hash) };
}

function commandOf({ purpose }: WantedCode, number: ContactRef | undefined): Command {
  switch (purpose) {
    case 'identity':
      return { type: 'issue-code', purpose, ...(number === undefined ? {} : { number }) };
    case 'download':
    case 'contact':
      return { type: 'issue-code', purpose };
  }
}
