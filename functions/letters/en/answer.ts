import { link, list, say, sentence, sentences } from '../blocks.ts';
import type { AnswerContent, NamedRecipient } from '../content/answer.ts';
import type { Block, LetterFrame, Wording } from '../letter.ts';
import {
  day,
  fetchedUntil,
  ifLate,
  joined,
  leftOut,
  missing,
  namedRights,
  remedies,
  standing,
  subject,
} from './phrases.ts';

type Content<Kind extends AnswerContent['kind']> = Extract<AnswerContent, { kind: Kind }>;

/** The answer, in English. */
export function answer(content: AnswerContent, frame: LetterFrame): Wording {
  switch (content.kind) {
    case 'answer-ready':
      return content.answer === 'package' ? theCopy(content, frame) : nothingHeld(content, frame);
    case 'portable-data':
      return {
        subject: subject('Your data in a machine-readable form', frame),
        blocks: [
          ...portable(content, frame),
          say(
            'Included are data that you gave us or that come from how you used our services. That goes only for what we process by automated means on consent or contract (Article 20 GDPR). Conclusions that we drew ourselves are not included, nor are data that we process on another basis. Those you can get in a copy of your personal data.',
          ),
          ...leftOut(content.leftOut),
          ...remedies(frame),
        ],
      };
    case 'recipients':
      return {
        subject: subject('Who has received your data', frame),
        blocks: [
          ...(content.recipients.length === 0
            ? [say('We find nobody who has received data about you from us.')]
            : [say('These have received data about you from us:'), list(content.recipients.map(recipient))]),
          say(
            'A recipient that decides over the data itself answers for its own processing. If you want it to stop, you can also turn to it.',
          ),
          standing(),
          ...remedies(frame),
        ],
      };
    case 'supplement-ready':
      return {
        subject: subject('Supplement to the copy of your personal data', frame),
        blocks: [
          say(
            'What was missing from our earlier answer, or a part of it, is ready. You fetch the supplement on the page of your case.',
          ),
          link('Fetch the supplement', content.statusLink),
          fetchedUntil(content.availableUntil, frame),
          ...ifLate(content.lastDay, frame),
          ...missing(content.missing),
          ...leftOut(content.leftOut),
          standing(),
          ...remedies(frame),
        ],
      };
  }
}

function theCopy(content: Extract<Content<'answer-ready'>, { answer: 'package' }>, frame: LetterFrame): Wording {
  return {
    subject: subject('The copy of your personal data is ready', frame),
    blocks: [
      say(
        `The answer to your request concerning ${namedRights(frame)} is ready. You fetch it on the page of your case. For your safety a new code is needed each time you fetch it.`,
      ),
      link('Fetch the answer', content.statusLink),
      fetchedUntil(content.availableUntil, frame),
      ...ifLate(content.lastDay, frame),
      say(
        'The answer says why we process the data and what kinds they are. It also says what our record states of who receives them, how long they are kept, where they come from and whether anything is decided automatically. For each system it says what the search does not read. Last come your other rights.',
      ),
      ...missing(content.missing),
      ...leftOut(content.leftOut),
      standing(),
      ...remedies(frame),
    ],
  };
}

function nothingHeld(
  content: Extract<Content<'answer-ready'>, { answer: 'nothing-held' }>,
  frame: LetterFrame,
): Wording {
  return {
    subject: subject('Answer to your request', frame),
    blocks: [
      sentences(
        ...searchCameTo(content),
        content.othersGiven ? 'We have not been able to check that the other details you gave are yours.' : '',
      ),
      ...ifLate(content.lastDay, frame),
      say(
        'The answer on the page of your case says which systems we searched, what came of it in each and what the search does not read there.',
      ),
      say('The data of this case we keep for a time, to be able to show how we answered.'),
      say(
        content.uncertain > 0
          ? 'If you want to help us tell, reply to this message, for example with further e-mail addresses, telephone numbers or customer numbers. A member of staff reads your reply.'
          : 'If you think that we hold data about you in another way, reply to this message and tell us how. A member of staff reads your reply.',
      ),
      ...missing(content.missing),
      standing(),
      ...remedies(frame),
      link('To your case', content.statusLink),
    ],
  };
}

/** What came of the search where no record is known to be the person's. */
function searchCameTo({
  address,
  uncertain,
}: Extract<Content<'answer-ready'>, { answer: 'nothing-held' }>): readonly string[] {
  const by = address ?? 'what you have shown to be yours';
  if (uncertain === 0) return [`We find no data tied to ${by}.`];
  return [
    `We searched by ${by} and found ${uncertain === 1 ? '1 record' : `${uncertain} records`} that may be about you.`,
    `We could not tell, so ${uncertain === 1 ? 'it is' : 'they are'} not in the answer.`,
  ];
}

const formatNames = {
  JSON: 'JSON (structured text)',
  CSV: 'CSV (tables that a spreadsheet program can open)',
  XML: 'XML (structured text)',
} as const;

function portable(content: Content<'portable-data'>, frame: LetterFrame): readonly Block[] {
  switch (content.delivery) {
    case 'file':
      return [
        say(
          `You can fetch your data in ${joined(content.formats.map((format) => formatNames[format]))}. These are open formats that other services can read.`,
        ),
        link('Fetch the data', content.statusLink),
        fetchedUntil(content.availableUntil, frame),
      ];
    case 'transferred':
      return [
        say(
          `We have transferred your data to ${content.to}, which confirmed on ${day(content.confirmedOn)} that they had arrived.`,
        ),
      ];
  }
}

function recipient({ name, told }: NamedRecipient): string {
  if (told === null) return name;
  return 'on' in told ? `${name}: told on ${day(told.on)}` : `${name}: not told. ${sentence(told.notBecause)}`;
}
