import { say, list, link, sentences, sentence } from '../blocks.ts';
import type { LetterFrame, Words } from '../letter.ts';
import type { ProofMethod } from '../parts.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

/** In Swedish. */
export const swedish: Words<Content> = {
  title: 'Fråga om identitet',
  words: (content, frame) => ({
    subject: inSwedish.subject('Vi behöver veta att det är du', frame),
    blocks: [
      say(
        `För att inte lämna ut uppgifter till fel person behöver vi försäkra oss om att det är du som ${{ request: 'gjort begäran', complaint: 'lämnat klagomålet', claim: 'framställt kravet' }[frame.matter]}.`,
      ),
      sentences(`Skälet är att ${doubtSv(content.why, frame)}`, sentence(content.explanation)),
      say('Välj ett av följande sätt:'),
      list(content.methods.map(methodInWordsSv)),
      say(`Vi behöver inget annat. ${inSwedish.noCopies}`),
      sentences(
        `Det du lämnar används bara för kontrollen. Det sparas i ärendet och raderas ${inSwedish.numberOfDays(content.keptDays)} efter att ärendet har avslutats.`,
        'Vi antecknar att kontrollen gjordes, hur och när.',
      ),
      inSwedish.timeWhenAsked(content.time, frame),
      link('Till ditt ärende', content.statusLink),
    ],
  }),
};

/** In English. */
export const english: Words<Content> = {
  title: 'Question about identity',
  words: (content, frame) => ({
    subject: inEnglish.subject('We need to know that it is you', frame),
    blocks: [
      say(`So that data do not reach the wrong person, we need to make sure that you made the ${frame.matter}.`),
      sentences(`The reason is that ${doubtEn(content.why, frame)}`, sentence(content.explanation)),
      say('Choose one of these ways:'),
      list(content.methods.map(methodInWordsEn)),
      say(`We need nothing else. ${inEnglish.noCopies}`),
      sentences(
        `What you give us is used only for the check. It is kept with the case and erased ${inEnglish.numberOfDays(content.keptDays)} after the case has ended.`,
        'We note that the check was made, how and when.',
      ),
      inEnglish.timeWhenAsked(content.time, frame),
      link('To your case', content.statusLink),
    ],
  }),
};

function doubtSv(why: Content['why'], { matter }: LetterFrame): string {
  const it = { request: 'begäran', complaint: 'klagomålet', claim: 'kravet' }[matter];
  switch (why) {
    case 'contact-not-known':
      return `vi inte kan se på den adress du skrev från att ${it} är ${matter === 'request' ? 'din' : 'ditt'}.`;
    case 'sensitive-data':
      return `${it} kan gälla uppgifter som kräver att vi är säkrare på vem som frågar.`;
    case 'contradicting-details':
      return 'de uppgifter du angav inte stämmer med varandra.';
    case 'several-people-match':
      return 'de uppgifter du angav kan gälla mer än en person.';
  }
}

function methodInWordsSv(one: ProofMethod): string {
  switch (one.method) {
    case 'email-code':
      return 'En kod som vi skickar till en e-postadress som vi redan har.';
    case 'sms-code':
      return 'En kod som vi skickar med SMS till det mobilnummer som du har angett.';
    case 'login':
      return 'Logga in på ditt konto hos oss.';
    case 'e-id':
      return `Legitimera dig med ${one.name}.`;
    case 'letter-code':
      return 'En kod som vi skickar i ett brev till din folkbokföringsadress.';
    case 'document-check':
      return 'Visa en legitimation för oss på plats eller i ett videosamtal. Vi antecknar att den är kontrollerad och sparar ingen kopia.';
    case 'order-details':
      return 'Uppge numret på en order eller en faktura som du har fått av oss.';
    case 'mandate':
      return 'Visa att du får göra detta för den andra personen, till exempel med en fullmakt.';
  }
}

function doubtEn(why: Content['why'], { matter }: LetterFrame): string {
  switch (why) {
    case 'contact-not-known':
      return `we cannot see from the address you wrote from that the ${matter} is yours.`;
    case 'sensitive-data':
      return `the ${matter} may concern data for which we need to be more certain who asks.`;
    case 'contradicting-details':
      return 'the details you gave do not agree with each other.';
    case 'several-people-match':
      return 'the details you gave may fit more than one person.';
  }
}

function methodInWordsEn(one: ProofMethod): string {
  switch (one.method) {
    case 'email-code':
      return 'A code that we send to an e-mail address that we already have.';
    case 'sms-code':
      return 'A code that we send by SMS to the mobile number that you gave.';
    case 'login':
      return 'Sign in to your account with us.';
    case 'e-id':
      return `Identify yourself with ${one.name}.`;
    case 'letter-code':
      return 'A code that we send in a letter to your address in the population register.';
    case 'document-check':
      return 'Show an identity document to us in person or in a video call. We note that it was checked and keep no copy.';
    case 'order-details':
      return 'Give the number of an order or an invoice that you have had from us.';
    case 'mandate':
      return 'Show that you may do this for the other person, for example with a power of attorney.';
  }
}
