import type { ConflictRow } from './conflict-row.ts';

/**
 * Conflicts about the content of a right: rules of the organisation that give less than the law, or promise what the
 * law forbids.
 */
export const rightsRows = {
  'recipients-as-categories': {
    article: '15(1)(c)',
    title: { sv: 'Mottagare bara som kategorier', en: 'Recipients as categories only' },
    policy: {
      sv: 'Mottagare anges som kategorier eller inte alls.',
      en: 'Recipients are named as categories only, or not at all.',
    },
    law: {
      sv: 'Den som frågar har rätt att få veta vilka mottagarna faktiskt är (EU-domstolen, C-154/21).',
      en: 'The person has a right to know who the recipients actually are (CJEU, C-154/21).',
    },
    product: {
      sv: 'Svaret anger mottagarna med namn, som de står i registret. Den som saknas där saknas i svaret: fyll i dem.',
      en: 'The answer names the recipients in the register. A recipient that is missing in the register is missing in the answer, so add it.',
    },
  },
  'third-party-contact-yourself': {
    article: '17(2), 19',
    title: { sv: 'Personen ska själv vända sig till tredje part', en: 'The person must contact third parties' },
    policy: {
      sv: 'Policyn hänvisar personen till den som har fått uppgifterna.',
      en: 'The policy refers the person to those who received the data.',
    },
    law: {
      sv: 'Den personuppgiftsansvarige ska själv underrätta mottagarna om rättelse, radering och begränsning.',
      en: 'The controller itself has to tell the recipients of rectification, erasure and restriction.',
    },
    product: {
      sv: 'Det är ni som ska underrätta mottagarna. Personen får dessutom deras kontaktuppgifter.',
      en: 'You have to inform the recipients. The person also gets their contact details.',
    },
  },
  'restriction-end-after': {
    article: '18(3)',
    title: { sv: 'Besked när begränsningen har upphört', en: 'Notice after a restriction has ended' },
    policy: {
      sv: 'Policyn ger besked när begränsningen av behandlingen har upphört.',
      en: 'The policy tells the person when the restriction has ended.',
    },
    law: {
      sv: 'Beskedet ska lämnas innan begränsningen upphör.',
      en: 'The notice has to be given before the restriction is lifted.',
    },
    product: {
      sv: 'Brevet om att en begränsning ska upphöra skickas innan den upphör, aldrig efteråt.',
      en: 'The letter about the end of a restriction is sent before the restriction ends, never after.',
    },
  },
  'restriction-without-consent': {
    article: '18(2)',
    title: { sv: 'Samtycke saknas bland tillåtna användningar', en: 'Consent is missing among the allowed uses' },
    policy: {
      sv: 'Policyns lista över hur begränsade uppgifter får användas nämner inte personens samtycke.',
      en: "The policy's list of what restricted data may be used for leaves out the person's consent.",
    },
    law: {
      sv: 'Begränsade uppgifter får också användas med personens samtycke.',
      en: "Restricted data may also be used with the person's consent.",
    },
    product: {
      sv: 'Samtycke räknas som tillåten användning.',
      en: 'Consent counts as an allowed use.',
    },
  },
  'erasure-burden-on-person': {
    article: '17(1)(c), 21(1)',
    title: { sv: 'Personen ska bevisa att skälen väger över', en: 'The person must show the weightier reason' },
    policy: {
      sv: 'Policyn raderar efter invändning bara om personens skäl väger tyngre än företagets.',
      en: "After an objection the policy erases only if the person's reason outweighs the company's.",
    },
    law: {
      sv: 'Det är den personuppgiftsansvarige som ska visa avgörande berättigade skäl.',
      en: 'It is the controller that has to show compelling legitimate grounds.',
    },
    product: {
      sv: 'Visas inga sådana skäl vinner invändningen. Bedömningen skrivs ned.',
      en: 'If no such grounds are shown, the objection succeeds. The weighing is written down.',
    },
  },
  'erasure-unconditional': {
    article: '17(3)',
    title: { sv: 'Ovillkorligt löfte om radering', en: 'An unconditional promise to erase' },
    policy: {
      sv: 'Policyn lovar att radera så snart någon ber om det.',
      en: 'The policy promises to erase as soon as somebody asks.',
    },
    law: {
      sv: 'Rätten har undantag, till exempel uppgifter som lag kräver att man sparar eller som behövs för rättsliga anspråk.',
      en: 'The right has exceptions, such as data that a law requires to be kept, or data that are needed for legal claims.',
    },
    product: {
      sv: 'Texten läses som en rätt att begära radering. Varje begäran prövas, och det som sparas anges med skäl.',
      en: 'The text is read as a right to request erasure. Each request is examined, and what is kept is named with the reason.',
    },
  },
  'accounting-years-from-invoice': {
    article: '17(3)(b); bokföringslagen (1999:1078) 7:2',
    title: { sv: 'Sju år räknat från fakturan', en: 'Seven years from the invoice' },
    policy: {
      sv: 'Policyn sparar bokföring i sju år från fakturans datum.',
      en: 'The policy keeps accounting records for seven years from the date of the invoice.',
    },
    law: {
      sv: 'Tiden löper till och med det sjunde året efter utgången av det kalenderår då räkenskapsåret avslutades.',
      en: 'The time runs to the end of the seventh year after the calendar year in which the financial year ended.',
    },
    product: {
      sv: 'Lagens tid gäller. Rätta gallringstiden i registret.',
      en: 'The period in the law applies. Correct the retention period in the register.',
    },
  },
} satisfies Readonly<Record<string, ConflictRow>>;
