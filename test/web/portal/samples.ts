import type { Language } from '#domain/language.ts';
import { casePage } from '#web/portal/case-page.ts';
import { informationPage } from '#web/portal/information-page.ts';
import { requestPage } from '#web/portal/request-page.ts';
import { troublePage } from '#web/portal/trouble-page.ts';
import type { CaseView, InformationView, PageFrame, RequestView } from '#web/portal/view.ts';

export const organisation = 'Nordvik Fritid AB';
export const reference = '7f3k-92qm-x0tz-4bvd';

export function frame(language: Language, path = '/'): PageFrame {
  return { language, organisation, path };
}

const nordvik = { id: 'nordvik', name: 'Nordvik Fritid AB', email: 'dataskydd@nordvik.example' };
const uthyrning = { id: 'uthyrning', name: 'Nordvik Uthyrning AB', email: 'dataskydd@uthyrning.example' };

const nothing = { email: '', phone: '', customerNumber: '', personnummer: '', message: '' };

export const emptyRequest: RequestView = {
  controllers: [nordvik],
  asksPersonnummer: true,
  form: { key: 'b4f7c0de-0000-4000-8000-000000000000', controller: 'nordvik', rights: ['access'], typed: nothing },
  wrong: [],
  sentBefore: false,
};

export const wrongRequest: RequestView = {
  controllers: [nordvik, uthyrning],
  asksPersonnummer: false,
  form: {
    ...emptyRequest.form,
    controller: '',
    rights: [],
    typed: { ...nothing, email: 'alva.example.org', phone: '070-174 06', message: 'Det gäller min order i våras.' },
  },
  wrong: ['controller', 'rights', 'email', 'phone'],
  sentBefore: false,
};

export const waitingCase: CaseView = {
  reference,
  status: 'verify',
  controller: 'Nordvik Fritid AB',
  email: 'dataskydd@nordvik.example',
  matter: 'request',
  rights: ['access'],
  parts: [],
  partOf: undefined,
  timeZone: 'Europe/Stockholm',
  received: '2026-11-20',
  due: '2026-12-21',
  extended: false,
  daysLeft: 30,
  machineWorks: false,
  identity: {
    latest: { kind: 'open', sentAt: '2026-11-21T13:03:00.000Z', failed: false, validUntil: '2026-11-21T13:13:00.000Z' },
    moreFrom: undefined,
  },
  download: { latest: { kind: 'none' }, moreFrom: undefined },
  offer: {
    why: 'first',
    methods: [
      { kind: 'email-code' },
      { kind: 'login', id: 'login', name: 'Mitt Nordvik' },
      { kind: 'e-id', id: 'exempel-legitimation', name: 'Exempel-legitimation' },
    ],
  },
  strongMethods: [{ kind: 'letter-code' }, { kind: 'document-check' }],
  questions: [],
  ending: undefined,
  undoUntil: null,
  needsMailedLink: false,
  wishes: [
    { type: 'change-contact', key: 'b4f7c0de-0000-4000-8000-000000000001' },
    { type: 'withdraw', key: 'b4f7c0de-0000-4000-8000-000000000002' },
    { type: 'complain', key: 'b4f7c0de-0000-4000-8000-000000000003' },
    { type: 'object-to-record', key: 'b4f7c0de-0000-4000-8000-000000000004' },
  ],
  contactFrom: undefined,
  postFrom: undefined,
  contactWaits: false,
  mustConfirm: false,
  confirm: undefined,
  answers: [],
  pending: [],
};

/** A code was sent by SMS, and another can be sent by SMS or mail. */
export const smsCase: CaseView = {
  ...waitingCase,
  identity: {
    latest: {
      kind: 'open',
      sentAt: '2026-11-21T13:03:00.000Z',
      failed: false,
      validUntil: '2026-11-21T13:13:00.000Z',
      number: '+46•••10',
    },
    moreFrom: undefined,
  },
  offer: { why: 'first', methods: [{ kind: 'email-code' }, { kind: 'sms-code', number: '+46•••10' }] },
};

/** Of a request with several rights: the part that this case answers, and those that are handled by themselves. */
export const wholeCase: CaseView = {
  ...waitingCase,
  parts: [
    {
      reference: '1abc-2def-3ghj-4kmn',
      matter: 'request',
      rights: ['erasure'],
      status: 'received',
      received: '2026-11-20',
      due: '2026-12-21',
      extended: false,
      accessToken: 'token-of-the-erasure-case',
    },
    {
      reference: '2abc-3def-4ghj-5kmn',
      matter: 'complaint',
      rights: [],
      status: 'closed',
      received: '2026-11-25',
      due: '2026-12-28',
      extended: false,
      accessToken: 'token-of-the-complaint',
    },
  ],
};

/** One part of it. */
export const partCase: CaseView = { ...waitingCase, status: 'received', rights: ['erasure'], partOf: reference };

/** Several people read the mailbox: only a code by SMS is enough, and none was requested. */
export const smsOnlyCase: CaseView = {
  ...smsCase,
  identity: waitingCase.identity,
  offer: { why: 'first', methods: [{ kind: 'sms-code', number: '+46•••10' }] },
};

/** Something was found that needs a stronger proof, and the person was asked another question as well. */
export const stepUpCase: CaseView = {
  ...waitingCase,
  status: 'searching',
  offer: {
    why: 'waiting',
    methods: [
      { kind: 'e-id', id: 'exempel-legitimation', name: 'Exempel-legitimation' },
      { kind: 'letter-code' },
      { kind: 'document-check' },
    ],
  },
  questions: [
    {
      asking: 'asking-1',
      about: 'clarification',
      text: 'Vi har många uppgifter om dig. Gäller din begäran en viss tid?',
      key: 'b4f7c0de-0000-4000-8000-000000000005',
    },
  ],
  contactFrom: '2026-11-28',
};

export const withdrawnCase: CaseView = {
  ...waitingCase,
  status: 'closed',
  daysLeft: undefined,
  offer: { why: 'over', methods: [] },
  ending: 'withdrawn',
  undoUntil: '2026-12-21',
  wishes: [
    { type: 'take-back-withdrawal', key: 'b4f7c0de-0000-4000-8000-000000000006' },
    { type: 'complain', key: 'b4f7c0de-0000-4000-8000-000000000003' },
  ],
};

export const unansweredCase: CaseView = {
  ...withdrawnCase,
  ending: 'no-answer',
  undoUntil: null,
  wishes: [{ type: 'go-on', key: 'b4f7c0de-0000-4000-8000-000000000007' }],
};

export const searchingCase: CaseView = {
  ...waitingCase,
  offer: { why: 'enough', methods: [] },
  status: 'searching',
  machineWorks: true,
  matter: 'request',
  rights: ['access', 'erasure', 'objection'],
};

export const readyCase: CaseView = {
  ...waitingCase,
  offer: { why: 'enough', methods: [] },
  status: 'ready',
  daysLeft: 12,
  answers: [{ round: 1, delivered: '2026-12-01', until: '2026-12-15' }],
  pending: ['Kundtjänstens arkiv'],
};

export const downloadCase: CaseView = {
  ...readyCase,
  daysLeft: undefined,
  extended: true,
  download: waitingCase.identity,
  answers: [{ round: 2, delivered: '2026-12-05', until: '2026-12-19' }, ...readyCase.answers],
  pending: [],
};

/** The answer is ready. The person has signed in and has not confirmed the address yet. */
export const unconfirmedCase: CaseView = {
  ...readyCase,
  mustConfirm: true,
  confirm: {
    which: 'present',
    address: 'a•••@example.org',
    mayEnter: false,
    codes: { latest: { kind: 'none' }, moreFrom: undefined },
    methods: [{ kind: 'e-id', id: 'exempel-legitimation', name: 'Exempel-legitimation' }],
  },
};
const toConfirm = unconfirmedCase.confirm!;

/** The same, in the browser that has just signed in. */
export const signedInCase: CaseView = { ...unconfirmedCase, confirm: { ...toConfirm, mayEnter: true } };

/**
 * A new address waits for its code, while the present address can still get an answer; letters are to be sent by post.
 */
export const newAddressCase: CaseView = {
  ...downloadCase,
  postFrom: '2026-12-07',
  confirm: { which: 'new', mayEnter: true, codes: waitingCase.identity, methods: [] },
};

const information: InformationView = {
  controllers: [
    {
      name: 'Nordvik Fritid AB',
      organisationNumber: '455012-3071',
      address: ['Exempelgatan 1', '111 11 Stockholm'],
      email: 'dataskydd@nordvik.example',
      officer: 'dataskyddsombud@nordvik.example',
      authority: {
        name: 'Integritetsskyddsmyndigheten (IMY)',
        website: 'https://www.imy.se',
        email: 'imy@imy.se',
      },
    },
  ],
  standingSentence: 'Uppgifter som vi enligt lag inte får lämna ut ingår inte.',
  materialDays: 30,
  profileDays: 1825,
};

/** Every kind of page in a language, by name. */
export function samplePages(language: Language): readonly (readonly [string, Promise<string>])[] {
  const at = frame(language, `/cases/${reference}`);
  return [
    ['form', requestPage(frame(language), emptyRequest)],
    ['form-wrong', requestPage(frame(language), wrongRequest)],
    ['form-sent-before', requestPage(frame(language), { ...emptyRequest, sentBefore: true })],
    ['case-received', casePage(at, { ...waitingCase, status: 'received' }, { follow: false })],
    ['case-code', casePage(at, waitingCase, { follow: false })],
    ['case-code-wrong', casePage(at, waitingCase, { follow: false, trouble: { code: 'code-wrong', triesLeft: 3 } })],
    [
      'case-code-over',
      casePage(
        at,
        { ...waitingCase, identity: { latest: { kind: 'over', why: 'expired' }, moreFrom: undefined } },
        { follow: false, trouble: { code: 'code-expired' } },
      ),
    ],
    ['case-code-sms', casePage(at, smsCase, { follow: false })],
    ['case-code-sms-only', casePage(at, smsOnlyCase, { follow: false })],
    ['case-searching', casePage(at, searchingCase, { follow: false })],
    ['case-late', casePage(at, { ...waitingCase, status: 'review', daysLeft: -2 }, { follow: false })],
    ['case-ready', casePage(at, readyCase, { follow: false })],
    ['case-download', casePage(at, downloadCase, { follow: false })],
    [
      'case-download-sms',
      casePage(
        at,
        { ...downloadCase, download: { ...smsCase.identity, number: '+46•••10' } },
        { follow: false, trouble: { code: 'code-malformed' } },
      ),
    ],
    ['case-closed', casePage(at, { ...waitingCase, status: 'closed', daysLeft: undefined }, { follow: false })],
    ['case-unconfirmed', casePage(at, unconfirmedCase, { follow: false, trouble: { code: 'contact-not-confirmed' } })],
    [
      'case-unconfirmed-no-sign-in',
      casePage(at, { ...unconfirmedCase, confirm: { ...toConfirm, methods: [] } }, { follow: false }),
    ],
    ['case-with-parts', casePage(at, wholeCase, { follow: false })],
    ['case-part', casePage(at, partCase, { follow: false })],
    ['case-signed-in', casePage(at, signedInCase, { follow: false })],
    [
      'case-new-address',
      casePage(at, newAddressCase, { follow: false, confirm: { code: 'code-wrong', triesLeft: 3 } }),
    ],
    ['case-step-up', casePage(at, stepUpCase, { follow: false })],
    [
      'case-contact-lost',
      casePage(at, stepUpCase, {
        follow: false,
        wish: {
          type: 'change-contact',
          problem: 'stronger-proof',
          asking: '',
          typed: { text: '', email: 'ny@example.org', old: 'lost' },
        },
      }),
    ],
    [
      'case-withdraw-unconfirmed',
      casePage(at, searchingCase, {
        follow: false,
        wish: { type: 'withdraw', problem: 'confirm', asking: '', typed: { text: '', email: '' } },
      }),
    ],
    ['case-withdrawn', casePage(at, withdrawnCase, { follow: false, done: 'withdraw' })],
    ['case-unanswered', casePage(at, unansweredCase, { follow: false })],
    ['sign-in-no-match', troublePage(frame(language), 'sign-in-no-match', `/cases/${reference}`)],
    ['information', informationPage(frame(language, '/information'), information)],
    ['not-found', troublePage(frame(language), 'not-found')],
  ];
}
