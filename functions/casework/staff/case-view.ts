import { availableUntil } from '#domain/case/answer/availability.ts';
import { allRefused, groundsOf, heldSystems } from '#domain/case/decisions/part-refusals.ts';
import { approvalsNeeded } from '#domain/case/decisions/two-persons.ts';
import type { CaseEvent } from '#domain/case/events.ts';
import { codeOf } from '#domain/case/letters/letters.ts';
import { ownRights } from '#domain/case/lifecycle/own-rights.ts';
import { isSilent } from '#domain/case/lifecycle/hold-rules.ts';
import { readCommit } from '#domain/case/log/commit.ts';
import { notSearched } from '#domain/case/search/evolve.ts';
import { acceptRefusedBy, isSecondPersonnummer } from '#domain/case/search/learned-rules.ts';
import { isBlocked, type Measure, outcomeOf, uncertainRecords } from '#domain/case/search/outcome.ts';
import { searchOf, contactAt, type OpenedCase, type SearchedSystem, type Common } from '#domain/case/state.ts';
import type { Actor } from '#domain/case/vocabulary.ts';
import { daysBetween, localDate } from '#domain/clock/deadline.ts';
import { maskContact, type Contact } from '#domain/contact.ts';
import { mask } from '#domain/identifiers/mask.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { nameOfController } from '#domain/organisation/scope.ts';
import type { CaseView } from '#api/staff.ts';
import { revealRoles } from '#commands/role.ts';
import { titleOf } from '#letters/letters.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { allowedCommands, type Viewer } from './allowed-commands.ts';
import { lawView } from './law-view.ts';
import { unsealed } from '../search/sealed-results.ts';
import { maySearchByHand } from './search-by-hand.ts';
import { contactOf } from '../profile/contact-of.ts';
import { claimedView } from '../intake/attached-view.ts';
import { revealable } from '../review/revealable.ts';
import { refusalsView } from './refusals-view.ts';
import type { ResourcesOf } from '../search/resources-of.ts';
import { waitingFor } from '../commit/summarise.ts';
import { readable, silentLawOf } from '../profile/keep-words.ts';

/** The member of staff who opens a case, and what they may see of it. */
export interface CaseReader {
  /**
   * Whether the reader may know what the handlers of this system answered, and that a manual result left out data that
   * the law forbids to disclose (practice 1 in `domain/README.md`).
   */
  mayKnow(system: string): boolean;
  /** Other cases with the same contact point, which the reader may open. */
  readonly others: CaseView['others'];
  /** The kinds of record of a system, with their titles. */
  readonly resources: ResourcesOf;
  readonly attached: CaseView['attached'];
  readonly viewer: Viewer;
}

/**
 * Builds the view of a case at `now` (ISO 8601) from its state, its commits (the timeline) and its subject profile. The
 * profile is `undefined` after its erasure.
 */
export function caseView(
  state: OpenedCase,
  texts: readonly string[],
  profile: SubjectProfile | undefined,
  organisation: Organisation,
  now: string,
  reader: CaseReader,
): CaseView {
  const { common } = state;
  const search = searchOf(state);
  const events = texts.flatMap((text) => readCommit(text).events);
  // After the screening, the view shows the results as they were at the screening, because the answer contains these.
  const screening = 'screening' in state.stage ? state.stage.screening : undefined;
  const shown = screening?.snapshot ?? search;
  const searched = shown?.systems ?? systemsOf(state);
  const law = lawView(state, profile, organisation, now);
  return {
    reference: common.caseId,
    seq: common.seq,
    status: state.stage.kind,
    waitingFor: waitingFor(state),
    hold: state.stage.kind === 'held' ? common.facts.hold : null,
    heldInSilence: isSilent(state),
    controller: common.facts.controller,
    controllerName: nameOfController(organisation, common.facts.controller),
    rights: [...ownRights(state)],
    language: common.facts.language,
    channel: common.facts.channel,
    receivedAt: common.facts.receivedAt,
    timeZone: common.facts.timeZone,
    ...law,
    refusals: refusalsView(state, profile, organisation, reader.resources),
    others: reader.others,
    daysLeft: daysBetween(localDate(now, common.facts.timeZone), common.due),
    round: search?.round ?? 0,
    secondPerson:
      screening === undefined ? common.facts.rules.secondPerson === 'always' : approvalsNeeded(common, screening) === 2,
    contact: profile === undefined ? '' : maskContact(contactNow(common, profile, now)),
    claimed: profile === undefined ? [] : claimedView(profile),
    message: profile?.message ?? null,
    attached: reader.attached,
    revealable: revealableTo(reader, [...revealable(state, profile, [], now).keys()]),
    notes: events.flatMap((event) =>
      event.type === 'note-added'
        ? [{ at: event.at, by: actorOf(event.by), text: readable(profile, event.text).join('\n') }]
        : [],
    ),
    systems: searched.map((system) => ({
      // After the end of the case no search is missing.
      ...systemView(
        state,
        reader.mayKnow(system.id) ? unsealed(system, common, profile, shown?.level ?? 'strong') : system,
        shown ?? { wave: 0, adoptions: [], level: 'strong' },
        organisation,
        now,
      ),
      undisclosable:
        reader.mayKnow(system.id) &&
        hidesSomething(
          common.sealed.findLast((one) => one.system === system.id),
          profile,
        ),
    })),
    learned: (search?.learned ?? []).map((one) => {
      const { identifier, system, weight, disputed, decision } = one;
      const known = profile?.identifiers[identifier.hash];
      return {
        identifier: identifier.hash,
        kind: identifier.kind,
        masked: known === undefined ? '' : mask(known),
        system,
        weight,
        disputed,
        secondPersonnummer: search !== undefined && isSecondPersonnummer(search, one),
        acceptRefusedBy: acceptRefusedBy(one, common),
        decision: decision === null ? 'open' : decision.accepted ? 'accepted' : 'rejected',
      };
    }),
    held: heldView(state, organisation, reader.resources),
    approvals:
      state.stage.kind === 'reviewing' || state.stage.kind === 'released'
        ? state.stage.screening.approvals.map(({ id }) => id)
        : [],
    answers: common.deliveries.map((delivery) => {
      const { round, at, revoked } = delivery;
      const made = events.findLast((event) => event.type === 'assembled' && event.round === round);
      const { bytes, entries, sha256 } = made?.type === 'assembled' ? made : { bytes: 0, entries: 0, sha256: '' };
      return {
        round,
        deliveredAt: at,
        availableUntil: availableUntil(common, delivery, now),
        bytes,
        entries,
        sha256,
        takenBack: revoked,
      };
    }),
    timeline: events.map((event) => ({
      at: event.at,
      type: event.type,
      by: actorOf(event.by),
      ...told(event, profile),
    })),
    letters: [...common.letters.values()].map(({ letter: { kind }, sentAt, failedAt }) => ({
      code: codeOf(kind),
      name: kind,
      title: titleOf(kind),
      sentAt,
      failedAt,
    })),
    grants: common.challenges
      .filter(({ purpose }) => purpose === 'download')
      .map(({ id, issuedAt }) => {
        const grant = common.grants.find((one) => one.id === id);
        return grant === undefined ? { issuedAt } : { issuedAt, usedAt: grant.issuedAt };
      }),
    commands: allowedCommands(
      {
        state,
        now,
        others: reader.others,
        freezesByHand: law.freezes.flatMap(({ mode, done, system }) => (mode === 'manual' && !done ? [system] : [])),
        lettersToPost: law.lettersToPost.map(({ letter }) => letter),
        maySearch: (system) => maySearchByHand(organisation, system, reader.viewer.id),
      },
      reader.viewer,
    ),
  };
}

/**
 * The names of the values that the reader can ask to see in full: values of the case, and of the requests attached to
 * it.
 */
function revealableTo({ viewer, attached }: CaseReader, ofCase: readonly string[]): readonly string[] {
  if (ofCase.length === 0 || !revealRoles.some((role) => viewer.roles.has(role))) return [];
  return [...ofCase, ...attached.flatMap(({ claimed }) => claimed.map(({ identifier }) => identifier))];
}

/**
 * The kinds of record that staff can refuse: their records were found, and no answer has delivered or refused them yet.
 */
function heldView(state: OpenedCase, organisation: Organisation, resources: ResourcesOf): CaseView['held'] {
  return heldSystems(state).flatMap((held) => {
    const system = organisation.systems.find(({ id }) => id === held.system);
    if (system === undefined) return [];
    const kinds = Object.entries(resources(system)).flatMap(([resource, { title }]) => {
      const counted = held.resources?.find((one) => one.resource === resource);
      // An earlier version did not count records by kind. For its searches every kind of the system is offered.
      if (held.resources !== null && counted === undefined) return [];
      return [{ resource, title, records: counted?.records ?? null, files: counted?.files ?? null }];
    });
    return [{ system: system.id, title: system.title, resources: kinds }];
  });
}

/** Details of an event for the timeline, if the type of the event does not say enough. */
function told(
  event: CaseEvent,
  profile: SubjectProfile | undefined,
): Pick<CaseView['timeline'][number], 'letter' | 'letterName' | 'letterTitle' | 'staff' | 'reason'> {
  if (event.type === 'letter-intended' || event.type === 'letter-sent' || event.type === 'letter-failed')
    return {
      letter: codeOf(event.letter.kind),
      letterName: event.letter.kind,
      letterTitle: titleOf(event.letter.kind),
    };
  if (event.type === 'assigned') return { staff: event.to };
  if (event.type === 'staff-locked-out') return { staff: event.staff };
  if (event.type === 'staff-let-in') return { staff: event.staff, reason: readable(profile, event.text).join('\n') };
  return {};
}

/** Whether the latest manual result left out data that the law forbids to disclose. */
function hidesSomething(sealed: Common['sealed'][number] | undefined, profile: SubjectProfile | undefined): boolean {
  return sealed !== undefined && silentLawOf(profile, sealed.text) !== undefined;
}

/** The name of an actor in the timeline. Staff appear by their opaque id, other actors by their kind. */
function actorOf({ kind, id }: Actor): string {
  return kind === 'staff' ? `staff:${id}` : kind;
}

/**
 * The systems that the view shows while no search runs. Before the approval these are the planned systems; after the
 * end of the case, the searched systems.
 */
function systemsOf({ stage }: OpenedCase): readonly SearchedSystem[] {
  if (stage.kind === 'closed') return stage.systems;
  return stage.kind === 'approving-search' ? stage.search.plan.map(notSearched) : [];
}

function systemView(
  state: OpenedCase,
  searched: SearchedSystem,
  measure: Measure,
  organisation: Organisation,
  now: string,
): Omit<CaseView['systems'][number], 'undisclosable'> {
  const system = organisation.systems.find(({ id }) => id === searched.id);
  const everything = allRefused(state, searched, measure, now);
  const outcome = outcomeOf(searched, measure);
  const isWithheld = outcome.outcome === 'found' && everything.length > 0;
  const sum = (pick: (reply: SearchedSystem['replies'][number]) => number): number =>
    searched.replies.reduce((total, reply) => total + pick(reply), 0);
  return {
    id: searched.id,
    title: system?.title ?? { sv: searched.id, en: searched.id },
    mode: searched.mode,
    instructions: system?.kind === 'manual' ? system.instructions : null,
    outcome: isWithheld ? 'withheld' : outcome.outcome,
    reason: isWithheld
      ? groundsOf(everything)
      : 'reason' in outcome
        ? outcome.reason
        : 'ground' in outcome
          ? outcome.ground
          : null,
    records: sum(({ records }) => records),
    files: sum(({ files }) => files),
    ...uncertainRecords(searched, state.common.review),
    startedAt: searched.startedAt,
    endedAt: searched.replies.at(-1)?.at ?? null,
    deliveredIn: searched.deliveredIn,
    blocked: isBlocked(searched, measure),
    givenUp: searched.givenUp,
  };
}

function contactNow(common: Common, profile: SubjectProfile, now: string): Contact {
  return contactOf(profile, contactAt(common, now).hash) ?? profile.contact;
}
