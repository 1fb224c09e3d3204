import type { RefusalWords } from './in-words.ts';

/** Why a command is refused, in English. Braces contain the name of one of the rule's values. */
export const englishRefusals: RefusalWords = {
  rules: {
    'mandate-not-accepted': 'The mandate of the representative was not accepted, so no answer can be released.',
    'second-person-releases': 'A second person must release the answer as well.',
    'items-not-seen': 'The answer cannot be released yet: somebody must look at {open} more items and decide on them.',
    'sheet-changed':
      'The records of the answer, or the decisions on them, have changed since you looked. Look at them again.',
    'preview-changed': 'What the person will read has changed since you looked. Look at the preview again.',
    'item-changed': 'This record has changed since you looked at it. Look at it again, and decide then. (Item {item})',
    'item-decided-meanwhile':
      'A colleague has decided on this record since you looked at it. Look at that decision. If yours should replace it, decide again. (Item {item})',
    'item-gone': 'This record is not part of the answer any more. (Item {item})',
    'item-not-seen': 'Look at the record before you decide on it. (Item {item})',
    'document-not-opened': 'Open the documents of the record before you release it. (Item {item})',
    'page-does-not-exist': 'The document has only {pages} pages.',
    'all-pages-withheld': 'At least one page must stay. Withhold the document if nothing of it is to be released.',
    'document-not-cut':
      'There is no copy of the document without exactly these pages. Make the copy first, then decide. (Item {item})',
    'pages-decided-already':
      'Pages of the document are left out already. Undo that decision, then choose all pages at once. (Item {item})',
    'pages-not-left-out':
      'The answer cannot be released yet: pages are to be left out of {documents} documents, but there are no copies without these pages. Undo the decisions on the pages, then decide again.',
    'decision-does-not-fit':
      'This decision is not possible for this record. A possible or disputed record is adopted or rejected; any other record is released, masked, withheld or rejected. (Item {item})',
    'decision-is-delivered': 'An earlier answer has carried out these decisions, so they cannot be undone.',
    'no-such-review-decision': 'There is no such decision to undo.',
    'reason-tells-what-is-hidden':
      'The person reads the reason, so it must not contain what is masked or withheld. Write it without names.',
    'ground-needs-a-reason':
      'Write why: only the ground that the data are about somebody else needs no further reason.',
    'system-outside-plan': 'One of the systems is not in the plan.',
    'answer-needs-stronger-proof': 'The answer holds data that need a stronger proof of identity.',
    'letter-goes-by-mail': 'This letter is sent by e-mail automatically.',
    'nothing-posted-to-protected': 'Staff post no letters to a person with protected identity.',
    'mailbox-proves-nobody': 'Several people read this mailbox, so a code that is sent there does not prove identity.',
    'nothing-to-fetch': 'No answer can be fetched: there is none, or it is no longer kept.',
    'letter-sent': 'The letter was sent.',
    'letter-being-sent': 'The letter is being sent.',
    'received-after-registration': 'A request cannot have been received after it was registered.',
    'asked-already': 'This question has already been asked, and it is not answered yet.',
    'reason-for-another-question': 'This reason does not justify this question (Art. 12(6), recital 63).',
    'doubt-outside-case':
      'The day on which the reason to ask arose must be between the receipt on {received} and today, {today}.',
    'identity-proven-fully': 'The identity is proven as strongly as it can be: there is nothing left to ask for.',
    'period-over': 'The period ended on {due}, so it cannot be paused any more.',
    'asked-too-late-to-rest':
      'The period can be paused only if the question is asked without undue delay, by {lastDay}. Ask without a pause.',
    'extended-already': 'The period was extended already, to {due}.',
    'notice-too-late': 'The notice had to be sent within one month of receipt, by {due} (Art. 12(3)).',
    'sender-not-written-to': 'No letter goes to this sender while the request is held: decide on the request first.',
    'extension-notice-unsent':
      'An extension was already decided. The period is extended as soon as its notice has been sent.',
    'no-objection-open': 'There is no objection to decide on.',
    'aware-later-than-now': 'The time at which you became aware of the breach cannot be in the future.',
    'no-such-answer': 'There is no such answer.',
    'kept-by-legal-hold': 'A legal hold is set, so the material of this case cannot be erased.',
    'case-open-already': 'The case is open already.',
    'no-such-case': 'There is no such case.',
    'case-concerns-you': 'This case is not open to you: it concerns you or somebody close to you.',
    'case-ended': 'The case has ended.',
    'case-concerns-them': 'This case is not open to them: it concerns them or somebody close to them.',
    'not-locked-out': 'This person is not locked out of the case.',
    'locks-out-oneself': 'You cannot lock yourself out. Hand the case over, and let a colleague lock you out.',
    'fee-answer-open': 'The person may answer until {answerBy}.',
    'second-person-agrees': 'A second person must agree to this decision.',
    'fee-proposal-too-old':
      'The day by which the person was to answer, {answerBy}, has passed. Propose the fee again with a later day.',
    'nothing-to-split-off':
      'A complaint, a claim, or a right of this request other than access can be split off; nothing else can.',
    'only-access-goes-on': 'Only a request for access is handled automatically. Staff must carry out this request.',
    'mandate-unchecked': 'Check the mandate of the representative first, and accept it.',
    'contact-of-person-missing':
      'The answer goes to the person and not to the representative: name the person’s contact first.',
    'contact-of-requester-missing':
      'We do not know how to reach the person: enter an address that we can write to first.',
    'accounting-law-keeps-data':
      'Accounting law says how long accounts are kept. It can limit erasure, but it does not justify refusing a copy of the data (Art. 15, 17(3)(b)).',
    'ground-for-another-right': 'This ground cannot limit the right that the request is about.',
    'others-rights-refuse-a-part':
      'The rights of others never justify refusing everything (recital 63): leave out what concerns others, and give the rest.',
    'abuse-needs-four-things':
      'An abuse is shown by four facts: whether the data were given freely, the aim, the time elapsed, and the pattern (C-526/24).',
    'circumstance-undecided':
      'A circumstance protects somebody, and staff have not decided on it yet. Decide on the circumstance first.',
    'part-names-what-is-held':
      'Say which kinds of data of which system are refused: the answer leaves these out. A part can be refused only after data were found.',
    'nothing-of-that-kind-held': 'The case holds no data of that kind, or an answer has already contained them.',
    'told-after-stronger-proof':
      'This system needs a stronger proof of identity. Before that proof the person is told nothing of the system, so refuse its data after the proof.',
    'refused-until-past': 'The last day of the refusal, {until}, has passed. Name a later day, or none.',
    'refusal-is-over':
      'A part was refused until {until}, and that day has passed. Take the refusal back, or change it and name a later day or none.',
    'kind-refused-already': 'Data of the same kind are refused already: change that refusal instead.',
    'refusal-carried-out': 'An answer was already sent with that refusal, so the refusal cannot be changed.',
    'refused-in-words-only':
      'A part is refused without naming the kinds of data, so nobody can tell what to leave out of the answer. Name them, or take the refusal back.',
    'abuse-as-a-whole': 'An abusive request is refused as a whole or not at all.',
    'first-copy-is-free':
      'The first copy is free of charge (Art. 15(3)). A further copy is one that is asked for after an answer.',
    'fee-needs-time-to-answer': 'The person must have time to answer before a fee is charged: name a later day.',
    'later-joins-earlier':
      'Only the later request can be joined to the earlier one, so that no legal date becomes later.',
    'withdrawal-is-final': 'The withdrawal could be taken back until {until}. The person can make a new request.',
    'material-erased': 'The material of this case is erased: open a new case.',
    'stopped-without-proof':
      'Only marketing, and processing that rests on consent, can be stopped without a proof of identity.',
    'say-what-becomes-of-contact-change':
      'The circumstance applies, and a change of the contact waits: say whether the change continues or is cancelled.',
    'say-what-was-done': 'Say what was done, and how the person was told (Art. 12(3)).',
    'sender-not-matched': 'It is not decided yet that the sender is the person of this request.',
    'nothing-asked-of-sender': 'The request is held, and no question has been sent to this sender.',
    'closed-by-the-clock':
      'A case that the person does not answer is closed automatically, after the number of days in the policy.',
    'no-answer-owed': 'The case does not wait for an answer from the person.',
    'something-was-found': 'Data were found: answer the request, or ask for the proof of identity that is missing.',
    'say-why-not-found': 'Say why the data cannot be found, and what would help (Art. 11(2)).',
    'identity-proven-already': 'The identity is already proven.',
    'document-is-noted':
      'For a proof by document, say which document was shown, where and when. Other methods have no such details.',
    'forwarded-to-protected':
      'Nothing is posted to a person with protected identity: use the forwarding service of the tax agency, or hand the letter over in person.',
    'contact-called-unsafe':
      'Somebody has said that this mailbox is unsafe, so no code is sent to it. Staff can change or confirm the contact once the person has proven identity.',
    'nothing-came-back':
      'No letter to the present contact has come back, so this reason is wrong. If the person wishes to have letters by post, give that reason.',
    'contact-not-confirmed':
      'An answer can be fetched only by somebody whose address or number is confirmed (Art. 32). Sign in again and confirm the address on the page of the case, or ask staff to confirm it.',
    'confirmed-after-sign-in':
      'The address can be confirmed only right after signing in: sign in again, and then enter the code.',
    'no-contact-to-confirm': 'No contact point waits to be confirmed.',
    'phone-proves-nobody': 'Several people use this telephone, so a code that is sent there does not prove identity.',
    'no-code-by-sms': 'No code is sent by SMS in this case: write to us.',
    'number-not-stated': 'No such number was stated in this case.',
    'person-forgotten': 'The personal data of this case are erased, so the case accepts nothing more.',
    'no-code-needed': 'No code is needed now.',
    'staff-enter-letter-codes': 'Staff enter only a code that went by letter.',
    'methods-not-offered': 'expected methods of proof that the person can use: {methods}',
    'no-methods-to-choose': 'expected no methods: this question offers no choice of methods',
    'codes-of-the-day-sent': 'At most five codes are sent in 24 hours. The next one can be sent from {from}.',
    'codes-of-the-opener-sent':
      'At most two codes in 24 hours are sent to the requester. Open the link in our mail, or wait until {from}.',
    'old-contact-not-told':
      'No letter about the change can go to the old contact. So only staff can change the contact, after the person has proven identity by e-ID, by letter or in person.',
    'every-system-is-searched': 'Every system of the plan must be searched: no system may be left out of an answer.',
    'search-did-not-fail': 'Only a failed search can be tried again or given up.',
    'identifier-not-learned': 'No search of this case has found this identifier.',
    'identifier-decided': 'Somebody has already made this decision on this identifier.',
    'identifiers-not-decided':
      'Nothing has been decided. This decision is not possible for these identifiers in the list that was sent: number {places}.',
    'another-personnummer':
      'The person has another personal identity number that is proven or accepted already, and nobody has two. Two can be accepted only where one of them is a coordination number.',
    'identifier-only-stated':
      'Somebody typed this identifier into a form, and nobody has checked it. It can be accepted when a record shows that it is the person’s. An e-mail address or a telephone number can also be accepted when the person has entered a code that was sent there.',
    'identifier-of-disputed-record':
      'The record with this identifier may be somebody else’s. The identifier can be accepted when staff decide in the review that the record is the person’s. An e-mail address or a telephone number can also be accepted when the person has entered a code that was sent there.',
    'no-such-system': 'There is no such system in the plan.',
    'system-answered-already': 'This system has answered already.',
    'other-step': 'This cannot be done now: the case is {status}.',
    'no-code': 'No code has been sent.',
    'code-expired': 'The code is too old. Ask for a new one.',
    'code-used': 'The code has been used. Ask for a new one.',
    'too-many-tries': 'The code was tried too often. Ask for a new one.',
    'contact-of-the-opener':
      'Open the link in our mail to change the address. If the address is wrong, make a new request for the right one.',
    'withdrawals-of-the-opener':
      'Open the link in our mail to withdraw this request: several requests for this address have been withdrawn today.',
    'opener-not-shown':
      'Open the link in our mail to do this: somebody has already used that link to confirm this request.',
    'opener-tries-used': 'Too many codes were typed. Open the link in our mail, and enter the code there.',
    'codes-of-the-address-sent':
      'Few codes are sent to an address that nobody has confirmed. The next one can be sent from {from}.',
    'nothing-withdrawn': 'Nothing was withdrawn.',
    'case-does-not-go-on': 'This case cannot continue: make a new request.',
    'complaint-of-a-complaint': 'A complaint can be made only about the handling of a request.',
    'only-designated-handlers': 'Only its designated handlers can search this system.',
    'case-moved-on': 'The case has changed: expectedSeq is {expected}, and the last commit of the case is {at}.',
    'command-id-reused': 'This command id was used for another command.',
    'nobody-with-this-id': 'nobody on the staff has this id',
    'joins-another-person': 'expected an open case of the same contact point and controller',
    'joins-an-ended-case': 'that case has ended',
    'joins-a-held-case': 'that case is held, and no letter goes to its sender before the hold is lifted',
    'joins-no-request': 'a complaint or a claim is handled in a case of its own',
    'joins-what-answers-less': 'that case does not include these rights of this request: {rights}',
    'address-is-ours': 'this is an address of our own: letters to it reach us and not the person',
    'address-not-writable': 'we cannot write to this address',
    'kind-not-named': 'Name the system and the kind of data as the case lists them.',
    'say-what-is-refused': 'Say what is refused.',
    'say-why-old-is-not-told':
      'Say why no letter goes to the old address: it is lost, shared or unsafe. Without a reason, a letter about the change goes to it.',
    'law-not-named': 'name the law if the ground is "other-law" (Art. 12(4))',
    'nothing-granted-of-a-whole': 'a refusal of the whole request cannot grant a part',
    'company-not-named': 'name the company that answers instead',
    'estate-route-not-named': 'say what the estate of the person gets under the contract, and how',
    'person-told-of-both': 'the person must be told of the consequences of the breach and of the measures (Art. 34(2))',
    'entries-with-found': 'enter what was found if the result is "found", and only then',
    'entry-needs-text-or-file': 'each entry needs a text or a file',
    'entries-changed':
      'Somebody has added an entry to this search, or taken one back, since you read the entries. Read them again, and then finish the search.',
    'entries-are-kept': 'Entries are stored for this search. Finish the search with them, or take them back first.',
    'too-many-files': 'at most {most} files in one result',
    'file-not-stored': 'a file of an entry is not stored; store it first',
    'ground-with-withheld': 'give the legal ground if the result is "withheld", and only then',
    'law-with-undisclosable':
      'name the law that forbids disclosure if the result is "undisclosable"; it is optional with "found"',
  },
  statuses: {
    held: 'held for a member of staff',
    identifying: 'waiting for the proof of identity',
    planning: 'being planned',
    'approving-search': 'waiting for the approval of the search',
    gathering: 'being searched',
    reviewing: 'waiting for release',
    released: 'released',
    assembling: 'being assembled',
    assembled: 'assembled',
    delivered: 'delivered',
    refused: 'refused',
    closed: 'closed',
  },
};
