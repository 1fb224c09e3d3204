import { readFileSync } from 'node:fs';
import { resourcesOf } from '#casework/search/resources-of.ts';
import { connectors } from '#connectors/registry.ts';
import { describe, expect, test } from 'vitest';
import { auditRoles } from '#api/roles.ts';
import { roles, type Role } from '#commands/role.ts';
import type { CaseView } from '#api/staff.ts';
import { caseView } from '#casework/staff/case-view.ts';
import type { Status } from '#domain/case/state.ts';
import { parseOrganisation } from '#domain/organisation/load.ts';
import { statuses } from '#web/console/src/logic/known.ts';
import type { Member } from '#web/console/src/logic/member.ts';
import { groups, moreTasks } from '#web/console/src/logic/more.ts';
import { movesByItself } from '#web/console/src/logic/standing.ts';
import type { Block, Offer, Task } from '#web/console/src/logic/task.ts';
import { identifiersApart, waitingTasks } from '#web/console/src/logic/waiting.ts';
import {
  always,
  answerRound,
  CaseBook,
  caseIn,
  commands,
  found,
  gather,
  minutes,
  openCommand,
  planSearch,
  post,
  partRefusal,
  postal,
  ref,
  refusal,
  staff,
  start,
  subject,
} from '../../domain/case/case-book.ts';
import { candidateTasks, commandOf, label } from './candidates.ts';
import { caseOf } from './sample-cases.ts';

const parsed = parseOrganisation(readFileSync('infra/organisation.yaml', 'utf8'));
if (!parsed.ok) throw new Error('the demo organisation cannot be read');
// Something whose scheduled erasure a person must stop.
const organisation = {
  ...parsed.organisation,
  systems: parsed.organisation.systems.map((system, index) =>
    index === 0 ? { ...system, deletion: { scheduled: true, freeze: 'manual' as const } } : system,
  ),
};

const member = (id: string, ...all: readonly Role[]): Member => ({ id, name: id, roles: new Set(all) });
const everything = ['case-worker', 'approver', 'dpo'] as const;
const anna = member('staff-a', ...everything);
const bo = member('staff-b', ...everything);
const earlier = { reference: 'R-EARLIER', status: 'gathering', receivedAt: '2026-11-01T08:00:00.000Z' };

function viewOf(book: CaseBook, now = book.now): CaseView {
  const reader = { mayKnow: () => false, attached: [], resources: resourcesOf(connectors), others: [earlier] };
  return caseView(book.opened, book.texts, undefined, organisation, now, reader);
}

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

function make(steps: (book: CaseBook) => unknown, from: CaseBook = caseIn.absent()): CaseBook {
  steps(from);
  return from;
}
const by = (who: Member) => ({ by: staff(who.id) });
const sensitive = [{ id: 'clinic', mode: 'manual', level: 'strong', special: true }] as const;

/** Cases that the domain itself brings to where a test wants them. */
const cases: readonly (readonly [string, () => CaseBook])[] = [
  ...statuses.map((status) => [status, caseIn[status]] as const),
  [
    'identifying, with somebody locked out',
    () => make((book) => book.do({ type: 'lock-out', staff: 'staff-y' }, by(anna)), caseIn.identifying()),
  ],
  [
    'closed, with somebody locked out',
    () => make((book) => book.do({ type: 'lock-out', staff: 'staff-y' }, by(anna)), caseIn.closed()),
  ],
  ['held, with its mandate unchecked', () => make((book) => book.do(openCommand({}, 'mandate-unchecked')))],
  ['held, with nobody to write to', () => make((book) => book.do(openCommand({}, 'requester-unknown')))],
  [
    'held, with its mandate accepted',
    () =>
      make((book) => {
        book.do(openCommand({}, 'mandate-unchecked'));
        book.do({ type: 'record-mandate', kind: 'guardian', accepted: true, answerTo: 'person' }, by(anna));
      }),
  ],
  [
    'held, because staff handle its rights',
    () => make((book) => book.do(openCommand({ rights: ['objection', 'erasure'] }, 'right-handled-by-staff'))),
  ],
  [
    'held, with its marketing stopped',
    () =>
      make((book) => {
        book.do(openCommand({ rights: ['objection', 'erasure'] }, 'right-handled-by-staff'));
        book.do({ type: 'stop-processing', right: 'objection', text: 't', entered: true }, by(anna));
      }),
  ],
  [
    'held, being a complaint',
    () => make((book) => book.do(openCommand({ matter: 'complaint' }, 'right-handled-by-staff'))),
  ],
  [
    'planned, written to at an address that nobody has confirmed',
    () =>
      make((book) => {
        book.do({ type: 'prove-with', method: 'e-id', identifier: ref('number', 'personnummer') }, { by: subject });
      }, caseIn.identifying()),
  ],
  [
    'closed, with an answer that waits for its address to be confirmed',
    () =>
      make((book) => {
        book.do(openCommand());
        book.do({ type: 'prove-with', method: 'e-id', identifier: ref('number', 'personnummer') }, { by: subject });
        book.do(planSearch([{ id: 'crm', mode: 'automatic' }]));
        book.do({ type: 'approve-search' });
        commands.search(book, 'crm', 1, found);
        answerRound(book, 1, ['crm']);
        book.do({ type: 'close' });
      }),
  ],
  [
    'gathering, with one system answered by hand',
    () => make((book) => book.do(commands.byHand('binder'), by(anna)), caseIn.gathering()),
  ],
  [
    'reviewing, with one system answered by hand',
    () =>
      make((book) => {
        gather(book);
        commands.search(book, 'crm', 1, found);
        commands.search(book, 'shop', 1, found);
        book.do(commands.byHand('binder'), by(anna));
        book.do(commands.screen());
      }),
  ],
  [
    'reviewing for two, released by one',
    () =>
      make((book) => {
        book.do(openCommand({ rules: always }));
        gather(book);
        commands.search(book, 'crm', 1, found);
        commands.search(book, 'shop', 1, found);
        book.do({ type: 'reach-cut-off', round: 1 });
        book.do(commands.screen());
        book.do({ type: 'release', round: 1 }, by(anna));
      }),
  ],
  [
    'gathering, waiting for a stronger proof',
    () =>
      make((book) => {
        gather(book, sensitive);
        book.do(commands.byHand('clinic'), by(anna));
      }),
  ],
  [
    'gathering, with a failed search given up',
    () => make((book) => book.do({ type: 'give-up-system', system: 'shop', text: 't' }, by(anna)), caseIn.gathering()),
  ],
  [
    'gathering for a supplement',
    () =>
      make(
        (book) => answerRound(book),
        make((book) => {
          gather(book);
          commands.search(book, 'crm', 1, found);
          book.do({ type: 'start-search', system: 'shop', wave: 1 });
          book.do(commands.answer('shop', 1, found));
          book.do({ type: 'reach-cut-off', round: 1 });
        }),
      ),
  ],
  [
    'asked for more, with decisions for a second person and a fee',
    () =>
      make((book) => {
        for (const about of ['identity', 'clarification'] as const)
          book.do(
            {
              type: 'ask',
              about,
              why: about === 'identity' ? 'sensitive-data' : 'large-amount',
              text: 't',
              doubtSince: '2026-11-20',
              suspend: true,
            },
            by(anna),
          );
        book.do(refusal(), by(anna));
        book.do(feeOf(), by(bo));
        book.do(feeOf(), by(bo));
        book.do({ type: 'approve-proposal', proposal: 'proposal-3' }, by(anna));
      }, caseIn.gathering()),
  ],
  [
    'strongly proven',
    () =>
      make(
        (book) =>
          book.do({ type: 'prove-with', method: 'document-check', identifier: postal('x'), text: 't' }, by(anna)),
        caseIn.gathering(),
      ),
  ],
  [
    'written to by post, with everything stopped that is erased by a schedule',
    () =>
      make((book) => {
        book.do({ type: 'move-to-post', to: postal('Storgatan 1'), reason: 'wish', registered: false }, by(anna));
        book.do({ type: 'confirm-freeze', system: organisation.systems[0]!.id }, by(anna));
      }, caseIn.identifying()),
  ],
  [
    'written to by post, with a code on its way',
    () =>
      make((book) => {
        book.do({ type: 'move-to-post', to: postal('Storgatan 1'), reason: 'wish', registered: true }, by(anna));
        book.do({ type: 'approve-proposal', proposal: 'proposal-1' }, by(bo));
        book.do({ type: 'issue-code', purpose: 'identity' });
      }, caseIn.identifying()),
  ],
  [
    'written to by mail, with a code on its way',
    () => make((book) => book.do({ type: 'issue-code', purpose: 'identity' }), caseIn.identifying()),
  ],
  [
    'of a person with protected identity',
    () =>
      make(
        (book) => book.do({ type: 'mark-circumstance', circumstance: 'protected-identity', present: true }, by(anna)),
        caseIn.identifying(),
      ),
  ],
  [
    'of a threatened person, to be decided on before the search',
    () =>
      make(
        (book) => book.do({ type: 'mark-circumstance', circumstance: 'threatened', present: true }, by(anna)),
        caseIn['approving-search'](),
      ),
  ],
  [
    'of a threatened person, with a refusal and a fee that wait for a second person',
    () =>
      make((book) => {
        book.do(refusal(), by(anna));
        book.do(feeOf(), by(bo));
        book.do({ type: 'mark-circumstance', circumstance: 'threatened', present: true }, by(anna));
      }, caseIn.identifying()),
  ],
  [
    'held, of a child, with its mandate accepted',
    () =>
      make((book) => {
        book.do(openCommand({}, 'mandate-unchecked'));
        book.do({ type: 'record-mandate', kind: 'guardian', accepted: true, answerTo: 'representative' }, by(anna));
        book.do({ type: 'mark-circumstance', circumstance: 'child', present: true }, by(anna));
      }),
  ],
  [
    'of a person with protected identity, which is decided on',
    () =>
      make((book) => {
        const circumstance = 'protected-identity';
        book.do({ type: 'mark-circumstance', circumstance, present: true }, by(anna));
        book.do({ type: 'decide-circumstance', circumstance, applies: true, text: 't' }, by(anna));
        book.do({ type: 'approve-proposal', proposal: 'proposal-1' }, by(bo));
      }, caseIn.identifying()),
  ],
  [
    'refused in part, of what was found',
    () => make((book) => book.do(partRefusal(['crm/contacts']), by(anna)), caseIn.reviewing()),
  ],
  [
    'extended, with the notice sent',
    () =>
      make((book) => {
        book.do({ type: 'extend', category: 'number', text: 't' }, by(anna));
        post(book, 'M4/1');
      }, caseIn.identifying()),
  ],
  [
    'extended, with the notice unsent',
    () => make((book) => book.do({ type: 'extend', category: 'number', text: 't' }, by(anna)), caseIn.identifying()),
  ],
  [
    'withdrawn',
    () => make((book) => book.do({ type: 'end', ending: 'withdrawn', text: null }, by(anna)), caseIn.identifying()),
  ],
  [
    'withdrawn more than thirty days ago',
    () =>
      make((book) => {
        book.do({ type: 'end', ending: 'withdrawn', text: null }, by(anna));
        book.now = minutes(40 * 24 * 60);
      }, caseIn.identifying()),
  ],
  [
    'closed, with a breach, an objection and a legal hold',
    () =>
      make((book) => {
        book.do({ type: 'record-breach', awareAt: start, round: 1, text: 't' }, by(anna));
        book.do({ type: 'object-to-retention', text: 't' }, by(anna));
        book.do({ type: 'set-legal-hold', text: 't' }, by(anna));
      }, caseIn.closed()),
  ],
  [
    'past its date',
    () =>
      make((book) => {
        book.now = '2026-12-22T09:00:00.000Z';
      }, caseIn.identifying()),
  ],
];

function feeOf() {
  const words = { facts: 't', costs: 't' } as const;
  return {
    type: 'charge-fee',
    basis: 'excessive',
    amount: 100,
    currency: 'SEK',
    ...words,
    answerBy: '2027-01-31',
  } as const;
}

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
      const view = viewOf(book);
      const accepted = candidateTasks(view)
        .filter((task) => !isNotLedTo(task, view))
        .filter((task) => {
          const decision = book.copy().give(commandOf(task, view, earlier), { by: staff(who.id), at: book.now });
          return decision.ok && decision.events.length > 0;
        });
      expect(openOffers(view, who).toSorted()).toEqual(accepted.map(label).toSorted());
    });

    test('is nothing but to look, for an auditor', () => {
      expect(openOffers(viewOf(bring()), member('staff-c', 'auditor'))).toEqual([]);
    });

    test('comes in the order in which whoever looks can do it', () => {
      const blocked = waitingTasks(viewOf(bring()), member('staff-c', 'case-worker')).map(
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
      cases.flatMap(([, bring]) => openOffers(viewOf(bring()), anna).map((one) => one.split(' ')[0])),
    );
    const all = new Set(
      cases.flatMap(([, bring]) => candidateTasks(viewOf(bring())).map((task) => label(task).split(' ')[0])),
    );
    expect([...all].filter((name) => !offered.has(name))).toEqual([]);
  });

  const blockOf = (view: CaseView, who: Member, type: Task['type']): Block | null | undefined =>
    offersFor(view, who).find(({ task }) => task.type === type)?.block;

  test('is told apart by role, with the role that it takes', () => {
    const view = viewOf(caseIn.reviewing());
    const approver = member('staff-c', 'approver');
    expect(blockOf(view, approver, 'release')).toBeNull();
    expect(blockOf(view, approver, 'refuse')).toBeNull();
    expect(blockOf(view, approver, 'note')).toEqual({ reason: 'role', role: 'case-worker' });
    expect(blockOf(view, approver, 'lock-out')).toEqual({ reason: 'role', role: 'dpo' });
    // Where the data protection officer is the one who is locked out, an approver undoes it.
    const lockedOut = viewOf(
      make((book) => book.do({ type: 'lock-out', staff: 'staff-y' }, by(anna)), caseIn.closed()),
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
    const view = viewOf(make((book) => book.do(refusal(), by(anna)), caseIn.gathering()));
    expect(blockOf(view, anna, 'approve-proposal')).toEqual({ reason: 'proposed-by-you' });
    expect(blockOf(view, anna, 'drop-proposal')).toBeNull();
    expect(blockOf(view, bo, 'approve-proposal')).toBeNull();
  });

  test('whoever has released is told that somebody else must, and the other that they are the second', () => {
    const found_ = cases.find(([name]) => name === 'reviewing for two, released by one')!;
    const view = viewOf(found_[1]());
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
    expect(blockOf(viewOf(book, now), anna, 'extend')).toEqual(block);
    const decision = book.give({ type: 'extend', category: 'number', text: 't' }, { at: now });
    expect(decision.ok).toBe(block === null);
  });

  test('what waits for a stronger proof is no search to be done, and can be corrected', () => {
    const found_ = cases.find(([name]) => name === 'gathering, waiting for a stronger proof')!;
    const byHand = waitingTasks(viewOf(found_[1]()), anna).flatMap(({ task }) =>
      task.type === 'record-manual-result' ? [task.correction] : [],
    );
    expect(byHand).toEqual([true]);
  });

  test('a refusal is offered however late it is', () => {
    const view = viewOf(caseIn.identifying(), '2027-03-01T09:00:00.000Z');
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
