import type { Automatic } from './automatic/automatic.ts';

/** The reasons why a mail is handled as it is. */
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
  'automatic-reply': 'The answer of a machine to a letter of ours. It is kept as a note of its case, and not answered.',
  bounce: 'A report that a mail could not be delivered.',
  'mailing-list': 'A mailing list. Nobody in it writes to us.',
  'nothing-asked': 'Nothing at all is in the mail.',
  'own-letter': 'A letter of ours that came back to us.',
  'maybe-automatic':
    'Marked as automatic or bulk mail. Marks are also put on what people write: somebody has to read it.',
  'requester-unknown':
    'A colleague, a mailbox of our own, a mailing list, or a desk or service of another organisation is the sender, or the answer is to go elsewhere. Whose request it is has to be found out.',
  'sender-not-reachable': 'We cannot send mail to this address: letters other than a to z stand before the @.',
  'person-unclear': 'The address has an open case under another name: it may be another person.',
  'readings-differ': 'The plain text, the HTML or hidden words ask for different things.',
  'letters-unknown': 'Some of the text is in letters that cannot be decoded for certain.',
  'language-not-measured': 'The request is in a language in which a person has to check what was understood.',
  'infected-attachment':
    'A virus was found. The attachment is destroyed unopened; the text is kept, and the period runs.',
  'not-scanned':
    'The mail is not checked for viruses. It is kept, and a person decides whether its attachments are opened.',
  'sender-not-authenticated': 'The check of the sender failed or is missing: anybody may have written this.',
  'sender-ambiguous':
    'The sender can be taken for somebody else: two addresses, another address as the name, or look-alike letters.',
  'request-unclear': 'Somebody writes about their data, but not what they want.',
  'more-may-be-asked':
    'A right is asked for, and another is spoken of: somebody has to read whether it is asked for too.',
  'names-a-case': 'An answer to a case of ours.',
  'asked-before': 'The same person has asked for the same before.',
  'takes-back': 'The person of the only open case writes of taking back a request.',
  'forwarded-by-colleague': 'A colleague passed on the request of somebody outside, of whom nothing is proven.',
  'for-another-person': 'Somebody asks for another person: the mandate has to be checked.',
  'asks-for-a-right': 'A person asks for a right concerning their own data.',
};
