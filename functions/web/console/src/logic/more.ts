import type { CaseView } from '#api/staff.ts';
import { offer } from './block.ts';
import { hasEnded, statusOf, type Status } from './known.ts';
import type { Member } from './member.ts';
import { isForAccess, isSilent, mayBeProven, waitsForPerson } from './standing.ts';
import { nameOf, type Ending, type Offer, type Task, type TaskName } from './task.ts';
import { mayBeNoRequest, mayStop } from './waiting.ts';

export const groups = ['request', 'who-asks', 'decisions', 'keeping'] as const;
export type Group = (typeof groups)[number];

/** Everything of one name, in one line of the menu and one dialog. */
export interface Entry {
  readonly name: TaskName;
  readonly offers: readonly Offer[];
}

/** What can be done beside what waits, by group. */
export function moreTasks(view: CaseView, member: Member): Readonly<Record<Group, readonly Entry[]>> {
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
export function joinable({ others, receivedAt }: Pick<CaseView, 'others' | 'receivedAt'>): CaseView['others'] {
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
