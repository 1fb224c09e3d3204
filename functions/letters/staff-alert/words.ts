import { say } from '../blocks.ts';
import type { Words } from '../letter.ts';
import { hasPassed } from '../passed.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Till medarbetare',
  words: ({ alert, date }, frame) => ({
    subject: inSwedish.subject(alertsSv[alert].subject, frame),
    blocks: [say(alertsSv[alert].text(inSwedish.day(date), hasPassed(date, frame)))],
  }),
};

export const english: Words<Content> = {
  title: 'To staff',
  words: ({ alert, date }, frame) => ({
    subject: inEnglish.subject(alertsEn[alert].subject, frame),
    blocks: [say(alertsEn[alert].text(inEnglish.day(date), hasPassed(date, frame)))],
  }),
};

const alertsSv: Readonly<
  Record<Content['alert'], { readonly subject: string; text(date: string, passed: boolean): string }>
> = {
  escalation: {
    subject: 'Ärendet ska snart vara besvarat',
    text: (date, passed) => `Ärendet är inte klart. Sista dagen för svaret ${passed ? 'var' : 'är'} ${date}.`,
  },
  'held-undecided': {
    subject: 'Ett kvarhållet meddelande är inte avgjort',
    text: (date, passed) =>
      `Ett meddelande hålls kvar och skulle ha avgjorts inom en arbetsdag. Tiden för svaret löper. Sista dagen ${passed ? 'var' : 'är'} ${date}.`,
  },
  'late-refusal': {
    subject: 'Ett avslag skickades för sent',
    text: (date) => `Ett avslag i ärendet skickades efter sista dagen, som var ${date}.`,
  },
  breach: {
    subject: 'En personuppgiftsincident är registrerad',
    text: (date) =>
      `En personuppgiftsincident är registrerad i ärendet. Den ska anmälas till tillsynsmyndigheten inom 72 timmar, vilket är den ${date}, utom om en risk är osannolik (artikel 33).`,
  },
  'breach-hours': {
    subject: 'De 72 timmarna är snart slut',
    text: (date, passed) =>
      `Tiden för att anmäla personuppgiftsincidenten till tillsynsmyndigheten ${passed ? 'gick' : 'går'} ut den ${date} (artikel 33).`,
  },
  'letter-bounced': {
    subject: 'Ett brev kom inte fram',
    text: (date) => `Ett brev i ärendet kom tillbaka den ${date}. Personen har inte fått det.`,
  },
  'unsuspended-date': {
    subject: 'Sista dagen utan avbrott närmar sig',
    text: (date, passed) =>
      `Räknat utan avbrott ${passed ? 'var' : 'är'} sista dagen för svaret ${date}. Den räknas om avbrottet inte godtas.`,
  },
  legal: {
    subject: 'Ärendet rör en tvist',
    text: (date) =>
      `Den ${date} antecknades att ärendet rör ett klagomål, ett krav eller en tvist. Det får varken försena eller minska svaret.`,
  },
  'stop-at-once': {
    subject: 'Stoppa utskicken nu',
    text: (date) =>
      `Den ${date} kom ett meddelande som hålls kvar och som också säger nej till marknadsföring eller återkallar ett samtycke. Det kräver ingen kontroll av vem som skriver: gör det nu, i ärendet.`,
  },
  'reply-after-end': {
    subject: 'Ett avslutat ärende har fått ett svar',
    text: (date) =>
      `Den ${date} kom ett svar i ett ärende som är avslutat. Svaret har ingen automatisk verkan: läs det i ärendet.`,
  },
  'contact-disputed': {
    subject: 'Någon invänder mot att vi skriver någon annanstans',
    text: (date) =>
      `Den ${date} svarade någon från den adress som vi skrev till innan kontaktadressen ändrades. Någon kan försöka ta över ärendet: ta reda på vem som har rätt.`,
  },
  'reply-to-decide': {
    subject: 'Ett svar väntar på beslut',
    text: (date) =>
      `Den ${date} kom ett svar som ber om en ändring. Svaret räcker inte ensamt för ändringen: inget styrker avsändaren, svaret är undertecknat med ett annat namn, eller så är det skrivet på ett språk som en person behöver läsa. Eller så innehåller det mer än en återkallelse, eller gäller något annat än begäran. Inget har ändrats. Läs det i ärendet och besluta.`,
  },
  'whole-withdrawn': {
    subject: 'Begäran är återkallad, men en del av den går vidare',
    text: (date) =>
      `Den ${date} återkallades den begäran som det här ärendet delades av från. Det här ärendet går vidare. Fråga personen om det också ska återkallas innan något görs som inte kan göras ogjort, till exempel en radering.`,
  },
  'contact-unsafe': {
    subject: 'Personen säger att brevlådan inte är säker',
    text: (date) =>
      `Den ${date} sade någon på ärendets sida att andra kan läsa det som vi skickar till kontaktadressen. Inga koder skickas dit längre. Ta reda på hur personen kan nås, och byt eller bekräfta kontaktadressen i ärendet. Tiden för svaret löper.`,
  },
  'delivered-not-theirs': {
    subject: 'Uppgifter som vi har lämnat ut kan vara någon annans',
    text: (date) =>
      `Den ${date} visade det sig att uppgifter i ett svar som redan har skickats i ärendet kan gälla någon annan än den som frågade. Det kan vara en personuppgiftsincident. Den ska i så fall anmälas till tillsynsmyndigheten inom 72 timmar från det att ni fick vetskap om den, utom om en risk är osannolik (artikel 33). Läs i ärendet vilka uppgifter det är. Stämmer det, registrera en incident för svaret: då tas svaret tillbaka.`,
  },
};

const alertsEn: Readonly<
  Record<Content['alert'], { readonly subject: string; text(date: string, passed: boolean): string }>
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
    subject: 'A refusal was sent late',
    text: (date) => `A refusal in the case was sent after the last day, which was ${date}.`,
  },
  breach: {
    subject: 'A personal data breach is recorded',
    text: (date) =>
      `A personal data breach is recorded in the case. Unless a risk is unlikely, the supervisory authority is to be notified within 72 hours, which is on ${date} (Article 33).`,
  },
  'breach-hours': {
    subject: 'The 72 hours are nearly over',
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
      `Counted without a pause, the last day for the answer ${passed ? 'was' : 'is'} ${date}. This day applies if the pause is not accepted.`,
  },
  legal: {
    subject: 'The case concerns a dispute',
    text: (date) =>
      `On ${date} it was noted that the case concerns a complaint, a claim or a dispute. That may neither delay nor narrow the answer.`,
  },
  'stop-at-once': {
    subject: 'Stop the marketing now',
    text: (date) =>
      `On ${date} a message came in that is held, and that also says no to marketing or takes back a consent. This needs no proof of who wrote the message: carry it out now, in the case.`,
  },
  'reply-after-end': {
    subject: 'A closed case has had a reply',
    text: (date) =>
      `On ${date} a reply came in to a case that is closed. The reply has no automatic effect: read it in the case.`,
  },
  'contact-disputed': {
    subject: 'Somebody objects to where we write',
    text: (date) =>
      `On ${date} somebody replied from the address to which we wrote before the contact address was changed. Somebody may be trying to take the case over: find out who is right.`,
  },
  'reply-to-decide': {
    subject: 'A reply has to be decided on',
    text: (date) =>
      `On ${date} a reply came in that asks for a change. The reply alone is not enough for the change: nothing proves its sender, it is signed with another name, or it is written in a language that a person has to read. Or it contains more than a withdrawal, or may withdraw something other than the request. Nothing was changed. Read it in the case and decide.`,
  },
  'whole-withdrawn': {
    subject: 'The request is withdrawn, but a part of it continues',
    text: (date) =>
      `On ${date} the request from which this case was split off was withdrawn. This case continues. Ask the person whether this case is withdrawn as well before anything is done that cannot be undone, such as an erasure.`,
  },
  'contact-unsafe': {
    subject: 'The person says that the mailbox is unsafe',
    text: (date) =>
      `On ${date} somebody said on the page of the case that others may read what we send to the contact address. No codes are sent there any more. Find out how the person can be reached, and change or confirm the contact address in the case. The period for the answer still runs.`,
  },
  'delivered-not-theirs': {
    subject: 'Data that we have given out may be somebody else’s',
    text: (date) =>
      `On ${date} it turned out that data in an answer of the case, which has already been sent, may be about somebody other than the person who asked. That may be a personal data breach. Unless a risk is unlikely, you must notify the supervisory authority within 72 hours after you became aware of the breach (Article 33). The case shows which data they are. If they are somebody else’s, record a breach for the answer: the answer is then taken back.`,
  },
};
