import { answersToFee } from '#commands/answer-fee.ts';
import { reasonsInWords } from '#commands/ask.ts';
import { reasonsToExtend } from '#commands/extend.ts';
import { documents, places } from '#commands/record-identity-check.ts';
import { answerTo, mandateKinds } from '#commands/record-mandate.ts';
import { breachSteps } from '#commands/update-breach.ts';
import type { StaffCommand } from '#api/staff-command.ts';
import type { Circumstance, Ending, Level, Matter, RefusalGround, SilentLaw } from '../../logic/known.ts';
import type { Group } from '../../logic/more.ts';
import { titlesOfMethods } from '#domain/identity-methods/methods.ts';
import { inLanguage } from '../command-words.ts';

type CommandOf<Type extends StaffCommand['type']> = Extract<StaffCommand, { readonly type: Type }>;
type Words<Key extends string> = Record<Key, string>;

/** English words for codes of the domain, such as statuses and grounds. */
export const englishTerms = {
  matters: { request: 'Request', complaint: 'Complaint', claim: 'Claim for damages' } satisfies Words<Matter>,
  levels: {
    'contact-point': 'that the address or the number is theirs',
    account: 'that the account is theirs',
    strong: 'who the person is',
  } satisfies Words<Level>,
  methods: titlesOfMethods('en'),
  circumstances: {
    child: 'A child',
    guardian: 'Asks as a guardian',
    'protected-identity': 'Protected identity',
    threatened: 'Threatened, or the contact is unsafe',
    'legal-dispute': 'In a dispute with us',
    journalist: 'A journalist',
    'shared-mailbox': 'Several people read the mailbox',
    'shared-phone': 'Several people use the telephone',
  } satisfies Words<Circumstance>,
  mandates: inLanguage(mandateKinds, 'en'),
  answerTo: inLanguage(answerTo, 'en'),
  documents: inLanguage(documents, 'en'),
  places: inLanguage(places, 'en'),
  askReasons: inLanguage(reasonsInWords, 'en'),
  extensions: inLanguage(reasonsToExtend, 'en'),
  grounds: {
    unfounded: 'Manifestly unfounded',
    excessive: 'Excessive',
    abuse: 'Abuse of the right',
    'others-rights': 'Rights of others',
    'draft-or-note': 'Draft or memory note',
    'not-our-data': 'We do not answer for the data',
    'other-law': 'Another law',
  } satisfies Words<RefusalGround>,
  groundLaws: {
    unfounded:
      'Art. 12(5)(b). Seldom true. The person need not say why they ask, and a request is not unfounded because it is much work or is rude (EDPB 01/2022, 175–180).',
    excessive:
      'Art. 12(5)(b). We must show it: repeated at short intervals without anything new (EDPB 01/2022, 181–190).',
    abuse: 'Art. 12(5)(b), C-526/24. Four things must be shown. Only the whole request can be refused on this ground.',
    'others-rights': 'Art. 15(4). Leave out what concerns others and give the rest.',
    'draft-or-note': 'Dataskyddslagen 5:2. Running text not in its final form; not sent mail or notes on customers.',
    'not-our-data': 'Another controller decides over them.',
    'other-law':
      'Name the law and its section. If the law also forbids telling the person that the data exist, do not refuse here. Search that system by hand and choose “We hold data that the law forbids us to mention”.',
  } satisfies Words<RefusalGround>,
  silentLaws: {
    'dataskyddslagen-5-1': 'Dataskyddslagen 5:1 (secrecy)',
    'visselblasarlagen-9-1': 'Visselblåsarlagen 9:1 (whistle-blowing)',
    'penningtvattslagen-4-9': 'Penningtvättslagen 4:9 (money laundering)',
  } satisfies Words<SilentLaw>,
  endings: {
    answered: 'Answered',
    'carried-out': 'Carried out by staff',
    'cannot-find': 'The data cannot be found',
    'not-proven': 'Identity not proven',
    'no-answer': 'No answer from the person',
    withdrawn: 'Withdrawn',
    joined: 'Joined with another case',
    deceased: 'The person has died',
    forwarded: 'Belongs to another company',
    'not-a-request': 'Not a request',
  } satisfies Words<Ending>,
  endingTexts: {
    'carried-out': 'What was asked for is done, and the person has been told (Art. 12(3)).',
    'cannot-find': 'Art. 11(2): we cannot tell which data are theirs, and say what would help.',
    'not-proven': 'Art. 12(6): they were asked and did not prove it. They can come back, and the case goes on.',
    'no-answer': 'They were asked and have not answered. They can come back, and the case goes on.',
    withdrawn:
      'The person does not want it any more. This is confirmed to them, and they can undo it for 30 days. After an answer it is only noted.',
    deceased:
      'The GDPR gives no right to the data of the dead (recital 27). The letter says what the contract gives the estate.',
    forwarded:
      'Another company of the group answers for itself: nothing is searched here. The person gets a letter that names it and asks whether to pass the request on. The other company is told nothing.',
    'not-a-request': 'Nothing was asked for. Nobody is written to.',
  } satisfies Words<CommandOf<'end'>['ending']>,
  feeAnswers: inLanguage(answersToFee, 'en'),
  breachSteps: inLanguage(breachSteps, 'en'),
  proposals: {
    'refuse-whole': 'Refuse the whole request',
    'charge-fee': 'Charge a fee',
    'override-proof': 'Accept without the usual proof',
    'change-contact': 'Change the contact address',
    'confirm-contact': 'Confirm the contact address',
    'move-to-post': 'Send letters by post',
    'decide-circumstance': 'Decide on a circumstance that protects somebody',
  } satisfies Words<string>,
  groups: {
    request: 'Request',
    'who-asks': 'Who asks',
    decisions: 'Decisions',
    keeping: 'Keeping',
  } satisfies Words<Group>,
};
export type TermWords = Readonly<typeof englishTerms>;
