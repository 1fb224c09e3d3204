import { say, list, link } from '../blocks.ts';
import type { Block, Words } from '../letter.ts';
import type { ProofMethod } from '../parts.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

/** In Swedish. */
export const swedish: Words<Content> = {
  title: 'Identiteten är inte visad',
  words: (content, frame) => ({
    subject: inSwedish.subject('Vi har inte kunnat säkerställa att det är du', frame),
    blocks: [
      ...comeBackSv(content.alternatives),
      say(
        `Därför har vi inte gjort det du begärt (artikel 12.6 i dataskyddsförordningen): ${
          content.why === 'no-proof-came'
            ? `vi bad den ${inSwedish.day(content.askedDate)} om något som visar att det är du, och har inte fått det`
            : `det vi fick efter vår fråga den ${inSwedish.day(content.askedDate)} visar inte att det är du`
        }. Vi lämnar inte ut uppgifter när vi är osäkra på vem som frågar.`,
      ),
      say(inSwedish.noCopies),
      inSwedish.review(frame),
      ...inSwedish.remedies(frame),
      link('Till ditt ärende', content.statusLink),
    ],
  }),
};

/** In English. */
export const english: Words<Content> = {
  title: 'Identity not proven',
  words: (content, frame) => ({
    subject: inEnglish.subject('We could not make sure that it is you', frame),
    blocks: [
      ...comeBackEn(content.alternatives),
      say(
        `This is why we have not done what you asked for (Article 12(6) GDPR): ${
          content.why === 'no-proof-came'
            ? `on ${inEnglish.day(content.askedDate)} we asked for something that shows that it is you, and we have not received it`
            : `what we received after our question of ${inEnglish.day(content.askedDate)} does not show that it is you`
        }. We do not disclose data when we are unsure who asks.`,
      ),
      say(inEnglish.noCopies),
      inEnglish.review(frame),
      ...inEnglish.remedies(frame),
      link('To your case', content.statusLink),
    ],
  }),
};

function comeBackSv([one, ...more]: Content['alternatives']): readonly Block[] {
  const lead = 'Vi har inte kunnat säkerställa att det är du.';
  return more.length === 0
    ? [say(`${lead} Återkom med ${methodAsThingSv(one)} så fortsätter vi.`)]
    : [say(`${lead} Återkom med något av detta så fortsätter vi:`), list([one, ...more].map(methodAsThingSv))];
}

function methodAsThingSv(one: ProofMethod): string {
  switch (one.method) {
    case 'email-code':
      return 'den kod som vi skickar till en e-postadress som vi redan har';
    case 'sms-code':
      return 'den kod som vi skickar med SMS till det mobilnummer som du har angett';
    case 'login':
      return 'en inloggning på ditt konto hos oss';
    case 'e-id':
      return `legitimering med ${one.name}`;
    case 'letter-code':
      return 'den kod som vi skickar i ett brev till din folkbokföringsadress';
    case 'document-check':
      return 'en legitimation som du visar på plats eller i ett videosamtal';
    case 'order-details':
      return 'numret på en order eller en faktura';
    case 'mandate':
      return 'en fullmakt eller något annat som visar att du får företräda personen';
  }
}

function comeBackEn([one, ...more]: Content['alternatives']): readonly Block[] {
  const lead = 'We could not make sure that it is you.';
  return more.length === 0
    ? [say(`${lead} Come back with ${methodAsThingEn(one)}, and we will go on.`)]
    : [say(`${lead} Come back with one of these, and we will go on:`), list([one, ...more].map(methodAsThingEn))];
}

function methodAsThingEn(one: ProofMethod): string {
  switch (one.method) {
    case 'email-code':
      return 'the code that we send to an e-mail address that we already have';
    case 'sms-code':
      return 'the code that we send by SMS to the mobile number that you gave';
    case 'login':
      return 'a sign-in to your account with us';
    case 'e-id':
      return `identification with ${one.name}`;
    case 'letter-code':
      return 'the code that we send in a letter to your address in the population register';
    case 'document-check':
      return 'an identity document that you show in person or in a video call';
    case 'order-details':
      return 'the number of an order or an invoice';
    case 'mandate':
      return 'a power of attorney or something else that shows that you may act for the person';
  }
}
