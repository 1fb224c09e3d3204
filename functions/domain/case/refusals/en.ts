import type { RefusalWords } from './in-words.ts';

/** Why a command is refused, in English. Braces hold one of the rule's values. */
export const englishRefusals: RefusalWords = {
  rules: {
    'mandate-not-accepted': 'The mandate of the representative was not accepted: nothing is released.',
    'second-person-releases': 'A second person must release the answer as well.',
    'system-outside-plan': 'One of the systems is not in the plan.',
    'answer-needs-stronger-proof': 'The answer holds data that need a stronger proof of identity.',
    'letter-goes-by-mail': 'This letter goes by mail, by itself.',
    'nothing-posted-to-protected': 'Nothing is posted from here to a person with protected identity.',
    'mailbox-proves-nobody': 'Several people read this mailbox: a code sent there does not show who somebody is.',
    'nothing-to-fetch': 'There is nothing to fetch, or it is no longer kept.',
    'letter-sent': 'The letter was sent.',
    'letter-being-sent': 'The letter is being sent.',
    'received-after-registration': 'A request cannot have been received after it was registered.',
    'asked-already': 'This is asked already, and not answered yet.',
    'reason-for-another-question': 'This reason is not one for asking this (Art. 12(6), recital 63).',
    'doubt-outside-case':
      'The day since when there is reason to ask must lie between the receipt on {received} and today, {today}.',
    'identity-proven-fully': 'The identity is proven as strongly as it can be: there is nothing left to ask for.',
    'period-over': 'The period ended on {due}, so it cannot be paused any more.',
    'asked-too-late-to-rest':
      'The period can be paused only if the question is asked without undue delay, by {lastDay}. Ask without a pause.',
    'extended-already': 'The period was extended already, to {due}.',
    'notice-too-late': 'The notice had to be sent within one month of receipt, by {due} (Art. 12(3)).',
    'sender-not-written-to': 'Nothing is written to this sender while the request is held: decide on it first.',
    'extension-notice-unsent': 'The period is extended as soon as the notice has been sent.',
    'no-objection-open': 'There is no objection to decide on.',
    'aware-later-than-now': 'Nobody can have become aware of it later than now.',
    'no-such-answer': 'There is no such answer.',
    'kept-by-legal-hold': 'A legal hold keeps the material of this case.',
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
    'nothing-to-split-off': 'Only a right of this request other than access, a complaint or a claim can be split off.',
    'only-access-goes-on': 'Only a request for access can go on by itself: this one is carried out by staff.',
    'mandate-unchecked': 'Check the mandate of the representative first, and accept it.',
    'contact-of-person-missing': 'The person is answered, not the representative: name the person’s contact first.',
    'contact-of-requester-missing':
      'How the person is reached is not known: name an address that we can write to first.',
    'accounting-law-keeps-data':
      'Accounting law says how long accounts are kept. It can limit erasure, and is no ground to refuse a copy of the data (Art. 15, 17(3)(b)).',
    'ground-for-another-right': 'This ground does not hold against the right that the request is about.',
    'others-rights-refuse-a-part':
      'The rights of others never justify refusing everything (recital 63): leave out what concerns others, and give the rest.',
    'abuse-needs-four-things':
      'An abuse is shown by four things: whether the data were given freely, the aim, the time elapsed, the pattern (C-526/24).',
    'circumstance-undecided':
      'A circumstance protects somebody, and it is not decided yet what to do about it. Decide that first.',
    'part-names-what-is-held':
      'Say which kinds of data of which system are refused: what is refused is left out of the answer. Before something was found it cannot be done.',
    'nothing-of-that-kind-held': 'The case holds no data of that kind that an answer is still to bring.',
    'told-after-stronger-proof':
      'This system needs a stronger proof of identity, and until then the person is told nothing of it. Refuse it once the proof is there.',
    'refused-until-past': 'The last day of the refusal, {until}, has passed. Name a later day, or none.',
    'refusal-is-over':
      'A part was refused until {until}, and that day has passed. Take the refusal back, or change it and name a later day or none.',
    'kind-refused-already': 'Data of the same kind are refused already: change that refusal instead.',
    'refusal-carried-out': 'An answer has gone out with that refusal: it cannot be changed.',
    'refused-in-words-only':
      'A part is refused without naming the kinds of data, so nobody can tell what to leave out of the answer. Name them, or take the refusal back.',
    'abuse-as-a-whole': 'An abusive request is refused as a whole or not at all.',
    'first-copy-is-free':
      'The first copy is free of charge (Art. 15(3)). A further copy is one that is asked for after an answer.',
    'fee-needs-time-to-answer': 'The person gets time to answer before anything is charged.',
    'later-joins-earlier': 'The later request is joined to the earlier, so that no date moves back.',
    'withdrawal-is-final': 'The withdrawal could be taken back until {until}. The person can make a new request.',
    'material-erased': 'The material of this case is erased: open a new one.',
    'stopped-without-proof': 'Only marketing and what rests on consent is stopped without a proof of identity.',
    'say-what-becomes-of-contact-change':
      'A change of where we write to waits: say whether it is to apply or not, as the circumstance applies.',
    'say-what-was-done': 'Say what was done, and how the person was told (Art. 12(3)).',
    'sender-not-matched': 'The sender is not matched to the request yet.',
    'nothing-asked-of-sender': 'Nothing was asked of this sender while the request is held.',
    'closed-by-the-clock': 'What is not answered is closed by itself, after the days that the policy gives.',
    'no-answer-owed': 'The person owes no answer: the case goes on.',
    'something-was-found': 'Something was found: it is answered, or the proof of identity is what is missing.',
    'say-why-not-found': 'Say why the data cannot be found, and what would help (Art. 11(2)).',
    'identity-proven-already': 'This is done already.',
    'document-is-noted':
      'For a document, give which document was shown, where and when. Other methods have no such details.',
    'forwarded-to-protected':
      'Nothing is posted to a person with protected identity: use the forwarding of the tax agency, or hand it over.',
    'contact-called-unsafe':
      'Somebody has said that this mailbox is unsafe, so no code is sent to it. Staff change the contact, or confirm it, once the person has shown who they are.',
    'nothing-came-back':
      'No letter to the present contact has come back, so our letters are not said to. If the person wishes to have letters by post, say that.',
    'contact-not-confirmed':
      'An answer can be fetched only by somebody whose address or number is confirmed (Art. 32). Sign in again and confirm the address on the page of the case, or ask staff to confirm it.',
    'confirmed-after-sign-in':
      'The address is confirmed by whoever has just signed in: sign in again, and enter the code then.',
    'no-contact-to-confirm': 'No contact point waits to be confirmed.',
    'phone-proves-nobody': 'Several people use this telephone: a code sent there does not show who somebody is.',
    'no-code-by-sms': 'No code is sent by SMS in this case: write to us.',
    'number-not-stated': 'No such number was stated in this case.',
    'person-forgotten': 'The person of this case is forgotten: it takes nothing more.',
    'no-code-needed': 'No code is needed now.',
    'staff-enter-letter-codes': 'Staff enter only a code that went by letter.',
    'methods-not-offered': 'expected some of the ways that the person has: {methods}',
    'no-methods-to-choose': 'expected none, there is no such way to choose here',
    'codes-of-the-day-sent': 'At most five codes are sent in 24 hours. The next one can be sent from {from}.',
    'codes-of-the-opener-sent':
      'Two codes in 24 hours are sent at the most for whoever made the request. Open the link in our mail, or wait until {from}.',
    'old-contact-not-told':
      'Where the old contact cannot be told, staff change it, once the person has proven who they are by e-ID, by letter or in person.',
    'every-system-is-searched': 'Every system of the plan is searched: none may be left out of an answer.',
    'search-did-not-fail': 'Only a failed search can be tried again, or given up.',
    'identifier-not-learned': 'No system of this case has this identifier.',
    'identifier-decided': 'This identifier is decided already.',
    'another-personnummer':
      'The person has another personal identity number that is proven or accepted already, and nobody has two. Two can be accepted only where one of them is a coordination number.',
    'identifier-only-stated':
      'Somebody typed this into a form and nobody has checked it: it may be somebody else’s, so it cannot be accepted.',
    'identifier-of-disputed-record': 'The record that holds this seems to be somebody else’s: it cannot be accepted.',
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
      'Open the link in our mail to withdraw this: several requests for this address have been withdrawn today.',
    'opener-not-shown': 'Open the link in our mail to do this: somebody has confirmed this request with it.',
    'opener-tries-used': 'Too many codes were typed. Open the link in our mail, and enter the code there.',
    'codes-of-the-address-sent':
      'Few codes are sent to an address that nobody has confirmed. The next one can be sent from {from}.',
    'nothing-withdrawn': 'Nothing was withdrawn.',
    'case-does-not-go-on': 'This case does not go on: make a new request.',
    'complaint-of-a-complaint': 'A complaint belongs to the case of a request.',
    'only-designated-handlers': 'This system is searched by its designated handlers only.',
    'case-moved-on': 'The case has moved on: expectedSeq is {expected}, the case is at {at}.',
    'command-id-reused': 'This command id was used for another command.',
    'nobody-with-this-id': 'nobody on the staff has this id',
    'joins-another-person': 'expected an open case of the same contact point and controller',
    'joins-an-ended-case': 'that case has ended',
    'joins-a-held-case': 'that case is held, and its sender is not written to before it is lifted',
    'joins-no-request': 'a complaint or a claim goes on by itself, also beside a request',
    'joins-what-answers-less': 'that case does not answer what is asked here as well: {rights}',
    'address-is-ours': 'this is an address of our own: what we write there reaches us and not the person',
    'address-not-writable': 'this is no address we can write to',
    'kind-not-named': 'Name the system and the kind of data as the case lists them.',
    'say-what-is-refused': 'Say what it is that is refused.',
    'say-why-old-is-not-told':
      'Say why the old address is not told: whether it is lost, shared or unsafe. Otherwise it is told.',
    'law-not-named': 'the law is named with "other-law" (Art. 12(4))',
    'nothing-granted-of-a-whole': 'nothing is granted of a whole refusal',
    'company-not-named': 'who answers instead is named',
    'estate-route-not-named': 'what the contract gives the estate, and how, is named',
    'person-told-of-both': 'the person is told of both (Art. 34(2))',
    'entries-with-found': 'what was found is needed with "found", and only then',
    'ground-with-withheld': 'the legal ground is needed with "withheld", and only then',
    'law-with-undisclosable':
      'the law that forbids to speak of it is needed with "undisclosable"; possible with "found"',
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
