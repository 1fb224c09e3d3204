import { answersToFee } from '#commands/answer-fee.ts';
import { reasonsInWords } from '#commands/ask.ts';
import { reasonsToExtend } from '#commands/extend.ts';
import { documents, places } from '#commands/record-identity-check.ts';
import { answerTo, mandateKinds } from '#commands/record-mandate.ts';
import { breachSteps } from '#commands/update-breach.ts';
import { titlesOfMethods } from '#domain/identity-methods/methods.ts';
import { inLanguage } from '../command-words.ts';
import type { TermWords } from '../en/terms.ts';

/** Swedish words for codes of the domain, such as statuses and grounds. */
export const swedishTerms: TermWords = {
  matters: { request: 'Begäran', complaint: 'Klagomål', claim: 'Krav på skadestånd' },
  levels: {
    'contact-point': 'att adressen eller numret är personens',
    account: 'att kontot är personens',
    strong: 'vem personen är',
  },
  methods: titlesOfMethods('sv'),
  circumstances: {
    child: 'Ett barn',
    guardian: 'Frågar som vårdnadshavare',
    'protected-identity': 'Skyddade personuppgifter',
    threatened: 'Hotad, eller osäker kontakt',
    'legal-dispute': 'I tvist med oss',
    journalist: 'Journalist',
    'shared-mailbox': 'Flera läser brevlådan',
    'shared-phone': 'Flera använder telefonen',
  },
  mandates: inLanguage(mandateKinds, 'sv'),
  answerTo: inLanguage(answerTo, 'sv'),
  documents: inLanguage(documents, 'sv'),
  places: inLanguage(places, 'sv'),
  askReasons: inLanguage(reasonsInWords, 'sv'),
  extensions: inLanguage(reasonsToExtend, 'sv'),
  grounds: {
    unfounded: 'Uppenbart ogrundad',
    excessive: 'Orimlig',
    abuse: 'Missbruk av rätten',
    'others-rights': 'Andras rättigheter',
    'draft-or-note': 'Utkast eller minnesanteckning',
    'not-our-data': 'Vi svarar inte för uppgifterna',
    'other-law': 'En annan lag',
  },
  groundLaws: {
    unfounded:
      'Artikel 12.5 b. Stämmer sällan. Personen behöver inte säga varför, och en begäran är inte ogrundad för att den ger mycket arbete eller är otrevlig (EDPB 01/2022, 175–180).',
    excessive: 'Artikel 12.5 b. Vi måste visa det: upprepad tätt utan något nytt (EDPB 01/2022, 181–190).',
    abuse: 'Artikel 12.5 b, C-526/24. Fyra saker måste visas. Bara hela begäran kan avslås på den grunden.',
    'others-rights': 'Artikel 15.4. Utelämna det som rör andra och ge resten.',
    'draft-or-note':
      'Dataskyddslagen 5:2. Löpande text som inte har fått sin slutliga form; inte skickade mejl eller anteckningar om kunder.',
    'not-our-data': 'En annan personuppgiftsansvarig bestämmer över dem.',
    'other-law':
      'Ange lagen och paragrafen. Förbjuder lagen också att man berättar att uppgifterna finns, avslå inte här. Sök det systemet för hand och välj ”Något finns som man inte får berätta om”.',
  },
  silentLaws: {
    'dataskyddslagen-5-1': 'Dataskyddslagen 5:1 (sekretess)',
    'visselblasarlagen-9-1': 'Visselblåsarlagen 9:1',
    'penningtvattslagen-4-9': 'Penningtvättslagen 4:9',
  },
  endings: {
    answered: 'Besvarat',
    'carried-out': 'Utfört av medarbetare',
    'cannot-find': 'Uppgifterna går inte att hitta',
    'not-proven': 'Identiteten är inte visad',
    'no-answer': 'Inget svar från personen',
    withdrawn: 'Återtagen',
    joined: 'Fört samman med ett annat ärende',
    deceased: 'Personen är död',
    forwarded: 'Hör till ett annat bolag',
    'not-a-request': 'Ingen begäran',
  },
  endingTexts: {
    'carried-out': 'Det som begärdes är gjort, och personen har fått veta det (artikel 12.3).',
    'cannot-find':
      'Artikel 11.2: vi kan inte avgöra vilka uppgifter som är personens, och säger vad som skulle hjälpa.',
    'not-proven':
      'Artikel 12.6: vi frågade och fick inget som visar det. Personen kan återkomma, och ärendet fortsätter.',
    'no-answer': 'Vi frågade och fick inget svar. Personen kan återkomma, och ärendet fortsätter.',
    withdrawn: 'Personen vill inte längre. Det bekräftas och kan ångras i 30 dagar; efter ett svar antecknas det bara.',
    deceased: 'GDPR ger ingen rätt till en död persons uppgifter (skäl 27). Brevet säger vad avtalet ger dödsboet.',
    forwarded:
      'Ett annat bolag i koncernen svarar för sig: ingenting söks här. Personen får ett brev som nämner bolaget och frågar om begäran ska skickas vidare. Det andra bolaget får inte veta något.',
    'not-a-request': 'Ingenting begärdes. Ingen får brev.',
  },
  feeAnswers: inLanguage(answersToFee, 'sv'),
  breachSteps: inLanguage(breachSteps, 'sv'),
  proposals: {
    'refuse-whole': 'Avslå hela begäran',
    'charge-fee': 'Ta ut en avgift',
    'override-proof': 'Godta utan vanligt bevis',
    'change-contact': 'Byta kontaktadress',
    'confirm-contact': 'Bekräfta kontaktadressen',
    'move-to-post': 'Skicka brev med post',
    'decide-circumstance': 'Besluta om en omständighet som skyddar någon',
  },
  groups: { request: 'Begäran', 'who-asks': 'Vem frågar', decisions: 'Beslut', keeping: 'Bevarande' },
};
