import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CaseView } from '#api/staff.ts';
import { caseView } from '#casework/case-view.ts';
import { fold, makeCommit } from '#domain/case/commit.ts';
import type { Command } from '#domain/case/command.ts';
import { decide } from '#domain/case/decide.ts';
import type { Actor } from '#domain/case/vocabulary.ts';
import type { OpenedCase, Status } from '#domain/case/state.ts';
import { parseOrganisation } from '#domain/organisation/load.ts';
import { roleFor as roleForInTheInterface, roles as rolesOfTheInterface } from '#handlers/staff-api/roles.ts';
import { statuses } from '#web/console/src/logic/known.ts';
import {
  movesByItself,
  otherTasks,
  releaseOf,
  waitingTasks,
  type Offer,
  type Task,
} from '#web/console/src/logic/offers.ts';
import { roleFor, roles, rolesIn, type Member, type Role } from '#web/console/src/logic/roles.ts';
import { caseOf, system } from './sample-cases.ts';

const parsed = parseOrganisation(readFileSync('infra/organisation.yaml', 'utf8'));
if (!parsed.ok) throw new Error('the demo organisation cannot be read');
const { organisation } = parsed;

const hash = (digit: string): string => digit.repeat(64);
const start = '2026-11-20T09:00:00.000Z';
const member = (id: string, ...all: readonly Role[]): Member => ({ id, name: id, roles: new Set(all) });
const anna = member('staff-a', 'case-worker', 'approver');
const bo = member('staff-b', 'case-worker', 'approver');
const machine: Actor = { kind: 'workflow', id: 'test' };

/** A case that the domain itself brings to where a test wants it. */
class Walk {
  private texts: string[] = [];
  private count = 0;

  get state(): OpenedCase {
    return fold(this.texts).state as OpenedCase;
  }

  view(now = start): CaseView {
    return caseView(this.state, this.texts, undefined, organisation, now);
  }

  decide(command: Command, by: Actor = machine, now = start): ReturnType<typeof decide> {
    this.count += 1;
    return decide(fold(this.texts).state, { commandId: `c-${this.count}`, by, command }, now);
  }

  do(command: Command, by: Actor = machine, now = start): this {
    const decision = this.decide(command, by, now);
    if (!decision.ok) throw new Error(`${command.type}: ${decision.message}`);
    const { text } = makeCommit('R-1', fold(this.texts).head, `c-${this.count}`, decision.events);
    this.texts.push(text);
    return this;
  }

  staff(command: Command, who = anna, now = start): this {
    return this.do(command, { kind: 'staff', id: who.id }, now);
  }

  copy(): Walk {
    const copy = new Walk();
    copy.texts = [...this.texts];
    copy.count = this.count + 100;
    return copy;
  }
}

const counts = { records: 1, files: 0, possible: 0 };
const opened = (hold: 'request-unclear' | null = null): Walk =>
  new Walk().do({
    type: 'open',
    hold,
    facts: {
      controller: 'nordvik',
      rights: ['access'],
      language: 'sv',
      channel: 'api',
      receivedAt: start,
      receivedLocalDate: '2026-11-20',
      due: '2026-12-21',
      extendedDue: '2027-02-22',
      timeZone: 'Europe/Stockholm',
      organisation: hash('0'),
      request: hash('1'),
      contact: { kind: 'email', hash: hash('2') },
      claimed: [],
      secondPerson: true,
      approveSearch: true,
    },
  });
const identified = (): Walk => {
  const walk = opened().do({ type: 'issue-code', purpose: 'identity' }).do({ type: 'count-try', purpose: 'identity' });
  const [challenge] = walk.state.challenges;
  return walk.do({ type: 'prove-identity', challenge: challenge!.id });
};
const planned = (): Walk =>
  identified().do({
    type: 'plan-search',
    systems: [
      { id: 'hubspot', mode: 'automatic' },
      { id: 'fortnox', mode: 'automatic' },
      { id: 'butiksarkiv', mode: 'manual' },
    ],
  });
const gathering = (): Walk =>
  planned()
    .staff({ type: 'approve-search' })
    .do({
      type: 'answer-search',
      system: 'hubspot',
      wave: 1,
      learned: [{ kind: 'email', hash: hash('3') }],
      result: 'found',
      ...counts,
    })
    .do({
      type: 'answer-search',
      system: 'fortnox',
      wave: 1,
      learned: [],
      result: 'failed',
      reason: 'timeout',
      ...counts,
    });
const reviewing = (): Walk => gathering().do({ type: 'screen', round: 1, possible: 0 });
const byHand = (): Walk =>
  gathering().staff({ type: 'record-manual-result', system: 'butiksarkiv', result: 'found', ...counts });
const released = (): Walk =>
  reviewing().staff({ type: 'release', round: 1 }, anna).staff({ type: 'release', round: 1 }, bo);
const assembling = (): Walk => released().do({ type: 'start-assembly', round: 1 });
const assembled = (): Walk =>
  assembling().do({
    type: 'record-assembly',
    round: 1,
    bytes: 1,
    sha256: hash('4'),
    manifestSha256: hash('5'),
    entries: 1,
    systems: [],
  });
const supplement = (): Walk =>
  assembled().do({ type: 'deliver', round: 1, availableUntil: '2026-12-04T09:00:00.000Z' });
const complete = (): Walk => {
  const walk = gathering()
    .staff({ type: 'decide-identifier', identifier: hash('3'), accept: false })
    .staff({ type: 'record-manual-result', system: 'fortnox', result: 'nothing-held', ...counts, records: 0 })
    .staff({ type: 'record-manual-result', system: 'butiksarkiv', result: 'nothing-held', ...counts, records: 0 })
    .do({ type: 'screen', round: 1, possible: 0 })
    .staff({ type: 'release', round: 1 }, anna)
    .staff({ type: 'release', round: 1 }, bo)
    .do({ type: 'start-assembly', round: 1 });
  return walk
    .do({
      type: 'record-assembly',
      round: 1,
      bytes: 1,
      sha256: hash('4'),
      manifestSha256: hash('5'),
      entries: 1,
      systems: [],
    })
    .do({ type: 'deliver', round: 1, availableUntil: '2026-12-04T09:00:00.000Z' });
};

const walks: readonly (readonly [string, () => Walk])[] = [
  ['held', () => opened('request-unclear')],
  ['identifying', () => opened()],
  ['planning', identified],
  ['approving-search', planned],
  ['gathering', gathering],
  ['gathering, with one system answered by hand', byHand],
  ['reviewing', reviewing],
  ['reviewing, released by one', () => reviewing().staff({ type: 'release', round: 1 }, anna)],
  ['released', released],
  ['assembling', assembling],
  ['assembled', assembled],
  ['gathering for a supplement', supplement],
  ['delivered', complete],
  ['refused', () => opened().staff({ type: 'refuse', scope: 'whole', ground: 'g', text: 't' })],
  ['closed', () => complete().do({ type: 'close' })],
  ['extended', () => opened().staff({ type: 'extend', category: 'number', text: 't' })],
];

/** What the domain is asked when somebody presses the button of a task. */
function commandOf(task: Task): Command {
  switch (task.type) {
    case 'lift-hold':
    case 'approve-search':
      return { type: task.type };
    case 'decide-identifier':
      return { type: 'decide-identifier', identifier: task.learned.identifier, accept: true };
    case 'record-manual-result':
      return { type: 'record-manual-result', system: task.system.id, result: 'nothing-held', ...counts, records: 0 };
    case 'retry-system':
      return { type: 'retry-system', system: task.system.id };
    case 'release':
      return { type: 'release', round: task.round };
    case 'extend':
      return { type: 'extend', category: 'complexity', text: 't' };
    case 'refuse':
      return { type: 'refuse', scope: 'whole', ground: 'g', text: 't' };
    case 'note':
      return { type: 'note', text: 't' };
  }
}

const offersFor = (view: CaseView, who: Member): readonly Offer[] => [
  ...waitingTasks(view, who),
  ...otherTasks(view, who),
];
const label = (command: Command): string =>
  [command.type, 'system' in command ? command.system : '', 'identifier' in command ? hash('3') : ''].join(' ').trim();

describe('what staff are offered', () => {
  test('the walks come to every status that a case can have', () => {
    const reached = new Set<string>(walks.map(([, walk]) => walk().state.status));
    expect([...statuses].filter((status) => !reached.has(status))).toEqual([] satisfies Status[]);
  });

  describe.each(walks)('in a case that is %s', (_, walk) => {
    test.each([anna, bo])('is what the domain accepts from %s, and nothing else', (who) => {
      const view = walk().view();
      const open = offersFor(view, who).filter(({ block }) => block === null);
      const candidates: readonly Command[] = [
        { type: 'lift-hold' },
        { type: 'approve-search' },
        { type: 'decide-identifier', identifier: hash('3'), accept: true },
        ...['hubspot', 'fortnox', 'butiksarkiv'].flatMap((id): readonly Command[] => [
          { type: 'record-manual-result', system: id, result: 'nothing-held', ...counts, records: 0 },
          { type: 'retry-system', system: id },
        ]),
        { type: 'release', round: Math.max(1, view.round) },
        { type: 'extend', category: 'complexity', text: 't' },
        { type: 'refuse', scope: 'whole', ground: 'g', text: 't' },
        { type: 'note', text: 't' },
      ];
      const accepted = candidates.filter((command) => {
        const decision = walk().copy().decide(command, { kind: 'staff', id: who.id });
        return decision.ok && decision.events.length > 0;
      });
      expect(open.map(({ task }) => label(commandOf(task))).toSorted()).toEqual(accepted.map(label).toSorted());
    });

    test('is nothing but to look, for an auditor', () => {
      const offers = offersFor(walk().view(), member('staff-c', 'auditor'));
      expect(offers.filter(({ block }) => block === null)).toEqual([]);
    });
  });

  test('a result by hand is corrected before the review and not after it', () => {
    const reviewed = byHand().do({ type: 'screen', round: 1, possible: 0 });
    const corrections = (view: CaseView): readonly Task[] =>
      waitingTasks(view, anna).flatMap(({ task }) =>
        task.type === 'record-manual-result' && task.correction ? [task] : [],
      );
    expect(corrections(byHand().view())).toMatchObject([{ system: { id: 'butiksarkiv' } }]);
    expect(corrections(reviewed.view())).toEqual([]);
  });

  test('an approver who is no case worker releases and refuses, and the rest is for a case worker', () => {
    const blocks = new Map(
      offersFor(reviewing().view(), member('staff-c', 'approver')).map(({ task, block }) => [task.type, block]),
    );
    expect(blocks.get('release')).toBeNull();
    expect(blocks.get('refuse')).toBeNull();
    expect(blocks.get('retry-system')).toEqual({ reason: 'role', role: 'case-worker' });
    expect(blocks.get('note')).toEqual({ reason: 'role', role: 'case-worker' });
  });

  test('whoever has released is told that somebody else must, and the other that they are the second', () => {
    const view = reviewing().staff({ type: 'release', round: 1 }, anna).view();
    expect(waitingTasks(view, anna)[0]).toEqual({
      task: { type: 'release', round: 1, step: 'first' },
      block: { reason: 'released-by-you' },
    });
    expect(waitingTasks(view, bo)[0]).toEqual({ task: { type: 'release', round: 1, step: 'second' }, block: null });
  });

  test.each([
    ['2026-12-21T22:59:00.000Z', null],
    ['2026-12-21T23:00:00.000Z', { reason: 'late' }],
  ])('an extension at %s is blocked exactly when the domain refuses it', (now, block) => {
    const walk = opened();
    const found = otherTasks(walk.view(now), anna).find(({ task }) => task.type === 'extend');
    expect(found?.block).toEqual(block);
    const decision = walk.decide({ type: 'extend', category: 'number', text: 't' }, machine, now);
    expect(decision.ok).toBe(block === null);
  });

  test('a status of tomorrow offers a note and breaks nothing', () => {
    const offers = offersFor(caseOf('R-1', { status: 'hibernating' }), anna);
    expect(offers.map(({ task }) => task.type)).toEqual(['note']);
  });

  test('the console and the interface agree on who does what', () => {
    expect(roles).toEqual(rolesOfTheInterface);
    const types = ['lift-hold', 'approve-search', 'decide-identifier', 'record-manual-result', 'retry-system'] as const;
    for (const type of [...types, 'release', 'extend', 'refuse', 'note'] as const)
      expect(roleFor(type)).toBe(roleForInTheInterface(type));
  });
});

describe('what goes out with a release', () => {
  const timeline = [{ at: '2026-11-20T10:00:00.000Z', type: 'screened', by: 'workflow' }];

  test('is what was answered before the review, and never what is missing, late or delivered before', () => {
    const systems = [
      system('hubspot', { outcome: 'found', records: 2 }),
      system('scrive', { outcome: 'withheld', reason: 'OSL 25:1' }),
      system('fortnox', { outcome: 'failed', reason: 'timeout' }),
      system('mailchimp', { deliveredIn: 1 }),
      system('butiksarkiv', { outcome: 'found', endedAt: '2026-11-20T10:00:00.001Z' }),
    ];
    expect(releaseOf({ systems, timeline }).map(({ place }) => place)).toEqual([
      'now',
      'now',
      'missing',
      'before',
      'later',
    ]);
  });

  test('counts from the latest review', () => {
    const systems = [system('butiksarkiv', { outcome: 'found', endedAt: '2026-11-20T11:00:00.000Z' })];
    const again = [...timeline, { at: '2026-11-21T10:00:00.000Z', type: 'screened', by: 'workflow' }];
    expect(releaseOf({ systems, timeline: again })[0]?.place).toBe('now');
  });
});

test('only a case that the machine is at work on is followed by itself', () => {
  expect(movesByItself({ status: 'assembling', waitingFor: '' })).toBe(true);
  expect(movesByItself({ status: 'reviewing', waitingFor: 'release' })).toBe(false);
  expect(movesByItself({ status: 'closed', waitingFor: '' })).toBe(false);
  expect(movesByItself({ status: 'hibernating', waitingFor: '' })).toBe(false);
});

describe('the roles in a token', () => {
  const token = (payload: unknown): string => `h.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.s`;

  test('are read from a list or a text, and unknown ones are left out', () => {
    expect([...rolesIn(token({ sub: 'å', roles: ['auditor', 'approver', 'king'] }))]).toEqual(['approver', 'auditor']);
    expect([...rolesIn(token({ roles: 'case-worker,dpo' }))]).toEqual(['case-worker', 'dpo']);
  });

  test.each(['', 'opaque', 'a.b.c', token(null), token({ roles: 7 }), token({})])('are none in %j', (text) => {
    expect(rolesIn(text).size).toBe(0);
  });
});
