import { dueAt } from '#domain/case/clock/clock-of.ts';
import type { assembleAnswer } from '#answer/package.ts';
import type { AnswerInput, AnswerPage, Decided, RefusedKind, SystemAnswer } from '#answer/answer.ts';
import type { AnyConnector } from '#connectors/sdk/connector.ts';
import { isBlocked, toldOutcome, uncertainRecords, type SystemOutcome } from '#domain/case/search/outcome.ts';
import { lastPackage, unwantedPackages } from '#domain/case/answer/packages.ts';
import { allRefused, groundsOf, heldResources, itemsLeftOut } from '#domain/case/decisions/part-refusals.ts';
import {
  hasEnded,
  type Assembling,
  type CaseState,
  type SearchedSystem,
  isAt,
  type Screening,
  type OpenedCase,
} from '#domain/case/state.ts';
import { keyText } from '#domain/findings/belonging.ts';
import type { FindingsPage, KeptFinding, Unread } from '#domain/findings/finding.ts';
import type { Standings } from '#domain/findings/standing.ts';
import { languageFor } from '#domain/language.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { activitiesOf } from '#domain/organisation/scope.ts';
import { alikeRules } from '#domain/review/alike.ts';
import { entriesInForce } from '#domain/review/entry.ts';
import { decisionsOnRecords, type DecisionsOn } from '#domain/review/on-record.ts';
import type { AnswerId, Exports } from '#store/exports.ts';
import type { Findings } from '#store/findings.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Records } from '../commit/casework.ts';
import { commitCommand, loadCase, type Acted } from '../commit/commit-command.ts';
import { eraseUnwanted } from './erase-unwanted.ts';
import { knownIdentifiers } from '../search/known-identifiers.ts';
import { found, refusedLine } from '#letters/case-parts.ts';
import { reviewLimit } from '#letters/kept-words.ts';
import { resourcesOf } from '../search/resources-of.ts';
import { timeAfter } from '../commit/time-after.ts';
import { pagesThatCount, standingsOfCase } from '../search/case-standings.ts';

export interface AssemblyMeans {
  readonly records: Records;
  readonly findings: Findings;
  readonly exports: Exports;
  /** Reads the description of the organisation that has this hash (SHA-256). */
  organisationAt(hash: string): Promise<Organisation>;
  readonly connectors: readonly AnyConnector[];
}

/**
 * Makes the package of a round from the released results, and records it. `now` (ISO 8601) is when this call begins.
 *
 * If the process is killed, the next process makes the same bytes again. Therefore the date in the package is that of
 * the event `assembly-started`, and not the present time.
 *
 * If the case ends meanwhile, or if staff decide something that changes what the package may contain, this package is
 * erased and not recorded.
 */
export async function assembleExport(
  means: AssemblyMeans,
  asked: { readonly caseId: string; readonly round: number },
  now: string,
): Promise<Acted> {
  const { records } = means;
  const { caseId, round } = asked;
  const by = { kind: 'workflow', id: 'Assemble' } as const;
  const before = await loadCase(records, caseId);
  const started = await commitCommand(
    records,
    caseId,
    {
      commandId: commandId('start', { round, attempt: attemptOf(before.state, round) }),
      by,
      command: { type: 'start-assembly', round },
    },
    now,
  );
  if (!started.ok) return await nothingMade(means, caseId, now, started);
  if (!isAt(started.state, 'assembling') || started.state.stage.search.round !== round) return started;
  const { attempt } = found(lastPackage(started.state.common));
  const [profile, organisation, assemble] = await Promise.all([
    records.profiles.get(caseId),
    means.organisationAt(started.state.common.facts.organisation),
    loadAssembleAnswer(),
  ]);
  const assembly = assemble(await inputOf(means, organisation, started.state, profile));
  const [, made] = await Promise.all([means.exports.put(caseId, { round, attempt }, assembly.stream), assembly.done]);
  const recorded = await commitCommand(
    records,
    caseId,
    {
      commandId: commandId('done', { round, attempt }),
      by,
      command: {
        type: 'record-assembly',
        round,
        attempt,
        bytes: made.bytes,
        sha256: made.sha256,
        manifestSha256: made.manifestSha256,
        entries: made.entries,
        systems: made.systems.map(({ id, records: count, files }) => ({ id, records: count, files })),
      },
    },
    timeAfter(records, now),
  );
  return recorded.ok ? recorded : await nothingMade(means, caseId, timeAfter(records, now), recorded);
}

/**
 * Loads the writer of packages (120 KiB): the zip, the pages and their words. A case that has ended or has its package
 * needs none of it.
 */
async function loadAssembleAnswer(): Promise<typeof assembleAnswer> {
  return (await import('#answer/package.ts')).assembleAnswer;
}

/**
 * The number within its round (from 1) of the package that is being made; if none is being made, of the next package. A
 * round gets a second package if a decision of staff changes what the first one may contain.
 */
function attemptOf(state: CaseState, round: number): number {
  const begun = state === undefined ? 0 : state.common.packages.filter((one) => one.round === round).length;
  return state?.stage.kind === 'assembling' ? begun : begun + 1;
}

/**
 * The id of the command that records the start or the end of a package. Every process uses the same id, so each of the
 * two is recorded once.
 */
function commandId(step: 'start' | 'done', { round, attempt }: AnswerId): string {
  return `Assemble/${round}/${step}${attempt === 1 ? '' : `/${attempt}`}`;
}

/**
 * If the package was refused because the case has ended or its state has changed, erases the packages that nobody may
 * download. The result is then `ok` if the case has not ended, and the workflow asks for the next step. Any other
 * refusal is returned, and nothing is erased.
 */
async function nothingMade(
  means: AssemblyMeans,
  caseId: string,
  now: string,
  refused: Exclude<Acted, { readonly ok: true }>,
): Promise<Acted> {
  const { state, head } = await loadCase(means.records, caseId);
  const isPast = refused.code === 'out-of-order' || refused.code === 'case-ended';
  if (state === undefined || !isPast) return refused;
  // A slow process may store a package in the bucket after the log has recorded its erasure. So packages that the log
  // calls erased are erased again.
  for (const one of unwantedPackages(state)) if (one.erased) await means.exports.eraseAnswer(caseId, one);
  await eraseUnwanted(means.records, means.exports, state, now);
  return hasEnded(state) ? refused : { ok: true, state, head };
}

async function inputOf(
  means: AssemblyMeans,
  organisation: Organisation,
  state: OpenedCase<Assembling>,
  profile: SubjectProfile | undefined,
): Promise<AnswerInput> {
  const { common, stage } = state;
  const { findings } = means;
  const controller = organisation.controllers.find(({ id }) => id === common.facts.controller);
  if (controller === undefined) throw new Error('the controller of the case is not part of the organisation');
  if (profile === undefined) throw new Error('an answered case has no subject profile');
  const { systems: searched, wave } = stage.screening.snapshot;
  const standingIn = await standingsOfCase(
    findings,
    { caseId: common.caseId, systems: searched },
    knownIdentifiers(common, stage.search, profile, wave),
  );
  const decisions = entriesInForce(common.review);
  const decisionsIn = decisionsOnRecords(decisions, profile.caseKey);
  const systems = searched.map((system) => ({
    ...systemAnswer(means, organisation, state, system, {
      standingsOf: () => standingIn(system.id),
      decisionsOn: decisionsIn(system.id),
    }),
    refused: refusedKinds(state, system, profile),
  }));
  const ids = new Set(systems.map(({ id }) => id));
  return {
    reference: common.caseId,
    controller,
    language: languageFor(common.facts.language),
    round: stage.search.round,
    supplements: common.deliveries.some(({ revoked }) => !revoked),
    createdAt: stage.startedAt,
    receivedAt: common.facts.receivedAt,
    dueDate: dueAt(common, stage.startedAt),
    systems,
    review: {
      key: profile.caseKey,
      alike: alikeRules(decisions, (text) => keptText(profile, text)),
      inWords: (line) => reviewLimit(profile, line),
    },
    activities: activitiesOf(organisation, controller.id).filter((activity) =>
      activity.systems.some((id) => ids.has(id)),
    ),
    document: async (key) => await findings.document(key),
  };
}

/** The text of the profile with this id. Throws if it has been erased: a decision on a value needs the value. */
function keptText({ texts }: SubjectProfile, id: string): string {
  const text = texts[id];
  if (text === undefined) throw new Error('a decision of the review names a text that has been erased');
  return text;
}

function systemAnswer(
  means: AssemblyMeans,
  organisation: Organisation,
  state: OpenedCase<Assembling>,
  searched: SearchedSystem,
  { standingsOf, decisionsOn }: { readonly standingsOf: () => Standings; readonly decisionsOn: DecisionsOn },
): Omit<SystemAnswer, 'refused'> {
  const { screening, startedAt } = state.stage;
  const { snapshot } = screening;
  const { connectors, findings } = means;
  const system = organisation.systems.find(({ id }) => id === searched.id);
  if (system === undefined) throw new Error(`the system ${searched.id} is not part of the organisation`);
  const connector = system.kind === 'connector' ? connectors.find(({ id }) => id === system.connector) : undefined;
  const everything = allRefused(state, searched, snapshot, startedAt);
  const outcome: SystemOutcome =
    everything.length > 0 && searched.deliveredIn !== null
      ? // The earlier answer left out all data of this system, so this answer reports the system as `withheld` too.
        { outcome: 'withheld', asOf: startedAt, ground: groundsOf(everything) }
      : toldOutcome(searched, snapshot);
  return {
    id: system.id,
    title: system.title,
    outcome: outcome.outcome,
    ...(outcome.outcome === 'failed' ? { reason: outcome.reason, givenUp: searched.givenUp } : {}),
    ...(outcome.outcome === 'pending'
      ? { reason: outcome.reason === 'stronger-proof' ? 'examined-further' : outcome.reason }
      : {}),
    ...(outcome.outcome === 'withheld' ? { ground: outcome.ground } : {}),
    ...(outcome.outcome === 'pending' ? {} : { asOf: outcome.asOf }),
    ...(searched.deliveredIn === null ? {} : { deliveredIn: searched.deliveredIn }),
    ...uncertain(screening, searched),
    resources: resourcesOf(connectors)(system),
    doesNotRead: connector?.doesNotRead ?? [],
    // No page is read if an earlier answer delivered the records of this system, or if they wait for a stronger proof
    // of identity.
    pages: () =>
      searched.deliveredIn === null && !isBlocked(searched, snapshot)
        ? belonging(pagesThatCount(findings, state.common.caseId, searched), standingsOf(), decisionsOn)
        : none(),
  };
}

/**
 * How many records are `possible` and `disputed`. Both counts are 0 if the system waits for a stronger proof of
 * identity.
 */
function uncertain({ snapshot }: Screening, searched: SearchedSystem): Pick<SystemAnswer, 'possible' | 'disputed'> {
  return isBlocked(searched, snapshot) ? { possible: 0, disputed: 0 } : uncertainRecords(searched);
}

/**
 * The refused records of a system, by kind, with the reasons that staff wrote. Empty if the system waits for a stronger
 * proof of identity.
 */
function refusedKinds(
  state: OpenedCase<Assembling>,
  searched: SearchedSystem,
  profile: SubjectProfile | undefined,
): readonly RefusedKind[] {
  const { screening, startedAt } = state.stage;
  if (isBlocked(searched, screening.snapshot)) return [];
  const held = heldResources(searched) ?? [];
  return itemsLeftOut(state, searched, startedAt).map((item) => {
    const { ground, reason, until } = refusedLine(profile, item);
    return {
      resource: item.resource,
      ground,
      reason,
      text: item.text,
      ...(until === undefined ? {} : { until }),
      known: held.find(({ resource }) => resource === item.resource)?.records ?? 0,
    };
  });
}

async function* belonging(
  pages: AsyncIterable<FindingsPage>,
  standingsOf: Standings,
  decisionsOn: DecisionsOn,
): AsyncGenerator<AnswerPage, void, undefined> {
  for await (const page of pages) yield answerPage(page, standingsOf, decisionsOn);
}

/**
 * The records of a stored page that belong to the person. `unread` lists the records and documents that the search
 * could not read. Some of them may not be the person's (`certain` is `false`).
 *
 * A record is left out if, for example, only a rejected identifier ties it to the person, or another record contradicts
 * it (`standing.ts`).
 */
export function answerPage(
  { findings, unread }: Pick<FindingsPage, 'findings' | 'unread'>,
  standingsOf: Pick<Standings, 'of'>,
  decisionsOn: DecisionsOn,
): AnswerPage {
  const stay = findings
    .filter((finding) => standingsOf.of(finding) === 'belongs')
    .map((finding) => ({ ...finding, decisions: decisionsOn(finding) }));
  const keys = new Set(stay.map(keyText));
  return {
    findings: stay.filter(({ unreadable }) => unreadable === null),
    unread: [
      ...stay.flatMap(unreadRecord),
      ...unread
        .filter((one) => !one.certain || keys.has(keyText(one)))
        .map((one) => ({ ...one, decisions: decisionsOn(one) })),
    ],
  };
}

/** The entry for `unread` if the record could not be read; otherwise an empty list. */
function unreadRecord({ resource, id, unreadable, decisions }: Decided<KeptFinding>): readonly Decided<Unread>[] {
  return unreadable === null ? [] : [{ resource, id, document: null, certain: true, reason: unreadable, decisions }];
}

async function* none(): AsyncGenerator<never, void, undefined> {
  // This answer contains no page of the system.
}
