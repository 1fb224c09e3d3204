import { link, list, say, sentence } from '../blocks.ts';
import type { BreachContent, PartnerContent, StaffContent } from '../content/notices.ts';
import type { RecordPointer } from '../content/parts.ts';
import type { Block, LetterFrame, Wording } from '../letter.ts';
import { hasPassed } from '../passed.ts';
import { complaint, day, subject } from './phrases.ts';

/** A breach, to the person, in English. */
export function breach(content: BreachContent, frame: LetterFrame): Wording {
  const officer = frame.controller.dataProtectionOfficer?.email;
  return {
    subject: subject('Important: about your personal data', frame),
    blocks: [
      say(`On ${day(content.discoveredOn)} we found a breach that affects your personal data. We are sorry.`),
      say(`What happened: ${sentence(content.nature)}`),
      say('It may lead to this:'),
      list(content.consequences),
      say('This we have done, or are doing now:'),
      list(content.measures),
      ...(content.advice.length === 0 ? [] : [say('This you can do yourself:'), list(content.advice)]),
      say(
        `Questions about what happened: ${officer === undefined ? frame.controller.email : `our data protection officer, ${officer}`}.`,
      ),
      complaint(frame),
    ],
  };
}

/** To recipients and processors, in English. */
export function partner(content: PartnerContent, frame: LetterFrame): Wording {
  switch (content.kind) {
    case 'recipient-notice':
      return {
        subject: subject('Notification under Article 19', frame),
        blocks: [
          say(
            `Under Article 19 GDPR we notify you that data which we gave you ${operations[content.operation]} on ${day(content.doneOn)}.`,
          ),
          ...pointer(content.record),
          say(
            content.to === 'processor'
              ? `You are our processor. This is an instruction under Article 28(3)(a): ${deeds[content.operation]} Confirm no later than ${day(content.confirmBy)}.`
              : `Please do the same: ${deeds[content.operation]} Confirm no later than ${day(content.confirmBy)}.`,
          ),
          say('Reply to this e-mail. Write no personal data in the reply.'),
        ],
      };
    case 'processor-task':
      return {
        subject: subject('A task for you as our processor', frame),
        blocks: [
          say(
            `A data subject is using their rights with us. Under Article 28(3)(e) GDPR we need your help with ${content.system}.`,
          ),
          ...pointer(content.record),
          say(
            `Do this: ${tasks[content.task]} Reply no later than ${day(content.replyBy)}. Our own period cannot wait any longer.`,
          ),
          say(
            'Reply to this e-mail. Write no personal data in the reply. Do not answer the data subject in your own name.',
          ),
        ],
      };
  }
}

/** To those answerable on the staff, in English. */
export function staff({ alert, date }: StaffContent, frame: LetterFrame): Wording {
  return {
    subject: subject(alerts[alert].subject, frame),
    blocks: [say(alerts[alert].text(day(date), hasPassed(date, frame)))],
  };
}

const operations = {
  rectified: 'were corrected',
  completed: 'were completed',
  erased: 'were erased',
  restricted: 'were restricted',
  'restriction-lifted': 'ceased to be restricted',
} as const;

const deeds = {
  rectified: 'correct the data that you hold.',
  completed: 'complete the data that you hold.',
  erased: 'erase the data that you hold, copies included.',
  restricted: 'mark the data as restricted and do not use them.',
  'restriction-lifted': 'remove the restriction.',
} as const;

const tasks = {
  search: 'find all data about the person and hand them to us by the secure way.',
  rectify: 'correct the data as the task on the secure way says.',
  erase: 'erase the data, copies included, and tell us when the backups are overwritten.',
  restrict: 'mark the data as restricted and do not use them.',
  'hand-over': 'hand the data to us in a machine-readable format by the secure way.',
  'stop-marketing': 'stop using the data for direct marketing at once.',
} as const;

function pointer(record: RecordPointer): readonly Block[] {
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

const alerts: Readonly<
  Record<StaffContent['alert'], { readonly subject: string; text(date: string, passed: boolean): string }>
> = {
  escalation: {
    subject: 'The case must soon be answered',
    text: (date, passed) => `The case is not finished. The last day for the answer ${passed ? 'was' : 'is'} ${date}.`,
  },
  'held-undecided': {
    subject: 'A held message has not been decided on',
    text: (date, passed) =>
      `A message is held and should have been decided on within one working day. The time for the answer is running. The last day ${passed ? 'was' : 'is'} ${date}.`,
  },
  'late-refusal': {
    subject: 'A refusal went out late',
    text: (date) => `A refusal in the case was sent after the last day, which was ${date}.`,
  },
  breach: {
    subject: 'A personal data breach is recorded',
    text: (date) =>
      `A personal data breach is recorded in the case. Unless a risk is unlikely, the supervisory authority is to be notified within 72 hours, which is on ${date} (Article 33).`,
  },
  'breach-hours': {
    subject: '72 hours are nearly over',
    text: (date, passed) =>
      `The time for notifying the supervisory authority of the personal data breach ${passed ? 'ended' : 'ends'} on ${date} (Article 33).`,
  },
  'letter-bounced': {
    subject: 'A letter did not arrive',
    text: (date) => `A letter in the case came back on ${date}. The person has not received it.`,
  },
  'unsuspended-date': {
    subject: 'The last day without a pause is near',
    text: (date, passed) =>
      `Counted without a pause, the last day for the answer ${passed ? 'was' : 'is'} ${date}. It counts if the pause is not accepted.`,
  },
  legal: {
    subject: 'The case concerns a dispute',
    text: (date) =>
      `On ${date} it was noted that the case concerns a complaint, a claim or a dispute. That may neither delay nor narrow the answer.`,
  },
  'stop-at-once': {
    subject: 'Stop the marketing now',
    text: (date) =>
      `On ${date} a message came in that is held, and that also says no to marketing or takes back a consent. That needs no proof of who writes: carry it out now, in the case.`,
  },
  'reply-after-end': {
    subject: 'A closed case has had a reply',
    text: (date) =>
      `On ${date} a reply came in to a case that is closed. Nothing comes of it by itself: read it in the case.`,
  },
  'contact-disputed': {
    subject: 'Somebody objects to where we write',
    text: (date) =>
      `On ${date} somebody replied from the address that we wrote to before the case was moved to another. Somebody may be trying to take the case over: find out who is right.`,
  },
  'reply-to-decide': {
    subject: 'A reply has to be decided on',
    text: (date) =>
      `On ${date} a reply came in that asks for a change which is not made on its word alone: nobody vouches for its sender, it is signed with another name, or it is written in a language that a person has to read. Or it holds more than a withdrawal, or may take back something else. Nothing was changed. Read it in the case and decide.`,
  },
  'delivered-not-theirs': {
    subject: 'Data that we have given out may be somebody else’s',
    text: (date) =>
      `On ${date} it turned out that data in an answer which has gone out in the case may be about somebody else than the person who asked. That may be a personal data breach. Unless a risk is unlikely, it is notified to the supervisory authority within 72 hours of your becoming aware of it (Article 33). See in the case which data it is. If it is so, record a breach for the answer: the answer is then taken back.`,
  },
};
