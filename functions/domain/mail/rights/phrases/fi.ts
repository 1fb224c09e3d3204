import type { Phrasebook } from './phrasebook.ts';

const own =
  '(tietoni|tietojani|tietoihini|tiedoistani|henkilötietoni|henkilötietojani|henkilötietoihini|henkilötiedoistani|asiakastietoni|asiakastietojani|(omat|omia|omiin|omista) (tiedot|tietoja|tietoihin|tietoni|tiedoistani|henkilötie*)|minua koskev* ~2 (tiedot|tietoja|tietoihin|henkilötie*|tiedoista)|(tiedot|tietoja) ~2 minusta)';
const about = '((mitä|mitkä|mikä|kaikki|kaiken|tiedot|tietoja) ~ (minusta|itsestäni))';
const whole = `(${own}|${about})`;
const ask =
  '(haluan|haluaa|pyytää|haluaisin|pyydän|pyytäisin|vaadin|toivon|voitteko|voisitteko|saanko|voinko|saisinko|ystävällisesti|haluamme|pyyntö|pyynnön|edellytän)';
const get =
  '(tietää|nähdä|saada|lähettä*|toimitta*|kerto*|kopio*|jäljennök*|pääsy*|tarkastaa|antaa|antakaa|saisin|saan|kuulla|tutustua|näyttä*)';
const held =
  '(tietoni|tietojani|henkilötietoni|henkilötietojani|asiakastietoni|asiakastietojani|tilini|käyttäjätilini|asiakastilini|profiilini|minut|osoitteeni|puhelinnumeroni|kuvani|minua koskev*|((kaikki|kaiken|tiedot|tietoja|mitä) ~ minusta))';
const correctable =
  '(nimeni|nimi|sukunimeni|etunimeni|osoitteeni|osoite|syntymäaika*|syntymäaikani|puhelinnumeroni|sähköpostiosoitteeni|tietoni|tietojani|henkilötietoni|henkilötietojani|tietojeni|virheell*)';
const advertising =
  '(mainoksia|mainontaa|mainosposti*|markkinoin*|suoramarkkinoin*|uutiskirje*|mainosviest*|tarjouksia)';

/** Finnish. */
export const finnish: Phrasebook = {
  language: 'fi',
  negations: ['ei', 'en', 'älkää', 'älä', 'eikä', 'ette', 'eivät', 'koskaan'],
  undoing: ['vain', 'ainoastaan', 'enää', 'pelkästään'],
  asksHow: ['miten', 'milloin', 'miksi', 'kuinka', 'pitääkö', 'täytyykö', 'kuka'],
  howOneself: '(miten|kuinka) (voin|saan|minä|voisin|poistan|voi)',
  everybody: ['(kaikkien|muiden|kaikki|kaikista) ~1 (asiakkai*|käyttäji*|asiakkaat|työntekijöi*|jäsen*)'],
  otherDeeds: ['poist', 'oikais', 'korja', 'muut', 'rajoit', 'siirr', 'tuho', 'päivit'],
  gets: get,
  copies: '(kopio*|tarkast*)',
  clauses: '(?:sitten )?(että|haluan|pyydän)',
  lists: ['uutiskirje*', 'postituslista*', 'jakelulista*', 'sähköpostilista*', 'markkinointi*'],
  correctable: [correctable],
  rights: {
    access: [
      `${ask} ~ ${get} ~ ${whole}`,
      `${ask} ~ ${whole} ~4 ${get}`,
      `(lähettäkää|toimittakaa|kertokaa|antakaa|näyttäkää) ~4 ${whole}`,
      `(mitä|mitkä|mikä) ~3 (tietoja|tiedot|tietoa) ~5 (minusta|itsestäni)`,
      `mitä ~4 (tiedätte|olette|tallentaneet|keränneet) ~4 minusta`,
      `onko teillä ~4 (tietoja|tietojani) ~3`,
      `${ask} ~3 (tarkastusoikeu*|tietopyyntö*|pääsyä ~2 tietoihini)`,
      'kopio* ~3 (kaikista ~1 (tiedoista|tiedoistani|henkilötiedo*)|tiedoistani|henkilötiedoistani)',
      '(käytän|käyttää|käyttäisin) ~3 tarkastusoikeu*',
    ],
    rectification: [
      `(oikaiskaa|korjatkaa|korjaa|korjaatte|oikaisette|oikaista|korjata|muuttakaa|päivittäkää|korjaamaan|oikaisemaan) ~4 ${correctable}`,
      `${correctable} ~4 (oikaistaan|korjataan|korjattava|oikaistava|oikaisemista|korjaamista|oikaisua)`,
      `${correctable} ~2 on ~3 (väärin|virheellinen|vanhentunut|kirjoitettu väärin)`,
      '(oikaisua|oikaisemista|korjaamista) ~3 (tie*|henkilötie*)',
    ],
    erasure: [
      `(poistakaa|poistatte|poista|poistaa|poistaisitte|poistamaan|hävittäkää|tuhotkaa) ~4 ${held}`,
      `${ask} ~ ${held} ~4 (poistetaan|poistettava*|poistamista|poistoa|poistetuksi|poistamaan)`,
      '(tietojeni|henkilötietojeni|tilini|käyttäjätilini|asiakastietojeni) ~1 (poistamista|poistoa|poisto|poistaminen|poistopyyntö)',
      '(tulla unohdetuksi|unohtakaa minut)',
    ],
    restriction: [
      '(rajoittakaa|rajoittaa|rajoitatte|rajoittamaan|jäädyttäkää) ~4 (käsittely*|tietojeni|henkilötietojeni)',
      '(käsittelyn|tietojeni|henkilötietojeni) ~2 (rajoittamista|rajoittaminen|rajoitettava*)',
    ],
    portability: [
      '(siirrettävyy*|tiedonsiirtopyyntö)',
      '(koneluettava*|koneellisesti luettava*)',
      '(siirtäkää|siirtää|siirretään) ~4 (tietoni|henkilötietoni|tietojani) ~4 (toiselle|toiseen|uudelle)',
    ],
    'consent-withdrawal': [
      '(perun|peruutan|peruuttaa|perua|peruuttakaa|peruutamme) ~5 (suostumukseni|suostumuksen*|suostumus*)',
      'suostumukse* ~4 (perun|peruutan|peruutetaan|peruuttaa)',
    ],
  },
  correctIt: ['(oikaiskaa|korjatkaa|korjaa) ~1 (se|tämä|molemmat|ne|virhe|virheet)'],
  objection: ['(vastustan|kiellän|vastustaa) ~5 (käsittely*|profiloin*|tietojeni|henkilötietojeni)'],
  marketing: [
    `(vastustan|kiellän) ~5 ${advertising}`,
    `(en halua|en enää halua|en halua enää|älkää lähettäkö|lopettakaa|ei enää) ~5 ${advertising}`,
    `(peruuttakaa|perun|peruutan|peruuta|poistakaa minut|irtisanon) ~4 (uutiskirje*|postituslista*|sähköpostilista*|markkinoin*)`,
  ],
  names: {
    access: [
      '(tietopyyntö|tarkastuspyyntö|henkilötietojen tarkastuspyyntö|tarkastusoikeus|rekisteritietojen tarkastus*)',
    ],
    erasure: ['(poistopyyntö|tietojen poistaminen|tietojen poistopyyntö|tietojeni poistaminen)'],
    rectification: ['(oikaisupyyntö|tietojen oikaiseminen)'],
    portability: ['tietojen siirto toiselle'],
  },
  ask,
  mentions: [own, about, '(tilini|käyttäjätilini) ~3 (poist*|sulke*)', '(poist*|sulke*) ~3 (tilini|käyttäjätilini)'],
  legal: ['(gdpr|tietosuoja*|henkilötie*|rekisterinpitäjä*)'],
  firstPerson: ['minä', 'minun', 'minusta', 'minua', 'minulle', 'minulla', 'olen', 'haluan', 'pyydän', 'haluaisin'],
  client: [
    ['(asiakkaani|päämieheni) (tiedot|tietoja|henkilötiedot|henkilötietoja)', 'tietoni'],
    ['(hänestä)', 'minusta'],
    ['(hänen) (tietonsa|tietojaan|henkilötietonsa|henkilötietojaan)', 'tietoni'],
  ],
  second: {
    joins: 'ja|sekä|mutta',
    around:
      'sitten|sen jälkeen|tämän jälkeen|lopuksi|myös|ystävällisesti|kiitos|heti|välittömästi|pysyvästi|kokonaan|haluan että|haluaisin että|pyydän että|pyydän teitä|voitteko|voisitteko|kun olette valmiita|kun olen saanut (?:ne|sen|kopion|tiedot)|(?:järjestelmistänne|rekistereistänne|rekisteristänne|tietokannoistanne)',
    deeds: 'poistakaa|poistatte|poistamaan|hävittäkää|tuhotkaa|oikaiskaa|korjatkaa|muuttakaa|päivittäkää|rajoittakaa',
    before: 'ennen kuin',
    everything: 'kaikki|kaiken|kaikki ne|ne kaikki|kaikki tiedot|kaikki nämä|tiedot',
    it: 'ne|sen|nämä|tämän',
    erase: [
      '(poistakaa|poistatte|poistaa|poistaisitte|poistamaan|hävittäkää|tuhotkaa) _ %',
      '(haluan|haluaisin|pyydän) _ että _ % _ poistetaan',
    ],
    copyFirst: [
      '(lähettäkää|toimittakaa|antakaa) _ (ensin|sitä ennen) (?:minulle )?kopio (?:minulle )?',
      '(lähettäkää|toimittakaa|antakaa) (?:minulle )?(?:kuitenkin )?(ensin|sitä ennen) kopio (?:minulle )?',
      '(lähettäkää|toimittakaa|antakaa) (?:minulle )?kopio (?:minulle )?(ensin|sitä ennen)',
    ],
    wonders: '(miten|kuinka|jos|voinko|onko|itse)',
  },
  listed: undefined,
  words: {
    access: ['tarkastusoikeu*', 'tietopyyntö*'],
    rectification: ['oikaise*', 'oikaisu*'],
    erasure: ['poistakaa', 'poistaa', 'poistatte', 'poistettava*', 'poistamista'],
    restriction: ['rajoittakaa', 'rajoittamista'],
    portability: ['koneluettava*'],
    objection: ['vastustan'],
    'consent-withdrawal': ['suostumukseni'],
  },
};
