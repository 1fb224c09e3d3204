import { list, say, sentence } from '../blocks.ts';
import type { ChangeContent, KeptItem } from '../content/changes.ts';
import type { Block, LetterFrame, Wording } from '../letter.ts';
import { hasPassed } from '../passed.ts';
import { complaint, day, joined, notified, remedies, subject } from './phrases.ts';

type Content<Kind extends ChangeContent['kind']> = Extract<ChangeContent, { kind: Kind }>;

/** What was done with the data, in English. */
export function changes(content: ChangeContent, frame: LetterFrame): Wording {
  switch (content.kind) {
    case 'rectified':
      return {
        subject: subject('We have corrected your data', frame),
        blocks: [
          say(`On ${day(content.doneOn)} we did this:`),
          list(content.changes.map(({ what, how }) => `${what}: ${how === 'corrected' ? 'corrected' : 'completed'}`)),
          ...notified(content.notified),
          ...(content.unchanged.length === 0
            ? []
            : [
                say('This we have not changed. We have checked it and found that it is right (Article 16):'),
                list(content.unchanged.map(({ what, reason }) => `${what}: ${sentence(reason)}`)),
                ...remedies(frame),
              ]),
        ],
      };
    case 'erased':
      return { subject: subject('We have erased your data', frame), blocks: erasure(content, frame) };
    case 'restricted':
      return {
        subject: subject('We have restricted the processing of your data', frame),
        blocks: [
          say(`As of ${day(content.setOn)} this is marked as restricted with us:`),
          list(content.marked),
          say(`The reason is that ${restrictionGround(content.ground)}`),
          say(
            'We store the data. Otherwise we use them only if you consent, for legal claims, to protect the rights of somebody else or for an important public interest (Article 18(2)).',
          ),
          ...(content.reviewOn === null ? [] : [say(`We look at the restriction again on ${day(content.reviewOn)}.`)]),
          say('We will tell you before the restriction is lifted.'),
          ...notified(content.notified),
        ],
      };
    case 'restriction-ends':
      return {
        subject: subject('The restriction of your data will be lifted', frame),
        blocks: [
          say(
            `The restriction of your data (${joined(content.marked)}) will be lifted on ${day(content.liftedOn)}. It holds until then.`,
          ),
          say(`The reason is this: ${sentence(content.reason)}`),
          say('If you have anything to say about it, reply to this message before that day.'),
          complaint(frame),
        ],
      };
    case 'marketing-stop':
      return {
        subject: subject('We have noted that you do not want marketing', frame),
        blocks: [
          say(
            `On ${day(content.recordedOn)} we noted that you do not want direct marketing from us${content.channels.length === 0 ? '' : ` by ${joined(content.channels.map((channel) => channelNames[channel]))}`}. As of ${day(content.from)} you are not to get it, and we must not use your data for profiling for marketing (Article 21(3) GDPR).`,
          ),
          doneIn(content.doneIn),
          ...(content.inPrintUntil === null || hasPassed(content.inPrintUntil, frame)
            ? []
            : [
                say(
                  `Something that is already printed or on its way may still come until ${day(content.inPrintUntil)}.`,
                ),
              ]),
          say('The note that you do not want marketing has to stay, so that it can be followed.'),
        ],
      };
    case 'consent-withdrawal':
      return {
        subject: subject('We have noted that you withdraw your consent', frame),
        blocks: [
          say(
            `On ${day(content.recordedOn)} we noted that you withdraw your consent. As of ${day(content.from)} this is to stop:`,
          ),
          list(content.stopped),
          doneIn(content.doneIn),
          say('Your withdrawal does not change whether what we did before was lawful (Article 7(3) GDPR).'),
          ...(content.continuing.length === 0
            ? []
            : [
                say('This goes on, because it rests on another basis:'),
                list(content.continuing.map(({ what, basis }) => `${what}: ${sentence(basis)}`)),
                complaint(frame),
              ]),
        ],
      };
  }
}

/** Where staff say that it is done, or that it is still to be done. */
function doneIn(places: readonly string[]): Block {
  return say(
    places.length === 0
      ? 'Our staff are to enter it in the systems concerned.'
      : `Our staff have entered it in ${joined(places)}.`,
  );
}

const channelNames = {
  email: 'e-mail',
  sms: 'text messages',
  phone: 'telephone',
  post: 'ordinary post',
  'other-electronic': 'other electronic channels',
} as const;

function erasure(content: Content<'erased'>, frame: LetterFrame): readonly Block[] {
  return [
    say(`On ${day(content.doneOn)} we erased this:`),
    list(content.erased.map(({ what, where }) => `${what} (${where})`)),
    say(
      content.backupsUntil === null
        ? 'The data are not left in any backup either.'
        : `In backups the data may be left until ${day(content.backupsUntil)}. Then they are overwritten. Until then we do not use them.`,
    ),
    ...(content.kept.length === 0
      ? []
      : [
          say('This we keep, and only for as long and for the purpose that is stated here:'),
          list(content.kept.map(kept)),
        ]),
    ...notified(content.notified),
    ...(content.published.length === 0
      ? []
      : [
          say(
            `The data had been public. We have therefore asked these to remove links and copies (Article 17(2)): ${joined(content.published)}.`,
          ),
        ]),
    ...(content.suppressionKept
      ? [say('We keep a note that you do not want marketing. It is needed to keep it stopped.')]
      : []),
    ...(content.kept.length === 0 ? [] : remedies(frame)),
  ];
}

function kept({ what, ground, explanation, until }: KeptItem): string {
  return `${what}: ${keptGround(ground)}: ${sentence(explanation)} It is kept until ${day(until)} and then erased.`;
}

function keptGround(ground: KeptItem['ground']): string {
  switch (ground) {
    case 'expression':
      return 'it is needed for freedom of expression and information (Article 17(3)(a))';
    case 'legal-duty':
      return 'the law obliges us to keep it (Article 17(3)(b))';
    case 'public-health':
      return 'it is needed for public health (Article 17(3)(c))';
    case 'archive':
      return 'it is needed for archives, research or statistics (Article 17(3)(d))';
    case 'legal-claims':
      return 'it is needed for legal claims (Article 17(3)(e))';
  }
}

function restrictionGround(ground: Content<'restricted'>['ground']): string {
  switch (ground) {
    case 'accuracy-contested':
      return 'you say that the data are wrong, and we are checking it (Article 18(1)(a)).';
    case 'unlawful':
      return 'the processing is not lawful, and you want the data restricted rather than erased (Article 18(1)(b)).';
    case 'needed-for-claims':
      return 'you need the data for legal claims, although we no longer need them (Article 18(1)(c)).';
    case 'objection-pending':
      return 'you have objected to the processing, and we are examining the objection (Article 18(1)(d)).';
  }
}
