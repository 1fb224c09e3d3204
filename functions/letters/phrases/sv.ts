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
  access: 'tillgång till dina personuppgifter (registerutdrag)',
  rectification: 'rättelse',
  erasure: 'radering',
  restriction: 'begränsning av behandling',
  portability: 'dataportabilitet',
  objection: 'invändning mot behandling',
  'consent-withdrawal': 'återkallelse av samtycke',
};

export function namedRights(frame: Pick<LetterFrame, 'rights'>): string {
  return joined(frame.rights.map((right) => rightNames[right]));
}

/** What the person sent: "ditt klagomål" (your complaint), or the request with the rights that it names. */
export function theirs(frame: LetterFrame): string {
  switch (frame.matter) {
    case 'request':
      return `din begäran om ${namedRights(frame)}`;
    case 'complaint':
      return 'ditt klagomål';
    case 'claim':
      return 'ditt krav på skadestånd';
  }
}

/** What the person sent, without the rights: "din begäran". `capital`: with a capital letter, to begin a sentence. */
export function theirsInShort({ matter }: LetterFrame, capital = false): string {
  const rest = { request: 'in begäran', complaint: 'itt klagomål', claim: 'itt krav' }[matter];
  return `${capital ? 'D' : 'd'}${rest}`;
}

export function joined(items: readonly string[]): string {
  return new Intl.ListFormat('sv').format(items);
}

export function day(date: LetterDate): string {
  return writtenDate(date, 'sv');
}

/** A number of days in words. One or more whole years of 365 days are written as years. */
export function numberOfDays(count: number): string {
  const years = count / 365;
  if (years === 1) return 'ett år';
  if (Number.isInteger(years)) return `${years} år`;
  return count === 1 ? 'en dag' : `${count} dagar`;
}

export function subject(text: string, frame: LetterFrame): string {
  return `${text} (ärende ${frame.reference})`;
}

/** Names the authority to which the person can complain (Art. 77). */
export function complaint(frame: LetterFrame): Block {
  const { name, website } = authorityOf(frame.controller);
  return {
    kind: 'reference',
    before: `Är du inte nöjd kan du lämna klagomål till ${name.sv}, `,
    address: website,
    after: ', eller tillsynsmyndigheten där du bor, arbetar eller där överträdelsen skett.',
  };
}

/** The two remedies that every refusal must name (Art. 12(4)): a complaint to the authority, and a court. */
export function remedies(frame: LetterFrame): readonly Block[] {
  return [complaint(frame), say('Du kan också väcka talan vid domstol.')];
}

/** Says by which day the person gets the answer. If that day has passed, the sentence says so and apologises. */
export function answeredBy(due: LetterDate, frame: LetterFrame): string {
  return hasPassed(due, frame)
    ? `Du skulle ha fått svar senast den ${day(due)}. Den dagen har passerat, och det beklagar vi. Du får svar utan ytterligare dröjsmål.`
    : `Du får svar senast den ${day(due)}.`;
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
        `Svaret kommer för sent. Du skulle ha fått svar senast den ${day(due)}, för ${days === 1 ? 'en dag' : `${days} dagar`} sedan. Det beklagar vi. Du kan klaga även på dröjsmålet. Hur du gör står längre ner.`,
      ),
    ];
  }
  return hasPassed(unsuspendedDue, frame)
    ? [
        say(
          `Vi har inte räknat in tiden då vi väntade på svar från dig. Räknas den in var sista dagen för vårt svar den ${day(unsuspendedDue)}.`,
        ),
      ]
    : [];
}

/** Says until which day the person can fetch the answer or the data. */
export function fetchedUntil(until: LetterDate, frame: LetterFrame): Block {
  return say(
    hasPassed(until, frame)
      ? `Det gick att hämta till och med den ${day(until)}. Vill du fortfarande ha det, svara på det här meddelandet.`
      : `Det går att hämta till och med den ${day(until)}.`,
  );
}

export function review(frame: LetterFrame): Block {
  return say(
    `Vill du att vi ser på saken en gång till, svara på detta meddelande eller skriv till ${frame.controller.email}.`,
  );
}

export function standing(): Block {
  return say(standingSentence.sv);
}

const missingWords = {
  failed: 'sökningen misslyckades, vi försöker igen',
  pending: 'vi väntar på svar',
  'under-review': 'vi granskar ännu uppgifter',
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
          say('Svaret är inte komplett. Detta saknas ännu och skickas som en komplettering när det finns:'),
          list(named.map(({ title, outcome }) => `${title}: ${missingWords[outcome]}`)),
        ]),
    ...(givenUp.length === 0
      ? []
      : [
          say('Vi har inte kunnat söka igenom det här helt, och vi försöker inte igen på eget initiativ:'),
          list(givenUp.map(({ title }) => title)),
          say('Svara på det här meddelandet om du vill att vi försöker igen.'),
        ]),
    ...(!proof
      ? []
      : [
          say(
            'Det kan finnas mer som vi lämnar ut först när vi säkrare vet att det är du. Hur du visar det står på sidan för ditt ärende.',
          ),
        ]),
  ];
}

/** What an answer leaves out, why, and how to ask us to look at it again; no blocks if it leaves out nothing. */
export function leftOut(items: readonly RefusedItem[], frame: LetterFrame): readonly Block[] {
  if (items.length === 0) return [];
  return [say('Detta lämnar vi inte ut, och här står varför:'), refused(items), review(frame)];
}

export function refused(items: readonly RefusedItem[]): Block {
  return list(
    items.map(({ what, ground, reason, until }) =>
      [
        `${what}: ${groundInWords(ground)}`,
        sentence(reason),
        until === undefined ? '' : `Det gäller till och med den ${day(until)}.`,
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
      return 'begäran är uppenbart ogrundad (artikel 12.5 i dataskyddsförordningen).';
    case 'excessive':
      return 'begäran är orimlig (artikel 12.5 i dataskyddsförordningen).';
    case 'abuse':
      return 'begäran är ett missbruk av rätten och därför orimlig (artikel 12.5 i dataskyddsförordningen och EU-domstolens dom C-526/24).';
    case 'others-rights':
      return 'det skulle skada någon annans rättigheter eller friheter (artikel 15.4 i dataskyddsförordningen).';
    case 'draft-or-note':
      return 'det är ett utkast eller en minnesanteckning (5 kap. 2 § dataskyddslagen).';
    case 'not-our-data':
      return 'andra verksamheter ansvarar för det som vi gör för deras räkning (artikel 28 i dataskyddsförordningen). Vi kan varken bekräfta eller utesluta att dina uppgifter finns där. Vänd dig till den verksamheten.';
    case 'other-law':
      return `det hindras av lag, ${sentence(ground.law)}`;
  }
}

export function notified({ told, notTold }: Notified): readonly Block[] {
  return [
    ...(told.length === 0 ? [] : [say(`Vi har underrättat dem som har fått uppgifterna av oss: ${joined(told)}.`)]),
    ...(notTold.length === 0
      ? []
      : [
          say('De här har vi inte kunnat underrätta, eller bara med en orimlig ansträngning (artikel 19):'),
          list(notTold.map(({ name, reason }) => `${name}: ${sentence(reason)}`)),
        ]),
  ];
}

/** Says whether a question to the person suspends the period for the answer (practice 12 in `domain/README.md`). */
export function timeWhenAsked({ askedDate, suspends, unsuspendedDue }: AskedTime, frame: LetterFrame): Block {
  const is = hasPassed(unsuspendedDue, frame) ? 'var' : 'är';
  return say(
    suspends
      ? `Vi bad om detta den ${day(askedDate)}. Tiden tills du svarar kan räknas bort. Utan avbrott ${is} sista dagen ${day(unsuspendedDue)}.`
      : `Vi bad om detta den ${day(askedDate)}. Tiden för vårt svar ändras inte. Sista dagen ${is} ${day(unsuspendedDue)}.`,
  );
}

export const noCopies = 'Skicka ingen kopia av legitimation om vi inte uttryckligen ber om det.';

/**
 * Says in which systems (`places`) staff have entered the stop of the processing. With an empty list: staff will enter
 * it.
 */
export function doneIn(places: readonly string[]): Block {
  return say(
    places.length === 0
      ? 'Våra medarbetare ska föra in det i de system som berörs.'
      : `Våra medarbetare har fört in det i ${joined(places)}.`,
  );
}

export function pointer(record: RecordPointer): readonly Block[] {
  switch (record.kind) {
    case 'secure-page':
      return [link('Vilka uppgifter det gäller står på en säker sida', record.address)];
    case 'customer-number':
      return [say(`Det gäller kundnummer ${record.value}.`)];
    case 'contract-number':
      return [say(`Det gäller avtalsnummer ${record.value}.`)];
    case 'order-number':
      return [say(`Det gäller ordernummer ${record.value}.`)];
    case 'record-number':
      return [say(`Det gäller post ${record.value} i ert register.`)];
  }
}
