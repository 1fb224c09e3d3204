/** English texts of the case page and the queue about dates, decisions and the person. */
export const englishLaw = {
  dates: {
    title: 'Dates',
    answerBy: 'Answer by',
    period: {
      month: 'One month from the receipt (Art. 12(3)).',
      extended: 'Three months from the receipt: the notice of the extension was sent in time (Art. 12(3)).',
      'notice-unsent':
        'One month from the receipt. An extension has been decided, and takes effect when its notice has been sent.',
    },
    rest: {
      open: 'We wait for an answer from the person, so the period may be suspended. Still keep to this date: no law says how a suspension is counted.',
      over: (days: number) =>
        `${days === 1 ? '1 day' : `${days} days`} of suspension may be added. Keep to the earlier date.`,
    },
    received: 'Received',
    registered: 'Registered',
    registeredHint: 'later; the period runs from the receipt',
    suspended: 'With the suspension',
    suspendedOpen: 'not known before the answer',
    notice: 'Last day to extend or refuse',
    noticeOver: 'passed',
    mayExtendTo: 'If extended',
    extendedTo: 'Extended to',
    noticeSent: (time: string) => `notice sent ${time}`,
    noticeUnsent: 'notice not sent yet',
    targets: 'Our own targets',
    acknowledgeBy: 'Confirm by',
    askIdentityBy: 'Ask who it is by',
    draftBy: 'Draft by',
    decideBy: 'Decide on the hold by',
  },
  who: {
    title: 'Who asks',
    level: 'Proven',
    notProven: 'nothing yet',
    unconfirmed:
      'This address is not confirmed, so no answer can be fetched from it. The person can sign in again and enter a code, or staff can confirm it.',
    answerBySms:
      'This address is not confirmed. The code for the answer is therefore sent by SMS, to the number that the person has proven.',
    disputed: (of: 'new-address' | 'post', time: string) =>
      of === 'post'
        ? `On ${time} somebody replied from the e-mail address to which we wrote before. They may object to the change to post.`
        : `On ${time} somebody replied from the address to which we wrote before. They may object to the new address.`,
    disputes: {
      'called-back': () => 'The change has been cancelled. We continue to write to the earlier address.',
      waits: (time: string) =>
        `The case continues. We write to the new address from ${time}, unless you change the address back before that. Search and release continue. Find out who is right. To stop everything meanwhile, mark the circumstance “Threatened, or the contact is unsafe”.`,
      'in-force': (time: string) =>
        `The case continues. We have written to the new address since ${time}, and search, release and downloads continue. Find out who is right. To stop everything meanwhile, mark the circumstance “Threatened, or the contact is unsafe”.`,
    },
    proofs: 'Proofs',
    askings: 'Questions',
    about: { identity: 'Identity', clarification: 'What is meant' },
    asked: (time: string) => `asked ${time}`,
    answered: (time: string) => `answered ${time}`,
    unanswered: 'not answered',
    rests: 'the period may be suspended',
    mandate: 'Mandate',
    accepted: 'accepted',
    notAccepted: 'not accepted',
    answerTo: 'Answer to',
    circumstances: 'To consider',
    others: 'Other cases of the same contact',
    attached: (count: number) =>
      count === 1 ? '1 more request for the same address' : `${count} more requests for the same address`,
    attachedHint:
      'These requests came for the same address before anybody had proven their identity in this case. Nobody has proven their identity for these requests, and we sent no letters about them. If one asks for more than this case, it becomes a case of its own when the identity is proven or this case ends. The others end with this case.',
    wanted: (language: string) => `would rather read ${language}`,
    origin: { split: 'Split from', bundle: 'Came together with' },
  },
  decided: {
    title: 'Decisions',
    extended: (why: string, date: string) => `Extended to ${date}: ${why}`,
    refused: { whole: 'Refused as a whole', part: 'Refused in part' },
    standing: { restated: 'replaced by a later one', 'taken-back': 'taken back' },
    late: 'after the last day',
    fee: (amount: string, by: string) => `Fee of ${amount}, to be answered by ${by}`,
    feeOpen: 'no answer yet',
    split: (what: string) => `Split off: ${what}`,
    absorbed: 'Joined here',
    ending: 'Ended',
    undo: (date: string) => `can be taken back until ${date}`,
    proposal: { open: 'waits for a second person', approved: 'agreed', dropped: 'dropped' },
  },
  keeping: {
    title: 'Keeping',
    legalHold: 'A legal hold keeps everything of this case.',
    objection: 'Objection to keeping',
    objectionStates: { open: 'not decided', upheld: 'upheld', rejected: 'not upheld' },
    breach: 'Breach',
    aware: (time: string) => `known since ${time}`,
    freezes: 'Scheduled erasure',
    freezeModes: {
      automatic: 'is stopped automatically',
      manual: 'has to be stopped by hand',
      'not-needed': 'there is none',
    },
    freezeOpen: 'not stopped yet',
    freezeDone: 'stopped',
  },
  systems: {
    blocked: 'waits for a stronger proof of identity',
    givenUp: 'given up',
    undisclosable:
      'This system holds data that the law forbids us to mention. The answer does not show that they exist.',
  },
  queue: {
    owner: 'Owner',
    owners: { all: 'Everybody’s', mine: 'Mine', nobody: 'Nobody’s' },
    nobody: 'nobody',
    withRest: (date: string) => `with the suspension ${date}`,
    resting: 'we wait for an answer: the period may be suspended',
    notice: { near: 'also the last day to extend or refuse', over: 'too late to extend' },
    decideBy: (date: string) => `decide by ${date}`,
    proposals: (count: number) =>
      count === 1 ? '1 decision waits for a second person' : `${count} decisions wait for a second person`,
    unsent: (count: number) => (count === 1 ? '1 letter could not be sent' : `${count} letters could not be sent`),
    takes: 'The date shown is the earliest one: no suspension is counted in it.',
  },
  more: { open: 'More actions', close: 'Close', fillIn: 'Fill in the form', nothing: 'Nothing just now' },
  lockedOut: {
    title: 'This case is not open to you',
    text: 'It concerns you or somebody close to you, so a colleague handles it. If that is not so, tell the data protection officer or an approver: they can let you in again.',
  },
};
export type LawWords = Readonly<typeof englishLaw>;
