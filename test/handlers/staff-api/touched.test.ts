// Before staff make an alike decision, they are told what it would change.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { reviewPageSchema, touchedSchema, type ReviewDecision, type Touched } from '#api/review.ts';
import { readViews } from '#domain/review/views.ts';
import { decide, sheet } from '#handlers/staff-api/review.ts';
import { touched } from '#handlers/staff-api/touched.ts';
import { contact, start } from '../../casework/rig.ts';
import { askedWith, maja, screenedCase } from '../../casework/screened-case.ts';
import { onOneRig, system, type Row } from '../../casework/searched-case.ts';

onOneRig();

async function reviewed(rows: readonly Row[]) {
  const { rig, caseId, stores } = await screenedCase([system('hubspot', [rows])]);
  const ask = async (decisions: readonly Partial<ReviewDecision>[]): Promise<Touched> => {
    const answer = await touched(rig.casework, stores, maja, caseId, askedWith({ body: { decisions } }), start);
    return touchedSchema.parse(JSON.parse(answer.body ?? ''));
  };
  const items = async () => {
    const { body = '' } = await sheet(rig.casework, stores, maja, caseId, askedWith({ query: { limit: '50' } }), start);
    return reviewPageSchema.parse(JSON.parse(body)).items;
  };
  const give = async (decisions: readonly Partial<ReviewDecision>[], on?: string) => {
    const body = { commandId: randomUUID(), decisions, ...(on === undefined ? {} : { sheet: on }) };
    const answer = await decide(rig.casework, stores, maja, caseId, askedWith({ body }), start);
    return { status: answer.statusCode, body: JSON.parse(answer.body ?? '') as object };
  };
  return { rig, caseId, ask, items, give };
}

const rows: readonly Row[] = [
  { id: '1', email: contact, name: 'Grannen Gustav ringde. Gustav bor bredvid.' },
  { id: '2', email: contact, name: 'Namn' },
  { id: '3', email: contact, phone: '070-174 06 05', name: 'GUSTAV igen', documents: ['Gustavs avtal', 'Annat'] },
  { id: '4', email: 'other@x.example', name: 'Gustav, men ingen vet vems' },
];

describe('before an alike decision', () => {
  it('staff are told how many values of the answer it changes and where, and nothing is stored', async () => {
    const { rig, caseId, ask, items, give } = await reviewed(rows);
    const texts = (await rig.casework.profiles.get(caseId))?.texts;
    const mask = { do: 'mask', alike: { value: 'gustav' } } as const;
    const found = await ask([mask]);
    expect(found).toMatchObject({ values: 3, records: 2, next: null });
    expect(found.places.map(({ record, field, document }) => [record, field?.en ?? document])).toEqual([
      ['1', 'Name'],
      ['3', 'Name'],
      ['3', 'Gustavs avtal'],
    ]);
    expect((await rig.state(caseId)).common.review).toEqual([]);
    expect((await rig.casework.profiles.get(caseId))?.texts).toEqual(texts);
    // The response names records, so the look is recorded. They do not count as seen.
    expect(readViews(await rig.views.read(caseId))).toMatchObject([
      { by: 'maja', seen: { kind: 'sheet-page', items: [{ cut: true }, { cut: true }] } },
    ]);
    expect(await give([mask], found.sheet)).toMatchObject({ status: 200 });
    const changed = (await items()).filter(({ fields }) => fields.some((one) => one.given !== one.value));
    expect(changed.map(({ record, tie }) => [record, tie.how])).toEqual([
      ['1', 'own'],
      ['3', 'own'],
      // It is not in the answer, so it was not counted.
      ['4', 'possible'],
    ]);
    // What is masked already is not counted again.
    expect(await ask([mask])).toMatchObject({ values: 0, records: 0, places: [] });
  });

  it('a field, a kind and a system are counted with all that they change', async () => {
    const { ask } = await reviewed(rows);
    const field = { system: 'hubspot', resource: 'card', field: 'name' };
    expect(await ask([{ do: 'mask', alike: field }])).toMatchObject({ values: 3, records: 3 });
    // All fields of three records, and two documents.
    expect(await ask([{ do: 'mask', alike: { system: 'hubspot' } }])).toMatchObject({ values: 9, records: 3 });
    const whole = await ask([{ do: 'withhold', alike: { system: 'hubspot', resource: 'card' } }]);
    expect(whole).toMatchObject({ values: 3, records: 3 });
    expect(whole.places.every(({ field: of, document }) => of === undefined && document === undefined)).toBe(true);
  });

  it('a decision on a sheet that has changed since it was counted is refused, and the new count is told', async () => {
    const { rig, caseId, ask, items, give } = await reviewed(rows);
    const mask = { do: 'mask', alike: { value: 'Gustav' } } as const;
    const before = await ask([mask]);
    const [first] = await items();
    await give([{ item: first!.id, version: first!.version, do: 'withhold' }]);
    expect(await give([mask], before.sheet)).toMatchObject({ status: 409, body: { rule: 'sheet-changed' } });
    expect((await rig.state(caseId)).common.review).toHaveLength(1);
    const after = await ask([mask]);
    expect([before.values, after.values]).toEqual([3, 2]);
    expect(await give([mask], after.sheet)).toMatchObject({ status: 200 });
  });

  it('at most 20 places are named, and all are counted', async () => {
    const { ask } = await reviewed(
      Array.from({ length: 30 }, (_, index) => ({ id: `${index}`, email: contact, name: `Gustav ${index}` })),
    );
    const { values, places } = await ask([{ do: 'mask', alike: { value: 'Gustav' } }]);
    expect([values, places.length]).toEqual([30, 20]);
  });

  it('the count is the number of values that read differently once the decision is made', async () => {
    const word = fc.constantFrom('Gustav', 'gustav', 'Gustavsson', 'Namn', 'GUSTAV!', 'ringde');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), async (names) => {
        const { ask, items, give } = await reviewed(
          names.map((words, index) => ({ id: `r${index}`, email: contact, name: words.join(' ') })),
        );
        const mask = { do: 'mask', alike: { value: 'Gustav' } } as const;
        const { values } = await ask([mask]);
        await give([mask]);
        // Records that show the same are listed once.
        const changed = (await items()).map(
          ({ fields, copies }) => fields.filter((one) => one.given !== one.value).length * (1 + copies.length),
        );
        expect(values).toBe(changed.reduce((sum, count) => sum + count, 0));
      }),
      { numRuns: 10 },
    );
  });
});
