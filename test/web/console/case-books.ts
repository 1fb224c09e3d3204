import {
  always,
  answerRound,
  CaseBook,
  commands,
  failed,
  found,
  gather,
  identify,
  nothing,
  openCommand,
  partRefusal,
  planSearch,
  postal,
  ref,
  refusal,
  staff,
  start,
} from '../../domain/case/case-book.ts';
import { learnedAddress, learnedNumber, rejectedPhone } from './sample-cases.ts';

const [astrid, bo] = [staff('staff-7f3a'), staff('staff-2c91')];

const systems = [
  { id: 'hubspot', mode: 'automatic' },
  { id: 'scrive', mode: 'automatic' },
  { id: 'fortnox', mode: 'automatic' },
  { id: 'mailchimp', mode: 'automatic' },
  { id: 'butiksarkiv', mode: 'manual' },
] as const;

/** The state of each sample case in the domain, by its reference. It decides which commands staff may send. */
export const caseBooks: Readonly<Record<string, () => CaseBook>> = {
  'R-HELD': () => opened(openCommand({ channel: 'email' }, 'sender-not-authenticated')),
  'R-APPROVE': () => {
    const book = opened(openCommand());
    identify(book);
    book.do(planSearch(systems));
    return book;
  },
  'R-GATHER': () => searched([learned(learnedAddress, 'email')]),
  'R-REVIEW': () => {
    const book = opened(openCommand({ rules: always }));
    gather(book, systems);
    for (const id of ['hubspot', 'scrive', 'mailchimp'] as const) commands.search(book, id, 1, found);
    commands.search(book, 'fortnox', 1, failed);
    book.do(commands.byHand('butiksarkiv'), { by: astrid });
    return reviewed(book);
  },
  'R-CLOSED': closed,
  'R-LAW': law,
  'R-RIGHT': () => opened(openCommand({ rights: ['objection', 'erasure'] }, 'right-handled-by-staff')),
  'R-MANDATE': () => opened(openCommand({}, 'mandate-unchecked')),
  'R-COMPLAINT': () => opened(openCommand({ matter: 'complaint' }, 'right-handled-by-staff')),
  'R-WITHDRAWN': () => {
    const book = opened(openCommand());
    book.do({ type: 'end', ending: 'withdrawn', text: null }, { by: astrid });
    return book;
  },
};

function opened(command: ReturnType<typeof openCommand>): CaseBook {
  const book = new CaseBook();
  book.do(command);
  return book;
}

type Learned = Extract<Parameters<CaseBook['do']>[0], { readonly type: 'answer-search' }>['learned'][number];

function learned(hash: string, kind: Learned['kind'], weight: Learned['weight'] = 'own'): Learned {
  return { kind, hash, weight, disputed: false };
}

/**
 * Gathering: an identifier was learned from HubSpot, the search of Fortnox has failed, and staff must search the
 * binders.
 */
function searched(taught: readonly Learned[]): CaseBook {
  const book = opened(openCommand());
  gather(book, systems);
  for (const id of ['scrive', 'mailchimp'] as const) commands.search(book, id, 1, found);
  book.do({ type: 'start-searches', searches: [{ system: 'hubspot', wave: 1 }] });
  book.do({
    type: 'answer-search',
    system: 'hubspot',
    wave: 1,
    ...found,
    learned: [...taught, learned(learnedNumber, 'customerNumber'), learned(rejectedPhone, 'phone')],
  });
  commands.search(book, 'fortnox', 1, failed);
  book.do({ type: 'decide-identifier', identifier: rejectedPhone, accept: false }, { by: astrid });
  return book;
}

/** Gathering; the only undecided identifier is one that somebody typed into a form. */
export const onlyStated = (): CaseBook => searched([learned(learnedAddress, 'phone', 'stated')]);

/** Continues a case to its review: all of its systems have answered or are marked as not searchable. */
function reviewed(book: CaseBook): CaseBook {
  book.do({ type: 'reach-cut-off', round: 1 });
  book.do(commands.screen());
  return book;
}

/** Continues from the approved search to the review: every connected system has answered. */
export function searchedAndReviewed(book: CaseBook): void {
  for (const { id, mode } of systems) if (mode === 'automatic') commands.search(book, id, 1, found);
  reviewed(book);
}

/** Closed, with an answer that can be downloaded. */
function closed(): CaseBook {
  const book = opened(openCommand());
  gather(book, systems.slice(0, 1));
  commands.search(book, 'hubspot', 1, found);
  answerRound(book);
  book.do({ type: 'close' });
  return book;
}

/** Closed, with an undecided breach. */
export function closedWithBreach(): CaseBook {
  const book = closed();
  breach(book);
  return book;
}

export function breach(book: CaseBook): void {
  book.do({ type: 'record-breach', awareAt: start, round: null, text: 't' }, { by: astrid });
}

/** Gathering, with everything that the law can require in a case. */
function law(): CaseBook {
  const book = opened(
    openCommand({
      receivedAt: '2026-11-02T10:00:00.000Z',
      rights: ['access', 'erasure', 'objection'],
      channel: 'post',
      contact: postal('Storgatan 1'),
    }),
  );
  const ask = { type: 'ask', text: 't', doubtSince: '2026-11-20', suspend: false } as const;
  book.do({ ...ask, about: 'identity', why: 'contact-not-known' }, { by: astrid });
  const identifier = ref('number', 'personnummer');
  book.do({ type: 'prove-with', method: 'document-check', identifier, text: 't' }, { by: astrid });
  book.do({ type: 'record-mandate', kind: 'power-of-attorney', accepted: true, answerTo: 'person' }, { by: astrid });
  book.do({ type: 'mark-circumstance', circumstance: 'legal-dispute', present: true }, { by: astrid });
  book.do(planSearch(systems.filter(({ id }) => id !== 'mailchimp')));
  book.do({ type: 'approve-search' }, { by: astrid });
  commands.search(book, 'hubspot', 1, found);
  for (const id of ['scrive', 'fortnox'] as const) commands.search(book, id, 1, failed);
  book.do(commands.byHand('butiksarkiv', nothing), { by: astrid });
  book.do({ type: 'give-up-system', system: 'scrive', text: 't' }, { by: astrid });
  book.do({ ...ask, about: 'clarification', why: 'large-amount' }, { by: astrid });
  book.do({ type: 'extend', category: 'number', text: 't' }, { by: astrid });
  book.do(partRefusal(['hubspot/contacts']), { by: astrid });
  const fee = {
    type: 'charge-fee',
    basis: 'excessive',
    amount: 15_050,
    currency: 'SEK',
    facts: 't',
    costs: 't',
    answerBy: '2027-01-31',
  } as const;
  book.do(fee, { by: bo });
  book.do({ type: 'approve-proposal', proposal: 'proposal-1' }, { by: astrid });
  book.do(refusal(), { by: bo });
  book.do(fee, { by: astrid });
  book.do({ type: 'split', matter: 'complaint', rights: [], case: 'R-COMPLAINT' }, { by: astrid });
  book.do({ type: 'lock-out', staff: 'staff-55d8' }, { by: astrid });
  book.do({ type: 'set-legal-hold', text: 't' }, { by: astrid });
  book.do({ type: 'object-to-retention', text: 't' }, { by: astrid });
  breach(book);
  book.do({ type: 'update-breach', breach: 'breach-1', step: 'person-notified', text: 't' }, { by: astrid });
  return book;
}
