// Staff repeat a completed search of a system in which something could not be read.
import { expect, it } from 'vitest';
import { Unreadable } from '#domain/json-reader.ts';
import { jsonOf } from '#test/answer/unpack.ts';
import { contact } from '../rig.ts';
import { caseOf, onOneRig, system, textOfAll, type Pages } from '../searched-case.ts';

onOneRig();

const broken = new Unreadable('duplicate-key');
const readable = { id: '1', email: contact, name: 'Kort ett' };
const first: Pages = [[readable], [{ id: '2', email: contact, name: broken }]];
const phone = '070-174 06 10';
const retry = { type: 'retry-system', system: 'hubspot' } as const;

it('A repeated search reads the whole system again, and the answer contains what can be read now', async () => {
  const asked: number[] = [];
  const hubspot = system('hubspot', (search) => {
    asked.push(search);
    return search === 1 ? first : [[readable], [{ id: '2', email: contact, name: 'Kort två' }]];
  });
  const { searchAll, search, command, answer, counted } = await caseOf([hubspot]);
  await searchAll();
  expect(await counted()).toEqual([{ id: 'hubspot', outcome: 'failed', records: 1, disputed: 0 }]);
  await search(hubspot);
  expect(asked.at(-1)).toBe(1);

  await command(retry);
  await searchAll();
  expect(asked.at(-1)).toBe(2);
  expect(await counted()).toEqual([{ id: 'hubspot', outcome: 'found', records: 2, disputed: 0 }]);
  const files = await answer(1);
  expect(jsonOf(files, 'systems/hubspot/card.json')).toMatchObject([{ id: '1' }, { id: '2' }]);
  expect(textOfAll(files)).toContain('Kort två');
});

it('A repeated search fails again while the record cannot be read, and stores no record twice', async () => {
  const hubspot = system('hubspot', first);
  const { searchAll, command, counted, answer } = await caseOf([hubspot]);
  await searchAll();
  for (const _ of [1, 2]) {
    await command(retry);
    await searchAll();
    expect(await counted()).toEqual([{ id: 'hubspot', outcome: 'failed', records: 1, disputed: 0 }]);
  }
  await command({ type: 'give-up-system', system: 'hubspot', text: 'The supplier has been asked.' });
  expect(jsonOf(await answer(1), 'systems/hubspot/card.json')).toMatchObject([{ id: '1' }]);
});

it('A repeated search that breaks off removes nothing, and later continues where it broke off', async () => {
  const second: Pages = [[readable], [{ id: '2', email: contact, name: 'Kort två' }]];
  const hubspot = system('hubspot', (search) => (search === 1 ? first : second), { breaksOff: 2 });
  const { searchAll, command, counted, answer } = await caseOf([hubspot]);
  await searchAll();
  await command(retry);
  await searchAll();
  // The new search has one page.
  expect(await counted()).toEqual([{ id: 'hubspot', outcome: 'failed', records: 1, disputed: 0 }]);
  await command(retry);
  await searchAll();
  expect(await counted()).toEqual([{ id: 'hubspot', outcome: 'found', records: 2, disputed: 0 }]);
  expect(jsonOf(await answer(1), 'systems/hubspot/card.json')).toMatchObject([{ id: '1' }, { id: '2' }]);
});

it('The answer contains what the first search found if the new search broke off before that', async () => {
  const hubspot = system('hubspot', (search) => (search === 1 ? first : [[{ id: '3', email: contact }], [readable]]), {
    breaksOff: 2,
  });
  const { searchAll, command, counted, answer } = await caseOf([hubspot]);
  await searchAll();
  await command(retry);
  await searchAll();
  expect(await counted()).toEqual([{ id: 'hubspot', outcome: 'failed', records: 1, disputed: 0 }]);
  await command({ type: 'give-up-system', system: 'hubspot', text: 'The supplier has been asked.' });
  expect(jsonOf(await answer(1), 'systems/hubspot/card.json')).toMatchObject([{ id: '1' }]);
});

it('What a later wave found stays if the search of the first wave is repeated and does not return it', async () => {
  const hubspot = system('hubspot', (search) => {
    if (search === 1)
      return [
        [
          { id: 'X', email: contact, phone },
          { id: '2', email: contact, name: broken },
        ],
      ];
    return search === 2 ? [[{ id: 'X', email: contact, phone }]] : [[{ id: '2', email: contact, name: 'Kort två' }]];
  });
  const { searchAll, command, answer } = await caseOf([hubspot]);
  await searchAll(({ kind }) => (kind === 'phone' ? true : undefined));
  await command(retry);
  await searchAll();
  expect(jsonOf(await answer(1), 'systems/hubspot/card.json')).toMatchObject([{ id: '2' }, { id: 'X' }]);
});

it.each([
  ['somebody else’s', { email: 'bo@example.net' }, [{ id: 'X' }], 1],
  ['the person’s as well', { email: contact }, [{ id: 'X' }, { id: 'X [2]' }], 0],
])('A record of a later wave with the id of an earlier one, which is %s', async (_, more, cards, disputed) => {
  const hubspot = system('hubspot', (search) =>
    search === 1
      ? [[{ id: 'X', email: contact, phone, name: 'Ett' }]]
      : [
          [
            { id: 'X', phone, name: 'Två', ...more },
            { resource: 'part', id: 'p', partOf: 'X', name: 'Del' },
          ],
        ],
  );
  const { searchAll, answer } = await caseOf([hubspot]);
  await searchAll(({ kind }) => (kind === 'phone' ? true : undefined));
  const files = await answer(1);
  expect(jsonOf(files, 'systems/hubspot/card.json')).toMatchObject(cards);
  expect(textOfAll(files).includes('Del')).toBe(disputed === 0);
  const { systems } = jsonOf(files, 'manifest.json') as {
    systems: { records: number; disputed: number; possible: number }[];
  };
  expect(systems).toMatchObject([
    disputed === 0 ? { records: 3, disputed: 0, possible: 0 } : { records: 1, disputed, possible: 1 },
  ]);
});

it.each([
  [
    'first',
    [
      { id: 'X', email: contact },
      { id: 'X', email: 'bo@example.net' },
    ],
  ],
  [
    'last',
    [
      { id: 'X', email: 'bo@example.net' },
      { id: 'X', email: contact },
    ],
  ],
])(
  'A part that names an id which belongs to a record of the person, %s, and to another record is possible',
  async (_, cards) => {
    const part = { resource: 'part', id: 'p', partOf: 'X', name: 'Faktura till Bo' } as const;
    for (const pages of [[[...cards, part]], [[part], [...cards]], [[cards[0]!], [part], [cards[1]!]]]) {
      const { searchAll, answer } = await caseOf([system('hubspot', pages)]);
      await searchAll();
      const files = await answer(1);
      expect(textOfAll(files)).not.toContain('Faktura till Bo');
      expect(jsonOf(files, 'manifest.json')).toMatchObject({ systems: [{ records: 1, possible: 2 }] });
    }
  },
);
