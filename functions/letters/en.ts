import { authorityOf } from '#domain/organisation/authorities.ts';
import { standingSentence } from './standing-sentence.ts';
import type { Block, LetterContent, LetterFrame, LetterWords, MissingSystem, Wording } from './letter.ts';

const rightNames = {
  access: 'access to your personal data',
  rectification: 'rectification',
  erasure: 'erasure',
  restriction: 'restriction of processing',
  portability: 'data portability',
  objection: 'objection to processing',
  'consent-withdrawal': 'withdrawal of consent',
} as const;

/** The letters in English. */
export const english: LetterWords = {
  greeting: 'Hello,',
  words,
  footer: (frame) => [
    `${frame.controller.name}, organisation number ${frame.controller.organisationNumber}`,
    frame.controller.address.join(', '),
    `Contact about data protection: ${frame.controller.email}`,
    ...(frame.controller.dataProtectionOfficer === undefined
      ? []
      : [`Data protection officer: ${frame.controller.dataProtectionOfficer.email}`]),
    `Case number: ${frame.reference}. Your request reached us on ${frame.receivedDate}.`,
  ],
};

function words(content: LetterContent, frame: LetterFrame): Wording {
  const number = `(case ${frame.reference})`;
  switch (content.code) {
    case 'M1':
      return {
        subject: `We have received your request ${number}`,
        blocks: [
          say(`We received your request concerning ${named(frame)} on ${frame.receivedDate}.`),
          say(
            `You will get an answer without undue delay and no later than ${frame.due}. If we need more time, we will tell you before that day. It is free of charge.`,
          ),
          say(
            'What happens now: we make sure that it is you who asks, search our systems, and then send a link where you can fetch the answer.',
          ),
          say('If we have misunderstood you, reply to this message.'),
          link('Follow your case', content.statusLink),
        ],
      };
    case 'M23':
      return {
        subject: `Your code ${number}`,
        blocks: [
          say(
            content.purpose === 'identity'
              ? 'So that no data reach the wrong person, we need to know that whoever asked can read this e-mail address. Enter the code on the page of your case:'
              : 'Enter the code on the page of your case to fetch the answer:',
          ),
          { kind: 'code', text: content.oneTimeCode },
          say(`The code works for ${content.minutes} minutes and once. Do not give it to anybody.`),
          say('Do not send a copy of any identity document. If you did not ask for this, you can ignore this message.'),
          link('To your case', content.statusLink),
        ],
      };
    case 'M4':
      return {
        subject: `We need more time ${number}`,
        blocks: [
          say(
            `We extend the period for answering your request concerning ${named(frame)} to ${frame.due} under Article 12(3) GDPR.`,
          ),
          say(
            `The reason is ${content.category === 'complexity' ? 'the complexity of the request' : 'the number of requests'}: ${content.reason}`,
          ),
          say(complaint(frame)),
          link('Follow your case', content.statusLink),
        ],
      };
    case 'M6':
      return {
        subject: `Decision on your request ${number}`,
        blocks: [
          say(
            `We refuse ${content.scope === 'whole' ? 'the whole' : 'a part'} of your request concerning ${named(frame)}.`,
          ),
          say(`The reason is: ${content.reason} (${content.ground}).`),
          ...(content.late ? [say('This decision should have been sent earlier. We apologise for the delay.')] : []),
          say(complaint(frame)),
          say('You may also seek a judicial remedy before a court.'),
        ],
      };
    case 'M8':
      return {
        subject: `The copy of your personal data is ready ${number}`,
        blocks: [
          say(
            `The answer to your request concerning ${named(frame)} is ready. You fetch it on the page of your case. For your safety we send a new code each time you fetch it.`,
          ),
          link('Fetch the answer', content.statusLink),
          say(`It is kept until ${content.availableUntil}.`),
          ...missing(content.missing),
          say(standingSentence.en),
          say(complaint(frame)),
        ],
      };
    case 'M24':
      return {
        subject: `Supplement to the copy of your personal data ${number}`,
        blocks: [
          say(
            'What was missing from our earlier answer, or a part of it, is ready. You fetch the supplement on the page of your case.',
          ),
          link('Fetch the supplement', content.statusLink),
          say(`It is kept until ${content.availableUntil}.`),
          ...missing(content.missing),
          say(standingSentence.en),
          say(complaint(frame)),
        ],
      };
    case 'STATUS':
      return {
        subject: `Your case is not finished ${number}`,
        blocks: [
          say(
            `You should have had an answer to your request concerning ${named(frame)} by ${frame.due}. We have not finished, and we apologise. The case is not closed, and you need not do anything new unless we are waiting for the code that we sent to you.`,
          ),
          say(complaint(frame)),
          say('You may also seek a judicial remedy before a court.'),
          link('Follow your case', content.statusLink),
        ],
      };
  }
}

function missing(systems: readonly MissingSystem[]): readonly Block[] {
  if (systems.length === 0) return [];
  return [
    say('The answer is not complete. This is still missing and will be sent as a supplement when it is there:'),
    {
      kind: 'list',
      items: systems.map(({ title, outcome }) =>
        outcome === 'failed'
          ? `${title}: the search failed, we will try again`
          : `${title}: we are waiting for an answer`,
      ),
    },
  ];
}

function complaint(frame: LetterFrame): string {
  const { name, website } = authorityOf(frame.controller);
  return `If you are not satisfied, you may complain to ${name.en} (${website}) or to the supervisory authority where you live or work or where the infringement took place.`;
}

function named(frame: LetterFrame): string {
  return new Intl.ListFormat('en').format(frame.rights.map((right) => rightNames[right]));
}

function say(text: string): Block {
  return { kind: 'paragraph', text };
}

function link(text: string, address: string): Block {
  return { kind: 'link', text, address };
}
