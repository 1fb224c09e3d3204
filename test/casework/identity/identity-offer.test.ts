import { describe, expect, it } from 'vitest';
import {
  idOfMethod,
  identityOffer,
  levelWaitedFor,
  methodsToAsk,
  strongMethods,
} from '#casework/identity/identity-offer.ts';
import { identifierHash } from '#casework/commit/keys.ts';
import type { PlannedSystem } from '#domain/case/state.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { organisationSchema, type Controller, type Organisation } from '#domain/organisation/organisation.ts';
import { readDemoOrganisation } from '#infra/local/demo/organisation.ts';
import { subjectProfileSchema, type SubjectProfile } from '#store/subject-profiles.ts';
import { CaseBook, commands, found, identify, openCommand, planSearch, staff } from '../../domain/case/case-book.ts';

const { organisation } = readDemoOrganisation();
const caseKey = 'ab'.repeat(32);
const contact: Identifier = { kind: 'email', value: 'asa.berg@example.org' };
const number: Identifier = { kind: 'personnummer', value: '189001019802' };
const customer: Identifier = { kind: 'customerNumber', value: '10' };
const mobile: Identifier = { kind: 'phone', value: '+46701740610' };
const fixed: Identifier = { kind: 'phone', value: '+4684650040' };

/** The demo organisation with other methods of proof. */
function changed(change: (identity: Controller['identity']) => unknown): Organisation {
  return organisationSchema.parse({
    ...organisation,
    controllers: organisation.controllers.map((one) => ({ ...one, identity: change(one.identity) })),
  });
}

function profile(claimed: readonly Identifier[] = [], identifiers: Readonly<Record<string, Identifier>> = {}) {
  return subjectProfileSchema.parse({
    v: 1,
    caseId: 'demo-demo-demo-demo',
    caseKey,
    request: '',
    controller: 'nordvik',
    rights: ['access'],
    language: 'sv',
    channel: 'portal',
    receivedAt: '2026-11-20T08:00:00.000Z',
    hold: null,
    contact,
    claimed,
    identifiers,
    texts: {},
  });
}
const refOf = (one: Identifier) => ({ kind: one.kind, hash: identifierHash(caseKey, one) });
const machine = (level: PlannedSystem['level']): PlannedSystem => ({
  id: 'crm',
  mode: 'automatic',
  level,
  special: false,
});

/** A case in which one system was searched, with what it found and the identifiers that it taught. */
function searched(level: PlannedSystem['level'], result = found, learned: readonly Identifier[] = []): CaseBook {
  const book = new CaseBook();
  book.do(openCommand());
  identify(book);
  book.do(planSearch([machine(level)]));
  book.do({ type: 'approve-search' }, { by: staff('ada') });
  book.do({ type: 'start-searches', searches: [{ system: 'crm', wave: 1 }] });
  book.do({
    type: 'answer-search',
    system: 'crm',
    wave: 1,
    learned: learned.map((one) => ({ ...refOf(one), weight: 'own', disputed: false })),
    ...result,
  });
  return book;
}
const offered = (book: CaseBook, known: SubjectProfile, from: Organisation = organisation) => {
  const { why, methods } = identityOffer(book.opened, known, from);
  return { why, kinds: methods.map(({ kind }) => kind) };
};
const opened = (...args: Parameters<typeof openCommand>): CaseBook => {
  const book = new CaseBook();
  book.do(openCommand(...args));
  return book;
};

describe('Before the first proof, a person is offered', () => {
  it('a code to the address of the request, or the login if it can be compared, and nothing more', () => {
    expect(offered(opened(), profile())).toEqual({ why: 'first', kinds: ['email-code', 'login'] });
  });

  it('also an e-ID, only if the person has stated a personnummer', () => {
    expect(offered(opened(), profile([customer])).kinds).not.toContain('e-id');
    expect(offered(opened(), profile([number])).kinds).toEqual(['email-code', 'login', 'e-id']);
  });

  it('the same whether data are held or not: only what the person stated matters', () => {
    // A personnummer that no record has taught changes nothing on the profile.
    const known = profile([], { [refOf(number).hash]: number });
    expect(offered(opened(), known)).toEqual(offered(opened(), profile()));
  });

  it('no code if several people read the mailbox', () => {
    const book = opened();
    book.do({ type: 'mark-circumstance', circumstance: 'shared-mailbox', present: true }, { by: staff('ada') });
    expect(offered(book, profile()).kinds).not.toContain('email-code');
  });

  it('also a code by SMS if the person has stated a mobile number; the number is masked, whether data are held or not', () => {
    const book = opened();
    const { methods } = identityOffer(book.opened, profile([customer, mobile]), organisation);
    expect(methods).toContainEqual({ kind: 'sms-code', masked: '+46•••10' });
    expect(offered(book, profile([mobile])).kinds).toEqual(['email-code', 'sms-code', 'login']);
    // Neither a fixed number, nor a number that only a record has taught.
    expect(offered(book, profile([fixed])).kinds).not.toContain('sms-code');
    expect(offered(book, profile([], { [refOf(mobile).hash]: mobile })).kinds).not.toContain('sms-code');
  });

  it('no code by SMS if the controller sends none, to another country, or if several people use the telephone', () => {
    const none = changed((identity) => ({ ...identity, smsCode: undefined }));
    expect(offered(opened(), profile([mobile]), none).kinds).toEqual(['email-code', 'login']);
    const abroad = changed((identity) => ({ ...identity, smsCode: { sender: 'NORDVIK', countries: ['NO'] } }));
    expect(offered(opened(), profile([mobile]), abroad).kinds).toEqual(['email-code', 'login']);
    const book = opened();
    book.do({ type: 'mark-circumstance', circumstance: 'shared-phone', present: true }, { by: staff('ada') });
    expect(offered(book, profile([mobile])).kinds).toEqual(['email-code', 'login']);
  });

  it('the code by SMS if only the mailbox is shared, and no code once something is proven', () => {
    const book = opened();
    book.do({ type: 'mark-circumstance', circumstance: 'shared-mailbox', present: true }, { by: staff('ada') });
    expect(offered(book, profile([mobile])).kinds).toEqual(['sms-code', 'login']);
    expect(offered(searched('account'), profile([mobile])).kinds).toEqual(['login']);
  });

  it('no login if its number was not stated and its address is not that of the request', () => {
    const byNumber = organisationSchema.parse({
      ...organisation,
      controllers: organisation.controllers.map((one) => ({
        ...one,
        identity: { ...one.identity, login: { ...one.identity.login, claims: { customerNumber: 'n' } } },
      })),
    });
    expect(offered(opened(), profile(), byNumber).kinds).toEqual(['email-code']);
    expect(offered(opened(), profile([customer]), byNumber).kinds).toEqual(['email-code', 'login']);
  });

  it('nothing for what staff carry out without a proof, such as a stop of marketing', () => {
    const book = opened({ rights: ['objection'] }, 'right-handled-by-staff');
    expect(offered(book, profile([number]))).toEqual({ why: 'not-needed', kinds: [] });
  });
});

describe('Later, a person is offered', () => {
  it('nothing if the present proof is enough, or if nothing is held', () => {
    expect(offered(searched('contact-point'), profile([number]))).toEqual({ why: 'enough', kinds: [] });
    const none = { result: 'nothing-held', records: 0, files: 0, possible: 0 } as const;
    expect(offered(searched('strong', none as never), profile([number]))).toEqual({ why: 'enough', kinds: [] });
  });

  it('a method that gives the level which records wait for, and no stronger one', () => {
    expect(levelWaitedFor(searched('account').opened)).toBe('account');
    expect(offered(searched('account'), profile())).toEqual({ why: 'waiting', kinds: ['login'] });
    expect(offered(searched('strong'), profile([number]))).toEqual({
      why: 'waiting',
      kinds: ['e-id', 'letter-code', 'document-check'],
    });
  });

  it('an e-ID for a personnummer that a record taught, after staff have accepted it', () => {
    const book = searched('strong', found, [number]);
    const known = profile([], { [refOf(number).hash]: number });
    expect(offered(book, known).kinds).not.toContain('e-id');
    book.do({ type: 'decide-identifier', identifier: refOf(number).hash, accept: true }, { by: staff('ada') });
    commands.search(book, 'crm', 2, { result: 'nothing-held', records: 0, files: 0, possible: 0 });
    expect(offered(book, known).kinds).toContain('e-id');
  });

  it('no letter if the person has protected identity', () => {
    const book = searched('strong');
    book.do({ type: 'mark-circumstance', circumstance: 'protected-identity', present: true }, { by: staff('ada') });
    expect(offered(book, profile()).kinds).toEqual(['document-check']);
  });

  it('a method one level above the present proof if staff doubt that proof', () => {
    const book = searched('contact-point');
    book.do(
      {
        type: 'ask',
        about: 'identity',
        why: 'contradicting-details',
        text: 't',
        doubtSince: '2026-11-20',
        suspend: false,
      },
      { by: staff('ada') },
    );
    expect(offered(book, profile())).toEqual({ why: 'asked', kinds: ['login'] });
  });

  it('methods that are strong enough and that the person has, with one for people without an account', () => {
    const may = (book: CaseBook, known: SubjectProfile): readonly string[] =>
      methodsToAsk(book.opened, known, organisation).map(idOfMethod);
    expect(may(opened(), profile())).toEqual(['email-code', 'login']);
    expect(may(searched('contact-point'), profile())).toEqual(['login', 'letter-code', 'document-check']);
    expect(may(searched('strong'), profile([number]))).toEqual([
      'exempel-legitimation',
      'letter-code',
      'document-check',
    ]);
    const hidden = searched('strong');
    hidden.do({ type: 'mark-circumstance', circumstance: 'protected-identity', present: true }, { by: staff('ada') });
    expect(may(hidden, profile())).toEqual(['document-check']);
  });

  it('nothing after the case has ended or its profile is erased', () => {
    const book = opened();
    expect(identityOffer(book.opened, undefined, organisation)).toEqual({ why: 'over', methods: [] });
    book.do({ type: 'end', ending: 'withdrawn', text: null });
    expect(offered(book, profile())).toEqual({ why: 'over', kinds: [] });
    expect(strongMethods(book.opened, profile([number]), organisation)).toEqual([]);
  });
});
