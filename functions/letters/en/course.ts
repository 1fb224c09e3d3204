import { choices, link, list, say, sentence, sentences } from '../blocks.ts';
import type { CourseContent } from '../content/course.ts';
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
  theirs,
  theirsInShort,
  timeWhenAsked,
} from './phrases.ts';

/** How the case goes on, in English. */
export function course(content: CourseContent, frame: LetterFrame): Wording {
  switch (content.kind) {
    case 'clarification-request':
      return {
        subject: subject(
          frame.matter === 'request' ? 'Help us understand what you want' : 'Help us understand what you mean',
          frame,
        ),
        blocks: [
          ...(content.why === 'large-amount'
            ? [
                say(
                  'Your request may cover a large amount of data. Do you only want a part of them? Then tick what it is about:',
                ),
                choices([...content.choices, 'Everything']),
              ]
            : [sentences('We are not sure what you mean.', sentence(content.question))]),
          frame.matter === 'request'
            ? say('You may always say that you want everything. You need not say why. Reply to this message.')
            : say('Reply to this message.'),
          timeWhenAsked(content.time, frame),
          link('To your case', content.statusLink),
        ],
      };
    case 'extension':
      return {
        subject: subject('We need more time', frame),
        blocks: [
          say(
            `We extend the period for answering ${theirs(frame)} to no later than ${day(content.extendedDue)} under Article 12(3) GDPR.`,
          ),
          sentences(
            `The reason is ${content.category === 'complexity' ? 'the complexity of the request' : 'the number of requests'}.`,
            sentence(content.reason),
          ),
          ...(content.available.length === 0 ? [] : [say('This you can fetch already:'), list(content.available)]),
          complaint(frame),
          link('Follow your case', content.statusLink),
        ],
      };
    case 'no-reply':
      return {
        subject: subject('We have closed your case because we had no answer', frame),
        blocks: [
          say(
            `On ${day(content.askedDate)} we asked you ${content.askedAbout === 'identity' ? 'for something that shows that it is you' : 'what your request is about'}. We have had no answer. Without it we cannot do what you asked for, and so we have closed the case.`,
          ),
          say('Reply to this message, and we will open the case again. You need not start over.'),
          ...remedies(frame),
          link('To your case', content.statusLink),
        ],
      };
    case 'withdrawal-confirmed':
      return {
        subject: subject(`You have withdrawn ${theirsInShort(frame)}`, frame),
        blocks: [
          say(`You have withdrawn ${theirsInShort(frame)}. We do nothing more in the case.`),
          ...(content.erasureReviewed
            ? [
                say(
                  'You also wrote that we should stop using what we have received. We examine whether it must be erased (Article 17(1)(b) GDPR) and will come back to you about it.',
                ),
              ]
            : []),
          say(
            hasPassed(content.undoUntil, frame)
              ? 'If this was not you, or if you have changed your mind, write to us again. You may always do that.'
              : `If this was not you, or if you have changed your mind, reply no later than ${day(content.undoUntil)}, and we go on where we stopped. You may also always ${frame.matter === 'request' ? 'make a new request' : 'write to us again'}.`,
          ),
          link('To your case', content.statusLink),
        ],
      };
    case 'delay':
      return {
        subject: subject('Your case is not finished', frame),
        blocks: [
          sentences(
            // The date may have been moved since the letter was owed.
            content.due > frame.today
              ? `We have not finished with ${theirs(frame)}, and we apologise. ${answeredBy(content.due, frame)}`
              : `You should have had an answer to ${theirs(frame)} by ${day(content.due)}. We have not finished, and we apologise.`,
            'The case is not closed. You need not do anything new, unless we are waiting for an answer or a code from you.',
          ),
          ...remedies(frame),
          link('Follow your case', content.statusLink),
        ],
      };
    case 'reopened':
      return {
        subject: subject('We have opened your case again', frame),
        blocks: [
          sentences(
            `We have opened ${frame.matter === 'request' ? `your case concerning ${namedRights(frame)}` : `the case of ${theirs(frame)}`} again and go on where we stopped.`,
            answeredBy(content.due, frame),
          ),
          ...remediesWhenLate(content.due, frame),
          link('Follow your case', content.statusLink),
        ],
      };
  }
}
