// Says of the cases that a test has written down what the interface says of real ones: which commands may be given. The
// real answer comes from the rules of the case; a case that is only written down has none.
import { staffCommands } from '#commands/list.ts';
import type { Role } from '#commands/role.ts';
import { mayGive } from '#commands/who-may.ts';
import type { StaffCommand } from '#api/staff-command.ts';
import type { CaseView } from '#api/staff.ts';
import { takenWhen } from '#domain/case/command.ts';
import { isHoldWithoutContact, isSilentHold } from '#domain/case/lifecycle/hold-rules.ts';
import { circumstanceSchema } from '#domain/case/vocabulary.ts';
import { isExtended, isTooLateForNotice } from '#web/console/src/logic/dates.ts';
import { hasEnded, holdOf, statusOf, type Status } from '#web/console/src/logic/known.ts';
import type { Member } from '#web/console/src/logic/member.ts';

type System = CaseView['systems'][number];
type Learned = CaseView['learned'][number];
type Proposal = CaseView['proposals'][number];
type Asking = CaseView['askings'][number];
type Fee = CaseView['fees'][number];
type Breach = CaseView['breaches'][number];
type Freeze = CaseView['freezes'][number];
type Circumstances = CaseView['circumstances'];
type LetterToPost = CaseView['lettersToPost'][number];
type Ending = Extract<StaffCommand, { readonly type: 'end' }>['ending'];

/** Something that a member of staff can do in a case: always one command of the interface. */
type Task =
  | { readonly type: 'decide-identifier'; readonly learned: Learned }
  /** `correction`: there is a result already, and it has not been reviewed yet. */
  | { readonly type: 'record-manual-result'; readonly system: System; readonly correction: boolean }
  | { readonly type: 'retry-system' | 'give-up-system'; readonly system: System }
  | { readonly type: 'confirm-freeze'; readonly freeze: Freeze }
  | { readonly type: 'release'; readonly round: number; readonly step: 'only' | 'first' | 'second' }
  | { readonly type: 'approve-proposal' | 'drop-proposal'; readonly proposal: Proposal }
  | { readonly type: 'decide-circumstance'; readonly circumstance: Circumstances[number] }
  | { readonly type: 'record-posted'; readonly letter: LetterToPost }
  | { readonly type: 'ask'; readonly about: 'identity' | 'clarification' }
  | { readonly type: 'answer-asking'; readonly asking: Asking }
  | { readonly type: 'answer-fee'; readonly fee: Fee }
  | { readonly type: 'end'; readonly ending: Ending }
  | { readonly type: 'update-breach'; readonly breach: Breach }
  | { readonly type: PlainTask };

/** What there is only one of in a case. */
type PlainTask =
  | 'lift-hold'
  | 'approve-search'
  | 'assign'
  | 'lock-out'
  | 'let-in'
  | 'mark-circumstance'
  | 'record-mandate'
  | 'join'
  | 'split'
  | 'redirect'
  | 'correct-receipt'
  | 'record-identity-check'
  | 'enter-code'
  | 'override-proof'
  | 'change-contact'
  | 'confirm-contact'
  | 'move-to-post'
  | 'extend'
  | 'refuse'
  | 'take-back-refusal'
  | 'charge-fee'
  | 'reopen'
  | 'stop-processing'
  | 'note'
  | 'set-legal-hold'
  | 'lift-legal-hold'
  | 'object-to-retention'
  | 'decide-retention-objection'
  | 'record-breach';

/** A task as it stands in a menu and has words: the two questions are two things to whoever asks them. */
type TaskName = Exclude<Task['type'], 'ask'> | 'ask-identity' | 'ask-clarification';

function nameOf(task: Task): TaskName {
  if (task.type === 'ask') return task.about === 'identity' ? 'ask-identity' : 'ask-clarification';
  return task.type;
}

/** Why somebody sees a task and cannot do it. */
type Block =
  | { readonly reason: 'role'; readonly role: Role }
  | {
      readonly reason:
        | 'released-by-you'
        | 'proposed-by-you'
        | 'late'
        | 'extended'
        | 'notice-unsent'
        | 'held'
        | 'mandate'
        | 'contact'
        | 'protected-identity'
        | 'circumstance';
    };

interface Offer<T extends Task = Task> {
  readonly task: T;
  /** `null` when the person can do it now. */
  readonly block: Block | null;
}

/** Whether nothing is written to the sender before staff have decided on the hold. */
function isSilent({ hold }: Pick<CaseView, 'hold'>): boolean {
  const reason = holdOf(hold);
  return reason !== undefined && isSilentHold(reason);
}

/** Whether a held request came from where the person cannot be written to, and no other contact has been named yet. */
function lacksContact({ hold, timeline }: Pick<CaseView, 'hold' | 'timeline'>): boolean {
  const reason = holdOf(hold);
  const named = timeline.some(({ type }) => type === 'contact-changed' || type === 'moved-to-post');
  return reason !== undefined && isHoldWithoutContact(reason) && !named;
}

/** Whether the request is one that the system itself can search for and answer. */
function isForAccess({ matter, rights }: Pick<CaseView, 'matter' | 'rights'>): boolean {
  return matter === 'request' && rights.includes('access');
}

/** Whether the case cannot go on without something from the person: a proof of identity, or an answer. */
function waitsForPerson({ status, askings, systems }: Pick<CaseView, 'status' | 'askings' | 'systems'>): boolean {
  if (status === 'identifying') return true;
  if (status === 'held') return askings.some(({ answeredAt }) => answeredAt === null);
  return status === 'gathering' && systems.every(({ deliveredIn, blocked }) => deliveredIn !== null || blocked);
}

/** Whether somebody may still add a proof of the person's identity. */
function mayBeProven({ status, hold }: Pick<CaseView, 'status' | 'hold'>): boolean {
  return status !== 'held' || hold === 'right-handled-by-staff';
}

/** A task with what stands against it: first the law, which binds everybody, then who is looking. */
function offer(task: Task, view: CaseView, member: Member): Offer {
  return { task, block: ruleAgainst(task, view) ?? memberAgainst(task, view, member) };
}

function ruleAgainst(task: Task, view: CaseView): Block | null {
  if (isStopped(task) && view.circumstances.some(({ undecided }) => undecided)) return { reason: 'circumstance' };
  switch (task.type) {
    case 'extend':
      if (isExtended(view)) return { reason: 'extended' };
      if (isTooLateForNotice(view)) return { reason: 'late' };
      if (isSilent(view)) return { reason: 'held' };
      return view.extensions.length > 0 ? { reason: 'notice-unsent' } : null;
    case 'lift-hold':
      if (view.hold === 'mandate-unchecked' && view.mandate?.accepted !== true) return { reason: 'mandate' };
      return lacksContact(view) ? { reason: 'contact' } : null;
    case 'move-to-post':
      return view.circumstances.some(({ circumstance }) => circumstance === 'protected-identity')
        ? { reason: 'protected-identity' }
        : null;
    case 'ask':
    case 'charge-fee':
    case 'redirect':
      return isSilent(view) ? { reason: 'held' } : null;
    case 'decide-circumstance':
    case 'decide-identifier':
    case 'record-manual-result':
    case 'retry-system':
    case 'give-up-system':
    case 'confirm-freeze':
    case 'release':
    case 'approve-proposal':
    case 'drop-proposal':
    case 'record-posted':
    case 'answer-asking':
    case 'answer-fee':
    case 'end':
    case 'update-breach':
    case 'approve-search':
    case 'assign':
    case 'lock-out':
    case 'let-in':
    case 'mark-circumstance':
    case 'record-mandate':
    case 'join':
    case 'split':
    case 'correct-receipt':
    case 'record-identity-check':
    case 'enter-code':
    case 'override-proof':
    case 'change-contact':
    case 'confirm-contact':
    case 'refuse':
    case 'take-back-refusal':
    case 'reopen':
    case 'stop-processing':
    case 'note':
    case 'set-legal-hold':
    case 'lift-legal-hold':
    case 'object-to-retention':
    case 'decide-retention-objection':
    case 'record-breach':
      return null;
  }
}

/** What waits until somebody has decided what a circumstance that protects somebody asks for. */
function isStopped(task: Task): boolean {
  if (task.type === 'approve-proposal') return task.proposal.kind !== 'decide-circumstance';
  if (task.type === 'end') return task.ending !== 'withdrawn';
  if (task.type === 'change-contact') return true;
  // Both show who asks.
  if (task.type === 'record-identity-check' || task.type === 'enter-code') return false;
  return takenWhen[task.type].whileUndecided === 'waits';
}

function memberAgainst(task: Task, view: CaseView, member: Member): Block | null {
  if (!mayGive(member.roles, task)) return { reason: 'role', role: 'case-worker' };
  if (task.type === 'release' && view.approvals.includes(member.id)) return { reason: 'released-by-you' };
  if (task.type === 'approve-proposal' && task.proposal.by === member.id) return { reason: 'proposed-by-you' };
  return null;
}

/**
 * What a case waits for a member of staff to do: what whoever looks can do comes first, and within that the order in
 * which it is best done.
 */
function waitingTasks(view: CaseView, member: Member): readonly Offer[] {
  const status = statusOf(view.status);
  if (status === undefined) return [];
  const living: readonly Task[] = hasEnded(status)
    ? proposals(view).filter((task) => 'proposal' in task && afterEnd.has(task.proposal.kind))
    : [...proposals(view), ...refusedInWords(view), ...freezes(view), ...tasksIn(status, view, member)];
  const offers = [...living, ...alwaysOwed(view)].map((task) => offer(task, view, member));
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
function mayBeNoRequest(view: CaseView): boolean {
  return view.status === 'held' && (isSilent(view) || view.hold === 'attachment-not-opened');
}

/** Whether something was asked for that is stopped at once, without a proof of identity, and has not been. */
function mayStop({ rights, timeline }: Pick<CaseView, 'rights' | 'timeline'>): boolean {
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
function identifiersApart(view: CaseView, member: Member): readonly Offer[] {
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
function alwaysOwed(view: CaseView): readonly Task[] {
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

const groups = ['request', 'who-asks', 'decisions', 'keeping'] as const;
type Group = (typeof groups)[number];

interface Entry {
  readonly name: TaskName;
  readonly offers: readonly Offer[];
}

/** What can be done beside what waits, by group. */
function moreTasks(view: CaseView, member: Member): Readonly<Record<Group, readonly Entry[]>> {
  const status = statusOf(view.status);
  const entries = (tasks: readonly Task[]): readonly Entry[] =>
    entriesOf(tasks.map((task) => offer(task, view, member)));
  const living = status !== undefined && !hasEnded(status);
  return {
    request: entries([...(living ? request(view) : []), { type: 'note' }]),
    // A circumstance is heeded after the end as well: the answer is still fetched.
    'who-asks': entries(
      living ? whoAsks(view) : status === undefined ? [] : [{ type: 'mark-circumstance' }, ...whereTo(view)],
    ),
    decisions: entries(living ? decisions(view) : view.mayReopen ? [{ type: 'reopen' }] : []),
    keeping: entries(status === undefined ? [] : keeping(view)),
  };
}

function entriesOf(offers: readonly Offer[]): readonly Entry[] {
  const names = [...new Set(offers.map(({ task }) => nameOf(task)))];
  return names.map((name) => ({ name, offers: offers.filter(({ task }) => nameOf(task) === name) }));
}

function request(view: CaseView): readonly Task[] {
  const wasAnswered = view.answers.length > 0;
  return [
    { type: 'assign' },
    ...askAbout(view, 'clarification'),
    ...view.askings
      .filter(({ answeredAt }) => answeredAt === null)
      .map((asking): Task => ({ type: 'answer-asking', asking })),
    { type: 'split' },
    ...(wasAnswered || joinable(view).length === 0 ? [] : [{ type: 'join' } as const]),
    { type: 'redirect' },
    { type: 'correct-receipt' },
  ];
}

/** The other cases that this one can be joined to: earlier ones that live, so that no date moves back. */
function joinable({ others, receivedAt }: Pick<CaseView, 'others' | 'receivedAt'>): CaseView['others'] {
  return others.filter((other) => {
    const status = statusOf(other.status);
    return status !== undefined && !hasEnded(status) && other.receivedAt <= receivedAt;
  });
}

function askAbout({ askings, level, proofs }: CaseView, about: 'identity' | 'clarification'): readonly Task[] {
  const asked = askings.some((asking) => asking.about === about && asking.answeredAt === null);
  // Whoever is proven as strongly as can be is asked for nothing more.
  const proven = level === 'strong' && proofs.some((one) => one.level === 'strong' && one.method !== 'override');
  return asked || (about === 'identity' && proven) ? [] : [{ type: 'ask', about }];
}

function whoAsks(view: CaseView): readonly Task[] {
  const proof: readonly Task[] =
    view.level === 'strong' || !mayBeProven(view)
      ? []
      : [{ type: 'record-identity-check' }, { type: 'override-proof' }];
  return [
    ...askAbout(view, 'identity'),
    ...(view.letterCode === null ? [] : [{ type: 'enter-code' } as const]),
    ...proof,
    { type: 'record-mandate' },
    { type: 'mark-circumstance' },
    { type: 'change-contact' },
    ...confirmContact(view),
    { type: 'move-to-post' },
  ];
}

/** After the end: the address that an answer waits for is put right, or confirmed. */
function whereTo(view: CaseView): readonly Task[] {
  return view.contactUnconfirmed ? [{ type: 'change-contact' }, ...confirmContact(view)] : [];
}

function confirmContact({ contactUnconfirmed }: CaseView): readonly Task[] {
  return contactUnconfirmed ? [{ type: 'confirm-contact' }] : [];
}

function decisions(view: CaseView): readonly Task[] {
  const mayGiveUp = statusOf(view.status) !== 'delivered';
  return [
    { type: 'extend' },
    { type: 'refuse' },
    ...(view.refusals.some(({ changeable }) => changeable) ? [{ type: 'take-back-refusal' } as const] : []),
    ...(isAnswered(view) ? [] : [{ type: 'charge-fee' } as const]),
    ...view.fees.filter(({ answer }) => answer === null).map((fee): Task => ({ type: 'answer-fee', fee })),
    ...(mayGiveUp ? failed(view) : []),
    ...(mayStop(view) ? [{ type: 'stop-processing' } as const] : []),
    ...endings(view).map((ending): Task => ({ type: 'end', ending })),
  ];
}

/** Whether an answer has gone out: no fee is charged for it afterwards. */
function isAnswered({ status, answers }: CaseView): boolean {
  return statusOf(status) === 'delivered' || answers.some(({ takenBack }) => !takenBack);
}

function failed({ systems }: CaseView): readonly Task[] {
  return systems
    .filter(({ outcome, givenUp }) => outcome === 'failed' && !givenUp)
    .map((system) => ({ type: 'give-up-system', system }));
}

/** How the case can end as it stands, the ordinary ways first. */
function endings(view: CaseView): readonly Ending[] {
  const status: Status | undefined = statusOf(view.status);
  const spokenTo = !isSilent(view);
  const possible: Readonly<Record<Ending, boolean>> = {
    withdrawn: spokenTo,
    'carried-out': !isForAccess(view),
    // The clock closes what is not answered.
    'no-answer': false,
    'not-proven': spokenTo && waitsForPerson(view),
    'cannot-find': spokenTo && view.answers.length === 0 && view.systems.every(holdsNothing),
    forwarded: status !== undefined && beforeSearch.includes(status),
    deceased: view.answers.length === 0,
    'not-a-request': mayBeNoRequest(view),
  };
  return endingOrder.filter((ending) => possible[ending]);
}

const beforeSearch: readonly Status[] = ['held', 'identifying', 'planning', 'approving-search'];

function holdsNothing({ records, outcome, blocked }: CaseView['systems'][number]): boolean {
  return records === 0 && outcome !== 'found' && outcome !== 'withheld' && !blocked;
}

const endingOrder: readonly Ending[] = [
  'withdrawn',
  'carried-out',
  'no-answer',
  'not-proven',
  'cannot-find',
  'forwarded',
  'deceased',
  'not-a-request',
];

function keeping(view: CaseView): readonly Task[] {
  return [
    { type: view.legalHold ? 'lift-legal-hold' : 'set-legal-hold' },
    { type: 'object-to-retention' },
    { type: 'record-breach' },
    { type: 'lock-out' },
    ...(view.lockedOut.length === 0 ? [] : [{ type: 'let-in' } as const]),
  ];
}

const rules: Readonly<Record<Block['reason'], string>> = {
  role: 'forbidden',
  'released-by-you': 'second-person-releases',
  'proposed-by-you': 'second-person-agrees',
  late: 'notice-too-late',
  extended: 'extended-already',
  'notice-unsent': 'extension-notice-unsent',
  held: 'sender-not-written-to',
  mandate: 'mandate-unchecked',
  contact: 'contact-of-requester-missing',
  'protected-identity': 'forwarded-to-protected',
  circumstance: 'circumstance-undecided',
};

/** What of the case a task is about, as the interface names it; of some several things. */
function targetsOf(task: Task, view: CaseView): readonly string[] {
  if ('learned' in task) return [task.learned.identifier];
  if ('system' in task) return [task.system.id];
  if ('freeze' in task) return [task.freeze.system];
  if ('proposal' in task) return [task.proposal.proposal];
  if ('letter' in task) return [task.letter.letter];
  if ('asking' in task) return [task.asking.asking];
  if ('fee' in task) return [task.fee.fee];
  if ('breach' in task) return [task.breach.breach];
  if ('circumstance' in task) return [task.circumstance.circumstance];
  if ('about' in task) return [task.about];
  if ('ending' in task) return [task.ending];
  if ('round' in task) return [String(task.round)];
  switch (task.type) {
    case 'let-in':
      return view.lockedOut;
    case 'join':
      return joinable(view).map(({ reference }) => reference);
    case 'split':
      return separable(view).length === 0 ? ['complaint', 'claim'] : ['request', 'complaint', 'claim'];
    case 'stop-processing':
      return view.rights.filter((right) => right === 'objection' || right === 'consent-withdrawal');
    case 'take-back-refusal':
      return view.refusals.filter(({ changeable }) => changeable).map(({ refusal }) => String(refusal));
    case 'charge-fee':
      return view.answers.length === 0 ? ['excessive'] : ['further-copy', 'excessive'];
    case 'mark-circumstance':
      return circumstanceSchema.options;
    default:
      return [];
  }
}

function separable(view: CaseView): readonly string[] {
  const gone = view.splits.flatMap((split) => split.rights);
  return view.rights.filter((right) => right !== 'access' && !gone.includes(right) && view.rights.length > 1);
}

/** What the interface would say of every command on a case that a test has written down, for whoever looks. */
export function standInCommands(view: CaseView, member: Pick<Member, 'id' | 'roles'>): CaseView['commands'] {
  const who: Member = { name: member.id, ...member };
  const more = moreTasks(view, who);
  const offers = [
    ...waitingTasks(view, who),
    ...identifiersApart(view, who),
    ...groups.flatMap((group) => more[group].flatMap((entry) => entry.offers)),
  ];
  const known: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    refuse: { byKind: isForAccess(view) },
    split: { rights: separable(view) },
    'decide-circumstance': { contactWaits: view.contactWaits },
    'update-breach': { done: Object.fromEntries(view.breaches.map(({ breach, steps }) => [breach, steps])) },
  };
  return Object.values(staffCommands).map(({ type, target }) => {
    const mine = offers.filter(({ task }) => task.type === type);
    const open = mine.filter(({ block }) => block === null);
    const [first] = mine;
    const targets = [...new Set(open.flatMap(({ task }) => targetsOf(task, view)))];
    const refused = mine.flatMap(({ task, block }) =>
      block === null ? [] : targetsOf(task, view).map((one) => ({ target: one, rule: rules[block.reason] })),
    );
    const rule = first?.block == null ? 'other-step' : rules[first.block.reason];
    return {
      type,
      allowed: open.length > 0,
      targets: target === undefined ? [] : targets,
      refused: target === undefined ? [] : refused,
      ...(open.length > 0 ? {} : { rule }),
      ...(known[type] === undefined ? {} : { values: known[type] }),
    };
  });
}
