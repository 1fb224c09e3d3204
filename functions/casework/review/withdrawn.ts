import type { WithdrawnIdentifier } from '#domain/case/search/withdrawn.ts';
import { searchOf, type Common, type LearnedIdentifier, type OpenedCase, type Search } from '#domain/case/state.ts';
import { keyText } from '#domain/findings/belonging.ts';
import type { FindingsPage, HeldIdentifier, RecordKey } from '#domain/findings/finding.ts';
import { knowledgeIn } from '#domain/findings/knowledge.ts';
import { standings } from '#domain/findings/standing.ts';
import { supportedBy, type SupportPage } from '#domain/findings/supported.ts';
import { whoseBy } from '#domain/findings/whose.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import type { EntryOf, ReviewEntry } from '#domain/review/entry.ts';
import { itemId } from '#domain/review/item.ts';
import { rejectedItems } from '#domain/review/ownership.ts';
import type { Findings } from '#store/findings.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { identifierHash } from '../commit/keys.ts';
import { pagesThatCount } from '../search/case-standings.ts';
import { knownIdentifiers } from '../search/known-identifiers.ts';

/**
 * New decisions on records, the id of the command whose decisions are undone, or the keyed hashes of the learned
 * identifiers that staff reject.
 */
export type ReviewChange =
  | { readonly entries: readonly ReviewEntry[] }
  | { readonly undo: string }
  | { readonly rejected: readonly string[] };

/**
 * The learned identifiers that no longer count after a change of the decisions. If staff reject a record, two sorts of
 * identifiers no longer count: accepted identifiers that alone tied the record to the person, and identifiers that were
 * learned only from the record, or only from records that such identifiers found. If staff undo an adoption, or reject
 * an identifier that they had accepted, the second sort no longer counts.
 *
 * The stored pages are read only if there are learned identifiers, and the change can withdraw some.
 */
export async function withdrawnBy(
  findings: Findings,
  state: OpenedCase,
  profile: SubjectProfile,
  change: ReviewChange,
): Promise<readonly WithdrawnIdentifier[]> {
  const search = searchOf(state);
  if (search === undefined || !search.learned.some(isLeft) || !mayWithdraw(state, change)) return [];
  // A decision on a record withdraws no identifier that only disputed records have: staff need not decide on it.
  const left = search.learned.filter((one) => isLeft(one) && ('rejected' in change || isCounting(one)));
  const pages = await readPages(findings, state.common, search);
  const rejected = rejectedWith(change, state, search, profile, pages);
  const before = shownBy(pages, { common: state.common, search }, profile);
  const after = shownBy(pages, changed(state, search, change, rejected), profile);
  return left.flatMap((one): readonly WithdrawnIdentifier[] => {
    const { identifier, system } = one;
    if (rejected.has(identifier.hash)) return 'rejected' in change ? [] : [{ identifier, now: 'rejected' }];
    const value = profile.identifiers[identifier.hash];
    if (value === undefined) return [];
    const now = after(system, value);
    return now === 'theirs' || now === before(system, value) ? [] : [{ identifier, now }];
  });
}

/** What the records show of an identifier: that it is the person's, or only that it may be somebody else's. */
type Shown = 'theirs' | 'disputed' | 'gone';

function shownBy(
  pages: readonly Read[],
  of: { readonly common: Common; readonly search: Search },
  profile: SubjectProfile,
): (system: string, value: Identifier) => Shown {
  const isTheirs = supported(pages, of.common, of.search, profile);
  // An accepted identifier that nothing shows any more to be the person's ties no record, and makes none disputed.
  const learned = of.search.learned.map((one) => {
    const value = profile.identifiers[one.identifier.hash];
    return isAccepted(one) && value !== undefined && !isTheirs(one.system, value) ? { ...one, decision: null } : one;
  });
  const disputed = disputedIn(pages, { ...of, search: { ...of.search, learned } }, profile);
  return (system, value) => {
    if (isTheirs(system, value)) return 'theirs';
    return disputed.has(hashOf(profile, value)) ? 'disputed' : 'gone';
  };
}

/** Whether an identifier is accepted, or staff can still accept it. */
function isCounting({ decision, disputed }: LearnedIdentifier): boolean {
  return decision === null ? !disputed : decision.accepted;
}

interface Read extends SupportPage {
  readonly page: FindingsPage;
}

/** Whether nobody has rejected an identifier. */
function isLeft({ decision }: LearnedIdentifier): boolean {
  return decision?.accepted !== false;
}

function mayWithdraw(state: OpenedCase, change: ReviewChange): boolean {
  if ('entries' in change) return change.entries.some((entry) => entry.do === 'reject');
  // Nothing was searched for an identifier that nobody accepted, so it brought no records.
  if ('rejected' in change)
    return (searchOf(state)?.learned ?? []).some(
      (one) => isAccepted(one) && change.rejected.includes(one.identifier.hash),
    );
  return state.common.review.some(
    (one) => one.command === change.undo && one.entries.some((entry) => entry.do === 'adopt'),
  );
}

/** The hashes of the learned identifiers that are not the person's after the change. */
function rejectedWith(
  change: ReviewChange,
  state: OpenedCase,
  search: Search,
  profile: SubjectProfile,
  pages: readonly Read[],
): ReadonlySet<string> {
  if ('rejected' in change) return new Set(change.rejected);
  return 'entries' in change ? tiedBy(change.entries, state, search, profile, pages) : new Set();
}

async function readPages(findings: Findings, { caseId }: Common, { systems }: Search): Promise<readonly Read[]> {
  const pages: Read[] = [];
  for (const system of systems)
    for await (const stored of pagesThatCount(findings, caseId, system))
      pages.push({ system: system.id, page: withoutData(stored) });
  return pages;
}

/** The page without the data of its records, because the data need much memory. */
function withoutData(page: FindingsPage): FindingsPage {
  const bare = <Record extends { readonly data: unknown }>(one: Record): Record => ({ ...one, data: {} });
  return {
    ...page,
    findings: page.findings.map(bare),
    disputed: page.disputed.map(bare),
    possible: page.possible.map(bare),
    unplaced: page.unplaced.map(bare),
  };
}

/** The hashes of the accepted identifiers that alone tie the rejected records to the person. */
function tiedBy(
  entries: readonly ReviewEntry[],
  { common }: OpenedCase,
  search: Search,
  profile: SubjectProfile,
  pages: readonly Read[],
): ReadonlySet<string> {
  const items = new Set(entries.filter(isRejection).map(({ item }) => item));
  const accepted = new Set(search.learned.filter(isAccepted).map(({ identifier }) => identifier.hash));
  const knowledge = knownIdentifiers(common, search, profile, search.wave);
  const { look, together } = standings(knowledge);
  for (const { system, page } of pages) look(system, page);
  const standingIn = together();
  const tied = new Set<string>();
  for (const { system, page } of pages)
    for (const record of page.findings) {
      if (!items.has(itemId(profile.caseKey, system, record)) || standingIn(system).of(record) !== 'belongs') continue;
      const told = whoseBy(knowledgeIn(knowledge, system)).whose(record);
      if (told.says !== 'the-person') continue;
      const hashes = told.by.map((one) => hashOf(profile, one));
      if (hashes.every((hash) => accepted.has(hash))) for (const hash of hashes) tied.add(hash);
    }
  return tied;
}

/** The decisions and the learned identifiers after the change. */
function changed(
  { common }: OpenedCase,
  search: Search,
  change: ReviewChange,
  rejected: ReadonlySet<string>,
): { readonly common: Common; readonly search: Search } {
  const learned = search.learned.map((one) =>
    rejected.has(one.identifier.hash) ? { ...one, decision: { accepted: false } as const } : one,
  );
  return { common: { ...common, review: reviewAfter(common, change) }, search: { ...search, learned } };
}

function reviewAfter({ review }: Common, change: ReviewChange): Common['review'] {
  if ('rejected' in change) return review;
  return 'entries' in change
    ? [...review, { command: '', by: '', at: '', entries: change.entries, undone: false, withdrew: [] }]
    : review.map((one) => (one.command === change.undo ? { ...one, undone: true } : one));
}

function supported(
  pages: readonly Read[],
  common: Common,
  search: Search,
  profile: SubjectProfile,
): (system: string, identifier: Identifier) => boolean {
  const proven = knownIdentifiers(
    common,
    { ...search, learned: search.learned.map((one) => (isAccepted(one) ? { ...one, decision: null } : one)) },
    profile,
    search.wave,
  );
  const known = knownIdentifiers(common, search, profile, search.wave);
  const isProven = (one: Identifier): boolean =>
    proven.verified.some(({ kind, value }) => kind === one.kind && value === one.value);
  return supportedBy(pages, {
    knowledge: proven,
    accepted: known.verified.filter((one) => !isProven(one)),
    isRejected: isRejectedRecord(common, profile),
  });
}

/** The hashes of the identifiers in disputed records that nobody rejected. */
function disputedIn(
  pages: readonly Read[],
  { common, search }: { readonly common: Common; readonly search: Search },
  profile: SubjectProfile,
): ReadonlySet<string> {
  const { look, together } = standings(knownIdentifiers(common, search, profile, search.wave));
  for (const { system, page } of pages) look(system, page);
  const standingIn = together();
  const isRejected = isRejectedRecord(common, profile);
  const held: HeldIdentifier[] = [];
  for (const { system, page } of pages) {
    const { of, verdict, isDisputed } = standingIn(system);
    for (const record of page.findings)
      if (of(record) === 'disputed' && !isRejected(system, record)) held.push(...record.identifiers);
    for (const record of page.disputed)
      if (verdict(keyText(record)) !== 'belongs' && isDisputed(keyText(record)) && !isRejected(system, record))
        held.push(...record.identifiers);
  }
  return new Set(held.map((one) => hashOf(profile, one)));
}

function isRejectedRecord(
  { review }: Pick<Common, 'review'>,
  { caseKey }: SubjectProfile,
): (system: string, record: RecordKey) => boolean {
  const rejected = rejectedItems(review);
  return (system, record) => {
    const items = rejected.get(system);
    return items !== undefined && items.size > 0 && items.has(itemId(caseKey, system, record));
  };
}

function isRejection(entry: ReviewEntry): entry is EntryOf<'reject'> {
  return entry.do === 'reject';
}

function isAccepted({ decision }: LearnedIdentifier): boolean {
  return decision?.accepted === true;
}

function hashOf({ caseKey }: SubjectProfile, { kind, value }: Identifier): string {
  return identifierHash(caseKey, { kind, value });
}
