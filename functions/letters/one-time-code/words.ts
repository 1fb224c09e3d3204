import { say, link } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Kod',
  words: (content, frame) => ({
    subject: inSwedish.subject('Din kod', frame),
    blocks: [
      say(whatTheCodeIsForSv(content)),
      { kind: 'code', text: content.oneTimeCode },
      say(
        `Koden gäller ${content.sentTo === 'post' ? `till och med den ${inSwedish.day(content.lastDay)}` : `i ${content.minutes} minuter`} och kan användas en gång. Lämna den inte till någon annan.`,
      ),
      ...(content.sentTo === 'post' && content.purpose === 'identity'
        ? [
            say(
              'Kommer du inte åt sidan kan du ringa eller skriva till oss i stället: uppge koden och ärendets nummer.',
            ),
          ]
        : []),
      say('Skicka ingen kopia av någon legitimation. Har du inte begärt detta kan du bortse från meddelandet.'),
      ...(content.purpose === 'contact' ? [] : [link('Till ditt ärende', content.statusLink)]),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Code',
  words: (content, frame) => ({
    subject: inEnglish.subject('Your code', frame),
    blocks: [
      say(whatTheCodeIsForEn(content)),
      { kind: 'code', text: content.oneTimeCode },
      say(
        `The code works ${content.sentTo === 'post' ? `until ${inEnglish.day(content.lastDay)}` : `for ${content.minutes} minutes`} and once. Do not give it to anybody.`,
      ),
      ...(content.sentTo === 'post' && content.purpose === 'identity'
        ? [
            say(
              'If you cannot reach the page you can call or write to us instead: give us the code and the number of the case.',
            ),
          ]
        : []),
      say('Do not send a copy of any identity document. If you did not ask for this, you can ignore this message.'),
      ...(content.purpose === 'contact' ? [] : [link('To your case', content.statusLink)]),
    ],
  }),
};

function whatTheCodeIsForSv(content: Content): string {
  switch (content.purpose) {
    case 'identity':
      return `För att inte lämna ut uppgifter till fel person behöver vi veta att den som begärt dem ${canReadSv(content.sentTo)}. Skriv in koden på sidan för ditt ärende:`;
    case 'download':
      return 'Skriv in koden på sidan för ditt ärende för att hämta svaret:';
    case 'contact':
      return 'För att vi ska skriva till den här adressen behöver vi veta att den är din. Skriv in koden på sidan för ditt ärende:';
  }
}

function canReadSv(sentTo: 'email' | 'phone' | 'post'): string {
  switch (sentTo) {
    case 'email':
      return 'kan läsa mejlen till den här e-postadressen';
    case 'phone':
      return 'har det här telefonnumret';
    case 'post':
      return 'får post på den här adressen';
  }
}

function whatTheCodeIsForEn(content: Content): string {
  switch (content.purpose) {
    case 'identity':
      return `So that no data reach the wrong person, we need to know that whoever asked ${canReadEn(content.sentTo)}. Enter the code on the page of your case:`;
    case 'download':
      return 'Enter the code on the page of your case to fetch the answer:';
    case 'contact':
      return 'Before we write to this address we need to know that it is yours. Enter the code on the page of your case:';
  }
}

function canReadEn(sentTo: 'email' | 'phone' | 'post'): string {
  switch (sentTo) {
    case 'email':
      return 'can read the mail to this e-mail address';
    case 'phone':
      return 'has this telephone number';
    case 'post':
      return 'gets post at this address';
  }
}
