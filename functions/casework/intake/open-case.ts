import { datesOf } from '#domain/clock/deadline.ts';
import type { CommandEnvelope } from '#domain/case/command.ts';
import { decide } from '#domain/case/decide.ts';
import { evolveCommit } from '#domain/case/evolve.ts';
import { opener, person } from '#domain/case/identity/opener.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { Actor } from '#domain/case/vocabulary.ts';
import type { Contact } from '#domain/contact.ts';
import type { Controller } from '#domain/organisation/organisation.ts';
import { policyOf } from '#domain/organisation/scope.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../commit/casework.ts';
import { commitFirst, type Acted } from '../commit/commit-command.ts';
import { contactHash } from '../commit/keys.ts';

/** Commits the first event of a case, computed from the stored profile. */
export async function commitOpening(
  casework: Casework,
  organisationHash: string,
  profile: SubjectProfile,
  controller: Controller,
  now: string,
): Promise<Acted> {
  const envelope = await openingOf(casework, organisationHash, profile, controller);
  return await commitFirst(casework, profile.caseId, envelope, now);
}

/**
 * The state of a case as it would be if a stored request opened it at `now` (ISO 8601); nothing is committed. The
 * requester of an attached request (for which no case was opened) sees this state. So they cannot tell that the address
 * already has a case.
 */
export async function caseAsOpened(
  casework: Casework,
  organisationHash: string,
  profile: SubjectProfile,
  controller: Controller,
  now: string,
): Promise<OpenedCase> {
  const envelope = await openingOf(casework, organisationHash, profile, controller);
  const decision = decide(undefined, envelope, now);
  if (!decision.ok) throw new Error(`a request could not be opened: ${decision.code}`);
  const { caseId } = profile;
  const state = evolveCommit(undefined, { caseId, seq: 1, commandId: envelope.commandId, events: decision.events });
  if (state === undefined) throw new Error('an opened case does not exist');
  return state;
}

function openedBy({ registeredBy, broughtByOpener }: SubjectProfile): Actor {
  if (registeredBy !== undefined) return { kind: 'staff', id: registeredBy };
  return broughtByOpener ? opener : person;
}

/** Makes the command that opens the case of a stored request. */
async function openingOf(
  casework: Casework,
  organisationHash: string,
  profile: SubjectProfile,
  controller: Controller,
): Promise<CommandEnvelope> {
  const { jurisdiction, timeZone, evesCountAsHolidays } = controller;
  const dates = datesOf(profile.receivedAt, { jurisdiction, timeZone, evesCountAsHolidays }, []);
  const { receivedLocalDate, unsuspendedDue: due, unsuspendedExtendedDue: extendedDue } = dates;
  const refOf = <C extends Contact>({ kind, value }: C): { kind: C['kind']; hash: string } => ({
    kind,
    hash: contactHash(profile.caseKey, { kind, value }),
  });
  const policy = policyOf(await casework.organisationAt(organisationHash), controller.id);
  return {
    commandId: 'open',
    by: openedBy(profile),
    command: {
      type: 'open',
      hold: profile.hold,
      facts: {
        controller: controller.id,
        rights: [...profile.rights],
        matter: profile.matter,
        language: profile.language,
        wantedLanguage: profile.wantedLanguage ?? profile.language,
        channel: profile.channel,
        receivedAt: profile.receivedAt,
        receivedLocalDate,
        due,
        extendedDue,
        timeZone,
        jurisdiction,
        organisation: organisationHash,
        request: profile.request,
        contact: refOf(profile.contact),
        claimed: profile.claimed.map(refOf),
        rules: {
          secondPerson: policy.secondPerson,
          soleHandler: policy.handling === 'sole-handler',
          askWithinWorkingDays: policy.askWithinWorkingDays,
          contactChangeDays: policy.contactChangeDays,
          evesCountAsHolidays,
        },
        approveSearch: policy.approveSearch === 'staff',
        origin: profile.origin,
      },
    },
  };
}
