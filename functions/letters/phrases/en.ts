import { daysBetween } from '#domain/clock/deadline.ts';
import { authorityOf } from '#domain/organisation/authorities.ts';
import type { Right } from '#domain/rights.ts';
import { link, list, say, sentence } from '../blocks.ts';
import type {
  AskedTime,
  Ground,
  LastDay,
  LetterDate,
  MissingSystem,
  Notified,
  RefusedItem,
  RecordPointer,
} from '../parts.ts';
import type { Block, LetterFrame } from '../letter.ts';
import { hasPassed } from '../passed.ts';
import { standingSentence } from '../standing-sentence.ts';
import { writtenDate } from '../written.ts';

const rightNames: Readonly<Record<Right, string>> = {
  access: 'access to your personal data',
  rectification: 'rectification',
  erasure: 'erasure',
  restriction: 'restriction of processing',
  portability: 'data portability',
  objection: 'objection to processing',
  'consent-withdrawal': 'withdrawal of consent',
};

export function namedRights(frame: Pick<LetterFrame, 'rights'>): string {
  return joined(frame.rights.map((right) => rightNames[right]));
}

/** What the person sent: "your complaint", or "your request concerning" the rights that the request names. */
export function theirs(frame: LetterFrame): string {
  switch (frame.matter) {
    case 'request':
      return `your request concerning ${namedRights(frame)}`;
    case 'complaint':
      return 'your complaint';
    case 'claim':
      return 'your claim for compensation';
  }
}

/** What the person sent, without the rights: "your request". `capital`: with a capital letter, to begin a sentence. */
export function theirsInShort({ matter }: LetterFrame, capital = false): string {
  return `${capital ? 'Y' : 'y'}our ${matter}`;
}

export function joined(items: readonly string[]): string {
  return new Intl.ListFormat('en').format(items);
}

export function day(date: LetterDate): string {
  return writtenDate(date, 'en');
}

/** A number of days in words. One or more whole years of 365 days are written as years. */
export function numberOfDays(count: number): string {
  const years = count / 365;
  if (years === 1) return 'one year';
  if (Number.isInteger(years)) return `${years} years`;
  return count === 1 ? 'one day' : `${count} days`;
}

export function subject(text: string, frame: LetterFrame): string {
  return `${text} (case ${frame.reference})`;
}

/** Names the authority to which the person can complain (Art. 77). */
export function complaint(frame: LetterFrame): Block {
  const { name, website } = authorityOf(frame.controller);
  return {
    kind: 'reference',
    before: `If you are not satisfied, you may lodge a complaint with ${name.en}, `,
    address: website,
    after: ', or with the supervisory authority where you live, where you work or where the infringement took place.',
  };
}

/** The two remedies that every refusal must name (Art. 12(4)): a complaint to the authority, and a court. */
export function remedies(frame: LetterFrame): readonly Block[] {
  return [complaint(frame), say('You may also seek a judicial remedy before a court.')];
}

/** Says by which day the person gets the answer. If that day has passed, the sentence says so and apologises. */
export function answeredBy(due: LetterDate, frame: LetterFrame): string {
  return hasPassed(due, frame)
    ? `You should have had an answer by ${day(due)}. That day has passed, and we apologise. You will get the answer without further delay.`
    : `You will get an answer no later than ${day(due)}.`;
}

/** The remedies if the last day for the answer has passed, otherwise no blocks. */
export function remediesWhenLate(due: LetterDate, frame: LetterFrame): readonly Block[] {
  return hasPassed(due, frame) ? remedies(frame) : [];
}

/**
 * Says that the answer is late. If the answer is in time only because of a suspension, names the last day without the
 * suspension. Otherwise no blocks.
 */
export function ifLate({ due, unsuspendedDue }: LastDay, frame: LetterFrame): readonly Block[] {
  if (due !== null && hasPassed(due, frame)) {
    const days = daysBetween(due, frame.today);
    return [
      say(
        `This answer is late. You should have had it by ${day(due)}, ${days === 1 ? 'one day' : `${days} days`} ago. We apologise. You may complain about the delay, too. How to do so is explained below.`,
      ),
    ];
  }
  return hasPassed(unsuspendedDue, frame)
    ? [
        say(
          `We have not counted the time during which we waited for an answer from you. If it is counted, the last day for our answer was ${day(unsuspendedDue)}.`,
        ),
      ]
    : [];
}

/** Says until which day the person can fetch the answer or the data. */
export function fetchedUntil(until: LetterDate, frame: LetterFrame): Block {
  return say(
    hasPassed(until, frame)
      ? `It could be fetched until ${day(until)}. If you still want it, reply to this message.`
      : `It can be fetched until ${day(until)}.`,
  );
}

export function review(frame: LetterFrame): Block {
  return say(`If you want us to look at it again, reply to this message or write to ${frame.controller.email}.`);
}

export function standing(): Block {
  return say(standingSentence.en);
}

const missingWords = {
  failed: 'the search failed, we will try again',
  pending: 'we are waiting for an answer',
  'under-review': 'we are still reviewing data',
} as const;

export function missing(systems: readonly MissingSystem[]): readonly Block[] {
  // The list leaves out systems that wait for a stronger proof. A title in the list would disclose that the system
  // holds data.
  const named = systems.flatMap(({ title, outcome }) =>
    outcome === 'failed' || outcome === 'pending' || outcome === 'under-review' ? [{ title, outcome }] : [],
  );
  const givenUp = systems.filter(({ outcome }) => outcome === 'given-up');
  const proof = systems.some(({ outcome }) => outcome === 'stronger-proof');
  return [
    ...(named.length === 0
      ? []
      : [
          say('The answer is not complete. This is still missing and will be sent as a supplement when it is ready:'),
          list(named.map(({ title, outcome }) => `${title}: ${missingWords[outcome]}`)),
        ]),
    ...(givenUp.length === 0
      ? []
      : [
          say('We could not search this completely, and we do not try again on our own:'),
          list(givenUp.map(({ title }) => title)),
          say('Reply to this message if you want us to try again.'),
        ]),
    ...(!proof
      ? []
      : [
          say(
            'There may be more that we disclose only when we are more certain that it is you. The page of your case says how to show that.',
          ),
        ]),
  ];
}

/** What an answer leaves out, why, and how to ask us to look at it again; no blocks if it leaves out nothing. */
export function leftOut(items: readonly RefusedItem[], frame: LetterFrame): readonly Block[] {
  if (items.length === 0) return [];
  return [say('We do not disclose the following, and here is why:'), refused(items), review(frame)];
}

export function refused(items: readonly RefusedItem[]): Block {
  return list(
    items.map(({ what, ground, reason, until }) =>
      [
        `${what}: ${groundInWords(ground)}`,
        sentence(reason),
        until === undefined ? '' : `This applies until ${day(until)}.`,
      ]
        .filter((part) => part !== '')
        .join(' '),
    ),
  );
}

/** The ground of a refusal, worded as the end of a sentence. */
export function groundInWords(ground: Ground): string {
  switch (ground.code) {
    case 'unfounded':
      return 'the request is manifestly unfounded (Article 12(5) GDPR).';
    case 'excessive':
      return 'the request is excessive (Article 12(5) GDPR).';
    case 'abuse':
      return 'the request abuses the right and is therefore excessive (Article 12(5) GDPR and judgment C-526/24 of the EU Court of Justice).';
    case 'others-rights':
      return 'it would adversely affect the rights or freedoms of somebody else (Article 15(4) GDPR).';
    case 'draft-or-note':
      return 'it is a draft or a memory note (chapter 5, section 2 of the Swedish Data Protection Act, 2018:218).';
    case 'not-our-data':
      return 'other organisations are responsible for what we do on their behalf (Article 28 GDPR). We can neither confirm nor rule out that your data are there. Please turn to that organisation.';
    case 'other-law':
      return `the law prevents it, ${sentence(ground.law)}`;
  }
}

export function notified({ told, notTold }: Notified): readonly Block[] {
  return [
    ...(told.length === 0 ? [] : [say(`We have told those who received the data from us: ${joined(told)}.`)]),
    ...(notTold.length === 0
      ? []
      : [
          say('We could not inform the following, or only with a disproportionate effort (Article 19):'),
          list(notTold.map(({ name, reason }) => `${name}: ${sentence(reason)}`)),
        ]),
  ];
}

/** Says whether a question to the person suspends the period for the answer (practice 12 in `domain/README.md`). */
export function timeWhenAsked({ askedDate, suspends, unsuspendedDue }: AskedTime, frame: LetterFrame): Block {
  const is = hasPassed(unsuspendedDue, frame) ? 'was' : 'is';
  return say(
    suspends
      ? `We asked for this on ${day(askedDate)}. The time until you answer may be left out of the count. Without a pause the last day ${is} ${day(unsuspendedDue)}.`
      : `We asked for this on ${day(askedDate)}. The time for our answer does not change. The last day ${is} ${day(unsuspendedDue)}.`,
  );
}

export const noCopies = 'Do not send a copy of an identity document unless we expressly ask for it.';

/**
 * Says in which systems (`places`) staff have entered the stop of the processing. With an empty list: staff will enter
 * it.
 */
export function doneIn(places: readonly string[]): Block {
  return say(
    places.length === 0
      ? 'Our staff will enter it in the systems concerned.'
      : `Our staff have entered it in ${joined(places)}.`,
  );
}

export function pointer(record: RecordPointer): readonly Block[] {
  switch (record.kind) {
    case 'secure-page':
      return [link('Which data it concerns is on a secure page', record.address)];
    case 'customer-number':
      return [say(`It concerns customer number ${record.value}.`)];
    case 'contract-number':
      return [say(`It concerns contract number ${record.value}.`)];
    case 'order-number':
      return [say(`It concerns order number ${record.value}.`)];
    case 'record-number':
      return [say(`It concerns record ${record.value} in your register.`)];
  }
}
