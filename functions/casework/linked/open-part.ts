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

/** The case in which a person raises a further matter, and the time. */
export interface Doing {
  readonly casework: Casework;
  readonly state: OpenedCase;
  readonly profile: SubjectProfile;
  /** The person, or anybody who has the requester's key. */
  readonly by: Actor;
  readonly commandId: string;
  /** When the further matter is received, ISO 8601. */
  readonly now: string;
}

/** A matter that a person raises in their case and for which a case of its own is opened. */
export interface Part {
  readonly matter: Matter;
  /** The rights of a request; empty for a complaint or a claim. */
  readonly rights: readonly Right[];
  readonly text: string;
  readonly channel: Channel;
  /** Stored objects that came with the matter, which the original case has as well. */
  readonly inbound: readonly string[];
}

/**
 * Opens a case for a matter that a person raises in their case, with its own day of receipt. While the original case is
 * open it records the new case, except for a right that was split off before. A repetition is added to the new case
 * while that case is open. Returns the reference of the new case, which is the same as if staff had split it off.
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
  // A right is split off once. If the person asks for the same right again after that case ended, a new request is
  // opened.
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
      // A request that the first case does not mention gets a receipt of its own.
      origin: { case: state.common.caseId, as: isSplit || matter !== 'request' ? 'split' : 'bundle' },
    },
    randomBytes(32).toString('hex'),
    now,
  );
  if (isSplit) await act(casework, state.common.caseId, { commandId, by, command: split }, now);
  // The case was opened earlier with the first words of the person: the new words are added as a note.
  if (!opened.ok) {
    for (const key of inbound) await casework.profiles.addInbound(reference, key);
    const words = await keepWords(casework, reference, text);
    await act(casework, reference, { commandId, by, command: { type: 'note', text: words } }, now);
  }
  return reference;
}

/** Identifies the case of a part. */
interface PartCase {
  readonly route: string;
  readonly idempotencyKey: string;
  readonly reference: string;
  /** How many earlier cases there are for the same part. */
  readonly again: number;
}

/** What identifies a repeated mail or wish. */
interface Brought {
  readonly inbound: readonly string[];
  /** Whether the first case has accepted the command of this mail or wish before. */
  readonly isSeen: boolean;
}

/**
 * Finds the case of a part, and how many earlier cases the part has. It is the case that staff would split off. If that
 * case has ended or was erased, it is the next case, because nobody reads additions to an ended case. A repeated mail
 * or wish belongs to the ended case that it opened.
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
