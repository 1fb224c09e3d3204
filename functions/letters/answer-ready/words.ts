import { say, link, sentences } from '../blocks.ts';
import type { LetterFrame, Wording, Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Svaret är klart',
  words: (content, frame) => (content.answer === 'package' ? theCopySv(content, frame) : nothingHeldSv(content, frame)),
};

export const english: Words<Content> = {
  title: 'The answer is ready',
  words: (content, frame) => (content.answer === 'package' ? theCopyEn(content, frame) : nothingHeldEn(content, frame)),
};

function theCopySv(content: Extract<Content, { answer: 'package' }>, frame: LetterFrame): Wording {
  return {
    subject: inSwedish.subject('Ditt registerutdrag är klart', frame),
    blocks: [
      say(
        `Svaret på din begäran om ${inSwedish.namedRights(frame)} är klart. Du hämtar det på sidan för ditt ärende. Av säkerhetsskäl behövs en ny kod varje gång du hämtar det.`,
      ),
      link('Hämta svaret', content.statusLink),
      inSwedish.fetchedUntil(content.availableUntil, frame),
      ...inSwedish.ifLate(content.lastDay, frame),
      say(
        'I svaret står varför vi behandlar uppgifterna och vilka slag det är. Där står också vad vårt register säger om vilka som får dem, hur länge de sparas, varifrån de kommer och om något beslutas automatiskt. För varje system står vad sökningen inte läser. Där står också vilka andra rättigheter du har.',
      ),
      ...inSwedish.missing(content.missing),
      ...inSwedish.leftOut(content.leftOut, frame),
      inSwedish.standing(),
      ...inSwedish.remedies(frame),
    ],
  };
}

function nothingHeldSv(content: Extract<Content, { answer: 'nothing-held' }>, frame: LetterFrame): Wording {
  return {
    subject: inSwedish.subject('Svar på din begäran', frame),
    blocks: [
      sentences(
        ...searchCameToSv(content),
        content.othersGiven ? 'Vi har inte kunnat kontrollera att övriga uppgifter som du angav är dina.' : '',
      ),
      ...inSwedish.ifLate(content.lastDay, frame),
      say(
        'I svaret på sidan för ditt ärende står vilka system vi har sökt i, vad sökningen gav i vart och ett och vad den inte läser där.',
      ),
      say('Vi sparar uppgifterna om det här ärendet en tid, för att kunna visa hur vi har svarat.'),
      say(
        content.uncertain > 0
          ? 'Vill du hjälpa oss att avgöra det, svara på det här meddelandet, till exempel med fler e-postadresser, telefonnummer eller kundnummer. En medarbetare läser ditt svar.'
          : 'Tror du att vi har uppgifter om dig på ett annat sätt, svara på det här meddelandet och berätta hur. En medarbetare läser ditt svar.',
      ),
      ...inSwedish.missing(content.missing),
      inSwedish.standing(),
      ...inSwedish.remedies(frame),
      link('Till ditt ärende', content.statusLink),
    ],
  };
}

/** Says what the search found, if no record is surely the person's. */
function searchCameToSv({ address, uncertain }: Extract<Content, { answer: 'nothing-held' }>): readonly string[] {
  const by = address ?? 'det som du har visat är ditt';
  if (uncertain === 0) return [`Vi hittar inga uppgifter kopplade till ${by}.`];
  return [
    `Vi har sökt på ${by} och hittat ${uncertain === 1 ? '1 post' : `${uncertain} poster`} som kan handla om dig.`,
    `Vi kunde inte avgöra det, så ${uncertain === 1 ? 'den' : 'de'} ingår inte i svaret.`,
  ];
}

function theCopyEn(content: Extract<Content, { answer: 'package' }>, frame: LetterFrame): Wording {
  return {
    subject: inEnglish.subject('The copy of your personal data is ready', frame),
    blocks: [
      say(
        `The answer to your request concerning ${inEnglish.namedRights(frame)} is ready. You fetch it on the page of your case. For your safety a new code is needed each time you fetch it.`,
      ),
      link('Fetch the answer', content.statusLink),
      inEnglish.fetchedUntil(content.availableUntil, frame),
      ...inEnglish.ifLate(content.lastDay, frame),
      say(
        'The answer says why we process the data and what kinds they are. It also says what our register states about who receives them, how long they are kept, where they come from and whether anything is decided automatically. For each system it says what the search does not read. It also says which other rights you have.',
      ),
      ...inEnglish.missing(content.missing),
      ...inEnglish.leftOut(content.leftOut, frame),
      inEnglish.standing(),
      ...inEnglish.remedies(frame),
    ],
  };
}

function nothingHeldEn(content: Extract<Content, { answer: 'nothing-held' }>, frame: LetterFrame): Wording {
  return {
    subject: inEnglish.subject('Answer to your request', frame),
    blocks: [
      sentences(
        ...searchCameToEn(content),
        content.othersGiven ? 'We have not been able to check that the other details you gave are yours.' : '',
      ),
      ...inEnglish.ifLate(content.lastDay, frame),
      say(
        'The answer on the page of your case says which systems we searched, what the search found in each and what it does not read there.',
      ),
      say('We keep the data of this case for a time, to be able to show how we answered.'),
      say(
        content.uncertain > 0
          ? 'If you want to help us decide, reply to this message, for example with further e-mail addresses, telephone numbers or customer numbers. A member of staff reads your reply.'
          : 'If you think that we hold data about you in another way, reply to this message and tell us how. A member of staff reads your reply.',
      ),
      ...inEnglish.missing(content.missing),
      inEnglish.standing(),
      ...inEnglish.remedies(frame),
      link('To your case', content.statusLink),
    ],
  };
}

/** Says what the search found, if no record is surely the person's. */
function searchCameToEn({ address, uncertain }: Extract<Content, { answer: 'nothing-held' }>): readonly string[] {
  const by = address ?? 'what you have shown to be yours';
  if (uncertain === 0) return [`We find no data tied to ${by}.`];
  return [
    `We searched by ${by} and found ${uncertain === 1 ? '1 record' : `${uncertain} records`} that may be about you.`,
    `We could not tell, so ${uncertain === 1 ? 'it is' : 'they are'} not in the answer.`,
  ];
}
