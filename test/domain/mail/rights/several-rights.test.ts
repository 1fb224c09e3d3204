// A mail that requests several rights: each is recognised, or a person reads the mail before anything else happens.
import { describe, expect, it } from 'vitest';
import type { Right } from '#domain/rights.ts';
import type { Classification } from '#domain/mail/classify.ts';
import { classified, rawMail } from '../mail.ts';

const letters: Readonly<Record<string, Right>> = {
  A: 'access',
  R: 'rectification',
  E: 'erasure',
  S: 'restriction',
  P: 'portability',
  O: 'objection',
  C: 'consent-withdrawal',
};

/** `A+E` as the rights for which the letters stand, sorted. */
function rightsOf(short: string): readonly string[] {
  return short
    .split('+')
    .map((letter) => letters[letter] ?? letter)
    .toSorted();
}

type Row = readonly [short: string, text: string, subject?: string];

function mailsOf(rows: readonly Row[]): readonly { short: string; text: string; subject: string }[] {
  return rows.map(([short, text, subject = 'Hej']) => ({ short, text, subject }));
}

/** The rights that are recognised in a mail with this text, and with this subject if it is given. */
async function read(text: string, subject: string): Promise<Classification> {
  return await classified(rawMail(text, { Subject: subject }));
}

/**
 * The rights that each text requests, and the text. A is access, R rectification, E erasure, S restriction, P
 * portability, O objection, C withdrawal of consent.
 */
const understood: readonly Row[] = [
  // Two demands with a verb each
  ['A+O', 'Jag vill ha ett registerutdrag och att ni slutar skicka reklam till mig.'],
  ['E+O', 'Radera mina uppgifter och sluta skicka reklam till mig.'],
  ['E+O', 'Radera mig ur era register och skicka inga fler nyhetsbrev.'],
  ['E+O', 'Please erase my personal data and unsubscribe me from your newsletter.'],
  ['E+O', 'Delete all my data and stop sending me marketing.'],
  ['A+E', 'Hej, jag vill ha ett registerutdrag och att ni raderar alla mina uppgifter.'],
  ['A+E+R', 'Hej, jag vill ha ett registerutdrag och att ni raderar alla mina uppgifter och rättar min adress.'],
  ['A+E', 'Jag vill ha ett registerutdrag och bli raderad.'],
  ['A+E', 'Jag vill ha ut alla uppgifter ni har om mig och sedan bli glömd.'],
  ['A+E', 'I would like to access my data and have it deleted.'],
  ['A+S', 'Jag vill ha ett registerutdrag och att ni begränsar behandlingen av mina uppgifter.'],
  ['A+R', 'Hej, jag vill ha ett registerutdrag och att ni rättar min adress.'],
  ['A+R', 'Skicka ett registerutdrag och rätta min adress till Storgatan 2.'],
  ['A+O', 'I want a copy of my data and I do not want any more newsletters.'],
  ['A+C', 'Jag vill ha ett registerutdrag och återkallar mitt samtycke.'],
  ['E+C', 'I withdraw my consent and want my data deleted.'],
  ['R+E', 'Rätta mitt telefonnummer och radera mina gamla uppgifter.'],
  ['E+O', 'Radera mitt konto, jag vill inte ha fler nyhetsbrev.'],
  ['E+O', 'Please remove my account and no more newsletters, thanks.'],
  ['A+O', 'Skicka ett registerutdrag och avregistrera mig från nyhetsbrevet.'],
  ['A+E', 'Get me a copy of my personal data and delete my account.'],
  // Nouns after one verb
  ['A+E', 'Jag begär registerutdrag och radering enligt GDPR.'],
  ['A+E', 'I hereby request access to and erasure of my personal data.'],
  ['A+E', 'I request a copy of my personal data and the erasure of my account.'],
  ['A+S', 'I request access to my data and restriction of processing.'],
  ['A+R+E', 'Jag begär ett registerutdrag, rättelse av min adress samt radering av gamla uppgifter.'],
  [
    'A+R+E+O',
    'I request access to my data, rectification of my address and erasure of old data. I also object to direct marketing.',
  ],
  ['A+P', 'Jag vill ha ett registerutdrag och dessutom mina uppgifter i maskinläsbart format.'],
  ['A+E', 'Jag begär tillgång till mina uppgifter och radering av dem.'],
  ['A+R+E', 'Jag begär dels registerutdrag, dels rättelse av min adress, dels radering av mitt konto.'],
  ['A+E', 'Jag vill ha både ett registerutdrag och radering av mina uppgifter.'],
  ['A+S', 'Jag kräver registerutdrag samt begränsning av behandlingen.'],
  ['A+P', 'I request access and data portability.'],
  ['A+R', 'I would like a subject access request and rectification of my name.'],
  ['A+E+R', 'I demand access to my data as well as erasure and rectification.'],
  ['E+R', 'Jag ber om radering av mina köp och rättelse av mitt namn.'],
  ['R+S', 'I request rectification of my address and, until then, restriction of processing.'],
  ['A+O', 'Jag begär registerutdrag och invänder mot direktreklam.'],
  ['A+E', 'Jag vill utöva min rätt till tillgång och min rätt till radering.'],
  ['A+E', 'I want to exercise my right of access and my right to erasure.'],
  ['A+R+E', 'Hej, jag önskar utdrag, rättelse och radering av mina personuppgifter. Mvh Olle'],
  ['E+P', 'I want a transfer of my data to another provider, data portability, and then erasure of my account.'],
  // Articles
  [
    'A+R+E+O',
    'Under GDPR Articles 15, 16, 17 and 21 I request access, rectification, erasure and I object to the processing.',
  ],
  ['A+E', 'Jag begär härmed ut ett registerutdrag enligt artikel 15 GDPR samt radering enligt artikel 17 GDPR.'],
  ['A+E', 'Ge mig tillgång till mina uppgifter enligt artikel 15 och radera dem enligt artikel 17.'],
  ['A+E', 'Jag vill utöva mina rättigheter enligt artiklarna 15 och 17 GDPR.'],
  ['A+R+E', 'Jag begär det som följer av artiklarna 15-17 i dataskyddsförordningen.'],
  ['A+R+E', 'I request what I am entitled to under Articles 15–17 GDPR.'],
  ['A+R+E', 'I hereby exercise my rights under Articles 15 to 17 GDPR.'],
  ['A+E', 'I request a copy of my data under Article 15(3) and exercise Article 17(1)(b) GDPR.'],
  ['A+E', 'Jag begär enligt art. 15.1 a-h och art. 17.1 b GDPR att ni agerar.'],
  ['A+P', 'I request my data under Art. 15 and Art. 20 GDPR.'],
  ['A+S', 'Jag åberopar artikel 18 GDPR och begär ett registerutdrag.'],
  ['A+O', 'I request a copy of my personal data and invoke Article 21(2) GDPR.'],
  ['E+O', 'Pursuant to Art. 17 and Art. 21 GDPR I request that you act.'],
  // Lists
  ['A+E+R', '1. Registerutdrag\n2. Radering\n3. Rättelse av adress'],
  ['A+E+R', 'Jag vill:\n- få ett registerutdrag\n- få mina uppgifter raderade\n- få min adress rättad'],
  [
    'A+E+R',
    'Hej,\n\nJag begär följande:\n1) registerutdrag\n2) radering av mitt konto\n3) rättelse av mitt namn\n\nMvh Olle',
  ],
  ['A+R+S', 'I request:\n* access to my data\n* rectification of my address\n* restriction of processing'],
  ['A+E', 'Please do the following:\n\n1. send me a copy of my personal data\n\n2. delete my account'],
  ['A+P+E', 'I request\na) access to my personal data,\nb) portability of my data,\nc) erasure of my account.'],
  ['A+E+O', 'Jag begär:\n• registerutdrag\n• radering av mina uppgifter\n• att ni slutar skicka reklam'],
  // Sentences
  ['A+E', 'Hej, jag vill ha ett registerutdrag. Radera sedan alla mina uppgifter.'],
  ['A+E', 'Jag vill ha ett registerutdrag. Därefter begär jag radering av mitt konto.'],
  ['A+R', 'Which data do you hold about me? My address is wrong, please correct it.'],
  ['A+O+C', 'Skicka ett registerutdrag. Jag återkallar mitt samtycke. Sluta skicka reklam.'],
  // Subject and text
  ['A+E', 'Jag vill att ni raderar mina uppgifter.', 'Begäran om registerutdrag'],
  ['A+E', 'Radera mitt konto.', 'Registerutdrag'],
  ['A+E', 'Please send me my personal data.', 'Erasure request'],
  ['A+E', 'Hej! Se rubriken. Mvh Olle', 'Begäran om registerutdrag och radering'],
  // Participles
  ['A+E', 'Jag vill ta del av mina uppgifter och få mitt konto raderat.'],
  ['A+E', 'Jag vill ha en kopia på mina uppgifter och få dem raderade.'],
  ['A+R', 'Jag vill se vilka uppgifter ni har om mig och få min adress rättad.'],
  ['A+E', 'Jag vill ha ett registerutdrag samt att mina uppgifter raderas.'],
  ['A+E', 'Jag vill ha ett registerutdrag och att mina uppgifter tas bort.'],
  ['A+R', 'I would like to receive my personal data and have my name corrected.'],
  ['A+E', 'I want to see my data and get my account deleted.'],
  ['E+R', 'I want my account deleted and my name corrected.'],
];

describe('each right that a mail requests is recognised', () => {
  it.each(mailsOf(understood))('$short: $text', async ({ short, text, subject }) => {
    const { rights, disposition } = await read(text, subject);
    expect({ rights: rights.toSorted(), disposition }).toEqual({ rights: rightsOf(short), disposition: 'open-case' });
  });
});

/** The rights that are proposed, and a text that may request more. */
const heldWithProposal: readonly Row[] = [
  ['A', 'Jag vill ha ett registerutdrag. Hur gör jag för att bli raderad?'],
  ['A', 'Jag vill ha ett registerutdrag. Kanske vill jag bli raderad sedan.'],
  ['A', 'Jag vill ha ett registerutdrag. Det där med radering är också viktigt för mig just nu.'],
  ['A', 'Skicka allt ni har om mig, leta upp fakturan och radera den.'],
  ['A', 'Skicka allt ni har om mig innan ni raderar allt.'],
  ['A', 'Skicka ett registerutdrag. Allt ska dessutom bort, för alltid, raderas.'],
  ['A', 'I want a copy of my data. Erasure too.'],
  ['A', 'I want a copy of my data, and if it is wrong it must be corrected.'],
  ['A', 'I want a copy of my data. The rest may be destroyed.'],
  ['A', 'I want a copy of my data. Could the processing be restricted meanwhile?'],
  ['A', 'Skicka ett registerutdrag. Jag vill inte vara kund längre och vill bli raderad.'],
  ['A', 'Jag vill ha ett registerutdrag. Artikel 17 gäller också.'],
  ['A', 'Jag vill ha ett registerutdrag och mina rättigheter enligt artiklarna 15-22.'],
  ['O', 'Sluta skicka reklam och ta bort allt.'],
  ['A', 'Skicka ett registerutdrag. Samtycket gäller inte längre, det återkallades i maj.'],
  ['A', 'Send me my data. I object.'],
  ['A', 'Jag vill ha ett registerutdrag.\n\nMvh Olle\n\nPS. Radering också.'],
];

describe('a mail that may request more than was recognised waits for a person, who sees the recognised rights', () => {
  it.each(mailsOf(heldWithProposal))('$short: $text', async ({ short, text, subject }) => {
    const { rights, disposition, holdReason } = await read(text, subject);
    expect({ rights: rights.toSorted(), disposition, holdReason }).toEqual({
      rights: rightsOf(short),
      disposition: 'hold',
      holdReason: 'request-unclear',
    });
  });
});

/** Texts that request one right, whatever else they mention or deny. */
const alone: readonly Row[] = [
  // Denied
  ['A', 'Jag vill ha registerutdrag, inte radering.'],
  ['A', 'Jag vill ha ett registerutdrag men ni behöver inte radera något.'],
  ['A', 'Jag vill se mina uppgifter. Radera inte något.'],
  ['A', 'I want a copy of my data. Do not delete anything.'],
  ['A', 'I want a copy of my data, not erasure.'],
  ['A', 'I did not ask you to delete my data. I want a copy of my data.'],
  ['E', 'Radera mina uppgifter. Skicka ingen kopia först.'],
  ['E', 'Delete my account, I do not need a copy.'],
  // Of another subject
  ['O', 'Ta bort mig från ert nyhetsbrev.'],
  ['O', 'Please remove me from your mailing list.'],
  ['O', 'Sluta skicka reklam till mig.'],
  ['E', 'Radera mitt konto och skicka en kopia av fakturan.'],
  ['A', 'Jag vill ha ett registerutdrag. Jag bifogar en kopia av mitt körkort.'],
  ['A', 'Jag har fått reklam från er. Vilka uppgifter har ni om mig?'],
  ['A', 'Vilka uppgifter har ni om mig, och när raderas de?'],
  // What Art. 15(1) has the answer tell
  [
    'A',
    'I request access to my personal data and the following information: the purposes, the recipients, the envisaged period, the existence of the right to request from the controller rectification or erasure of personal data or restriction of processing of personal data concerning the data subject or to object to such processing, the right to lodge a complaint, and the existence of automated decision-making, including profiling, referred to in Article 22(1) and (4).',
  ],
  [
    'A',
    'Jag begär ett registerutdrag enligt artikel 15 GDPR. Jag vill även ha information om ändamålen, mottagarna, lagringstiden, förekomsten av rätten att av den personuppgiftsansvarige begära rättelse eller radering eller begränsning av behandling eller att invända mot sådan behandling, rätten att inge klagomål, och förekomsten av automatiserat beslutsfattande enligt artikel 22.',
  ],
  ['A', 'Jag begär ett registerutdrag. Svara inom en månad enligt artikel 12.3 GDPR.'],
  // Footers, and what others wrote
  [
    'A',
    'Please send me a copy of my personal data.\n\nKind regards\nSam\n\nThis e-mail is confidential. If you are not the intended recipient, please notify the sender and delete all copies of this message.',
  ],
  [
    'A',
    'Jag vill ha ett registerutdrag.\n\nMvh Olle\n\nOm du fått detta mejl av misstag, vänligen radera det och meddela avsändaren.',
  ],
  [
    'A',
    'Jag vill ha ett registerutdrag.\n\nMvh Olle\nBolaget AB\nVi behandlar personuppgifter enligt GDPR. Du har rätt att begära rättelse, radering eller begränsning av dina uppgifter och att invända mot behandlingen.',
  ],
  [
    'A',
    'Please send me a copy of my personal data.\n\nRegards, Sam\n\nYou have the right to request rectification or erasure of your data and to withdraw your consent at any time. To unsubscribe, click here.',
  ],
  [
    'A',
    'Jag vill ha ett registerutdrag.\n\nDen 1 mars 2026 skrev Berit <berit@example.com>:\n> Radera mig och rätta min adress.',
  ],
  ['A', 'Jag vill ha ett registerutdrag.\n\n-- \nOlle Test\nRadering och rättelse AB'],
];

describe('one right alone is accepted as such, whatever else is denied or only mentioned', () => {
  it.each(mailsOf(alone))('$short: $text', async ({ short, text, subject }) => {
    const { rights, disposition } = await read(text, subject);
    expect({ rights, disposition }).toEqual({ rights: rightsOf(short), disposition: 'open-case' });
  });
});
