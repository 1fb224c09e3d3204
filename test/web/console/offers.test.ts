import { describe, expect, test } from 'vitest';
import { auditRoles } from '#api/roles.ts';
import type { CaseView } from '#api/staff.ts';
import { roles } from '#commands/role.ts';
import type { Status } from '#domain/case/state.ts';
import { statuses } from '#web/console/src/logic/known.ts';
import type { Member } from '#web/console/src/logic/member.ts';
import { groups, moreTasks } from '#web/console/src/logic/more.ts';
import { movesByItself } from '#web/console/src/logic/standing.ts';
import type { Block, Offer, Task } from '#web/console/src/logic/task.ts';
import { identifiersApart, waitingTasks } from '#web/console/src/logic/waiting.ts';
import { anna, bo, by, cases, earlier, make, member, viewOf } from '../../casework/staff/staff-cases.ts';
import { caseIn, refusal, staff } from '../../domain/case/case-book.ts';
import { candidateTasks, commandOf, label } from './candidates.ts';
import { caseOf } from './sample-cases.ts';

function offersFor(view: CaseView, who: Member): readonly Offer[] {
  const more = moreTasks(view, who);
  return [
    ...waitingTasks(view, who),
    ...identifiersApart(view, who),
    ...groups.flatMap((group) => more[group].flatMap(({ offers }) => offers)),
  ];
}
const openOffers = (view: CaseView, who: Member): string[] => [
  ...new Set(
    offersFor(view, who)
      .filter(({ block }) => block === null)
      .map(({ task }) => label(task)),
  ),
];

/** What the domain would take and nobody is led to: it adds nothing, or the way is another. */
function isNotLedTo(task: Task, view: CaseView): boolean {
  if (task.type === 'record-identity-check' || task.type === 'override-proof') return view.level === 'strong';
  // After the release the answer goes out as it was reviewed.
  if (task.type === 'record-manual-result')
    return ['released', 'assembling', 'assembled'].includes(view.status) && task.system.outcome === 'found';
  return false;
}

describe('what staff are offered', () => {
  describe.each(cases)('in a case that is %s', (_, bring) => {
    test.each([anna, bo])('is what the domain accepts from $id, and nothing else', (who) => {
      const book = bring();
      const view = viewOf(book, who);
      const accepted = candidateTasks(view)
        .filter((task) => !isNotLedTo(task, view))
        .filter((task) => {
          const decision = book.copy().give(commandOf(task, view, earlier), { by: staff(who.id), at: book.now });
          return decision.ok && decision.events.length > 0;
        });
      expect(openOffers(view, who).toSorted()).toEqual(accepted.map(label).toSorted());
    });

    test('is nothing but to look, for an auditor', () => {
      expect(openOffers(viewOf(bring(), anna), member('staff-c', 'auditor'))).toEqual([]);
    });

    test('comes in the order in which whoever looks can do it', () => {
      const blocked = waitingTasks(viewOf(bring(), anna), member('staff-c', 'case-worker')).map(
        ({ block }) => block !== null,
      );
      expect(blocked).toEqual(blocked.toSorted((a, b) => Number(a) - Number(b)));
    });
  });

  test('every status that a case can have is reached', () => {
    const reached = new Set<string>(cases.map(([, bring]) => bring().opened.status));
    expect([...statuses].filter((status) => !reached.has(status))).toEqual([] satisfies Status[]);
  });

  test('every kind of task is offered somewhere', () => {
    const offered = new Set(
      cases.flatMap(([, bring]) => openOffers(viewOf(bring(), anna), anna).map((one) => one.split(' ')[0])),
    );
    const all = new Set(
      cases.flatMap(([, bring]) => candidateTasks(viewOf(bring(), anna)).map((task) => label(task).split(' ')[0])),
    );
    expect([...all].filter((name) => !offered.has(name))).toEqual([]);
  });

  const blockOf = (view: CaseView, who: Member, type: Task['type']): Block | null | undefined =>
    offersFor(view, who).find(({ task }) => task.type === type)?.block;

  test('is told apart by role, with the role that it takes', () => {
    const view = viewOf(caseIn.reviewing(), anna);
    const approver = member('staff-c', 'approver');
    expect(blockOf(view, approver, 'release')).toBeNull();
    expect(blockOf(view, approver, 'refuse')).toBeNull();
    expect(blockOf(view, approver, 'note')).toEqual({ reason: 'role', role: 'case-worker' });
    expect(blockOf(view, approver, 'lock-out')).toEqual({ reason: 'role', role: 'dpo' });
    // Where the data protection officer is the one who is locked out, an approver undoes it.
    const lockedOut = viewOf(
      make((book) => book.do({ type: 'lock-out', staff: 'staff-y' }, by(anna)), caseIn.closed()),
      anna,
    );
    expect(blockOf(view, approver, 'let-in')).toBeUndefined();
    expect(blockOf(lockedOut, approver, 'let-in')).toBeNull();
    expect(blockOf(lockedOut, member('staff-d', 'dpo'), 'let-in')).toBeNull();
    expect(blockOf(lockedOut, member('staff-e', 'case-worker'), 'let-in')).toEqual({ reason: 'role', role: 'dpo' });
    const endings = (who: Member): unknown =>
      Object.fromEntries(
        offersFor(view, who).flatMap(({ task, block }) => (task.type === 'end' ? [[task.ending, block]] : [])),
      );
    expect(endings(member('staff-c', 'case-worker'))).toMatchObject({
      withdrawn: null,
      deceased: { reason: 'role', role: 'approver' },
    });
  });

  test('nobody agrees to what they have proposed, and everybody is told why', () => {
    const view = viewOf(
      make((book) => book.do(refusal(), by(anna)), caseIn.gathering()),
      anna,
    );
    expect(blockOf(view, anna, 'approve-proposal')).toEqual({ reason: 'proposed-by-you' });
    expect(blockOf(view, anna, 'drop-proposal')).toBeNull();
    expect(blockOf(view, bo, 'approve-proposal')).toBeNull();
  });

  test('whoever has released is told that somebody else must, and the other that they are the second', () => {
    const found_ = cases.find(([name]) => name === 'reviewing for two, released by one')!;
    const view = viewOf(found_[1](), anna);
    const release = (who: Member): Offer | undefined =>
      waitingTasks(view, who).find(({ task }) => task.type === 'release');
    expect(release(anna)).toEqual({
      task: { type: 'release', round: 1, step: 'first' },
      block: { reason: 'released-by-you' },
    });
    expect(release(bo)).toEqual({ task: { type: 'release', round: 1, step: 'second' }, block: null });
  });

  test.each([
    ['2026-12-21T22:59:00.000Z', null],
    ['2026-12-21T23:00:00.000Z', { reason: 'late' }],
  ])('an extension at %s is blocked exactly when the domain refuses it', (now, block) => {
    const book = caseIn.identifying();
    expect(blockOf(viewOf(book, anna, now), anna, 'extend')).toEqual(block);
    const decision = book.give({ type: 'extend', category: 'number', text: 't' }, { at: now });
    expect(decision.ok).toBe(block === null);
  });

  test('what waits for a stronger proof is no search to be done, and can be corrected', () => {
    const found_ = cases.find(([name]) => name === 'gathering, waiting for a stronger proof')!;
    const byHand = waitingTasks(viewOf(found_[1](), anna), anna).flatMap(({ task }) =>
      task.type === 'record-manual-result' ? [task.correction] : [],
    );
    expect(byHand).toEqual([true]);
  });

  test('a refusal is offered however late it is', () => {
    const view = viewOf(caseIn.identifying(), anna, '2027-03-01T09:00:00.000Z');
    expect(blockOf(view, anna, 'refuse')).toBeNull();
  });

  test('a status of tomorrow offers a note and breaks nothing', () => {
    const offers = offersFor(caseOf('R-1', { status: 'hibernating' }), anna);
    expect(offers.map(({ task }) => task.type)).toEqual(['note']);
  });
});

test('only a case that the machine is at work on is followed by itself', () => {
  expect(movesByItself({ status: 'assembling', waitingFor: '' })).toBe(true);
  expect(movesByItself({ status: 'reviewing', waitingFor: 'release' })).toBe(false);
  expect(movesByItself({ status: 'closed', waitingFor: '' })).toBe(false);
  expect(movesByItself({ status: 'hibernating', waitingFor: '' })).toBe(false);
});

test('the log is for those whom the interface lets read it', () => {
  expect(roles.filter((role) => !auditRoles.includes(role))).toEqual(['case-worker']);
});
