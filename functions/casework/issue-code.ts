import { downloadWay } from '#domain/case/code-way.ts';
import type { Actor, ContactRef } from '#domain/case/vocabulary.ts';
import type { Command, Refusal } from '#domain/case/command.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { Contact } from '#domain/contact.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { act } from './act.ts';
import type { Casework } from './casework.ts';
import { loadCase, type Acted } from './commit-command.ts';
import { numberOf } from './contact-of.ts';
import { identifierHash } from './keys.ts';
import { numberToProve, smsSender } from './sms-number.ts';

/** What a code is for, and how it goes where that was chosen: by SMS only as a proof, as a download finds its own way. */
export interface WantedCode {
  readonly purpose: 'identity' | 'download';
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
  const way = state.status === 'absent' ? contactOnly(profile) : wayOf(casework, state, profile, asked, now);
  if (!way.ok) return way;
  const most = casework.organisation.policy.codesPerAddressAndDay;
  const { to, number } = way;
  if (to !== undefined && !(await casework.codes.take(casework.keys.personHash(to), now, most)))
    return { ok: false, code: 'too-many-codes', message: 'No more codes are sent to this address or number today.' };
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
  casework: Casework,
  state: OpenedCase,
  profile: SubjectProfile | undefined,
  { purpose, via: chosen }: WantedCode,
  now: string,
): Way | Refusal {
  if (purpose === 'identity' && chosen !== 'sms') return contactOnly(profile);
  const { organisation } = casework;
  const controller = organisation.controllers.find(({ id }) => id === state.facts.controller);
  if (purpose === 'identity') {
    const number =
      profile === undefined || controller === undefined ? undefined : numberToProve(state, profile, controller);
    if (profile === undefined || number === undefined) return noSms;
    return { ok: true, to: number, number: { kind: 'phone', hash: identifierHash(profile.caseKey, number) } };
  }
  const { via, to } = downloadWay(state, now);
  if (via !== 'sms' || profile === undefined) return contactOnly(profile);
  // What the controller no longer sends would be promised and never come; the address is no way out, it is not proven.
  return smsSender(organisation, state.facts.controller) === undefined
    ? noSms
    : { ok: true, to: numberOf(profile, to.hash) };
}

function contactOnly(profile: SubjectProfile | undefined): Way {
  return { ok: true, to: profile?.contact };
}

const noSms: Refusal = {
  ok: false,
  code: 'out-of-order',
  message: 'No code is sent by SMS in this case: write to us.',
};

function commandOf({ purpose }: WantedCode, number: ContactRef | undefined): Command {
  if (purpose === 'download') return { type: 'issue-code', purpose: 'download' };
  return { type: 'issue-code', purpose: 'identity', ...(number === undefined ? {} : { number }) };
}
