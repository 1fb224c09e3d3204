import type { ReviewDecision, ReviewRequest } from '#api/review.ts';
import type { Command } from '#domain/case/command.ts';
import { refuse } from '#domain/case/refusals/refuse.ts';
import type { WithdrawnIdentifier } from '#domain/case/search/withdrawn.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { RefusedCommand } from '#domain/case/decision.ts';
import { itemOfDocument } from '#domain/review/item.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { ViewLog } from '#store/view-log.ts';
import type { Casework } from '../commit/casework.ts';
import { commitCommand, loadCase, type Acted } from '../commit/commit-command.ts';
import { keepWords } from '../profile/keep-words.ts';
import { isReserved } from '../staff/search-by-hand.ts';
import { commandIdOf, isReused, type ReusedCommandId } from '../staff/command-id.ts';
import { copiesOn } from './copies-on.ts';
import { lastDecisionOn } from '#domain/review/entry.ts';
import { reviewEntries } from './review-entries.ts';
import { asSeen } from './review-page.ts';
import { withdrawnBy, type ReviewChange } from './withdrawn.ts';
import { sheetFacts, sheetOf, type SheetMeans } from './sheet.ts';
import { documentOn, itemsOn } from './sheet-page.ts';
import { storedCut } from './stored-cut.ts';

/** What a decision of the review needs besides the case. */
export interface ReviewMeans extends SheetMeans {
  readonly views: ViewLog;
}

/**
 * Commits the decisions of a member of staff on records of the answer, or undoes earlier ones. A command that is sent
 * twice is carried out once. Texts and values are stored on the subject profile first; the log names only their hashes.
 */
export async function decideOnReview(
  casework: Casework,
  means: ReviewMeans,
  caseId: string,
  member: string,
  request: ReviewRequest,
  now: string,
): Promise<Acted | ReusedCommandId> {
  const { state } = await loadCase(casework, caseId);
  const profile = await casework.profiles.get(caseId);
  if (state === undefined) return refuse('no-such-case');
  if (profile === undefined) return refuse('person-forgotten');
  const { commandId: id, ...asked } = request;
  const commandId = commandIdOf(profile.caseKey, member, id, asked);
  const isDone = state.common.seen.has(commandId);
  if (!isDone && isReused(state.common.seen, id)) return refuse('command-id-reused');
  const command = isDone
    ? ({ type: 'undo-review', decision: id } as const)
    : await commandOf(casework, means, state, profile, member, request);
  if ('ok' in command) return command;
  return await commitCommand(casework, caseId, { commandId, by: { kind: 'staff', id: member }, command }, now);
}

async function commandOf(
  casework: Casework,
  means: ReviewMeans,
  state: OpenedCase,
  profile: SubjectProfile,
  member: string,
  request: ReviewRequest,
): Promise<Command | RefusedCommand> {
  const { caseId } = state.common;
  const withdraws = async (change: ReviewChange): Promise<{ readonly withdrawn?: readonly WithdrawnIdentifier[] }> => {
    const withdrawn = await withdrawnBy(means.findings, state, profile, change);
    return withdrawn.length === 0 ? {} : { withdrawn };
  };
  if ('undo' in request)
    return { type: 'undo-review', decision: request.undo, ...(await withdraws({ undo: request.undo })) };
  if (state.stage.kind !== 'reviewing') return refuse('other-step', { status: state.stage.kind });
  if (request.sheet !== undefined && request.sheet !== (await sheetFacts(means, state, profile)).sheet)
    return refuse('sheet-changed');
  const ids = request.decisions.flatMap(({ item }) => (item === undefined ? [] : [item]));
  const looks = await means.views.seenBy(caseId, member);
  const items = await itemsOn(means, state, profile, [...new Set(ids)]);
  const shown = new Map([...items].map(([id, item]) => [id, asSeen(item, looks, member)]));
  const organisation = await means.organisationAt(state.common.facts.organisation);
  const { index } = await sheetOf(means, state, profile);
  const copies = await copiesOn(means.sheets, state, index);
  const made = await reviewEntries(request.decisions, {
    item: (id) => shown.get(id),
    copiesOf: (id) => copies.with(id),
    kindsOf: (id) => {
      const system = organisation.systems.find((one) => one.id === id);
      // The handlers of a reserved system decide what the answer has of it, when they record the result of the search.
      return system === undefined || isReserved(organisation, id) ? undefined : means.resources(system);
    },
    key: profile.caseKey,
    keep: async (text) => await keepWords(casework, caseId, text, 'staff'),
  });
  if (!made.ok) return made;
  const { entries } = made;
  const uncut = await withoutCopy(means, state, profile, request.decisions);
  if (uncut !== undefined) return refuse('document-not-cut', { item: uncut });
  // The last decision that is shown on an item can be one that the item has taken over from another item.
  const asOnItem = (item: string, last: string | null): string | null => {
    const source = copies.takenFrom(item);
    return source !== undefined && lastDecisionOn(state.common.review, source)?.command === last ? null : last;
  };
  const after = request.decisions.flatMap(({ item, after: last }) =>
    item === undefined || last === undefined ? [] : [[item, asOnItem(item, last)] as const],
  );
  return {
    type: 'decide-review',
    decision: request.commandId,
    entries,
    ...(after.length === 0 ? {} : { after: Object.fromEntries(after) }),
    ...(request.sheet === undefined ? {} : { seq: state.common.seq }),
    ...(await withdraws({ entries })),
  };
}

/**
 * Returns the item of a document of which pages are to be left out, if there is no copy without exactly these pages.
 * `undefined`: there is a copy for each decision. A decision without a copy is refused, so staff learn before the
 * release that the document cannot be copied.
 */
async function withoutCopy(
  means: ReviewMeans,
  state: OpenedCase,
  profile: SubjectProfile,
  decisions: readonly ReviewDecision[],
): Promise<string | undefined> {
  const limited = decisions.filter(({ pages }) => pages !== undefined);
  for (const [document = '', ofDocument] of Map.groupBy(limited, (one) => one.document)) {
    const there = await documentOn(means, state, profile, document);
    const pages = ofDocument.flatMap((one) => one.pages ?? []);
    if (there === undefined || (await storedCut(means.findings, there.stored, pages)) === undefined)
      return itemOfDocument(document);
  }
  return undefined;
}
