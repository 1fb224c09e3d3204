import { describe, expect, test } from 'vitest';
import type { CaseView } from '#api/staff.ts';
import { staffCommands } from '#commands/list.ts';
import { rolesFor } from '#commands/who-may.ts';
import type { Command } from '#domain/case/command.ts';
import type { Task } from '#web/console/src/logic/task.ts';
import { candidateTasks, commandOf } from '../../web/console/candidates.ts';
import { caseIn, openCommand, refusal, staff } from '../../domain/case/case-book.ts';
import { anna, bo, by, cases, earlier, make, member, viewOf } from './staff-cases.ts';

function asked(task: Task, view: CaseView): Command {
  // An identifier that can be accepted can also be rejected, but not the other way round.
  return task.type === 'decide-identifier'
    ? { type: 'decide-identifier', identifier: task.target, accept: false }
    : commandOf(task, view, earlier);
}

const toldOf = (view: CaseView, type: string): CaseView['commands'][number] =>
  view.commands.find((one) => one.type === type)!;

describe('a case view', () => {
  test('lists every command once', () => {
    const { commands } = viewOf(caseIn.gathering(), anna);
    expect(commands.map(({ type }) => type).toSorted()).toEqual(Object.keys(staffCommands).toSorted());
  });

  describe.each(cases)('for a case that is %s', (_, bring) => {
    test.each([anna, bo, member('staff-c', 'case-worker'), member('staff-d', 'auditor')])(
      'allows $id the commands that the domain accepts and the role permits, and no others',
      (who) => {
        const book = bring();
        const view = viewOf(book, who);
        for (const task of candidateTasks(view)) {
          const { target } = task;
          const decision = book.copy().give(asked(task, view), { by: staff(who.id), at: book.now });
          const mayGive = rolesFor(task.type, target).some((role) => who.roles.has(role));
          const told = toldOf(view, task.type);
          const isAllowed = told.allowed && (target === '' || told.targets.includes(target));
          // A system whose search failed once and that has an answer now: the view offers no further try.
          const system = view.systems.find(({ id }) => id === target);
          if (task.type.endsWith('-system') && system?.outcome !== 'failed') continue;
          expect([task.type, target, isAllowed]).toEqual([
            task.type,
            target,
            decision.ok && decision.events.length > 0 && mayGive,
          ]);
        }
      },
    );

    test('names a rule for every command that it does not allow', () => {
      const { commands } = viewOf(bring(), anna);
      for (const { type, allowed, rule, targets, refused } of commands) {
        expect([type, allowed]).toEqual([type, rule === undefined]);
        expect(targets.filter((target) => refused.some((one) => one.target === target))).toEqual([]);
      }
    });
  });

  test('names the rule with its dates, and first the rule that applies to everybody', () => {
    const late = viewOf(caseIn.identifying(), member('staff-c', 'case-worker'), '2026-12-22T09:00:00.000Z');
    expect(toldOf(late, 'extend')).toMatchObject({
      allowed: false,
      rule: 'notice-too-late',
      values: { due: '2026-12-21' },
    });
    expect(toldOf(viewOf(caseIn.identifying(), member('staff-c', 'case-worker')), 'extend').rule).toBe('forbidden');
  });

  test('says of a command that waits for a circumstance that it waits, and of an impossible command why it is impossible', () => {
    const view = viewOf(
      make(
        (book) => book.do({ type: 'mark-circumstance', circumstance: 'threatened', present: true }, by(anna)),
        caseIn['approving-search'](),
      ),
      anna,
    );
    expect(toldOf(view, 'approve-search').rule).toBe('circumstance-undecided');
    expect(toldOf(view, 'lift-hold').rule).toBe('other-step');
    expect(toldOf(view, 'decide-circumstance')).toMatchObject({ allowed: true, targets: ['threatened'] });
  });

  test('says of a request that is held without letters that no letter is sent', () => {
    const view = viewOf(
      make((book) => book.do(openCommand({}, 'sender-not-authenticated'))),
      anna,
    );
    for (const type of ['ask', 'redirect', 'charge-fee', 'extend'])
      expect([type, toldOf(view, type).rule]).toEqual([type, 'sender-not-written-to']);
  });

  test('lists the refused targets, each with its rule', () => {
    const view = viewOf(
      make((book) => book.do(refusal(), by(anna)), caseIn.gathering()),
      anna,
    );
    expect(toldOf(view, 'approve-proposal')).toEqual({
      type: 'approve-proposal',
      allowed: false,
      targets: [],
      refused: [{ target: 'proposal-1', rule: 'second-person-agrees' }],
      rule: 'second-person-agrees',
    });
    expect(toldOf(view, 'drop-proposal')).toMatchObject({ allowed: true, targets: ['proposal-1'] });
  });
});
