// Records for which it is not clear whose they are: how they are counted, whether they are delivered, and what the
// answer says of them.
import { describe, expect, it } from 'vitest';
import { Unreadable } from '#domain/json-reader.ts';
import { jsonOf, textOf } from '#test/answer/unpack.ts';
import { contact } from '../rig.ts';
import { asas, bos, caseOf, dataFiles, onOneRig, system, textOfAll } from '../searched-case.ts';

onOneRig();

const broken = new Unreadable('duplicate-key');
const phone = '070-174 06 10';
const confirmed = 'Ja, vi behandlar';

describe('A record that could not be read', () => {
  it('is compared with records of other systems by its readable fields, and is not named if it is disputed', async () => {
    const { searchAll, answer, counted } = await caseOf([
      system('fortnox', [[{ id: 'record-of-bo', email: contact, number: bos, name: broken }]]),
      system('hubspot', [[{ id: '1', email: contact, number: asas }]]),
    ]);
    await searchAll();
    const files = await answer(1);
    expect(dataFiles(files)).toEqual([]);
    expect(textOfAll(files)).not.toContain('record-of-bo');
    expect(textOf(files, 'index.html')).not.toContain(confirmed);
    expect(await counted()).toEqual([
      { id: 'fortnox', outcome: 'nothing-held', records: 0, disputed: 1 },
      { id: 'hubspot', outcome: 'nothing-held', records: 0, disputed: 1 },
    ]);
  });

  it('is disputed if only a contact ties it and it has another customer number than the person', async () => {
    const { searchAll, answer, counted } = await caseOf([
      system('fortnox', [
        [
          { id: '10', email: contact, customer: '10' },
          { id: 'record-of-bo', bill: contact, customer: '777', name: broken },
        ],
      ]),
    ]);
    await searchAll();
    const files = await answer(1);
    expect(jsonOf(files, 'systems/fortnox/card.json')).toMatchObject([{ id: '10' }]);
    expect(textOfAll(files)).not.toContain('record-of-bo');
    expect(await counted()).toEqual([{ id: 'fortnox', outcome: 'found', records: 1, disputed: 1 }]);
  });

  it.each([
    ['a customer number', { customer: '777' }],
    ['a personnummer', { number: bos }],
  ])('is disputed if only a contact ties it and it has %s that nothing shows to be the person’s', async (_, names) => {
    const { searchAll, answer, counted } = await caseOf([
      system('fortnox', [
        [
          { id: 'record-of-bo', bill: contact, ...names },
          { resource: 'part', id: 'F-4711', partOf: 'record-of-bo' },
        ],
      ]),
      system('hubspot', [[{ id: '1', email: contact }]]),
    ]);
    await searchAll();
    const files = await answer(1);
    expect(textOfAll(files)).not.toContain('record-of-bo');
    expect(textOfAll(files)).not.toContain('F-4711');
    expect(await counted()).toEqual([
      { id: 'fortnox', outcome: 'nothing-held', records: 0, disputed: 1 },
      { id: 'hubspot', outcome: 'found', records: 1, disputed: 0 },
    ]);
    expect(textOf(files, 'index.html')).toContain('hittade 1 post som kan handla om dig.');
  });

  it('is not mentioned if it is a part of a disputed record', async () => {
    const { searchAll, answer, counted } = await caseOf([
      system('fortnox', [
        [
          { id: 'record-of-bo', email: contact, number: bos },
          { resource: 'part', id: 'F-4711', partOf: 'record-of-bo', name: broken },
        ],
      ]),
      system('hubspot', [[{ id: '1', email: contact, number: asas }]]),
    ]);
    await searchAll();
    const files = await answer(1);
    expect(dataFiles(files)).toEqual([]);
    expect(textOfAll(files)).not.toContain('F-4711');
    expect(textOf(files, 'index.html')).not.toContain(confirmed);
    expect(await counted()).toEqual([
      { id: 'fortnox', outcome: 'nothing-held', records: 0, disputed: 1 },
      { id: 'hubspot', outcome: 'nothing-held', records: 0, disputed: 1 },
    ]);
  });

  it('is named with its parts if a rejection makes it the person’s, and the search has failed for it', async () => {
    const { searchAll, answer, counted } = await caseOf([
      system('fortnox', [
        [
          { id: 'record-of-bo', email: contact, number: bos, name: broken },
          { resource: 'part', id: 'F-4711', partOf: 'record-of-bo', name: 'x' },
        ],
      ]),
      system('hubspot', [[{ id: '1', email: contact, number: asas }]]),
    ]);
    await searchAll(({ value }) => (value === asas ? false : undefined));
    const files = await answer(1);
    expect(textOf(files, 'index.html')).toContain('record-of-bo');
    expect(jsonOf(files, 'systems/fortnox/part.json')).toMatchObject([{ id: 'F-4711' }]);
    expect(jsonOf(files, 'manifest.json')).toMatchObject({
      systems: [{ outcome: 'failed', reasonCode: 'unread-records', unread: [{ id: 'record-of-bo' }] }, { disputed: 1 }],
    });
    expect(await counted()).toMatchObject([{ outcome: 'failed', records: 1, disputed: 0 }, { records: 0 }]);
  });
});

describe('A customer number that staff accepted', () => {
  it('is searched for, and ties records, only in the system that issued it', async () => {
    const { searchAll, answer } = await caseOf([
      system('fortnox', [[{ id: '10', email: contact, customer: '10' }]]),
      system('hubspot', [[{ id: 'x', customer: '10', number: bos, bill: 'bo.ek@example.net' }]]),
    ]);
    await searchAll(({ kind }) => (kind === 'customerNumber' ? true : undefined));
    const files = await answer(1);
    expect(jsonOf(files, 'systems/fortnox/card.json')).toMatchObject([{ id: '10' }]);
    expect(textOfAll(files)).not.toContain(bos);
    expect(jsonOf(files, 'manifest.json')).toMatchObject({
      systems: [{ outcome: 'found' }, { outcome: 'nothing-held', records: 0 }],
    });
  });
});

describe('A part', () => {
  it('whose record is somebody else’s does not affect the person’s records, whichever came first', async () => {
    const { searchAll, answer, counted } = await caseOf([
      system('fortnox', [
        [{ id: '10', email: contact, customer: '10' }],
        [{ resource: 'part', id: 'invoice-of-bo', partOf: 'record-of-bo', customer: '777', bill: contact }],
        [{ id: 'record-of-bo', customer: '777', email: 'bo.ek@example.net' }],
      ]),
    ]);
    await searchAll();
    const files = await answer(1);
    expect(jsonOf(files, 'systems/fortnox/card.json')).toMatchObject([{ id: '10' }]);
    expect(textOfAll(files)).not.toContain('invoice-of-bo');
    expect(await counted()).toEqual([{ id: 'fortnox', outcome: 'found', records: 1, disputed: 0 }]);
  });

  it('whose record was never returned is possible, unless an identifier of its own is the person’s', async () => {
    for (const row of [{ typed: phone }, { bill: contact, customer: '777', number: bos }, {}]) {
      const { searchAll, answer, counted } = await caseOf([
        system('fortnox', [[{ resource: 'part', id: 'i1', partOf: 'gone', ...row }]]),
      ]);
      await searchAll();
      const files = await answer(1);
      expect(dataFiles(files)).toEqual([]);
      expect(await counted()).toEqual([{ id: 'fortnox', outcome: 'nothing-held', records: 0, disputed: 0 }]);
      expect(jsonOf(files, 'manifest.json')).toMatchObject({ systems: [{ possible: 1 }] });
      expect(textOf(files, 'index.html')).toContain('hittade 1 post som kan handla om dig.');
    }
  });
});
