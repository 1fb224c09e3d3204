import type { Phrasebook } from './phrasebook.ts';

const self = '(om mig|på mig|vedrørende mig|om min person|som vedrører mig|mig selv)';
const data = '(oplysning*|personoplysning*|information*|data|dataene|alt|det|hvad|hvilke|hvilken)';
const own = '((mine|min) ~2 (oplysninger|personoplysninger|data|kundeoplysninger|persondata))';
const whole = `(${data} ~ ${self}|${own})`;
const ask =
  '(vil|ønsker|beder|kræver|kan jeg|kan i|kunne jeg|kunne i|venligst|gerne|må jeg|begærer|anmoder|skal|må jeg)';
const get =
  '(vide|se|få|have|indsigt|kopi|send|sende|adgang|udleveret|oplyst|oplyse|modtage|udskrift|udlevere|ud|give|oversigt)';
const held = `(mig fra|mig hos|mig i|(mine|min|mit) ~3 (oplysninger|personoplysninger|data|konto|kundekonto|brugerkonto|profil|information|historik|adresse|telefonnummer|billeder)|(alt|alle|det|oplysning*|data|information*|personoplysning*) ~ ${self})`;
const correctable =
  '(navn|navnet|efternavn*|fornavn*|adresse|adressen|fødselsdato*|telefonnummer*|e-mailadresse*|oplysning|oplysningen|oplysninger|oplysningerne|personoplysning*|kontaktoplysning*|cpr-nummer*)';
const advertising = '(reklame*|nyhedsbrev*|markedsføring*|tilbud*|reklamemail*|kampagne*)';

/** Danish. */
export const danish: Phrasebook = {
  language: 'da',
  negations: ['ikke', 'aldrig', 'ej'],
  undoing: ['kun', 'bare', 'længere', 'mindst'],
  asksHow: ['hvordan', 'hvornår', 'hvorfor', 'skal', 'hvem', 'hvor'],
  howOneself: 'hvordan (jeg|man|vi|kan jeg)',
  everybody: ['(alle|samtlige|andre|øvrige) ~1 (kunder*|brugere*|ansatte*|medlemmer*|personer)'],
  otherDeeds: [
    'slet',
    'fjern',
    'rettet',
    'rettes',
    'korriger',
    'ændre',
    'spær',
    'frys',
    'opdater',
    'begræns',
    'berigtig',
  ],
  gets: get,
  copies: '(kopi|indsigt|adgang|udskrift)',
  clauses: '(?:så |derefter )?(at|få|blive|jeg|i|vil)',
  lists: ['nyhedsbrev*', 'mailliste*', 'mailingliste*', 'e-mailliste*', 'udsendelse*'],
  correctable: [correctable],
  rights: {
    access: [
      `${ask} ~ ${get} ~5 ${whole}`,
      `(send|giv|vis|fortæl|oplys|udlever) (?:mig )?~4 ${whole}`,
      `(hvad|hvilke|hvilken) ~3 (har|gemmer|behandler|findes|ved|opbevarer|registrerer) ~ ${self}`,
      `(har|gemmer|behandler|opbevarer) i ~4 (oplysninger|personoplysninger|information|data|noget) ~4 ${self}`,
      `(beder|begærer|kræver|ønsker|anmodning|anmoder) ~2 (om )?(indsigt|aktindsigt)`,
      'kopi af (alt|alle ~1 (oplysninger|personoplysninger)|(mine|de) ~1 (oplysninger|personoplysninger))',
    ],
    rectification: [
      `(ret|rette|retter|berigtig|berigtige|korriger|korrigere|ændr|ændre|opdater|opdatere) (?:venligst |gerne )?(mine|min|mit|navnet|adressen|fødselsdato*|oplysning*) ~3`,
      `${correctable} ~5 (rettes|rettet|berigtiges|berigtiget|korrigeres|ændres)`,
      `${correctable} ~3 (er|står) ~2 (forkert*|fejlstavet|stavet forkert|urigtig*)`,
      '(berigtigelse|rettelse) af ~3',
    ],
    erasure: [
      `(slet|slette|sletter|fjern|fjerne|fjerner) ~4 ${held}`,
      `${ask} ~ ${held} ~4 (slettet|slettes|fjernet|fjernes)`,
      `${ask} ~ (slettet|fjernet) ~3 ${held}`,
      `${ask} ~ (blive|bliver) (slettet|glemt|fjernet)`,
      `(sletning|fjernelse) af ~4 ${held}`,
      `${ask} ~2 sletning`,
    ],
    restriction: [
      '(begræns|begrænse|begrænser|begrænses|frys|fryse|spær|spærre) ~5 (behandling*|oplysning*|personoplysning*|brugen|data*)',
      'begrænsning af ~2 (behandling*|brugen)',
    ],
    portability: [
      '(dataportabilitet|portabilitet)',
      '(maskinlæsbar*|struktureret format)',
      '(overfør|overføre|overføres|flyt|flytte) ~6 (oplysning*|personoplysning*|data*) ~6 (til en anden|til anden|til min nye|til en ny)',
    ],
    'consent-withdrawal': [
      '(trækker|trække|træk|tilbagekalder|tilbagekalde|tilbagetrækker) ~6 samtykke*',
      'samtykke* ~4 (tilbage|tilbagekaldes|trækkes|trukket)',
    ],
  },
  correctIt: ['(ret|rette|korriger|korrigere|berigtig) ~1 (det|dette|begge|fejlen|fejlene|den|dem)'],
  objection: [
    '(gør indsigelse|modsætter mig|indsigelse mod|protesterer mod|protestere mod) ~6 (behandl*|profilering*|brug*|oplysning*|personoplysning*)',
  ],
  marketing: [
    `(gør indsigelse|modsætter mig|indsigelse mod|protesterer mod) ~5 ${advertising}`,
    `(vil|ønsker) ikke (?:længere |mere )?(?:at )?(have|få|modtage) ~4 ${advertising}`,
    `(stop|stoppe|ophør) ~5 ${advertising}`,
    `(afmeld|afmelde|frameld|framelde|opsig) ~4 (nyhedsbrev*|mailliste*|mig)`,
    `(ingen|ikke) (?:mere |flere )${advertising}`,
  ],
  names: {
    access: ['(indsigtsanmodning|anmodning om indsigt|indsigt i personoplysninger|ret til indsigt|indsigt)'],
    erasure: ['(sletning|sletteanmodning|sletning af personoplysninger)'],
    rectification: ['berigtigelse'],
    portability: ['dataportabilitet'],
  },
  ask,
  mentions: [
    own,
    `(oplysning*|personoplysning*|information*|data) ~3 ${self}`,
    '(slet*|fjern*|luk*) ~3 (min konto|min profil|min bruger)',
    '(min konto|min profil) ~4 (slettet|slettes|slette)',
  ],
  legal: ['(gdpr|persondata*|databeskyttelse*|personoplysning*|datatilsynet|indsigtsret*)'],
  firstPerson: ['jeg', 'mig', 'min', 'mit', 'mine'],
  client: [
    ['(klientens|min klients|hans|hendes)', 'mine'],
    ['(ham|hende)', 'mig'],
    ['min klient', 'jeg'],
  ],
  second: {
    joins: 'og|men',
    around:
      'så|derefter|bagefter|efter det|til sidst|venligst|gerne|tak|også|straks|omgående|permanent|for altid|jeg vil have at i|jeg ønsker at i|ønsker jeg at i|jeg beder jer om at|beder jeg jer om at|at i|kan i|i kan|når i er færdige|når jeg har fået (?:det|dem|kopien|svaret)|hos jer|(?:i|fra) jeres (?:systemer|registre|databaser)',
    deeds: 'slet|sletter|fjern|fjerner|ret|retter|korriger|ændr|opdater|spær|frys|begræns|stop|ophør',
    before: 'før|inden',
    everything:
      'alt|alt sammen|det hele|alt dette|alle oplysningerne|oplysningerne|alle dataene|dataene|alle oplysninger|alle data',
    it: 'det|dem|dette',
    erase: [
      '(slet|slette|sletter|fjern|fjerne|fjerner) _ %',
      '(?:jeg )?(vil|ønsker) (?:jeg )?_ have _ % (slettet|fjernet)',
    ],
    copyFirst: [
      '(send|giv) (?:mig )?(først|inden da) (?:mig )?(?:en )?kopi (?:til mig )?',
      '(send|giv) (?:mig )?(?:en )?kopi (?:til mig )?(først|inden da)',
      '(send|giv) (?:mig )?(?:en )?kopi af % (?:til mig )?(?:først |inden da )?',
    ],
    wonders: '(hvordan|om jeg|om man|hvis)',
  },
  listed: undefined,
  words: {
    access: ['indsigt', 'aktindsigt'],
    rectification: ['berigtig*'],
    erasure: ['slette', 'sletter', 'slettes', 'slettet', 'sletning'],
    restriction: ['begrænsning'],
    portability: ['dataportabilitet', 'maskinlæsbar*'],
    objection: ['indsigelse'],
    'consent-withdrawal': ['trækker ~4 samtykke*'],
  },
};
