import { describe, expect, test } from 'vitest';
import type { CaseView } from '#api/staff.ts';
import { auditRoles, roles } from '#commands/role.ts';
import type { Status } from '#domain/case/state.ts';
import { statuses } from '#web/console/src/logic/known.ts';
import type { Member } from '#web/console/src/logic/member.ts';
import { groups, moreTasks } from '#web/console/src/logic/more.ts';
import { movesByItself } from '#web/console/src/logic/standing.ts';
import type { Block, Offer, Task } from '#web/console/src/logic/task.ts';
import { stepOf } from '#web/console/src/logic/release.ts';
import { identifiersApart, isCorrection, waitingTasks } from '#web/console/src/logic/waiting.ts';
import { anna, bo, by, cases, earlier, make, member, viewOf } from '../../casework/staff/staff-cases.ts';
import { caseIn, refusal, staff } from '../../domain/case/case-book.ts';
import { candidateTasks, commandOf, label } from './candidates.ts';
import { caseOf } from './sample-cases.ts';

function offersFor(view: CaseView): readonly Offer[] {
  const more = moreTasks(view);
  return [
    ...waitingTasks(view),
    ...identifiersApart(view),
    ...groups.flatMap((group) => more[group].flatMap(({ offers }) => offers)),
  ];
}
const openOffers = (view: CaseView): string[] => [
  ...new Set(
    offersFor(view)
      .filter(({ block }) => block === null)
      .map(({ task }) => label(task)),
  ),
];

/**
 * Commands that the domain would accept and the console does not offer: they change nothing, or there is another way.
 */
function isNotLedTo(task: Task, view: CaseView): boolean {
  // Staff decide on identifiers in one list, with the command on several.
  if (task.type === 'decide-identifier') return true;
  if (task.type === 'record-identity-check' || task.type === 'override-proof') return view.level === 'strong';
  // After the release the answer is sent as it was reviewed.
  if (task.type === 'record-manual-result')
    return (
      ['released', 'assembling', 'assembled'].includes(view.status) &&
      view.systems.find(({ id }) => id === task.target)?.outcome === 'found'
    );
  return false;
}

describe('what staff can choose', () => {
  describe.each(cases)('in a case that is %s', (_, bring) => {
    test.each([anna, bo])('is exactly what the domain accepts from $id', (who) => {
      const book = bring();
      const view = viewOf(book, who);
      const accepted = candidateTasks(view)
        .filter((task) => !isNotLedTo(task, view))
        .filter((task) => {
          const decision = book.copy().give(commandOf(task, view, earlier), { by: staff(who.id), at: book.now });
          return decision.ok && decision.events.length > 0;
        });
      expect(openOffers(view).toSorted()).toEqual(accepted.map(label).toSorted());
    });

    test('an auditor can only read', () => {
      expect(openOffers(viewOf(bring(), member('staff-c', 'auditor')))).toEqual([]);
    });

    test('comes in the order in which the viewer can do it', () => {
      const blocked = waitingTasks(viewOf(bring(), member('staff-c', 'case-worker'))).map(
        ({ block }) => block !== null,
      );
      expect(blocked).toEqual(blocked.toSorted((a, b) => Number(a) - Number(b)));
    });
  });

  test('the sample cases have every status that a case can have', () => {
    const reached = new Set<string>(cases.map(([, bring]) => bring().opened.stage.kind));
    expect([...statuses].filter((status) => !reached.has(status))).toEqual([] satisfies Status[]);
  });

  test('every kind of task is offered in some sample case', () => {
    const offered = new Set(
      cases.flatMap(([, bring]) => openOffers(viewOf(bring(), anna)).map((one) => one.split(' ')[0])),
    );
    const all = new Set(
      cases.flatMap(([, bring]) => candidateTasks(viewOf(bring(), anna)).map((task) => label(task).split(' ')[0])),
    );
    // Staff decide on identifiers in one list, with the command on several. The other is for programs.
    expect([...all].filter((name) => !offered.has(name))).toEqual(['decide-identifier']);
  });

  const blockOf = (view: CaseView, type: Task['type'], target = ''): Block | null | undefined =>
    offersFor(view).find(({ task }) => task.type === type && (target === '' || task.target === target))?.block;

  test('depends on the role, and names the role that is required', () => {
    const [approver, worker, dpo] = (['approver', 'case-worker', 'dpo'] as const).map((role) =>
      member('staff-c', role),
    );
    const seen = viewOf(caseIn.reviewing(), approver!);
    const forbidden = (role: string) => ({ rule: 'forbidden', values: {}, role });
    expect(blockOf(seen, 'release')).toBeNull();
    expect(blockOf(seen, 'refuse')).toBeNull();
    expect(blockOf(seen, 'note')).toEqual(forbidden('case-worker'));
    expect(blockOf(seen, 'lock-out')).toEqual(forbidden('dpo'));
    // If it is the data protection officer who is locked out, an approver unlocks.
    const lockedOut = (who: Member): CaseView =>
      viewOf(
        make((book) => book.do({ type: 'lock-out', staff: 'staff-y' }, by(anna)), caseIn.closed()),
        who,
      );
    expect(blockOf(seen, 'let-in')).toBeUndefined();
    expect(blockOf(lockedOut(approver!), 'let-in')).toBeNull();
    expect(blockOf(lockedOut(dpo!), 'let-in')).toBeNull();
    expect(blockOf(lockedOut(worker!), 'let-in')).toEqual(forbidden('dpo'));
    const workers = viewOf(caseIn.reviewing(), worker!);
    expect(blockOf(workers, 'end', 'withdrawn')).toBeNull();
    expect(blockOf(workers, 'end', 'deceased')).toEqual(forbidden('approver'));
  });

  test('nobody can approve their own proposal, and everybody sees why', () => {
    const seen = (who: Member): CaseView =>
      viewOf(
        make((book) => book.do(refusal(), by(anna)), caseIn.gathering()),
        who,
      );
    expect(blockOf(seen(anna), 'approve-proposal')).toEqual({ rule: 'second-person-agrees', values: {} });
    expect(blockOf(seen(anna), 'drop-proposal')).toBeNull();
    expect(blockOf(seen(bo), 'approve-proposal')).toBeNull();
  });

  test('the person who released sees that another must release too, and the other sees that theirs is the second release', () => {
    const [, bring] = cases.find(([name]) => name === 'reviewing for two, released by one')!;
    const release = (who: Member): Offer | undefined =>
      waitingTasks(viewOf(bring(), who)).find(({ task }) => task.type === 'release');
    const task = { type: 'release', target: '1' };
    expect(release(anna)).toEqual({ task, block: { rule: 'second-person-releases', values: {} } });
    expect(release(bo)).toEqual({ task, block: null });
    expect([anna, bo].map((who) => stepOf(viewOf(bring(), who), who.id))).toEqual(['first', 'second']);
    expect(stepOf({ secondPerson: false, approvals: [] }, anna.id)).toBe('only');
  });

  test.each([
    ['2026-12-21T22:59:00.000Z', null],
    ['2026-12-21T23:00:00.000Z', { rule: 'notice-too-late', values: { due: '2026-12-21' } }],
  ])('an extension at %s is blocked exactly when the domain refuses it', (now, block) => {
    const book = caseIn.identifying();
    expect(blockOf(viewOf(book, anna, now), 'extend')).toEqual(block);
    const decision = book.give({ type: 'extend', category: 'number', text: 't' }, { at: now });
    expect(decision.ok).toBe(block === null);
  });

  test('a command that the API refuses by a rule that will not change is not shown', () => {
    const commands = [
      { type: 'extend', allowed: false, targets: [], refused: [], rule: 'other-step' },
      { type: 'redirect', allowed: false, targets: [], refused: [], rule: 'sender-not-written-to' },
    ];
    const offers = offersFor(caseOf('R-1', { commands }));
    expect(offers).toEqual([
      { task: { type: 'redirect', target: '' }, block: { rule: 'sender-not-written-to', values: {} } },
    ]);
  });

  test('a search that waits for a stronger proof is not shown as a search to do, and can be corrected', () => {
    const found_ = cases.find(([name]) => name === 'gathering, waiting for a stronger proof')!;
    const view = viewOf(found_[1](), anna);
    const byHand = waitingTasks(view).filter(({ task }) => task.type === 'record-manual-result');
    expect(byHand.map(({ task }) => task.target)).toEqual(['clinic']);
    expect(view.systems.map(isCorrection)).toEqual([true]);
  });

  test('a refusal is offered however late it is', () => {
    const view = viewOf(caseIn.identifying(), anna, '2027-03-01T09:00:00.000Z');
    expect(blockOf(view, 'refuse')).toBeNull();
  });

  test('an unknown status and an unknown command of a later version break nothing', () => {
    const commands = [
      { type: 'hibernate', allowed: true, targets: [], refused: [] },
      { type: 'note', allowed: true, targets: [], refused: [] },
    ];
    const offers = offersFor(caseOf('R-1', { status: 'hibernating', commands }));
    expect(offers.map(({ task }) => task.type)).toEqual(['note']);
  });
});

test('only a case on which the system is working reloads by itself', () => {
  expect(movesByItself({ status: 'assembling', waitingFor: '' })).toBe(true);
  expect(movesByItself({ status: 'reviewing', waitingFor: 'release' })).toBe(false);
  expect(movesByItself({ status: 'closed', waitingFor: '' })).toBe(false);
  expect(movesByItself({ status: 'hibernating', waitingFor: '' })).toBe(false);
});

test('the log is offered to those whom the API permits to read it', () => {
  expect(roles.filter((role) => !auditRoles.includes(role))).toEqual(['case-worker']);
});
