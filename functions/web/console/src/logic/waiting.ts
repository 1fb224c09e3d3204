import type { CaseView } from '#api/staff.ts';
import { offer } from './block.ts';
import { hasEnded, statusOf, type Status } from './known.ts';
import type { Member } from './member.ts';
import { isForAccess, isSilent } from './standing.ts';
import type { Offer, Task } from './task.ts';

/**
 * What a case waits for a member of staff to do: what whoever looks can do comes first, and within that the order in
 * which it is best done.
 */
export function waitingTasks(view: CaseView, member: Member): readonly Offer[] {
  const status = statusOf(view.status);
  if (status === undefined) return [];
  const living: readonly Task[] = hasEnded(status)
    ? proposals(view).filter((task) => 'proposal' in task && afterEnd.has(task.proposal.kind))
    : [...proposals(view), ...refusedInWords(view), ...freezes(view), ...tasksIn(status, view, member)];
  const offers = [...living, ...keeping(view)].map((task) => offer(task, view, member));
  return [...offers.filter(({ block }) => block === null), ...offers.filter(({ block }) => block !== null)];
}

/** What two people may decide also after the end: where an answer that is there can be fetched, and who is protected. */
const afterEnd: ReadonlySet<string> = new Set([
  'change-contact',
  'confirm-contact',
  'move-to-post',
  'decide-circumstance',
]);

function proposals(view: CaseView): readonly Task[] {
  return view.proposals
    .filter(({ state }) => state === 'open')
    .flatMap((proposal) => [
      { type: 'approve-proposal', proposal },
      { type: 'drop-proposal', proposal },
    ]);
}

/** What was refused in words only is named by its kinds, so that the answer leaves it out. */
function refusedInWords({ refusals }: CaseView): readonly Task[] {
  return refusals.some(({ inWordsOnly }) => inWordsOnly) ? [{ type: 'refuse' }] : [];
}

/** What scheduled erasure would take with it is stopped by hand on the day of receipt, where nothing else does it. */
function freezes(view: CaseView): readonly Task[] {
  return view.freezes
    .filter(({ mode, done }) => mode === 'manual' && !done)
    .map((freeze) => ({ type: 'confirm-freeze', freeze }));
}

function tasksIn(status: Status, view: CaseView, member: Member): readonly Task[] {
  switch (status) {
    case 'held':
      return held(view);
    case 'approving-search':
      return [{ type: 'approve-search' }];
    case 'gathering':
      return [...identifiersToDecide(view), ...systemsToAnswer(view), ...resultsToCorrect(view)];
    case 'reviewing':
      return [release(view, member), ...systemsToAnswer(view), ...resultsToCorrect(view)];
    case 'released':
    case 'assembling':
    case 'assembled':
      return systemsToAnswer(view);
    case 'identifying':
    case 'planning':
    case 'delivered':
    case 'refused':
    case 'closed':
      return [];
  }
}

/** What the system cannot carry out by itself is carried out by staff, who then write down what they did. */
function held(view: CaseView): readonly Task[] {
  const mandate: readonly Task[] =
    view.hold === 'mandate-unchecked' && view.mandate?.accepted !== true ? [{ type: 'record-mandate' }] : [];
  const noRequest: readonly Task[] = mayBeNoRequest(view) ? [{ type: 'end', ending: 'not-a-request' }] : [];
  if (isForAccess(view))
    return [...mandate, ...(waitsForContact(view) ? [] : [{ type: 'lift-hold' } as const]), ...noRequest];
  return [
    ...mandate,
    ...(mayStop(view) ? [{ type: 'stop-processing' } as const] : []),
    { type: 'end', ending: 'carried-out' },
    ...noRequest,
  ];
}

/** The person is answered, not the representative: their own contact is named first. */
function waitsForContact({ hold, mandate, timeline }: CaseView): boolean {
  const named = timeline.some(({ type }) => type === 'contact-changed' || type === 'moved-to-post');
  return hold === 'mandate-unchecked' && mandate?.answerTo === 'person' && !named;
}

/** Whether a held mail can turn out to be no request: not once an answer was promised. */
export function mayBeNoRequest(view: CaseView): boolean {
  return view.status === 'held' && (isSilent(view) || view.hold === 'attachment-not-opened');
}

/** Whether something was asked for that is stopped at once, without a proof of identity, and has not been. */
export function mayStop({ rights, timeline }: Pick<CaseView, 'rights' | 'timeline'>): boolean {
  const asked = rights.filter((right) => right === 'objection' || right === 'consent-withdrawal');
  return asked.length > timeline.filter(({ type }) => type === 'right-carried-out').length;
}

/** What cannot be accepted waits for nobody: it stands apart, see `identifiersApart`. */
function identifiersToDecide({ learned }: CaseView): readonly Task[] {
  return learned
    .filter(({ decision, acceptRefusedBy }) => decision === 'open' && acceptRefusedBy === null)
    .map((one) => ({ type: 'decide-identifier', learned: one }));
}

/** Identifiers that nobody can accept as they stand. They can be rejected until the answer is released. */
export function identifiersApart(view: CaseView, member: Member): readonly Offer[] {
  const status = statusOf(view.status);
  if (status !== 'gathering' && status !== 'reviewing') return [];
  return view.learned
    .filter(({ decision, acceptRefusedBy }) => decision === 'open' && acceptRefusedBy !== null)
    .map((learned) => offer({ type: 'decide-identifier', learned }, view, member));
}

/** A failed search is tried again or answered by hand; a manual system is answered by hand. */
function systemsToAnswer({ systems }: CaseView): readonly Task[] {
  return systems.flatMap((system): readonly Task[] => {
    const byHand: Task = { type: 'record-manual-result', system, correction: false };
    switch (system.outcome) {
      case 'failed':
        return system.mode === 'manual' ? [byHand] : [{ type: 'retry-system', system }, byHand];
      case 'pending':
        // What waits for a stronger proof has been searched already.
        return system.mode === 'manual' && !system.blocked ? [byHand] : [];
      case 'found':
      case 'nothing-held':
      case 'withheld':
        return [];
    }
  });
}

/** A result is corrected before its release; in review the answer is then screened and looked at again. */
function resultsToCorrect({ systems }: CaseView): readonly Task[] {
  return systems
    .filter(({ mode, deliveredIn }) => mode === 'manual' && deliveredIn === null)
    .filter(({ outcome, blocked }) => blocked || (outcome !== 'pending' && outcome !== 'failed'))
    .map((system) => ({ type: 'record-manual-result', system, correction: true }));
}

function release({ round, secondPerson, approvals }: CaseView, member: Member): Task {
  if (!secondPerson) return { type: 'release', round, step: 'only' };
  const othersFirst = approvals.length > 0 && !approvals.includes(member.id);
  return { type: 'release', round, step: othersFirst ? 'second' : 'first' };
}

/** What is owed whether or not the case lives: a decision on what protects somebody, letters, and what concerns the case's own keeping. */
function keeping(view: CaseView): readonly Task[] {
  return [
    ...view.circumstances
      .filter(({ undecided }) => undecided)
      .map((circumstance): Task => ({ type: 'decide-circumstance', circumstance })),
    ...view.breaches
      .filter(({ steps }) => !steps.includes('closed'))
      .map((breach): Task => ({ type: 'update-breach', breach })),
    ...view.lettersToPost.map((letter): Task => ({ type: 'record-posted', letter })),
    ...(view.retentionObjections.at(-1)?.upheld === null ? [{ type: 'decide-retention-objection' } as const] : []),
  ];
}
