// Records that show the same are seen once, and decided once for all of them. A repeated document is opened once, and a
// repeated quote is folded. The answer has each record.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { documentPageSchema, reviewItemSchema, type ReviewDecision } from '#api/review.ts';
import { readViews } from '#domain/review/views.ts';
import { document } from '#handlers/render-document/document.ts';
import { item } from '#handlers/staff-api/review.ts';
import { contact, start } from '../rig.ts';
import { itemOf, records, reviewed, send } from '../reviewed-case.ts';
import { askedWith, maja, screenedCase } from '../screened-case.ts';
import { bos, onOneRig, system, textOfAll, type Row } from '../searched-case.ts';

onOneRig();
const note = 'Grannen Gustav ringde';
const held = (id: string, more: Partial<Row> = {}): Row => ({ id, email: contact, name: note, ...more });
const unlike = { id: '7', email: contact, name: 'Något annat' };

const decide = async (
  of: Parameters<typeof send>[0],
  record: string,
  ...deeds: readonly Omit<ReviewDecision, 'item'>[]
) => {
  const { id, version } = await itemOf(of, record);
  return await send(of, { commandId: randomUUID(), decisions: deeds.map((one) => ({ ...one, item: id, version })) });
};
const mask = { do: 'mask', field: 'name', from: 8, to: 14, copies: true } as const;

describe('A record that a system holds three times', () => {
  it('is listed once, with its other places, and whoever is shown it has seen them all', async () => {
    const { read, rig, caseId } = await screenedCase([
      system('hubspot', [[held('1'), held('2'), unlike], [held('3')]]),
    ]);
    const { items, open, kinds } = await read({ open: 'true' });
    expect(items.map(({ record, copies }) => [record, ...copies.map((one) => one.record)])).toEqual([
      ['1', '2', '3'],
      ['7'],
    ]);
    expect([open, kinds[0]]).toMatchObject([4, { open: 4, openCopies: 2 }]);
    const [view] = readViews(await rig.views.read(caseId));
    expect(view?.seen).toMatchObject({ items: [{}, {}, {}, {}] });
    expect((await read()).items).toHaveLength(2);
    expect((await read({ system: 'hubspot', limit: '1' })).items[0]?.copies).toHaveLength(2);
  });

  it('is listed for itself if it differs in a value or in a document', async () => {
    const rows = [held('1'), held('2', { bill: contact, number: bos }), held('3', { documents: ['d1'] })];
    const { read } = await screenedCase([system('hubspot', [rows])]);
    expect((await read()).items.map(({ record, copies }) => [record, copies])).toEqual([
      ['1', []],
      ['2', []],
      ['3', []],
    ]);
  });

  it('is masked in all of its places by one decision, and the package holds each of them', async () => {
    const of = await reviewed([system('hubspot', [[held('1'), held('2'), held('3')]])]);
    const command = await decide(of, '1', mask);
    expect(await records(of)).toEqual(['1 own']);
    await send(of, { commandId: randomUUID(), undo: command });
    expect(await records(of)).toEqual(['1 own open']);
    await decide(of, '1', mask);
    const files = await of.release();
    expect(textOfAll(files)).not.toContain('Gustav');
    const csv = files.get('systems/hubspot/card.csv')?.toString() ?? '';
    expect(csv.match(/Grannen/g)).toHaveLength(3);
  });

  it('is to see twice after a decision on one of its places alone', async () => {
    const of = await reviewed([system('hubspot', [[held('1'), held('2'), held('3')]])]);
    await decide(of, '1', { do: 'release' });
    expect(await records(of)).toEqual(['1 own', '2 own open']);
  });

  it('is rejected in all of its places by one decision', async () => {
    const rows = ['1', '2'].map((id) => ({ id, bill: contact, number: bos, name: note }));
    const of = await reviewed([system('hubspot', [[unlike, ...rows]])]);
    await decide(of, '7', { do: 'release' });
    await decide(of, '1', { do: 'reject', copies: true });
    expect(await records(of)).toEqual(['1 disputed', '7 own']);
    expect(textOfAll(await of.release())).not.toContain('Grannen');
  });
});

describe('A record that is found later and shows the same', () => {
  const later = () =>
    system('hubspot', (search) => [
      [held('1'), { id: '8', bill: contact, number: bos }, ...(search === 1 ? [] : [held('3')])],
    ]);
  const searchedAgain = async (deed: Omit<ReviewDecision, 'item'>) => {
    const of = await reviewed([later()]);
    await decide(of, '1', deed);
    await decide(of, '8', { do: 'adopt' });
    await of.searchAll();
    await of.screen();
    return of;
  };

  it('opens nothing if the decision was for all that show the same, and the package has it masked', async () => {
    const of = await searchedAgain(mask);
    expect(await records(of)).toEqual(['1 own', '8 adopted']);
    const [first] = (await itemOf(of, '1')).decisions;
    expect(first).toMatchObject({ do: 'mask' });
    const files = await of.release();
    expect(textOfAll(files)).not.toContain('Gustav');
    expect(
      files
        .get('systems/hubspot/card.csv')
        ?.toString()
        .match(/Grannen/g),
    ).toHaveLength(2);
  });

  it('is open if the decision was for the first one alone', async () => {
    const { copies: _, ...alone } = mask;
    expect(await records(await searchedAgain(alone))).toEqual(['1 own', '3 own open', '8 adopted']);
  });
});

it('A document is opened once, although two records have it', async () => {
  const rows = [held('1', { documents: ['d1'] }), { ...unlike, documents: ['d1'] }];
  const { read, rig, stores, caseId } = await screenedCase([system('hubspot', [rows])]);
  const opened = async () => (await read()).items.flatMap(({ documents }) => documents.map((one) => one.opened));
  expect(await opened()).toEqual([false, false]);
  const id = (await read()).items[0]?.documents[0]?.id ?? '';
  const asked = askedWith({ query: { page: '1' }, path: { id: caseId, document: id } });
  const { body } = await document(rig.casework, stores, maja, asked, start);
  expect(documentPageSchema.parse(JSON.parse(body ?? ''))).toMatchObject({ kind: 'text' });
  expect(await opened()).toEqual([true, true]);
});

it('A quoted mail is folded for a member of staff who was shown the mail', async () => {
  const first = 'Vi hyrde ett tält hos er i juni och undrar vad ni har sparat om oss sedan dess.';
  const planted = 'Gustav såg allt.';
  const answer = `Tack!\n\nÅsa skrev:\n> ${first}\n> ${planted}\n`;
  const { read, rig, stores, caseId } = await screenedCase([
    system('hubspot', [[held('1', { name: first }), held('2', { name: answer })]]),
  ]);
  const [one, two] = (await read()).items;
  const from = answer.indexOf('>');
  const fold = { from, to: answer.indexOf('> Gustav'), in: one?.id };
  const named = (of: typeof two) => of?.fields.find(({ name }) => name === 'name');
  expect(named(two)).toMatchObject({ value: answer, folds: [fold] });
  expect(named(one)).toMatchObject({ folds: [] });
  const erik = { ...maja, id: 'erik' };
  const { body } = await item(rig.casework, stores, erik, caseId, two?.id ?? '', askedWith({}), start);
  expect(named(reviewItemSchema.parse(JSON.parse(body ?? '')))).toMatchObject({ value: answer, folds: [] });
});

describe('A quoted mail is not folded', () => {
  const first = 'Vi hyrde ett tält hos er i juni och undrar vad ni har sparat om oss sedan dess.';
  const quoting = { id: '2', email: contact, name: `Tack!\n\nÅsa skrev:\n> ${first}\n` };
  const folds = async (of: Parameters<typeof itemOf>[0]) =>
    (await itemOf(of, '2')).fields.flatMap((field) => field.folds).length;
  it.each([
    ['masks a part of the mail', { do: 'mask', field: 'name', from: 0, to: 8 }],
    ['withholds a value of the mail', { do: 'withhold', field: 'name' }],
    ['withholds the mail', { do: 'withhold' }],
    ['says that the mail is not the person’s', { do: 'reject' }],
  ] as const)('once somebody %s, because the quote tells the same', async (_, deed) => {
    const of = await reviewed([system('hubspot', [[held('1', { name: first }), quoting]])]);
    expect(await folds(of)).toBe(1);
    const command = await decide(of, '1', deed);
    expect(await folds(of)).toBe(0);
    await send(of, { commandId: randomUUID(), undo: command });
    expect(await folds(of)).toBe(1);
  });

  it('once somebody masks the field of all such records', async () => {
    const of = await reviewed([system('hubspot', [[held('1', { name: first }), quoting]])]);
    expect(await folds(of)).toBe(1);
    const alike = { system: 'hubspot', resource: 'card', field: 'name' };
    await send(of, { commandId: randomUUID(), decisions: [{ do: 'mask', alike }] });
    expect(await folds(of)).toBe(0);
  });
});
