import type { Phrasebook } from './phrasebook.ts';

const self =
  '(about me|on me|of me|relating to me|related to me|concerning me|regarding me|pertaining to me|about myself)';
const data = '(data|information|info|everything|anything|all|what|whatever|which|records|details|that)';
const own = 'my ~2 (data|information|info|personal details)';
const whole = `(${data} ~ ${self}|${own})`;
const ask =
  "(want|wants|wishes|requests|demands|like|love|wish|request|requesting|demand|need|ask|asking|please|can you|could you|would you|can i|could i|may i|hereby|exercise|exercising|i'd like)";
const get =
  '(receive|get|have|see|know|obtain|access|copy|copies|send|provide|give|disclose|tell|show|view|export|find out|learn|told|sent|supply|inspect)';
const held = `(me from|my ~3 (data|information|info|account|accounts|details|profile|records|history|photos|pictures|name|email|address|number)|(everything|all|anything|data|information|any data|records|whatever) ~ ${self})`;
const correctable =
  '(name|surname|last name|first name|address|date of birth|birthday|birth date|birthdate|phone number|telephone number|email address|e-mail address|personal data|personal details|contact details|spelling|data|information|record|records|details)';
const advertising =
  '(marketing|newsletter|newsletters|advertising|advertisements|adverts|ads|promotional|promotions|spam|mailings|offers|marketing emails)';

/** English. */
export const english: Phrasebook = {
  language: 'en',
  negations: [
    'not',
    "don't",
    "doesn't",
    "didn't",
    'never',
    "won't",
    "shouldn't",
    "needn't",
    'without',
    "mustn't",
    "can't",
    'cannot',
  ],
  undoing: ['only', 'just', 'merely', 'least', 'longer'],
  asksHow: ['how', 'when', 'why', 'who', 'must', 'should', 'where'],
  howOneself: 'how (i|to|we|can i|do i|one|you can)',
  everybody: [
    '(all|every|other|all other|all the|all your) ~1 (customers|users|employees|members|people|clients|customer)',
    '(everyone|everybody)',
  ],
  otherDeeds: [
    'delet',
    'eras',
    'remov',
    'correct',
    'rectif',
    'updat',
    'chang',
    'fix',
    'block',
    'restrict',
    'stop',
    'destroy',
    'transferred',
    'amend',
  ],
  gets: get,
  copies: '(copy|copies|access|disclos*)',
  clauses:
    '(?:then |also |afterwards )?(i|that|have|get|be|to|want|would|you|it|send|stop|cease|no more|do not|no further|never|unsubscribe|opt)',
  lists: ['newsletter*', 'mailing*', 'list', 'lists', 'subscription*'],
  correctable: [correctable],
  rights: {
    access: [
      `${ask} ~ ${get} ~4 ${whole}`,
      `(send|give|tell|show|provide|email|forward|supply) (?:me |us )?~5 ${whole}`,
      `(what|which) ~3 (do|does|are|have|has) (you|your company|your systems) ~5 ${self}`,
      `(do|does|have|are) (you|your company) (hold|holding|have|store|storing|keep|keeping|process|processing|got|stored|kept) ~5 ${self}`,
      `(make|making|made|submit|submitting|file|filing|this is|request|subject|exercise) ~4 (subject access request|data access request|dsar|right of access|access request)`,
      '(copy|copies) of my ~1 (file|record)',
      '(copy|copies) of (all|everything|any|the|my) ~3 (personal data|data|information) ~6 (me|my|mine)',
    ],
    rectification: [
      `(correct|rectify|amend|fix|update|change) ~3 my ~3 ${correctable}`,
      `my ~3 ${correctable} ~5 (corrected|rectified|amended|updated)`,
      `my ~3 ${correctable} ~3 (is|are) ~3 (wrong|incorrect|misspelled|misspelt|inaccurate|outdated|out of date)`,
      `${ask} ~3 rectification`,
    ],
    erasure: [
      `(delete|erase|remove|wipe|destroy|get rid of) ~4 ${held}`,
      `(deletion|erasure|removal) of ~4 ${held}`,
      `${ask} ~ ${held} ~3 (deleted|erased|removed|wiped|destroyed|forgotten)`,
      `${ask} ~ (be forgotten|be deleted|be erased|erasure|right to erasure|right to be forgotten)`,
      '(please|must|you) forget me',
    ],
    restriction: [
      '(restrict|freeze|limit|block|suspend|pause) ~5 (processing|use of my|my ~2 data|my ~2 information|data ~3 me)',
      'restriction of ~2 processing',
      "(keep|store) ~6 but ~3 (do not|don't) ~2 (use|process|share|touch)",
    ],
    portability: [
      '(data portability|portability)',
      '(machine-readable|machine readable|structured ~2 commonly used)',
      '(transfer|move|port|transmit) ~6 my ~3 (data|information) ~6 (to another|to my new|to a different|to a new)',
    ],
    'consent-withdrawal': [
      '(withdraw|withdrawing|revoke|revoking|take back|taking back|retract) ~6 (consent|permission|agreement to the processing)',
      '(consent|permission) ~4 (withdrawn|revoked)',
    ],
  },
  correctIt: ['(correct|rectify|fix) ~1 (it|this|them|both|that|these)'],
  objection: [
    '(object|objecting|objection|oppose|opposed) ~2 to ~6 (processing|profiling|use of|using|process|data)',
    '(object|oppose) ~3 (processing|profiling)',
  ],
  marketing: [
    `(object|objecting|objection|oppose) ~6 ${advertising}`,
    '(unsubscribe|opt out|opt me out|unsubscribing)',
    `(stop|cease|quit) (?:sending |emailing |mailing |all )?~4 ${advertising}`,
    `(don't|do not|no longer|never) (?:want |wish |like )~5 ${advertising}`,
    `no (more|further) ~2 ${advertising}`,
    '(remove|take) me (from|off) ~5 (list|lists|newsletter|newsletters|mailing list|mailings)',
  ],
  names: {
    access: [
      '(subject access request|data subject access request|dsar|sar|gdpr access request|right of access|gdpr article 15|access request)',
    ],
    erasure: [
      '(erasure request|deletion request|data deletion request|right to erasure|right to be forgotten|data deletion|delete my data)',
    ],
    rectification: ['(rectification request|rectification)'],
    portability: ['(data portability|portability request)'],
  },
  ask: `(${ask}|invoke|invoking|assert|claim)`,
  mentions: [
    own,
    `(data|information|records|details) ~3 ${self}`,
    '(delete|remove|close|erase|deleting|closing) ~3 my ~1 (account|profile)',
    'my ~2 (account|profile) ~3 (deleted|removed|closed)',
    'my ~1 (rights|privacy)',
  ],
  legal: ['(gdpr|data protection act|general data protection|personal data|data subject|subject access)'],
  firstPerson: ['i', 'me', 'my', 'mine', "i'm", "i'd"],
  client: [
    ["(my|our) client's", 'my'],
    ["(his|her|their|the client's)", 'my'],
    ['(him|them)', 'me'],
    ['(my|our) client', 'i'],
  ],
  second: {
    joins: 'and|but',
    around:
      "then|please|kindly|also|afterwards|after that|after this|thereafter|subsequently|finally|immediately|at once|permanently|for good|as well|too|thanks|thank you|i want you to|i then want you to|want you to|would like you to|i would like you to|i'd like you to|i ask you to|can you|could you|would you|you can|you may|when you are done|when you're done|when done|once done|once i have (?:it|them|that|the copy|received it|received them|received the copy)|from (?:your|all your|all of your) (?:systems|records|databases|database|servers|files)",
    deeds:
      'delete|erase|remove|wipe|destroy|get rid|correct|rectify|amend|fix|update|change|block|restrict|freeze|stop|cease',
    before: 'before',
    everything:
      'everything|it all|all of it|all of them|all of that|all of this|them all|all the data|the data|all data|all that data|that data|all the information|all information|all that|all',
    it: 'it|them|this|that',
    erase: [
      '(delete|erase|remove|wipe|destroy|get rid of) _ %',
      "(i want|i would like|i'd like|i wish|want) _ (?:to have )?_ % _ (?:to be )?(deleted|erased|removed|wiped|destroyed)",
      '(have|get) % _ (deleted|erased|removed|wiped|destroyed)',
    ],
    copyFirst: [
      '(first|before that|beforehand) (?:please )?(send|give|email) me (a copy|%|a copy of %)',
      '(send|give|email) me (a copy|%|a copy of %) (first|before that|beforehand)',
      '(send|give|email) me a copy of %',
    ],
    wonders: '(how|whether|if|myself)',
  },
  listed: {
    joints: 'and|but|plus|as well as|along with|together with|in addition to|in addition|both|then',
    names: [
      ['access', 'access|subject access|right of access|subject access request|access request|dsar'],
      ['rectification', 'rectification|correction|amendment'],
      ['erasure', 'erasure|deletion|removal|right to be forgotten'],
      ['restriction', 'restriction|limitation'],
      ['portability', 'data portability|portability'],
      ['objection', 'objection'],
      ['consent-withdrawal', 'withdrawal of (?:my )?consent'],
    ],
    leads:
      "a|an|the|my|of|to|for|right|rights|exercise|exercising|invoke|request|requesting|demand|hereby|also|then|full|complete|immediate|permanent|following|make|making|receive|have|obtain|get|i|i'd|like|would|want|both|do|please|afterwards|finally|first|until|and",
    own: 'my|mine|me|personal data',
    objects:
      'my|mine|me|it|them|these|those|data|information|details|account|profile|records|processing|everything|all|that|this|direct marketing|marketing|profiling',
    tails:
      'under|pursuant|according|in accordance|please|thanks|thank you|too|as well|also|immediately|gdpr|within|at once|as soon',
    informs: '(information|informed|inform|details|know|told|tell) ~2 (about|on|of|regarding|concerning|whether|how)',
  },
  words: {
    access: [
      '(subject access|access request|access requests|dsar|sar|right of access|disclos*)',
      'access(?! (?:to )?(my|the|your|our) ~1 (account|website|site|app|portal|login|email|mailbox|system|page|service) )',
      '(copy|copies)(?! of ~2 (passport|id|identity|licence|license|invoice|invoices|receipt|receipts|contract|letter|confirmation|order|orders|agreement|statement|bill|this|power) )',
    ],
    rectification: [
      '(rectif*|correction|corrections|corrected|correcting|amend|amended|amending|amendment*)',
      'correct (my|the|it|them|this|these|those|any|all|your|that)',
      `(update|change|fix) ~2 my ~3 ${correctable}`,
      `my ~3 ${correctable} ~4 (updated|changed|fixed)`,
    ],
    erasure: [
      '(delete|deletes|deleted|deleting|deletion|deletions|erase|erases|erased|erasing|erasure|remov*|wipe|wiped|destroy*|destruction|purge|purged|expunge*|get rid of|forget me)',
      '(be|being) ~1 forgotten',
      '(close|closed|closing|cancel) ~3 (account|accounts|profile)',
    ],
    restriction: [
      '(restrict|restricts|restricted|restricting|restriction|restrictions|freeze|frozen|freezing|suspend|suspended|block|blocked|blocking)',
      '(limit|limited|limitation|pause|paused) ~5 (processing|use|data|information)',
    ],
    portability: ['(portab*|machine-readable|machine readable|structured ~3 format)'],
    objection: [
      '(object|objects|objecting|objection|objections|oppose|opposed|opposing|unsubscribe|unsubscribed|unsubscribing|opt out|opt me out|opting out)',
      `(stop|stops|cease|quit|refrain) ~5 (${advertising}|send*|contact*|email*|mail*|call*|text*|using|use|process*|shar*|sell*|track*|profil*)`,
      `(no more|no further|no longer|not|don't|never) ~5 ${advertising}`,
    ],
    'consent-withdrawal': [
      '(withdraw*|withdrew|revoke*|revoking|retract*|rescind*|take back|taking back) ~6 (consent*|permission*|agreement)',
      '(consent*|permission*) ~6 (withdrawn|revoked)',
      "(do not|don't|no longer|never) ~2 (consent|agree)",
    ],
  },
};
