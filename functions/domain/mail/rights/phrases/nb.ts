import type { Phrasebook } from './phrasebook.ts';

const self = '(om meg|på meg|rundt meg|som gjelder meg|om min person|meg selv|vedrørende meg)';
const data = '(opplysning*|personopplysning*|informasjon*|data|dataene|alt|det|hva|hvilke|hvilken)';
const own =
  '((mine|min) ~2 (opplysninger|personopplysninger|data|kundeopplysninger|persondata)|(opplysningene|personopplysningene|dataene|persondataene) mine)';
const whole = `(${data} ~ ${self}|${own})`;
const ask =
  '(vil|ønsker|ber|krever|kan jeg|kan dere|kunne jeg|kunne dere|vennligst|gjerne|får jeg|begjærer|lurer|trenger|anmoder|skulle)';
const get =
  '(vite|se|få|ha|innsyn|kopi|send|sende|tilgang|utlevert|opplyst|oppgi|motta|utskrift|utlevere|ut|gi|oversikt)';
const held = `(meg fra|meg hos|meg i|(mine|min|mitt) ~3 (opplysninger|personopplysninger|data|konto|kundekonto|brukerkonto|profil|informasjon|historikk|adresse|telefonnummer|bilder)|(opplysningene|personopplysningene|dataene|kontoen|brukerkontoen|profilen|kundekontoen) ~1 (mine|min)|(alt|alle|det|opplysning*|data|informasjon*|personopplysning*) ~ ${self})`;
const correctable =
  '(navn|navnet|etternavn*|fornavn*|adresse|adressen|fødselsdato*|telefonnummer*|e-postadresse*|opplysning|opplysningen|opplysninger|opplysningene|personopplysning*|kontaktopplysning*|fødselsnummer*)';
const advertising = '(reklame*|nyhetsbrev*|markedsføring*|tilbud*|reklamemail*|direktereklame*|kampanje*)';

/** Norwegian bokmål. */
export const norwegian: Phrasebook = {
  language: 'nb',
  negations: ['ikke', 'aldri', 'ei'],
  undoing: ['bare', 'kun', 'lenger', 'minst'],
  asksHow: ['hvordan', 'når', 'hvorfor', 'må', 'hvem', 'hvor'],
  howOneself: 'hvordan (jeg|man|vi|kan jeg)',
  everybody: ['(alle|samtlige|andre|øvrige) ~1 (kunder*|brukere*|ansatte*|medlemmer*|personer)'],
  otherDeeds: ['slett', 'fjern', 'rettet', 'rettes', 'korriger', 'endre', 'sperr', 'frys', 'oppdater', 'begrens'],
  gets: get,
  copies: '(kopi|innsyn|tilgang|utskrift)',
  clauses: '(?:så |deretter )?(at|få|bli|jeg|dere|vil)',
  lists: ['nyhetsbrev*', 'e-postliste*', 'mailingliste*', 'utsendelse*', 'mottakerliste*'],
  correctable: [correctable],
  rights: {
    access: [
      `${ask} ~ ${get} ~5 ${whole}`,
      `(send|gi|vis|fortell|oppgi|utlever) (?:meg )?~4 ${whole}`,
      `(hva|hvilke|hvilken) ~3 (har|lagrer|behandler|finnes|vet|oppbevarer) ~ ${self}`,
      `(har|lagrer|behandler|oppbevarer) dere ~4 (opplysninger|personopplysninger|informasjon|data|noe) ~4 ${self}`,
      `(ber|begjærer|krever|ønsker|begjæring|anmodning) ~2 (om )?innsyn`,
      'kopi av (alt|alle ~1 (opplysninger|personopplysninger)|(mine|de) ~1 (opplysninger|personopplysninger))',
    ],
    rectification: [
      `(rett|rette|retter|korriger|korrigere|endre|endrer|oppdater|oppdatere) ~4 ${correctable}`,
      `${correctable} ~5 (rettes|rettet|korrigeres|korrigert|endres)`,
      `${correctable} ~3 (er|står) ~2 (feil|feilstavet|feilskrevet|uriktig*|gal)`,
      '(retting|korrigering) av ~3',
    ],
    erasure: [
      `(slett|slette|sletter|sletta|fjern|fjerne|fjerner) ~4 ${held}`,
      `${ask} ~ ${held} ~4 (slettet|slettes|sletta|fjernet|fjernes)`,
      `${ask} ~ (slettet|fjernet) ~3 ${held}`,
      `${ask} ~ (bli|blir) (slettet|glemt|fjernet)`,
      `(sletting|fjerning) av ~4 ${held}`,
      `${ask} ~2 sletting`,
    ],
    restriction: [
      '(begrens|begrense|begrenser|begrenses|frys|fryse|fryser|sperr|sperre|sperrer) ~5 (behandling*|opplysning*|personopplysning*|bruken|data*)',
      'begrensning av ~2 (behandling*|bruken)',
    ],
    portability: [
      '(dataportabilitet|portabilitet)',
      '(maskinlesbar*|strukturert format)',
      '(overfør|overføre|overføres|flytt|flytte) ~6 (opplysning*|personopplysning*|data*) ~6 (til en annen|til annen|til min nye|til en ny)',
    ],
    'consent-withdrawal': [
      '(trekker|trekke|trekk|tilbakekaller|tilbakekalle|tilbaketrekker) ~6 samtykke*',
      'samtykke* ~4 (tilbake|tilbakekalles|trekkes|trukket)',
    ],
  },
  correctIt: ['(rett|rette|korriger|korrigere) ~1 (det|dette|begge|feilen|feilene|den|dem)'],
  objection: [
    '(protesterer mot|motsetter meg|innsigelse mot|protestere mot|innvendinger mot|reserverer meg mot) ~6 (behandl*|profilering*|bruk*|opplysning*|personopplysning*)',
  ],
  marketing: [
    `(protesterer mot|motsetter meg|reserverer meg mot|innsigelse mot) ~5 ${advertising}`,
    `(vil|ønsker) ikke (?:lenger |mer )?(ha|få|motta|lenger ha|lenger få) ~4 ${advertising}`,
    `(stopp|stoppe|slutt|slutte) ~5 ${advertising}`,
    '(meld|melde) meg (av|ut) ~5',
    `(avmeld|avmelde|avslutt|fjern) ~4 (nyhetsbrev*|e-postliste*|utsendelse*)`,
    `(ingen|ikke) (?:mer |flere )${advertising}`,
  ],
  names: {
    access: ['(innsynsbegjæring|innsynskrav|begjæring om innsyn|innsyn i personopplysninger|innsyn)'],
    erasure: ['(sletting|slettebegjæring|sletting av personopplysninger)'],
    rectification: ['retting'],
    portability: ['dataportabilitet'],
  },
  ask,
  mentions: [
    own,
    `(opplysning*|personopplysning*|informasjon*|data) ~3 ${self}`,
    '(slett*|fjern*|avslutt*) ~3 (kontoen min|min konto|profilen min|brukeren min)',
    '(kontoen min|min konto|profilen min) ~4 (slettet|slettes|slette)',
  ],
  legal: ['(gdpr|personvern*|personopplysning*|datatilsynet|innsynsrett*)'],
  firstPerson: ['jeg', 'meg', 'min', 'mitt', 'mine'],
  client: [
    ['(klientens|min klients|hans|hennes)', 'mine'],
    ['(ham|henne)', 'meg'],
    ['min klient', 'jeg'],
  ],
  second: {
    joins: 'og|men',
    around:
      'så|deretter|etterpå|etter det|til slutt|vennligst|gjerne|takk|også|straks|umiddelbart|permanent|for godt|jeg vil at dere|vil jeg at dere|jeg ønsker at dere|ønsker jeg at dere|jeg ber dere om å|ber jeg dere om å|at dere|kan dere|dere kan|når dere er ferdige|når jeg har fått (?:det|dem|kopien|svaret)|hos dere|(?:i|fra) (?:systemene|registrene|databasene) (?:deres|sine)',
    deeds: 'slett|sletter|fjern|fjerner|rett|retter|korriger|endre|oppdater|sperr|frys|begrens|slutt|stopp',
    before: 'før',
    everything:
      'alt|alt sammen|alt dette|alle opplysningene|opplysningene|alle dataene|dataene|alle opplysninger|all data',
    it: 'det|dem|dette',
    erase: [
      '(slett|slette|sletter|fjern|fjerne|fjerner) _ %',
      '(?:jeg )?(vil|ønsker) (?:jeg )?_ ha _ % (slettet|fjernet)',
    ],
    copyFirst: [
      '(send|gi) (?:meg )?(først|før det) (?:meg )?(?:en )?kopi (?:til meg )?',
      '(send|gi) (?:meg )?(?:en )?kopi (?:til meg )?(først|før det)',
      '(send|gi) (?:meg )?(?:en )?kopi av % (?:til meg )?(?:først |før det )?',
    ],
    wonders: '(hvordan|om jeg|om man|om dere|om det går|hvis)',
  },
  listed: undefined,
  words: {
    access: ['innsyn', 'innsynsbegjæring*'],
    rectification: ['retting', 'korriger*'],
    erasure: ['slett', 'slette', 'sletter', 'slettes', 'slettet', 'sletting'],
    restriction: ['begrensning'],
    portability: ['dataportabilitet', 'maskinlesbar*'],
    objection: ['protesterer', 'reserverer'],
    'consent-withdrawal': ['trekker ~4 samtykke*'],
  },
};
