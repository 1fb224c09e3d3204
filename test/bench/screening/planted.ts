import { frequentGivenNames, givenNamesThatAreWords, otherGivenNames } from '#domain/screening/names/given-names.ts';
import type { ProposalKind } from '#domain/screening/proposal.ts';

/** A place in a text that a detector should find, or leave alone because it is the person's own. */
export interface PlantedPlace {
  readonly from: number;
  readonly to: number;
  readonly kind: ProposalKind;
  readonly isOwn: boolean;
}

/** A text, and what was planted in it. */
export interface PlantedText {
  readonly text: string;
  readonly places: readonly PlantedPlace[];
}

/** The person who asks, in every text. */
export const owner = {
  names: ['Åsa Berg'],
  identifiers: [{ value: 'asa.berg@example.org' }, { value: '+46701740610' }],
};

const listed = `${frequentGivenNames} ${otherGivenNames}`.split(/\s+/).filter((name) => name !== '');
const known = new Set([...listed, ...givenNamesThatAreWords.split(/\s+/)].map((name) => name.toLowerCase()));
const frequent = frequentGivenNames.split(/\s+/).filter((name) => name !== '');

const begins = [
  'Zor',
  'Kvi',
  'Dra',
  'Tjo',
  'Bryn',
  'Va',
  'Mel',
  'Ho',
  'Ru',
  'Fje',
  'Ska',
  'Illu',
  'Ou',
  'Nje',
  'Prav',
  'Wo',
];
const middles = ['mel', 'pa', 'dri', 'vo', 'ste', 'ka', 'lu', 'bre', 'ni', 'sha', 'go'];
const ends = ['nor', 'ta', 'ric', 'wen', 'mo', 'sa', 'lk', 'vard', 'ne', 'dis', 'bo', 'zan'];
const surnameBegins = ['Tall', 'Brun', 'Kvarn', 'Öster', 'Häll', 'Sköld', 'Ravn', 'Ek', 'Ström', 'Dag', 'Lill', 'Nor'];
const surnameEnds = [
  'hammar',
  'sköld',
  'bäck',
  'ros',
  'lund',
  'gren',
  'sson',
  'ström',
  'hjelm',
  'ow',
  'ic',
  'adeh',
  'nen',
];
const streets = [
  'Ekbacksvägen',
  'Storgatan',
  'Norra Bergvägen',
  'Kyrkogränd',
  'Fiskartorget',
  'Lilla Nygatan',
  'Ringstigen',
];
const towns = ['123 45 Hallsta', '581 03 Linköping', '753 20 Uppsala', '211 55 Malmö', '903 21 Umeå'];
const ukStreets = ['Harbour Street', 'Maple Avenue', 'Castle Road', 'Mill Lane', 'Station Road', 'Queen Square'];
const ukTowns = ['Bristol BS1 4RN', 'Leeds LS6 2AB', 'London SW1A 1AA', 'Glasgow G12 8QQ'];
// Skatteverket's published test numbers.
const personnummer = ['801231-2388', '19710101-9045', '000229-2399', '20100101-2382', '195501142284', '19120211-9150'];
const organisationNumbers = ['556297-2504', '5561312223', 'SE556531635201'];
const ibans = [
  'SE45 5000 0000 0583 9825 7466',
  'GB29NWBK60161331926819',
  'DE89 3704 0044 0532 0130 00',
  'NO93 8601 1117 947',
];
const cards = ['4111 1111 1111 1111', '5555-5555-5555-4444', '378282246310005', '6011111111111117'];
const giros = ['5050-1055', '900-8004', '5805-6201'];
const secrets = [
  'Blomma-77-Sjö',
  'Tr0ub4dor&3',
  'hunter2x',
  '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy',
  'sk_live_51H8xYzAbCdEfGhIjKl',
  'AKIAIOSFODNN7EXAMPLE',
];

/** Fills the places of a text. Every second name has a given name that is in no list. */
export function plant(template: string, random: () => number): PlantedText {
  const one = (all: readonly string[]): string => all[Math.floor(random() * all.length)] ?? '';
  const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
  const invented = (): string => {
    const name = capital(one(begins) + (random() < 0.5 ? one(middles) : '') + one(ends));
    return known.has(name.toLowerCase()) ? `${name}vo` : name;
  };
  const given = (): string => (random() < 0.5 ? one(listed) : invented());
  let surname = capital(one(surnameBegins) + one(surnameEnds));
  const isSwedish = /[åäö]| och | är /i.test(template);

  const fill = (place: string): readonly [string, ProposalKind | null] => {
    if (place !== 'surname') surname = capital(one(surnameBegins) + one(surnameEnds));
    switch (place) {
      case 'full':
        return [`${given()} ${surname}`, 'name'];
      case 'given':
        return [given(), 'name'];
      case 'surname':
        return [surname, 'name'];
      case 'genitive':
        return [`${given()} ${surname}${isSwedish ? 's' : "'s"}`, 'name'];
      case 'reversed':
        return [`${surname}, ${one(listed)}`, 'name'];
      case 'initial':
        return [`${given().slice(0, 1)}. ${surname}`, 'name'];
      case 'small':
        return [one(frequent.filter((name) => name.length > 5)).toLowerCase(), 'name'];
      case 'email':
        return [`${surname.toLowerCase()}${Math.floor(random() * 100)}@mail.example`, 'email'];
      case 'phone':
        return [
          one(isSwedish ? ['070-174 06', '+46 70 174 06', '08-465 004'] : ['+44 20 7946 00', '07700 9000']) +
            (isSwedish ? ' ' : '') +
            String(11 + Math.floor(random() * 80)),
          'phone',
        ];
      case 'address':
        return [
          isSwedish
            ? `${one(streets)} ${1 + Math.floor(random() * 90)}${random() < 0.5 ? `, ${one(towns)}` : ''}`
            : `${1 + Math.floor(random() * 90)} ${one(ukStreets)}${random() < 0.5 ? `, ${one(ukTowns)}` : ''}`,
          'address',
        ];
      case 'personnummer':
        return [one(personnummer), 'personnummer'];
      case 'organisation-number':
        return [one(organisationNumbers), 'organisation-number'];
      case 'iban':
        return [one(ibans), 'iban'];
      case 'card':
        return [one(cards), 'card'];
      case 'bankgiro':
        return [one(giros), 'bankgiro'];
      case 'secret':
        return [one(secrets), 'secret'];
      case 'orgName':
        return [`${surname} Bygg AB`, null];
      case 'ownGiven':
        return ['Åsa', 'name'];
      case 'ownName':
        return ['Åsa Berg', 'name'];
      default:
        throw new Error(`nothing can be planted for {${place}}`);
    }
  };

  const places: PlantedPlace[] = [];
  let text = '';
  let at = 0;
  for (const { index, 0: whole, groups } of template.matchAll(/\{(?<place>[\w-]+)\}/g)) {
    text += template.slice(at, index);
    const place = groups?.['place'] ?? '';
    const [value, kind] = fill(place);
    if (kind !== null)
      places.push({ from: text.length, to: text.length + value.length, kind, isOwn: place.startsWith('own') });
    text += value;
    at = index + whole.length;
  }
  return { text: text + template.slice(at), places };
}
