import { mayGoPartly } from '#domain/case/answer/partly.ts';
import { dueAt } from '#domain/case/clock/clock-of.ts';
import type { AnswerInput, AnswerPage, Decided, RefusedKind, SystemAnswer } from '#answer/answer.ts';
import type { AnyConnector } from '#connectors/sdk/connector.ts';
import { allRefused, groundsOf, heldResources, itemsLeftOut } from '#domain/case/decisions/part-refusals.ts';
import { suffices } from '#domain/case/vocabulary.ts';
import { isBlocked, toldOutcome, uncertainRecords, type SystemOutcome } from '#domain/case/search/outcome.ts';
import type {
  Assembled,
  Assembling,
  Common,
  OpenedCase,
  Released,
  Reviewing,
  Screening,
  SearchedSystem,
} from '#domain/case/state.ts';
import { keyText } from '#domain/findings/belonging.ts';
import type { FindingsPage, KeptFinding, RecordKey, Unread } from '#domain/findings/finding.ts';
import type { Standings } from '#domain/findings/standing.ts';
import { languageFor } from '#domain/language.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { activitiesOf, policyOf } from '#domain/organisation/scope.ts';
import { alikeRules } from '#domain/review/alike.ts';
import type { ReviewEntry } from '#domain/review/entry.ts';
import { itemId } from '#domain/review/item.ts';
import { decisionsOnRecords, type DecisionsOn } from '#domain/review/on-record.ts';
import { refusedLine } from '#letters/case-parts.ts';
import { reviewLimit } from '#letters/kept-words.ts';
import type { Findings } from '#store/findings.ts';
import type { ReviewSheets } from '#store/review-sheets.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { keptText } from '../profile/keep-words.ts';
import { noOpenItems, openItems, type OpenItems } from '../review/open-items.ts';
import { entriesThatCount } from '../review/entries-that-count.ts';
import { storedSheetHash, type SheetMeans } from '../review/sheet.ts';
import { cutKeys, storedCut } from '../review/stored-cut.ts';
import { pagesThatCount, standingsOfCase } from '../search/case-standings.ts';
import { unsealed } from '../search/sealed-results.ts';
import { knownIdentifiers } from '../search/known-identifiers.ts';
import { resourcesOf } from '../search/resources-of.ts';

/** What is needed to read the input of an answer. */
export interface AnswerMeans {
  readonly findings: Findings;
  readonly sheets: ReviewSheets;
  /** Reads the description of the organisation that has this hash (SHA-256). */
  organisationAt(hash: string): Promise<Organisation>;
  readonly connectors: readonly AnyConnector[];
}

/** A case whose results are screened and not delivered yet. */
export type ScreenedCase = OpenedCase<Reviewing | Released | Assembling | Assembled>;

/**
 * The outcome of a system in an answer. It can also say that some records of the system are still under review. In a
 * preview for staff it can say that only the handlers of the system know the result (`answered-by-handlers`).
 */
type AnswerOutcome =
  | Exclude<SystemOutcome, { readonly outcome: 'found' | 'nothing-held' | 'answered' }>
  | { readonly outcome: 'found' | 'nothing-held'; readonly asOf: string }
  | { readonly outcome: 'pending'; readonly reason: 'under-review' | 'answered-by-handlers'; readonly asOf: string };

interface Dated {
  readonly state: ScreenedCase;
  readonly at: string;
}

/**
 * The input from which the answer of a round is made: the screened results with the decisions of the review that count.
 * `at` (ISO 8601) is the date in the answer: when its assembly began, or for a preview the present time. `results`:
 * whether the answer has the results that only the handlers of a system may know. The package has them, the preview for
 * staff has not.
 */
export async function answerInput(
  means: AnswerMeans,
  state: ScreenedCase,
  profile: SubjectProfile,
  at: string,
  results: 'unsealed' | 'sealed',
): Promise<AnswerInput> {
  const { common, stage } = state;
  const organisation = await means.organisationAt(common.facts.organisation);
  const { findings } = means;
  const controller = organisation.controllers.find(({ id }) => id === common.facts.controller);
  if (controller === undefined) throw new Error('the controller of the case is not part of the organisation');
  const { systems: screened, wave, level } = stage.screening.snapshot;
  const searched = results === 'sealed' ? screened : screened.map((system) => unsealed(system, common, profile, level));
  const standingIn = await standingsOfCase(
    findings,
    { caseId: common.caseId, systems: searched },
    knownIdentifiers(common, stage.search, profile, wave),
  );
  const decisions = await decisionsThatCount(means, state, profile);
  const decisionsIn = decisionsOnRecords(decisions, profile.caseKey);
  const left = await leftToNextAnswer(means, state, profile, at);
  const systems = searched.map((system) => ({
    ...systemAnswer(means, organisation, { state, at }, system, {
      standingsOf: () => standingIn(system.id),
      decisionsOn: decisionsIn(system.id),
      isLeft: (record) => left.ids.size > 0 && left.ids.has(itemId(profile.caseKey, system.id, record)),
      leavesSome: left.bySystem.some((one) => one.system === system.id),
    }),
    refused: refusedKinds({ state, at }, system, profile),
  }));
  const ids = new Set(systems.map(({ id }) => id));
  return {
    reference: common.caseId,
    controller,
    language: languageFor(common.facts.language),
    round: stage.search.round,
    supplements: common.deliveries.some(({ revoked }) => !revoked),
    createdAt: at,
    receivedAt: common.facts.receivedAt,
    dueDate: dueAt(common, at),
    systems,
    review: {
      key: profile.caseKey,
      alike: alikeRules(decisions, (text) => keptText(profile, text)),
      cut: rememberedCuts(findings),
      inWords: (line) => reviewLimit(profile, line),
    },
    activities: activitiesOf(organisation, controller.id).filter((activity) =>
      activity.systems.some((id) => ids.has(id)),
    ),
    document: async (key) => await findings.document(key),
  };
}

/** Finds the copies of documents without pages. Each reading of the records asks for them again. */
function rememberedCuts(findings: Findings): AnswerInput['review']['cut'] {
  const known = new Map<string, ReturnType<typeof storedCut>>();
  return async (document, without) => {
    const { factsKey } = cutKeys(document, without);
    const cut = known.get(factsKey) ?? storedCut(findings, document, without);
    known.set(factsKey, cut);
    return await cut;
  };
}

/** The decisions of the review on the present versions of the items. */
export async function decisionsThatCount(
  means: AnswerMeans,
  state: ScreenedCase,
  profile: SubjectProfile,
): Promise<readonly ReviewEntry[]> {
  return await entriesThatCount(sheetMeans(means), state, profile);
}

/**
 * The open items that an answer leaves to the next one. After a release, the log says which systems have such items.
 * Before it, the result has the items that are open at `at` (ISO 8601), if the answer may be released without them
 * (`mayGoPartly`).
 */
export async function leftToNextAnswer(
  means: AnswerMeans,
  state: ScreenedCase,
  profile: SubjectProfile,
  at: string,
): Promise<OpenItems> {
  const { stage, common } = state;
  const { partlyDaysBeforeDue } = policyOf(
    await means.organisationAt(common.facts.organisation),
    common.facts.controller,
  );
  const leaves =
    stage.kind === 'reviewing' ? mayGoPartly(state, at, partlyDaysBeforeDue) : stage.screening.waiting !== undefined;
  return leaves ? await openItems(sheetMeans(means), state, profile) : noOpenItems;
}

/** Whether the records and the decisions are still those of the sheet that staff have released. */
export async function isReleasedSheet(
  means: AnswerMeans,
  state: ScreenedCase,
  profile: SubjectProfile,
): Promise<boolean> {
  const { sheet } = state.stage.screening;
  return sheet === undefined || (await storedSheetHash(sheetMeans(means), state, profile)) === sheet;
}

function sheetMeans({ findings, sheets, connectors, organisationAt }: AnswerMeans): SheetMeans {
  return { findings, sheets, organisationAt, resources: resourcesOf(connectors) };
}

/** Decides which records of a system the answer contains. */
interface AnswerRecords {
  readonly standingsOf: () => Standings;
  readonly decisionsOn: DecisionsOn;
  /** Whether a record is still under review, so that only the next answer can contain it. */
  isLeft(record: RecordKey): boolean;
  readonly leavesSome: boolean;
}

function systemAnswer(
  means: AnswerMeans,
  organisation: Organisation,
  { state, at }: Dated,
  searched: SearchedSystem,
  records: AnswerRecords,
): Omit<SystemAnswer, 'refused'> {
  const { screening } = state.stage;
  const { snapshot } = screening;
  const { connectors, findings } = means;
  const system = organisation.systems.find(({ id }) => id === searched.id);
  if (system === undefined) throw new Error(`the system ${searched.id} is not part of the organisation`);
  const connector = system.kind === 'connector' ? connectors.find(({ id }) => id === system.connector) : undefined;
  const everything = allRefused(state, searched, snapshot, at);
  const outcome: AnswerOutcome =
    everything.length > 0 && searched.deliveredIn !== null
      ? // The earlier answer left out all data of this system, so this answer reports the system as `withheld` too.
        { outcome: 'withheld', asOf: at, ground: groundsOf(everything) }
      : withoutLeft(toldOutcome(searched, snapshot), records.leavesSome);
  return {
    id: system.id,
    title: system.title,
    outcome: outcome.outcome,
    ...(outcome.outcome === 'failed'
      ? { reason: outcome.reason, givenUp: searched.givenUp && !records.leavesSome }
      : {}),
    ...(outcome.outcome === 'pending'
      ? { reason: suffices(snapshot.level, searched.level) ? outcome.reason : 'examined-further' }
      : {}),
    ...(outcome.outcome === 'withheld' ? { ground: outcome.ground } : {}),
    ...('asOf' in outcome ? { asOf: outcome.asOf } : {}),
    ...(searched.deliveredIn === null ? {} : { deliveredIn: searched.deliveredIn }),
    ...uncertain(screening, searched, state.common),
    resources: resourcesOf(connectors)(system),
    doesNotRead: connector?.doesNotRead ?? [],
    // No page is read if an earlier answer delivered the records of this system, or if they wait for a stronger proof
    // of identity.
    pages: () =>
      searched.deliveredIn === null && !isBlocked(searched, snapshot)
        ? belonging(pagesThatCount(findings, state.common.caseId, searched), records)
        : none(),
  };
}

/**
 * The outcome of a system. If some of its records are still under review (`leavesSome`), the system is not ready,
 * whatever was found.
 */
function withoutLeft(outcome: SystemOutcome, leavesSome: boolean): AnswerOutcome {
  switch (outcome.outcome) {
    case 'answered':
      return { outcome: 'pending', reason: 'answered-by-handlers', asOf: outcome.asOf };
    case 'found':
    case 'nothing-held': {
      const { outcome: result, asOf } = outcome;
      return leavesSome ? { outcome: 'pending', reason: 'under-review', asOf } : { outcome: result, asOf };
    }
    case 'withheld':
    case 'failed':
    case 'pending':
      return outcome;
  }
}

/**
 * How many records are `possible` and `disputed`. Both counts are 0 if the system waits for a stronger proof of
 * identity.
 */
function uncertain(
  { snapshot }: Screening,
  searched: SearchedSystem,
  { review }: Pick<Common, 'review'>,
): Pick<SystemAnswer, 'possible' | 'disputed'> {
  return isBlocked(searched, snapshot) ? { possible: 0, disputed: 0 } : uncertainRecords(searched, review);
}

/**
 * The refused records of a system, by kind, with the reasons that staff wrote. Empty if the system waits for a stronger
 * proof of identity.
 */
function refusedKinds({ state, at }: Dated, searched: SearchedSystem, profile: SubjectProfile): readonly RefusedKind[] {
  const { screening } = state.stage;
  if (isBlocked(searched, screening.snapshot)) return [];
  const held = heldResources(searched) ?? [];
  return itemsLeftOut(state, searched, at).map((item) => {
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
  { standingsOf, decisionsOn, isLeft, leavesSome }: AnswerRecords,
): AsyncGenerator<AnswerPage, void, undefined> {
  const standings = standingsOf();
  for await (const { findings, unread } of pages) {
    const page = leavesSome
      ? { findings: findings.filter((one) => !isLeft(one)), unread: unread.filter((one) => !isLeft(one)) }
      : { findings, unread };
    yield answerPage(page, standings, decisionsOn);
  }
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
