// Names of persons, most of them in no list, in running Swedish and English text.
import { describe, expect, it } from 'vitest';
import { screenFor } from '#domain/screening/screen.ts';
import { nobody, proposed, readMarks } from './marked.ts';

const texts: readonly string[] = [
  'Din granne [[name:Gunvor Kvistrud]] ringde. Enligt [[name:Kvistrud]] var det sent.',
  'Vi har pratat med [[name:Bengt]]s son och [[name:Zorpan]].',
  '[[name:Gunvor]] ringde igår. [[name:Zorpan]] skrev sedan.',
  'Hej [[name:Tjorven]]! Tack för hjälpen. Mvh\n[[name:Zelmira]]',
  'ring [[name:gunilla]] om nycklarna',
  '[[name:Kvist, Anna]]',
  'Närvarande: [[name:J. R. Hartley]], [[name:Ludwig van der Velde]] och [[name:Å. Lindgren]].',
  'Dr. [[name:Achterberg]] och fru [[name:Kåhre]] kom.',
  "Ask [[name:O'Brien]] and [[name:McAllister]] about [[name:Priya]]'s order.",
  'Samtal med [[name:ANNA KVIST]] idag',
  'Hon bor med [[name:Abdirisaq Warsame]] i Linköping.',
  'Namn: [[name:Mehrnoosh]]\nOrt: Lund',
  'Hans bror [[name:Per]] betalade. [[name:Hans]] ringde om 99 kr per månad.',
  'Did [[name:Grace]] come on 12 May?',
];

describe('Names are proposed, exactly and nothing beside them', () => {
  it.each(texts)('%s', (marked) => {
    const { text, places } = readMarks(marked);
    expect(screenFor(nobody)(text)).toEqual(places);
  });
});

describe('Other words with a capital letter are not proposed', () => {
  it.each([
    'Fakturan är betald. Paketet kom i Stockholm på måndag.',
    'Per månad kostar det 99 kr. Liv och hälsa. Vi har det. Han påstår det.',
    'Bergströms Bygg AB i Lund skickade Skatteverket ett brev.',
    'On Monday the English version was sent to Microsoft in London.',
    'The Customer said so in May. Will it work? I hope so.',
  ])('%s', (text) => {
    expect(proposed(text)).toEqual([]);
  });
});

describe('Only what is about somebody else is proposed', () => {
  const own = {
    names: ['Åsa Berg'],
    identifiers: [
      { kind: 'email', value: 'asa.berg@example.org' },
      { kind: 'phone', value: '+46701740610' },
      { kind: 'personnummer', value: '198012312388' },
    ],
  };
  const controller = { names: ['Nordvik Energi AB'], domains: ['nordvik.example'] };
  it.each([
    'Hej Åsa! Berg, Åsa ÅSA BERG Åsas faktura till Asa Berg och Å. Berg',
    'Ring 070-174 06 10 eller 0046 70 174 06 10, pnr 801231-2388, ASA.BERG@example.org',
    'Nordvik Energi AB, info@nordvik.example, kundtjanst@mail.nordvik.example',
    'Skriv till registrator@kommun.se eller imy@imy.se',
  ])('%s', (text) => {
    expect(proposed(text, { own, controller })).toEqual([]);
  });
  it('another person with one of the same names is', () => {
    expect(proposed('Åsa Lindqvist och Erik Berg kom.', { own })).toEqual(['name Åsa Lindqvist', 'name Erik Berg']);
  });
  it('a name that the records of the case contain is found also where nothing else shows that it is a name', () => {
    expect(proposed('Zorpans faktura är betald.', { otherNames: ['Zorpan Kvist'] })).toEqual(['name Zorpan']);
  });
});

describe('Sensitive words', () => {
  it('are proposed in a sentence about somebody else', () => {
    expect(proposed('Hennes bror är sjukskriven. The neighbour is a Muslim.')).toEqual([
      'sensitive sjukskriven',
      'sensitive Muslim',
    ]);
  });
  it('are not proposed in a sentence that mentions nobody else', () => {
    expect(proposed('Jag är sjukskriven sedan i mars. Kunden är gravid.')).toEqual([]);
  });
});
