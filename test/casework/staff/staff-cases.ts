// Cases in the states that a test needs, made by the domain itself, and members of staff who look at them.
import { readFileSync } from 'node:fs';
import { resourcesOf } from '#casework/search/resources-of.ts';
import { caseView } from '#casework/staff/case-view.ts';
import type { CaseView } from '#api/staff.ts';
import type { Role } from '#commands/role.ts';
import { loadConnectors } from '#connectors/registry.ts';
import { parseOrganisation } from '#domain/organisation/load.ts';
import { statuses } from '#web/console/src/logic/known.ts';
import type { Member } from '#web/console/src/logic/member.ts';
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

const connectors = await loadConnectors();

const parsed = parseOrganisation(readFileSync('infra/organisation.yaml', 'utf8'));
if (!parsed.ok) throw new Error('the demo organisation cannot be read');
// A system whose scheduled erasure staff must stop by hand.
export const organisation = {
  ...parsed.organisation,
  systems: parsed.organisation.systems.map((system, index) =>
    index === 0 ? { ...system, deletion: { scheduled: true, freeze: 'manual' as const } } : system,
  ),
};

export const member = (id: string, ...all: readonly Role[]): Member => ({ id, name: id, roles: new Set(all) });
const everything = ['case-worker', 'approver', 'dpo'] as const;
export const anna = member('staff-a', ...everything);
export const bo = member('staff-b', ...everything);
export const earlier = { reference: 'R-EARLIER', status: 'gathering', receivedAt: '2026-11-01T08:00:00.000Z' };

/** The view of a case for `who`. */
export function viewOf(book: CaseBook, who: Member, now = book.now): CaseView {
  const reader = {
    viewer: who,
    mayKnow: () => false,
    attached: [],
    resources: resourcesOf(connectors),
    others: [earlier],
  };
  return caseView(book.opened, book.texts, undefined, organisation, now, reader);
}

export function make(steps: (book: CaseBook) => unknown, from: CaseBook = caseIn.absent()): CaseBook {
  steps(from);
  return from;
}
export const by = (who: Member) => ({ by: staff(who.id) });
const sensitive = [{ id: 'clinic', mode: 'manual', level: 'strong', special: true }] as const;

/** Cases in the states that a test needs, made by the domain itself. */
export const cases: readonly (readonly [string, () => CaseBook])[] = [
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
        book.do(commands.release(), by(anna));
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
          book.do({ type: 'start-searches', searches: [{ system: 'shop', wave: 1 }] });
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
        post(book, 'extension/1');
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
