import type { Automatic } from './automatic/automatic.ts';

/** The reasons why a mail is answered, held or dropped, one code each. */
export type Why =
  | Automatic
  | 'nothing-asked'
  | 'maybe-automatic'
  | 'requester-unknown'
  | 'sender-not-reachable'
  | 'person-unclear'
  | 'readings-differ'
  | 'letters-unknown'
  | 'language-not-measured'
  | 'infected-attachment'
  | 'not-scanned'
  | 'sender-not-authenticated'
  | 'sender-ambiguous'
  | 'request-unclear'
  | 'more-may-be-asked'
  | 'names-a-case'
  | 'asked-before'
  | 'takes-back'
  | 'forwarded-by-colleague'
  | 'for-another-person'
  | 'asks-for-a-right';

/** The reasons in words, for staff. */
export const whyInWords: Readonly<Record<Why, string>> = {
  'automatic-reply': 'An automatic reply to our letter. It is kept as a note in the case, and nobody answers it.',
  bounce: 'A report that a mail could not be delivered.',
  'mailing-list': 'A mail from a mailing list. Nobody wrote it to us.',
  'nothing-asked': 'The mail is empty.',
  'own-letter': 'A letter of ours that came back to us.',
  'maybe-automatic':
    'The mail is marked as automatic or bulk mail. A person may still have written it, so staff must read it.',
  'requester-unknown':
    'The sender is a colleague, a mailbox of our own, a mailing list, or a department or service of another organisation. Or replies go to another address. Staff must find out whose request it is.',
  'sender-not-reachable': 'We cannot send mail to this address: there are characters other than ASCII before the @.',
  'person-unclear': 'The address has an open case under another name: it may be another person.',
  'readings-differ': 'The plain text, the HTML or hidden words ask for different things.',
  'letters-unknown': 'Some of the text has an encoding that cannot be decoded reliably.',
  'language-not-measured': 'The request is in a language for which staff must check the recognised rights.',
  'infected-attachment':
    'A virus was found. The attachment is destroyed unopened; the text is kept, and the period runs.',
  'not-scanned':
    'The mail is not checked for viruses. It is kept, and a person decides whether its attachments are opened.',
  'sender-not-authenticated': 'The check of the sender failed or is missing: anybody may have written this.',
  'sender-ambiguous':
    'The sender can be mistaken for somebody else: there are two addresses, the name is another address, or letters look alike.',
  'request-unclear': 'Somebody writes about their data, but does not say what they want.',
  'more-may-be-asked': 'The mail asks for one right and mentions another. Staff must read whether it asks for both.',
  'names-a-case': 'A mail about one of our cases.',
  'asked-before': 'The same person has asked for the same rights before.',
  'takes-back': 'The person of the only open case writes about withdrawing a request.',
  'forwarded-by-colleague':
    'A colleague forwarded the request of somebody outside. Nothing is proven about that person.',
  'for-another-person': 'Somebody makes a request for another person: staff must check the mandate.',
  'asks-for-a-right': 'A person asks for a right concerning their own data.',
};
