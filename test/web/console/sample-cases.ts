import { titleOf } from '#letters/letters.ts';
import type { CaseView } from '#api/staff.ts';

type System = CaseView['systems'][number];

export const titles = {
  hubspot: { sv: 'Kundregister (HubSpot)', en: 'Customer register (HubSpot)' },
  scrive: { sv: 'Elektroniska avtal (Scrive)', en: 'Electronic contracts (Scrive)' },
  fortnox: { sv: 'Fakturering och bokföring (Fortnox)', en: 'Invoicing and accounts (Fortnox)' },
  mailchimp: { sv: 'Nyhetsbrev (Mailchimp)', en: 'Newsletter (Mailchimp)' },
  butiksarkiv: { sv: 'Butikens pärmar', en: 'Binders in the shop' },
} as const;

/** A system of a case, in the form that the API returns. */
export function system(id: keyof typeof titles, part: Partial<System> = {}): System {
  const manual = id === 'butiksarkiv';
  return {
    id,
    title: titles[id],
    mode: manual ? 'manual' : 'automatic',
    instructions: manual
      ? {
          sv: 'Gå igenom pärmarna Reklamationer och Uthyrning. Sök på namn, telefonnummer och kundnummer.',
          en: 'Go through the binders Complaints and Rentals. Look for name, phone number and customer number.',
        }
      : null,
    outcome: manual ? 'pending' : 'nothing-held',
    reason: null,
    records: 0,
    files: 0,
    possible: 0,
    disputed: 0,
    startedAt: manual ? null : '2026-11-20T09:15:00.000Z',
    endedAt: manual ? null : '2026-11-20T09:16:00.000Z',
    deliveredIn: null,
    blocked: false,
    givenUp: false,
    undisclosable: false,
    ...part,
  };
}

/** A case without any decision. The given date is the legal date, unless another part gives a later one. */
function lawOf({ due = '2026-12-21' }: Partial<CaseView>) {
  return {
    matter: 'request',
    wantedLanguage: 'sv',
    origin: null,
    registeredAt: '2026-11-20T09:12:00.000Z',
    unsuspendedDue: due ?? '2026-12-21',
    lastDayForNotice: due ?? '2026-12-21',
    suspendedDays: 0,
    targets: { acknowledgeBy: '2026-11-23', askIdentityBy: '2026-11-25', draftBy: '2026-12-10' },
    decideBy: null,
    owner: null,
    lockedOut: [],
    level: 'contact-point',
    letterCode: null,
    proofs: [{ at: '2026-11-20T09:13:00.000Z', method: 'email-code', level: 'contact-point', note: null }],
    contactUnconfirmed: false,
    contactWaits: false,
    answerBySms: false,
    circumstances: [],
    mandate: null,
    askings: [],
    extensions: [],
    refusals: [],
    decisionsTakeTwo: true,
    contactDisputes: [],
    proposals: [],
    fees: [],
    splits: [],
    absorbed: [],
    attached: [],
    others: [],
    ending: null,
    undoUntil: null,
    mayReopen: false,
    legalHold: false,
    retentionObjections: [],
    breaches: [],
    freezes: [],
    lettersToPost: [],
  } satisfies Partial<CaseView>;
}

const hash = (digit: string): string => digit.repeat(64);
/** An identifier that one of the person's own records contains, so it can be accepted. */
const clear = { weight: 'own', disputed: false, secondPersonnummer: false, acceptRefusedBy: null } as const;
export const learnedAddress = hash('a');
export const learnedNumber = hash('b');
export const rejectedPhone = hash('c');

/** A case whose person was just identified, changed by `part`. */
export function caseOf(reference: string, part: Partial<CaseView> = {}): CaseView {
  return {
    reference,
    seq: 6,
    status: 'approving-search',
    waitingFor: 'search-approval',
    hold: null,
    heldInSilence: false,
    controller: 'nordvik',
    controllerName: 'Nordvik Marin AB',
    rights: ['access'],
    language: 'sv',
    channel: 'portal',
    receivedAt: '2026-11-20T09:12:00.000Z',
    timeZone: 'Europe/Stockholm',
    due: '2026-12-21',
    extendedDue: '2027-02-22',
    daysLeft: 29,
    round: 0,
    secondPerson: true,
    contact: 'a•••@x.example',
    claimed: [{ identifier: hash('d'), kind: 'phone', masked: '+46•••05' }],
    revealable: [],
    identityMethods: [],
    message: 'Jag vill veta vad ni har om mig.\nDet gäller hyran av en kajak i somras.',
    notes: [],
    systems: [],
    learned: [],
    held: [],
    approvals: [],
    answers: [],
    timeline: [
      { at: '2026-11-20T09:12:00.000Z', type: 'case-opened', by: 'subject' },
      { at: '2026-11-20T09:12:01.000Z', type: 'execution-started', by: 'workflow' },
      { at: '2026-11-20T09:12:02.000Z', type: 'code-issued', by: 'workflow' },
      {
        at: '2026-11-20T09:12:03.000Z',
        type: 'letter-sent',
        by: 'workflow',
        letter: 'M1',
        letterName: 'acknowledgement',
        letterTitle: titleOf('acknowledgement'),
      },
      { at: '2026-11-20T09:13:00.000Z', type: 'code-tried', by: 'subject' },
      { at: '2026-11-20T09:13:00.000Z', type: 'identity-proven', by: 'subject' },
      { at: '2026-11-20T09:13:01.000Z', type: 'search-planned', by: 'workflow' },
    ],
    letters: [
      {
        code: 'M1',
        name: 'acknowledgement',
        title: titleOf('acknowledgement'),
        sentAt: '2026-11-20T09:12:03.000Z',
        failedAt: null,
      },
      {
        code: 'M23',
        name: 'one-time-code',
        title: titleOf('one-time-code'),
        sentAt: '2026-11-20T09:12:04.000Z',
        failedAt: null,
      },
    ],
    grants: [],
    commands: [],
    ...lawOf(part),
    ...part,
  };
}

const identified = caseOf('').timeline;

const answer = { bytes: 1_234_567, entries: 34, sha256: hash('d') };

/** One case for each kind of task. */
export const sampleCases: readonly CaseView[] = [
  caseOf('R-HELD', {
    status: 'held',
    waitingFor: 'staff-decision',
    hold: 'sender-not-authenticated',
    heldInSilence: true,
    decideBy: '2026-11-23',
    level: null,
    proofs: [],
    channel: 'email',
    due: '2026-11-21',
    daysLeft: -1,
    timeline: identified.slice(0, 1),
    letters: [],
  }),
  caseOf('R-APPROVE', { due: '2026-11-22', daysLeft: 0 }),
  caseOf('R-GATHER', {
    seq: 14,
    status: 'gathering',
    waitingFor: 'identifier-decision',
    round: 1,
    due: '2026-11-26',
    daysLeft: 4,
    systems: [
      system('hubspot', { outcome: 'found', records: 3, files: 1 }),
      system('scrive', { outcome: 'found', records: 2, files: 2 }),
      system('fortnox', { outcome: 'failed', reason: 'unauthorised', records: 1 }),
      system('mailchimp'),
      system('butiksarkiv'),
    ],
    learned: [
      {
        identifier: learnedAddress,
        kind: 'email',
        masked: 'a•••@y.example',
        system: 'hubspot',
        ...clear,
        decision: 'open',
      },
      {
        identifier: learnedNumber,
        kind: 'customerNumber',
        masked: '1•••7',
        system: 'fortnox',
        ...clear,
        decision: 'open',
      },
      {
        identifier: rejectedPhone,
        kind: 'phone',
        masked: '+46•••99',
        system: 'hubspot',
        ...clear,
        decision: 'rejected',
      },
    ],
    timeline: [
      ...identified,
      { at: '2026-11-20T09:14:00.000Z', type: 'search-approved', by: 'staff:staff-7f3a' },
      { at: '2026-11-20T09:16:00.000Z', type: 'identifier-learned', by: 'workflow' },
      { at: '2026-11-20T09:16:00.000Z', type: 'system-answered', by: 'workflow' },
    ],
  }),
  caseOf('R-REVIEW', {
    seq: 22,
    status: 'reviewing',
    waitingFor: 'release',
    round: 1,
    due: '2026-11-30',
    daysLeft: 8,
    systems: [
      system('hubspot', { outcome: 'found', records: 3, files: 1, possible: 2 }),
      system('scrive', { outcome: 'withheld', reason: 'Offentlighets- och sekretesslagen 25 kap. 1 §' }),
      system('fortnox', { outcome: 'failed', reason: 'timeout', records: 1 }),
      system('mailchimp'),
      system('butiksarkiv', { outcome: 'found', records: 1, endedAt: '2026-11-20T11:00:00.000Z' }),
    ],
    timeline: [
      ...identified,
      { at: '2026-11-20T09:14:00.000Z', type: 'search-approved', by: 'staff:staff-7f3a' },
      { at: '2026-11-20T10:00:00.000Z', type: 'screened', by: 'workflow' },
    ],
    notes: [{ at: '2026-11-20T10:10:00.000Z', by: 'staff-2c91', text: 'Butiken letar i pärmen Uthyrning.' }],
  }),
  caseOf('R-CLOSED', {
    seq: 40,
    status: 'closed',
    waitingFor: '',
    round: 0,
    due: '2027-02-22',
    systems: [
      system('hubspot', { outcome: 'found', records: 3, files: 1, deliveredIn: 1 }),
      system('scrive', { deliveredIn: 1 }),
      system('fortnox', { outcome: 'found', records: 4, deliveredIn: 2 }),
      system('mailchimp', { deliveredIn: 1 }),
      system('butiksarkiv', { outcome: 'nothing-held', endedAt: '2026-11-21T08:00:00.000Z', deliveredIn: 2 }),
    ],
    answers: [
      {
        ...answer,
        round: 1,
        deliveredAt: '2026-11-20T12:00:00.000Z',
        availableUntil: '2026-12-04T12:00:00.000Z',
        takenBack: false,
      },
      {
        ...answer,
        round: 2,
        deliveredAt: '2026-11-21T12:00:00.000Z',
        availableUntil: '2026-12-05T12:00:00.000Z',
        takenBack: false,
      },
    ],
    grants: [
      { issuedAt: '2026-11-20T13:00:00.000Z', usedAt: '2026-11-20T13:02:00.000Z' },
      { issuedAt: '2026-11-21T13:00:00.000Z' },
    ],
    letters: [
      {
        code: 'M1',
        name: 'acknowledgement',
        title: titleOf('acknowledgement'),
        sentAt: '2026-11-20T09:12:03.000Z',
        failedAt: null,
      },
      {
        code: 'M8',
        name: 'answer-ready',
        title: titleOf('answer-ready'),
        sentAt: '2026-11-20T12:00:05.000Z',
        failedAt: null,
      },
      { code: 'M24', name: 'supplement-ready', title: titleOf('supplement-ready'), sentAt: null, failedAt: null },
    ],
    timeline: [...identified, { at: '2026-11-21T12:00:00.000Z', type: 'case-closed', by: 'workflow' }],
  }),
];
