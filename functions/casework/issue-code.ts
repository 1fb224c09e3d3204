import { codeWay } from '#domain/case/code-way.ts';
import type { Command } from '#domain/case/command.ts';
import { refuse, type Refused } from '#domain/case/refusals/refuse.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { Actor, ContactRef, Purpose } from '#domain/case/vocabulary.ts';
import type { Contact } from '#domain/contact.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { act } from './act.ts';
import type { Casework } from './casework.ts';
import { loadCase, type Acted } from './commit-command.ts';
import { contactOf, numberOf } from './contact-of.ts';
import { identifierHash } from './keys.ts';
import { numberToProve, smsSender } from './sms-number.ts';

/** What a code is for, and how it goes where that was chosen: by SMS only as a proof, as a download finds its own way. */
export interface WantedCode {
  readonly purpose: Purpose;
  readonly via?: 'contact' | 'sms';
}

/**
 * Sends a code for the purpose, within what one address or number gets in a day over all its cases: nobody's mailbox or
 * telephone is flooded, and opening many cases buys no more guesses.
 */
export async function issueCode(
  casework: Casework,
  caseId: string,
  asked: WantedCode & { readonly commandId: string; readonly by: Actor },
  now: string,
): Promise<Acted> {
  const { commandId, by } = asked;
  const { state, head } = await loadCase(casework, caseId);
  // The same asking again takes nothing from the day's codes.
  if (state.status !== 'absent' && state.seen.has(commandId)) return { ok: true, state, head };
  const profile = await casework.profiles.get(caseId);
  const way: ReturnType<typeof wayOf> =
    state.status === 'absent' || profile === undefined
      ? { ok: true, to: profile?.contact }
      : wayOf(casework, state, profile, asked, now);
  if (!way.ok) return way;
  const most = casework.organisation.policy.codesPerAddressAndDay;
  const { to, number } = way;
  if (to !== undefined && !(await casework.codes.take(casework.keys.personHash(to), now, most)))
    return refuse('codes-of-the-address-sent');
  return await act(casework, caseId, { commandId, by, command: commandOf(asked, number) }, now);
}

interface Way {
  readonly ok: true;
  /** Whose codes of the day are counted; `undefined` where nobody is left. */
  readonly to: Contact | undefined;
  /** The number that is to be proven. */
  readonly number?: ContactRef;
}

function wayOf(
  { organisation }: Casework,
  state: OpenedCase,
  profile: SubjectProfile,
  { purpose, via }: WantedCode,
  now: string,
): Way | Refused<'no-code-by-sms'> {
  const controller = organisation.controllers.find(({ id }) => id === state.facts.controller);
  if (purpose === 'identity' && via === 'sms') {
    const number = controller === undefined ? undefined : numberToProve(state, profile, controller);
    if (number === undefined) return refuse('no-code-by-sms');
    return { ok: true, to: number, number: { kind: 'phone', hash: identifierHash(profile.caseKey, number) } };
  }
  const way = codeWay(state, purpose, now);
  if (way === undefined) return { ok: true, to: profile.contact };
  if (way.via !== 'sms') return { ok: true, to: contactOf(profile, way.to.hash) };
  // What the controller no longer sends would be promised and never come; staff can confirm the address instead.
  return smsSender(organisation, state.facts.controller) === undefined
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
