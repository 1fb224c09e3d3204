import { randomBytes } from 'node:crypto';
import type { Actor, Channel, Matter } from '#domain/case/vocabulary.ts';
import { isOpener } from '#domain/case/identity/opener.ts';
import { asLiving, contactAt, hasEnded, type OpenedCase } from '#domain/case/state.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import type { Right } from '#domain/rights.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../commit/casework.ts';
import { commitCommand, loadCase } from '../commit/commit-command.ts';
import { contactHash } from '../commit/keys.ts';
import { openRequest } from '../intake/open-request.ts';
import { keepWords } from '../profile/keep-words.ts';
import { partKey } from './part-key.ts';

/** The case in which a person makes a further request, complaint or claim, and who makes it. */
export interface Doing {
  readonly casework: Casework;
  readonly state: OpenedCase;
  readonly profile: SubjectProfile;
  /** The person, or somebody with the requester's key, who may be a stranger. */
  readonly by: Actor;
  readonly commandId: string;
  /** When the further request, complaint or claim is received, ISO 8601. */
  readonly now: string;
}

/** A request, complaint or claim that a person makes in their case and that becomes a case of its own. */
export interface Part {
  readonly matter: Matter;
  /** The rights that a request names; empty for a complaint or a claim. */
  readonly rights: readonly Right[];
  readonly text: string;
  readonly channel: Channel;
  /** Keys of stored objects, such as a raw mail, that the original case lists too. */
  readonly inbound: readonly string[];
}

/**
 * Opens a case for a request, complaint or claim that a person makes in their case. The new case has its own day of
 * receipt.
 *
 * If the original case is open, its log records the new case as a part. (A right can be split off only once: see
 * `isSplit` below.) If the part is already open, the new text is added to it as a note. Returns the id of the part. If
 * staff split off the same part (`commands/split.ts`), the part gets the same id.
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
  // A right can be split off only once. If that part has ended and the person requests the right again, the log does
  // not record the new case as a part.
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
      // The case sends its own receipt if `as` is `bundle`, because the log of the original case does not name this
      // request.
      origin: { case: state.common.caseId, as: isSplit || matter !== 'request' ? 'split' : 'bundle' },
    },
    randomBytes(32).toString('hex'),
    now,
  );
  if (isSplit) await commitCommand(casework, state.common.caseId, { commandId, by, command: split }, now);
  // The case was already open with an earlier text of the person, so the new text is added as a note.
  if (!opened.ok) {
    for (const key of inbound) await casework.profiles.addInbound(reference, key);
    const words = await keepWords(casework, reference, text);
    await commitCommand(casework, reference, { commandId, by, command: { type: 'note', text: words } }, now);
  }
  return reference;
}

/** The id of a part's case (`reference`), and the values from which the id is derived. */
interface PartCase {
  readonly route: string;
  readonly idempotencyKey: string;
  readonly reference: string;
  /** How many earlier cases there are for the same matter and rights. */
  readonly again: number;
}

/** The mail or wish that makes the request. */
interface Brought {
  readonly inbound: readonly string[];
  /** `true` if the mail or wish is a repetition: the log of the original case already contains its command id. */
  readonly isSeen: boolean;
}

/**
 * Finds the id of the case for a part. The function derives the ids for `again` = 0, 1, 2 and so on. It takes the first
 * case that is open. It skips a case that has ended or was erased, because nobody reads additions to it. The first id
 * without a case is the id of a new case. If a mail or wish is repeated, the function returns the id of the case that
 * the mail or wish opened, even if that case has ended.
 */
export async function partOf(
  casework: Casework,
  caseId: string,
  matter: Matter,
  rights: readonly Right[],
  brought: Brought = { inbound: [], isSeen: false },
): Promise<PartCase> {
  const route = `split/${caseId}`;
  let opened: PartCase | undefined;
  for (let again = 0; ; again += 1) {
    const idempotencyKey = partKey(matter, rights, again);
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
