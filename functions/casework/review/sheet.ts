import { canonical, keyedHash, sha256 } from '#domain/canonical/canonical.ts';
import { isBlocked, outcomeOf } from '#domain/case/search/outcome.ts';
import { refusedItems } from '#domain/case/decisions/part-refusals.ts';
import type { OpenedCase, Search, SearchedSystem } from '#domain/case/state.ts';
import { knowledgeIn, type Knowledge } from '#domain/findings/knowledge.ts';
import { whoseBy } from '#domain/findings/whose.ts';
import { languageFor } from '#domain/language.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import { samplesFor } from '#domain/presentation/samples.ts';
import { kindsNotByRule, reviewRulesVersion } from '#domain/review/by-rule.ts';
import { entriesInForce } from '#domain/review/entry.ts';
import { lookOf } from '#domain/review/look.ts';
import { adoptedItems, rejectedItems } from '#domain/review/ownership.ts';
import type { SheetSystem } from '#domain/review/sheet.ts';
import type { SheetIndex } from '#domain/review/sheet-index.ts';
import type { Findings } from '#store/findings.ts';
import type { ReviewSheets } from '#store/review-sheets.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { knownIdentifiers } from '../search/known-identifiers.ts';
import type { ResourcesOf } from '../search/resources-of.ts';
import { copiesOn } from './copies-on.ts';
import { decidedItems, openCounts } from './decided-items.ts';
import { makeSheet } from './make-sheet.ts';
import { countOfKind, reopenedItems } from './reopened-items.ts';

/** What is needed to make a review sheet and to read it. */
export interface SheetMeans {
  readonly findings: Findings;
  readonly sheets: ReviewSheets;
  /** The kinds of record of a system, with the annotations of their fields. */
  readonly resources: ResourcesOf;
  /** Reads the description of the organisation that has this hash (SHA-256). */
  organisationAt(hash: string): Promise<Organisation>;
}

/** The review sheet of the current round: all items, without the decisions on them. */
export interface Sheet {
  /** SHA-256 of the stored head. */
  readonly hash: string;
  readonly index: SheetIndex;
}

/** What a sheet is made from. */
export interface SheetSource {
  readonly caseId: string;
  /** Identifies the sheet among the sheets of the case. */
  readonly madeFrom: string;
  /**
   * All systems of the round. They are all needed, because a record of one system can contradict a record of another.
   */
  readonly searched: readonly SearchedSystem[];
  /** The systems whose records are on the sheet. */
  readonly systems: readonly (SheetSystem & Pick<SearchedSystem, 'replies'>)[];
  readonly knowledge: Knowledge;
}

/** The results of the round, before or after their screening. */
interface Round extends Pick<Search, 'systems' | 'wave' | 'adoptions' | 'level'> {
  readonly search: Search;
}

/** The review sheet of the round. If it is not stored, it is made. Throws if the case is at a stage without a sheet. */
export async function sheetOf(means: SheetMeans, state: OpenedCase, profile: SubjectProfile): Promise<Sheet> {
  const source = await sheetSource(means, state, profile);
  const stored = await means.sheets.index(source);
  const index = stored ?? (await makeSheet(means, source));
  return { hash: sha256(canonical(index)), index };
}

/**
 * The hash that `release` would name now. `undefined`: the sheet is not stored, so nobody can have released it. The
 * function makes no sheet, because that can take minutes.
 */
export async function storedSheetHash(
  means: SheetMeans,
  state: OpenedCase,
  profile: SubjectProfile,
): Promise<string | undefined> {
  const index = await means.sheets.index(await sheetSource(means, state, profile));
  return index === undefined ? undefined : sheetHash(state, { hash: sha256(canonical(index)) });
}

/** The facts about a sheet that `release` and the log contain. */
export interface SheetFacts {
  /** The hash of the sheet with the rules and the decisions in force. The command `release` must name it. */
  readonly sheet: string;
  /** The number of items on which staff must still decide. */
  readonly open: number;
  /** The number of items on which staff have decided. */
  readonly seen: number;
  /** The number of items that rules release. */
  readonly byRule: number;
}

/**
 * The facts about the sheet with the decisions in force. Items of a kind that the answer leaves out are not counted.
 */
export async function sheetFacts(means: SheetMeans, state: OpenedCase, profile: SubjectProfile): Promise<SheetFacts> {
  const sheet = await sheetOf(means, state, profile);
  const copies = await copiesOn(means.sheets, state, sheet.index);
  const decided = await decidedItems(means.sheets, state, sheet.index, copies);
  const reopened = await reopenedItems(means.sheets, state, sheet.index, copies);
  const isLeftOut = kindsLeftOut(state);
  const isNotByRule = kindsNotByRule(entriesInForce(state.common.review));
  const counts = sheet.index.systems.flatMap((system, number) =>
    system.kinds.flatMap(({ resource, items, toSee }, kind) => {
      if (isLeftOut(system.id, resource)) return [];
      const again = countOfKind(reopened, number, kind);
      return [openCounts({ items, toSee }, decided.of(number, kind), again, isNotByRule(system.id, resource))];
    }),
  );
  const sum = (of: 'open' | 'seen' | 'byRule'): number => counts.reduce((total, one) => total + one[of], 0);
  return { sheet: sheetHash(state, sheet), open: sum('open'), seen: sum('seen'), byRule: sum('byRule') };
}

/** The hash of the sheet with everything that staff decided. Any further decision changes it. */
export function sheetHash({ common }: OpenedCase, { hash }: Pick<Sheet, 'hash'>): string {
  return sha256(
    canonical({
      sheet: hash,
      rules: reviewRulesVersion,
      decisions: entriesInForce(common.review),
      refused: refusedItems(common),
    }),
  );
}

/** Whether staff refused a kind of record as a whole (`refuse` of a part). */
export function isRefusedKind({ common }: OpenedCase, system: string, resource: string): boolean {
  return refusedItems(common).some((item) => item.system === system && item.resource === resource);
}

/**
 * Makes a function that tells whether the answer leaves out a whole kind of record: staff refused the kind, or the
 * review withholds the kind or its system. Then nobody has to decide on the single records.
 */
export function kindsLeftOut(state: OpenedCase): (system: string, resource: string) => boolean {
  const withheld = new Set(
    entriesInForce(state.common.review).flatMap((entry) => {
      if (entry.do !== 'withhold-alike') return [];
      const { alike } = entry;
      switch (alike.all) {
        case 'system':
          return [canonical([alike.system])];
        case 'resource':
          return [canonical([alike.system, alike.resource])];
        case 'value':
        case 'field':
          return [];
      }
    }),
  );
  return (system, resource) =>
    withheld.has(canonical([system])) ||
    withheld.has(canonical([system, resource])) ||
    isRefusedKind(state, system, resource);
}

/** Collects what the sheet of the round is made from. */
export async function sheetSource(
  { resources, organisationAt }: Pick<SheetMeans, 'resources' | 'organisationAt'>,
  state: OpenedCase,
  profile: SubjectProfile,
): Promise<SheetSource> {
  const { common } = state;
  const round = roundOf(state);
  const organisation = await organisationAt(common.facts.organisation);
  const { systems } = organisation;
  const { timeZone } = controllerOf(organisation, common.facts.controller);
  const reader = { language: languageFor(common.facts.language), timeZone };
  const known = knownIdentifiers(common, round.search, profile, round.wave);
  const { verified, rejected, isAdopted, isRejected } = known;
  const knowledge = { verified, rejected, isAdopted, isRejected };
  const adopted = adoptedItems(common.review);
  const onSheet = round.systems.filter((system) => isOnSheet(system, round));
  const described = onSheet.map(({ id, replies }) => {
    const system = systems.find((one) => one.id === id);
    if (system === undefined) throw new Error(`the system ${id} is not part of the organisation`);
    return { replies, system, kinds: resources(system) };
  });
  return {
    caseId: common.caseId,
    madeFrom: keyedHash(
      profile.caseKey,
      canonical({
        rules: reviewRulesVersion,
        shown: samplesFor(reader),
        knowledge: { verified, rejected },
        adopted: [...adopted].map(([id, items]) => [id, [...items].map(([item, versions]) => [item, [...versions]])]),
        // Only the rejection of a record with parts changes the rows: any other decision leaves the sheet as it is.
        rejected: [...rejectedItems(common.review)].flatMap(([id, items]) => {
          const withParts = [...items].flatMap(([item, { parts }]) => (parts === true ? [item] : []));
          return withParts.length === 0 ? [] : [[id, withParts]];
        }),
        wave: round.wave,
        searched: round.systems.map(({ id, replies }) => [
          id,
          replies.map(({ wave, at, page = null }) => [wave, at, page]),
        ]),
        systems: described.map(({ system, kinds }) => [
          system.id,
          isLowRisk(system),
          Object.entries(kinds).map(([name, kind]) => [name, lookOf(kind)]),
        ]),
      }),
    ),
    searched: round.systems,
    systems: described.map(({ replies, system, kinds }) => ({
      id: system.id,
      replies,
      key: profile.caseKey,
      isLowRisk: isLowRisk(system),
      byFields: whoseBy(knowledgeIn(knowledge, system.id)),
      adopted: adopted.get(system.id) ?? new Map(),
      reader,
      searchedAgain: round.search.adoptions
        .filter(({ wave, systems: of }) => of.includes(system.id) && replies.some((reply) => reply.wave === wave))
        .map(({ wave }) => wave),
      resource(name) {
        const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
        if (kind === undefined) throw new Error(`${name} is not a declared resource`);
        return kind;
      },
    })),
    knowledge,
  };
}

/**
 * Whether a rule may release records of a system. For special categories of data (Art. 9), staff must always decide,
 * whatever the description says.
 */
function isLowRisk({ lowRisk, special }: Organisation['systems'][number]): boolean {
  return lowRisk && !special;
}

/**
 * Whether the records of a system are on the sheet. They are not if an earlier answer contained them, if they wait for a
 * stronger proof of identity, or if staff reported after a search by hand that all data of the system are withheld.
 */
function isOnSheet(system: SearchedSystem, round: Round): boolean {
  return system.deliveredIn === null && !isBlocked(system, round) && outcomeOf(system, round).outcome !== 'withheld';
}

function roundOf({ stage }: OpenedCase): Round {
  switch (stage.kind) {
    case 'gathering': {
      const { search } = stage;
      const { systems, wave, adoptions, level } = search;
      return { search, systems, wave, adoptions, level };
    }
    case 'reviewing':
    case 'released':
    case 'assembling':
    case 'assembled': {
      const { search, screening } = stage;
      return { ...screening.snapshot, search };
    }
    case 'held':
    case 'identifying':
    case 'planning':
    case 'approving-search':
    case 'delivered':
    case 'refused':
    case 'closed':
      throw new Error(`a case at the stage ${stage.kind} has no review sheet`);
  }
}
