import { link, say, sentences } from '../blocks.ts';
import type { IntakeContent } from '../content/intake.ts';
import type { LetterFrame, Wording } from '../letter.ts';
import { hasPassed } from '../passed.ts';
import {
  answeredBy,
  complaint,
  day,
  namedRights,
  remedies,
  remediesWhenLate,
  subject,
  theirsInShort,
} from './phrases.ts';

/** What became of a message that reached us, in English. */
export function intake(content: IntakeContent, frame: LetterFrame): Wording {
  switch (content.kind) {
    case 'acknowledgement':
      return {
        subject: subject('We have received your request', frame),
        blocks: [
          say(`We received your request concerning ${namedRights(frame)} on ${day(frame.receivedDate)}.`),
          ...(content.partOf === null
            ? []
            : [say(`It came in together with case ${content.partOf} and is handled separately.`)]),
          ...content.parts.map(({ rights, reference }) =>
            say(
              `Your request concerning ${namedRights({ rights })} is handled separately, as case ${reference}. You get a letter of its own about it.`,
            ),
          ),
          hasPassed(content.due, frame)
            ? sentences(
                answeredBy(content.due, frame),
                'It is free of charge. Should anything cost something after all, we tell you so, and why, beforehand.',
              )
            : say(
                `You will get an answer without undue delay and no later than ${day(content.due)}. If we need more time, we will tell you before that day. It is free of charge. Should anything cost something after all, we tell you so, and why, beforehand.`,
              ),
          say(
            frame.rights.includes('access')
              ? 'What happens now: we make sure that it is you who asks, search our systems, and then send a link where you can fetch the answer.'
              : 'What happens now: we go through your request and tell you what we have done. If we need to know more from you, we will ask.',
          ),
          say('We write to you at this address. If we have misunderstood you, reply to this message.'),
          ...remediesWhenLate(content.due, frame),
          link('Follow your case', content.statusLink),
        ],
      };
    case 'redirect':
      return {
        subject: subject(`${theirsInShort(frame, true)} may concern another organisation`, frame),
        blocks: [
          say(
            'Some of what we do is done on behalf of other organisations. There we are a processor. If your data are there, that organisation answers. We can neither confirm nor rule it out.',
          ),
          say(
            content.named === null
              ? 'Please turn to the organisation that you are in contact with, for example your employer or your care provider.'
              : content.named.sentOn === null
                ? `You named ${content.named.to}. If it concerns data that this organisation answers for, please turn to it.`
                : `We sent ${theirsInShort(frame)} to ${content.named.to} on ${day(content.named.sentOn)}, because you named that organisation.`,
          ),
          ...(content.ownPartContinues
            ? [
                say(
                  'We go on with what we are responsible for ourselves. You will get an answer of its own about that.',
                ),
              ]
            : []),
          complaint(frame),
        ],
      };
    case 'complaint-acknowledgement':
      return content.about === 'complaint'
        ? {
            subject: subject('We have received your complaint', frame),
            blocks: [
              say(`We received your complaint on ${day(frame.receivedDate)}.`),
              say(
                `We look into it and will answer you. Questions about the complaint: ${content.contact}. If you have also asked us for something else, that goes on as usual.`,
              ),
              ...remedies(frame),
            ],
          }
        : {
            subject: subject('We have received your claim for compensation', frame),
            blocks: [
              say(`We received your claim for compensation on ${day(frame.receivedDate)}.`),
              sentences(
                `We look into it and will answer you. Questions about the claim: ${content.contact}.`,
                'If you have also asked us for something else, that goes on as usual. The claim makes that answer neither later nor smaller.',
              ),
              say(
                'You have a right to compensation if you suffered damage because we infringed the General Data Protection Regulation (Article 82).',
              ),
              ...remedies(frame),
            ],
          };
    case 'by-post':
      return {
        subject: subject('We will write to you by post', frame),
        blocks: [
          sentences(whyPost[content.why], 'From now on we write to you by ordinary post.'),
          say('The time for our answer does not change, and it costs you nothing.'),
          say('If you change your address, or would rather have e-mail, please tell us.'),
        ],
      };
    case 'joined':
      return {
        subject: subject('Your request belongs to a case that we already have', frame),
        blocks: [
          say(
            `We already have a request from you about the same thing, case ${content.existingCase}, which reached us on ${day(content.existingReceivedDate)}. We answer both there.`,
          ),
          sentences(
            'The time runs from the first request.',
            answeredBy(content.due, frame),
            'If the new request is about something else, reply to this message.',
          ),
          ...remediesWhenLate(content.due, frame),
          link('Follow your case', content.statusLink),
        ],
      };
    case 'forwarded':
      return {
        subject: subject(`${theirsInShort(frame, true)} concerns another company`, frame),
        blocks: [
          say(
            `${theirsInShort(frame, true)} concerns ${content.company}. It is a company of its own in our group and answers for its data itself.`,
          ),
          say('We have not searched for any data about you.'),
          say(
            `Do you want us to pass ${theirsInShort(frame)} on? Then reply yes to this message. You can also write to ${content.companyEmail} yourself.`,
          ),
          complaint(frame),
        ],
      };
    case 'attachment-not-opened':
      return {
        subject: subject('We could not open the attachment', frame),
        blocks: [
          say('We could not open the attachment. Please write your request in the e-mail itself.'),
          sentences(
            `Your e-mail counts all the same from the day on which it reached us, ${day(frame.receivedDate)}.`,
            answeredBy(content.due, frame),
          ),
          ...remediesWhenLate(content.due, frame),
        ],
      };
  }
}

const whyPost = {
  bounced: 'Our e-mail to you came back.',
  wish: 'We have noted that you want letters by ordinary post.',
  proof: 'We need to know that letters reach you at your address.',
} as const;
