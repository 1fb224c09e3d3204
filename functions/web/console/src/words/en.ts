import { englishEvents, englishLetters } from './en/events.ts';
import { englishFields } from './en/fields.ts';
import { englishForms } from './en/forms.ts';
import { englishLaw } from './en/law.ts';
import { englishDone, englishTrouble } from './en/outcomes.ts';
import { englishPages } from './en/pages.ts';
import { englishTasks } from './en/tasks.ts';
import { englishTerms } from './en/terms.ts';
import { sizeInWords } from './format.ts';
import type { ConsoleWords } from './console-words.ts';

/** The console in English. */
export const english: ConsoleWords = {
  languageName: 'English',
  frame: {
    product: 'Utdrag',
    skip: 'Skip to the content',
    language: 'Language',
    queue: 'Queue',
    signOut: 'Sign out',
    signedInAs: (name) => `Signed in as ${name}`,
    noSuchPage: 'There is no such page',
    backToQueue: 'To the queue',
    loading: 'Loading',
    broken: 'Something went wrong on this page',
    brokenText: 'What you have already sent is safe. Load the page again to go on.',
    reloadPage: 'Load the page again',
    cancel: 'Cancel',
    zone: (zone) => `Times are in the time zone ${zone}.`,
  },
  signIn: {
    title: 'Requests for personal data',
    text: 'For staff who handle requests under the GDPR. Sign in with your organisation’s account.',
    submit: 'Sign in',
    failed: 'The sign-in was not completed. Please try again.',
    unreachable: 'The sign-in service cannot be reached just now. Please try again in a moment.',
    ended: 'Your sign-in has ended',
    endedText: 'Sign in again to go on. You come back to this page; copy what you have written first.',
    noRole: 'You are signed in, but you have no role here. Ask whoever manages the accounts in your organisation.',
    notConfigured:
      'The console’s settings cannot be read. Please try again in a moment, or tell whoever runs the service.',
  },
  roles: {
    'case-worker': 'a case worker',
    approver: 'an approver',
    dpo: 'the data protection officer',
    auditor: 'an auditor',
  },
  queue: {
    title: 'Queue',
    lead: ({ open, late, ended }) =>
      `${open === 1 ? '1 open case' : `${open} open cases`}${late === 0 ? '' : `, ${late} past the legal date`}${ended === 0 ? '' : `, and ${ended} ended with something left to decide`}. The fewest days left come first.`,
    onlyFirst: (shown: number, open: number) =>
      `The list shows ${shown} of ${open} open cases: those with the fewest days left. Other cases open by their number in the address.`,
    noDate: 'no date',
    refresh: 'Refresh',
    refreshed: (time) => `Updated at ${time}`,
    controller: 'Controller',
    status: 'Status',
    all: 'All',
    empty: 'No open cases',
    emptyText: 'When a request arrives it stands here.',
    noMatch: 'No case matches what you have chosen.',
    columns: {
      due: 'Answer by',
      case: 'Case',
      status: 'Status',
      waitsFor: 'Waits for',
      received: 'Received',
    },
    open: (reference) => `Open case ${reference}`,
    failed: (systems) => `Search failed: ${systems}`,
    pending: (systems) => `Not answered yet: ${systems}`,
    extended: 'extended',
  },
  daysLeft: (days) => {
    if (days < -1) return `${-days} days late`;
    if (days === -1) return '1 day late';
    if (days === 0) return 'last day today';
    return days === 1 ? '1 day left' : `${days} days left`;
  },
  statuses: {
    held: 'Held for a decision',
    identifying: 'Making sure who asks',
    planning: 'Planning the search',
    'approving-search': 'Search to be approved',
    gathering: 'Gathering',
    reviewing: 'Under review',
    released: 'Released',
    assembling: 'Being put together',
    assembled: 'Ready to be delivered',
    delivered: 'Answered in',
    refused: 'Refused',
    closed: 'Closed',
  },
  waiting: {
    '': 'Nothing: the system is at work',
    'staff-decision': 'A decision by staff on how the request is handled',
    'circumstance-decision': 'A decision on a circumstance that protects somebody',
    'subject-code': 'The person’s code',
    'search-approval': 'Approval of the search',
    'stronger-proof': 'A stronger proof of identity',
    unsettled: 'A decision on a breach or an objection',
    'identifier-decision': 'A decision on new identifiers',
    'system-answers': 'Answers from systems',
    release: 'Release of the answer',
    'second-release': 'Release by a second person',
  },
  ended: 'Nothing: the case has ended',
  holds: {
    'sender-not-authenticated': 'The sender of the mail could not be authenticated',
    'sender-ambiguous': 'It is unclear who sent the mail',
    'infected-attachment': 'The mail had an attachment that the virus check stopped. It has not been opened',
    'not-scanned': 'The mail is not checked for viruses',
    'attachment-not-opened':
      'The mail had an attachment that the virus check stopped. It has not been opened. The sender is proven',
    'request-unclear': 'It is unclear what is asked for',
    'right-handled-by-staff': 'This right is handled by staff',
    'forwarded-by-colleague': 'A colleague has forwarded the mail',
    'mandate-unchecked': 'The mandate of the person who asks for somebody else is not checked yet',
    'several-people': 'Several people ask in one message',
    'requester-unknown':
      'The mail came from a colleague, a mailbox of our own, a mailing list, or through somebody else. Nobody knows whose request it is',
    'sender-not-reachable': 'We cannot send mail to the address that the request came from',
    'person-unclear': 'The mail comes from the address of an open case, but under another name',
    'maybe-automatic': 'The mail is marked as automatic or bulk mail, but a person may have written it',
    'readings-differ':
      'The plain text, the HTML or hidden words of the mail ask for different things, or its HTML is too much to be read',
    'language-not-measured': 'The mail is in a language in which somebody has to check what is asked for',
  },
  rights: {
    access: 'Access',
    rectification: 'Rectification',
    erasure: 'Erasure',
    restriction: 'Restriction',
    portability: 'Portability',
    objection: 'Objection',
    'consent-withdrawal': 'Withdrawal of consent',
  },
  channels: {
    api: 'Interface',
    portal: 'Portal',
    email: 'E-mail',
    staff: 'Registered by staff',
    post: 'Post',
    phone: 'Telephone',
    'in-person': 'In person',
    other: 'Another channel',
  },
  languages: { sv: 'Swedish', en: 'English' },
  identifiers: {
    email: 'E-mail address',
    phone: 'Telephone number',
    personnummer: 'Personal identity number',
    organisationNumber: 'Organisation number',
    customerNumber: 'Customer number',
    orderNumber: 'Order number',
    contractNumber: 'Contract number',
  },
  outcomes: {
    found: 'Found',
    'nothing-held': 'Nothing held',
    withheld: 'Withheld',
    failed: 'Failed',
    pending: 'Not answered yet',
  },
  uncertain: 'Nothing certain',
  failures: {
    unauthorised: 'the system did not accept our sign-in',
    forbidden: 'the system refused us access',
    throttled: 'the system did not take as many questions as were needed',
    unavailable: 'the system could not be reached',
    timeout: 'the system did not answer in time',
    unreadable: 'the answer of the system could not be read',
    'unexpected-answer': 'the system did not answer as it should',
    'nothing-to-search-by':
      'nothing that is proven can be searched for: confirm the contact address or ask for a number, and try again',
    refused: 'the system rejected our question',
    'not-declared': 'our own safeguard stopped the search',
    'incomplete-answer': 'the system told of more than it gave',
    'cursor-loop': 'the system gave the same page over and over',
    'too-many-pages': 'the answer of the system did not end',
    'manual-search-failed': 'it could not be searched by hand',
    'too-large': 'the answer of the system was too large',
    'address-refused': 'the address of the system may not be reached: see privateNetworks in its description',
    'unread-records':
      'not every record or file could be read; the others are kept. Search the system by hand for what is missing',
  },
  events: englishEvents,
  actors: {
    subject: 'The person',
    workflow: 'The system',
    clock: 'The clock',
    staff: (id) => `Staff ${id}`,
    you: 'You',
  },
  letters: englishLetters,
  case: {
    title: (reference) => `Case ${reference}`,
    due: 'Answer by',
    received: 'Received',
    controller: 'Controller',
    rights: 'Asks for',
    channel: 'Came by',
    language: 'Language',
    round: 'Round',
    contact: 'Contact',
    contactErased: 'Erased',
    claimed: 'Details given',
    message: 'Message from the person',
    noMessage: 'No message.',
    marks: {
      'sender-not-proven': 'The sender is not proven: anybody may have written this.',
      'other-contact': 'From another contact of the case than the one we write to.',
      'other-name': 'Written under another name than that of the person of the case.',
      'too-large': 'The mail was too large to be read.',
      'too-many-lines': 'The mail had too many lines to be read.',
      'too-many-parts': 'The mail had too many parts to be read.',
      'too-many-headers': 'The mail had too long a head to be read.',
      'too-deep': 'The mail had too many mails within mails to be read.',
      'not-a-mail': 'This could not be read as a mail.',
    },
    hold: 'Why it is held',
    waits: 'What waits for you',
    nothingForYou: 'Nothing waits for you here.',
    machineWorks: 'The system is at work. The page updates by itself.',
    personWorks: 'The case waits for the code that the person has been sent.',
    proofWorks: 'What was found waits for the person to prove more strongly who they are.',
    isOver: 'The case has ended.',
    systemsPending: 'The case waits for answers from systems.',
    systems: 'Systems',
    noSystems: 'No system has been searched yet.',
    columns: {
      system: 'System',
      outcome: 'Outcome',
      records: 'Records',
      files: 'Files',
      possible: 'Possible',
      disputed: 'Disputed',
      asOf: 'Searched',
      delivered: 'Delivered',
    },
    modes: { automatic: 'automatic', manual: 'by hand' },
    deliveredIn: (round) => (round === 1 ? 'the answer' : `supplement ${round - 1}`),
    reason: 'Reason',
    ground: 'Ground',
    identifiersTitle: 'Identifiers found in systems',
    notAcceptable: 'cannot be accepted',
    decisions: { open: 'not decided', accepted: 'accepted', rejected: 'rejected' },
    from: (system) => `from ${system}`,
    timeline: 'Timeline',
    technical: 'Show technical steps as well',
    letters: 'Letters',
    noLetters: 'No letter yet.',
    sent: (time) => `sent ${time}`,
    beingSent: 'to be sent',
    notSent: (triedAt) => `could not be sent (tried ${triedAt}); we try again`,
    answers: 'Answers and downloads',
    noAnswers: 'Nothing has been delivered yet.',
    answer: (round, delivered, until) =>
      `${round === 1 ? 'Answer' : `Supplement ${round - 1}`}: delivered ${delivered}, kept until ${until}`,
    size: (files, bytes) => `${files === 1 ? '1 file' : `${files} files`}, ${sizeInWords(bytes, 'en')}`,
    codeAsked: (time) => `Code asked for ${time}`,
    fetched: (time) => `downloaded ${time}`,
    notFetched: 'not used',
    notes: 'Notes',
    noNotes: 'No notes yet.',
    by: (who) => `by ${who}`,
    log: 'Download the event log',
    logText: 'The whole log of the case, which can be verified offline.',
    reload: 'Reload the case',
    reloaded: 'The case has been loaded again.',
  },
  tasks: englishTasks,
  blocks: (block) => {
    switch (block.reason) {
      case 'role':
        return `This is done by ${english.roles[block.role]}.`;
      case 'released-by-you':
        return 'You have released it. Now somebody else must release it as well.';
      case 'proposed-by-you':
        return 'You have proposed it. Somebody else must agree.';
      case 'late':
        return 'Too late: the notice of an extension had to be sent within one month of receipt (Art. 12(3)). Answer as soon as you can; a refusal still goes, marked as late.';
      case 'extended':
        return 'The period has been extended. It can be extended only once.';
      case 'notice-unsent':
        return 'An extension has been decided. It holds as soon as its notice has been sent.';
      case 'held':
        return 'Nothing is written to this sender while the request is held. Decide on the hold first.';
      case 'mandate':
        return 'Check the mandate first, and accept it.';
      case 'contact':
        return 'Name an address of the person first: “Change the contact address”, under “Who asks”.';
      case 'circumstance':
        return 'A circumstance protects somebody. Decide first what to do about it.';
      case 'protected-identity':
        return 'Nothing is posted to a person with protected identity. Use the forwarding of Skatteverket, or hand it over.';
    }
  },
  liftHold: {
    spoken: 'The sender has a confirmation, and the clock is running. If you lift the hold, the sender gets a code.',
    check: 'Look first at why it is held, and at what was written.',
  },
  approve: {
    systems: 'These systems are searched:',
    all: 'All systems in the register are searched. None can be left out of an answer.',
  },
  identifier: {
    question: (kind, masked, system) => `${kind} ${masked}, found in ${system}`,
    accept: 'Accept',
    reject: 'Reject',
    of: (masked) => ` ${masked}`,
    shared:
      'Several people can share a telephone number or an address for invoices. If you accept it, records of somebody else that hold it can go out too.',
    ofOneSystem:
      'If you accept it, this system is searched for it too, and what it finds goes to this person. Accept only what you can tell is theirs.',
    secondPersonnummer:
      'Other records name another personal identity number. Nobody has two, but the person may have had a coordination number before. Accept only what you know is theirs. Two can be accepted only where one of them is a coordination number.',
    apart: 'Identifiers that cannot be accepted',
    apartText:
      'No system is searched by these, and the case does not wait for a decision on them. Reject one that you know is not the person’s: then no record is taken for theirs because of it.',
  },
  manual: {
    title: (system) => `Search by hand: ${system}`,
    correct: (system) => `Correct the result: ${system}`,
    instructions: 'What to do',
    outcome: 'What did you come to?',
    choices: {
      'nothing-held': 'Nothing is held about the person',
      found: 'Something is held',
      withheld: 'Something is held, but is withheld',
      undisclosable: 'Something is held that may not be spoken of',
      failed: 'It could not be searched',
    },
    entry: (number) => `Entry ${number}`,
    heading: 'What it is',
    headingHint: 'For example: Complaint of 3 March',
    text: 'What it says',
    textHint: 'Leave out other people.',
    addEntry: 'Add an entry',
    removeEntry: (number) => `Remove entry ${number}`,
    ground: 'Legal ground',
    groundHint:
      'Stands in the answer to the person. If the law forbids even to say that something is withheld, choose that it may not be spoken of.',
    failedHint: 'The answer says so. You can record another result later.',
    law: 'Which law forbids it?',
    partLaw: 'Is there more that may not be spoken of?',
    noPartLaw: 'No',
    silentHint:
      'The answer shows nothing of it: neither that something is there nor that something is left out. Every answer says that what the law forbids to give out is not in it. Only the handlers of this system and the data protection officer see it here.',
  },
  retry: {
    title: (system) => `The search failed: ${system}`,
    why: (reason) => `Why: ${reason}.`,
  },
  release: {
    title: (round) => (round === 1 ? 'Release the answer' : `Release supplement ${round - 1}`),
    places: {
      now: 'Goes out now',
      withheld: 'Does not go out: the answer says so, and on what ground',
      'given-up': 'Could not be searched: the answer says so, and no supplement follows',
      before: 'Has gone out before',
      missing: 'Missing: the answer says so, a supplement follows',
      later: 'Answered after the review began: comes with the next one',
    },
    step: {
      only: 'One person releases.',
      first: 'Two people must release. You are the first.',
      second: 'Two people must release. You are the second: then it goes out.',
    },
    firstBy: (who) => `First released by ${who}.`,
    counts: (records, files) =>
      `${records === 1 ? '1 record' : `${records} records`}, ${files === 1 ? '1 file' : `${files} files`}`,
    leftOut: (kinds) => `Refused, so it is left out: ${kinds}`,
    possible: (count) =>
      count === 1
        ? '1 possible match is not sent: nothing proven ties it to the person'
        : `${count} possible matches are not sent: nothing proven ties them to the person`,
    disputed: (count) =>
      count === 1
        ? '1 record is not sent: it, or another record, says that it may be somebody else’s'
        : `${count} records are not sent: they, or other records, say that they may be somebody else’s`,
    partly: (records) =>
      records === 1
        ? '1 record was found before it failed, and goes out'
        : `${records} records were found before it failed, and go out`,
    nothingNew: 'Nothing new goes out in this round.',
  },
  extend: {
    until: (date) => `The new date is ${date}.`,
    category: 'Why is more time needed?',
    categories: { complexity: 'The request is complex', number: 'The number of requests' },
    reason: 'Reason',
  },
  refuse: {
    scope: 'What is refused?',
    scopes: { whole: 'The whole request', part: 'A part of it' },
    ground: 'Ground',
    reason: 'Reason',
    late: 'The last day has passed. The decision is sent all the same, marked as late, and the data protection officer is told.',
    confirmTitle: { whole: 'Refuse the whole request?', part: 'Refuse a part of the request?' },
    confirmText: {
      whole: 'The letter goes at once and the case ends. This cannot be undone.',
      proposed:
        'A colleague must agree. Nothing is sent before that. Once they have agreed, the letter goes at once and the case ends. That cannot be undone.',
      part: 'The letter is sent at once, and what you have chosen is left out of the answer. If somebody has released the answer already, it must be released again. Until the answer goes out the refusal can be replaced or taken back.',
    },
    confirm: 'Refuse',
    law: 'Law and section',
    items: 'Name several things, each with its own ground and reason',
    itemsHint: 'Say what kind of data it is. Never write the data themselves.',
    item: (number) => `Refused thing ${number}`,
    what: 'What is refused',
    until: 'Until when',
    addItem: 'Add one',
    removeItem: (number) => `Remove number ${number}`,
    kinds: 'Which of the data that were found are refused?',
    kindsHint:
      'What you choose is left out of the answer, on the ground and for the reason that you give. The letter and the answer list the same.',
    nothingHeld:
      'Nothing was found that an answer is still to bring. A part can be refused only once something was found.',
    which: 'Which refusal?',
    restates: 'Does it replace an earlier refusal?',
    restatesHint: 'The earlier refusal no longer stands.',
    restatesNone: 'No, it is a new one',
    inWordsOnly: 'It does not name what is left out. Nothing goes out before it does',
    granted: 'What is granted',
    grantedHint: 'One on each line. Everything else when empty.',
    evidence: 'What must be shown (C-526/24)',
    evidenceFields: {
      voluntariness: 'Whether the person gave us the data of their own will',
      aim: 'What the person is after, and how that shows',
      elapsed: 'How much time passed between giving the data and asking',
      pattern: 'The pattern of systematic claims',
    },
  },
  note: { text: 'Note', hint: 'No more about the person than the case needs.' },
  fields: englishFields,
  terms: englishTerms,
  forms: englishForms,
  law: englishLaw,
  pages: englishPages,
  done: englishDone,
  trouble: {
    title: 'It was not done',
    uncertain: 'It is unclear whether it was done',
    notLoaded: 'It could not be loaded',
    reloadCase: 'Reload the case',
    tryAgain: 'Try again',
    fields: (fields) => `Check: ${fields}.`,
    codes: englishTrouble,
  },
};
