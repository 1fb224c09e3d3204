import { randomBytes } from 'node:crypto';
import type { Actor, Channel, Matter } from '#domain/case/vocabulary.ts';
import { isOpener } from '#domain/case/identity/opener.ts';
import { asLiving, contactAt, hasEnded, type OpenedCase } from '#domain/case/state.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import type { Right } from '#domain/rights.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { act } from '../commit/act.ts';
import type { Casework } from '../commit/casework.ts';
import { loadCase } from '../commit/commit-command.ts';
import { contactHash } from '../commit/keys.ts';
import { openRequest } from '../intake/open-request.ts';
import { keepWords } from '../profile/keep-words.ts';

/** The case to which a further matter belongs, and the time. */
export interface Doing {
  readonly casework: Casework;
  readonly state: OpenedCase;
  readonly profile: SubjectProfile;
  /** The person, or whoever has the requester's key. */
  readonly by: Actor;
  readonly commandId: string;
  /** ISO 8601: the further matter is received at this time. */
  readonly now: string;
}

/** A matter that a person raises in their case and that becomes a case of its own. */
export interface Part {
  readonly matter: Matter;
  /** Of a request; a complaint or a claim has none. */
  readonly rights: readonly Right[];
  readonly text: string;
  readonly channel: Channel;
  /** Stored objects that came with it, which the first case has as well. */
  readonly inbound: readonly string[];
}

/**
 * Opens the case of a matter that a person raises in their case, with a day of receipt of its own, and records it in
 * the first case if that is still open. A repetition is added to it while it is open. Returns its reference, which is
 * the same as if staff had split it off.
 */
export async function openPart(doing: Doing, part: Part): Promise<string> {
  const { casework, state, profile, by, commandId, now } = doing;
  const { matter, rights, text, channel, inbound } = part;
  const contacts = [profile.contact, ...Object.values(profile.contacts)];
  const current = contactAt(state.common, now).hash;
  const contact = contacts.find((one) => contactHash(profile.caseKey, one) === current) ?? profile.contact;
  const organisation = await casework.organisationAt(state.common.facts.organisation);
  const brought = { inbound, isSeen: state.common.seen.has(commandId) };
  const { route, idempotencyKey, reference, again } = await partOf(
    casework,
    state.common.caseId,
    matter,
    rights,
    brought,
  );
  const split = { type: 'split', matter, rights: [...rights], case: reference } as const;
  // A right is split off once. If it is asked for again after that case ended, it is a request of its own.
  const isSplit = asLiving(state) !== undefined && (matter !== 'request' || again === 0);
  const opened = await openRequest(
    casework,
    state.common.facts.organisation,
    {
      request: {
        controller: state.common.facts.controller,
        rights: rights.length === 0 ? [...state.common.facts.rights] : [...rights],
        language: state.common.facts.language,
        identifiers: contact.kind === 'postalAddress' ? [] : [contact],
        message: text,
      },
      controller: controllerOf(organisation, state.common.facts.controller),
      contact,
      claimed: [...profile.claimed],
    },
    {
      channel,
      receivedAt: now,
      route,
      idempotencyKey,
      hold: 'right-handled-by-staff',
      matter,
      wantedLanguage: state.common.facts.wantedLanguage,
      inbound,
      broughtByOpener: isOpener(by),
      // A request that the first case does not mention has an acknowledgement of its own.
      origin: { case: state.common.caseId, as: isSplit || matter !== 'request' ? 'split' : 'bundle' },
    },
    randomBytes(32).toString('hex'),
    now,
  );
  if (isSplit) await act(casework, state.common.caseId, { commandId, by, command: split }, now);
  // A part that was opened before holds the first words.
  if (!opened.ok) {
    for (const key of inbound) await casework.profiles.addInbound(reference, key);
    const words = await keepWords(casework, reference, text);
    await act(casework, reference, { commandId, by, command: { type: 'note', text: words } }, now);
  }
  return reference;
}

/** The case of a part. */
interface PartCase {
  readonly route: string;
  readonly idempotencyKey: string;
  readonly reference: string;
  /** How many earlier cases of the same part there are. */
  readonly again: number;
}

/** What identifies a repeated mail or wish. */
interface Brought {
  readonly inbound: readonly string[];
  /** Whether the first case has seen its command. */
  readonly isSeen: boolean;
}

/**
 * The case of a part, and its number: the case that staff would split off. If that case has ended or was erased, the
 * next one, because nobody reads additions to an ended case. A repetition of what opened an ended case belongs to that
 * case.
 */
export async function partOf(
  casework: Casework,
  caseId: string,
  matter: Matter,
  rights: readonly Right[],
  brought: Brought = { inbound: [], isSeen: false },
): Promise<PartCase> {
  const route = `split/${caseId}`;
  const part = [matter, ...rights.toSorted()].join('/');
  let opened: PartCase | undefined;
  for (let again = 0; ; again += 1) {
    const idempotencyKey = again === 0 ? part : `${part}/again/${again}`;
    const reference = casework.keys.caseId(route, idempotencyKey);
    const found = { route, idempotencyKey, reference, again };
    const { state } = await loadCase(casework, reference);
    if (state === undefined) return opened ?? found;
    const profile = await casework.profiles.get(reference);
    if (profile === undefined) continue;
    if (!hasEnded(state) || brought.inbound.some((key) => profile.inbound.includes(key))) return found;
    if (brought.isSeen) opened = found;
  }
}
