// Staff reject a record. The tests check what is removed with the record, and what returns if the decision is undone.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { searchOf } from '#domain/case/state.ts';
import { decide, itemOf, items, records, reviewed, send, type Case } from '../reviewed-case.ts';
import { contact } from '../rig.ts';
import { bos, onOneRig, system, textOfAll, type Row } from '../searched-case.ts';

onOneRig();

const mine: Row = { id: '1', email: contact, name: 'Åsa Berg' };
const phone = '+46701740605';

const learned = async (of: Case) =>
  searchOf(await of.rig.state(of.caseId))!.learned.map(
    ({ identifier: { kind }, decision }) => `${kind} ${decision === null ? 'undecided' : decision.accepted}`,
  );
const versions = async (of: Case) =>
  (await items(of)).map(({ id, version, tie: { how }, open }) => ({ id, version, how, open }));

describe('A record that staff reject', () => {
  const whole: Row = { id: '2', email: contact, name: 'Grannen Gustav' };
  const part: Row = { resource: 'part', id: '21', partOf: '2', name: 'Gustavs faktura', documents: ['Kvitto'] };

  it('is rejected with its parts, which need no decision, and undoing it restores them', async () => {
    const of = await reviewed([system('hubspot', [[mine, whole, part]])]);
    await decide(of, { '21': 'release' });
    const before = await versions(of);
    expect(await itemOf(of, '2')).toMatchObject({ hasParts: true });
    const rejection = await decide(of, { '1': 'release', '2': 'reject' });
    await of.screen();
    expect(await records(of)).toEqual(['1 own', '2 own']);
    await send(of, { commandId: randomUUID(), undo: rejection });
    await of.screen();
    expect(await versions(of)).toEqual(before);
    await decide(of, { '1': 'release', '2': 'reject' });
    await of.screen();
    const text = textOfAll(await of.release());
    expect(text).toContain('Åsa Berg');
    for (const gone of ['Gustav', 'Kvitto']) expect(text).not.toContain(gone);
  });

  it('makes the accepted identifier that alone tied it no longer count, and everything that this identifier found', async () => {
    const of = await reviewed(
      [
        system('hubspot', [
          [
            { ...mine, customer: '10' },
            { id: '2', customer: '10', phone, name: 'Gustav' },
            { id: '3', phone, name: 'Gustavs bil' },
          ],
        ]),
      ],
      () => true,
    );
    expect(await learned(of)).toEqual(['customerNumber true', 'phone true']);
    expect(await records(of)).toEqual(['1 own open', '2 own open', '3 contact open']);
    const before = await versions(of);
    const rejection = await decide(of, { '2': 'reject' });
    // The number of the record was learned from it alone. The record that was found by this number does not count.
    expect(await learned(of)).toEqual(['customerNumber false']);
    await of.screen();
    // The first record has the number too, and the number is not the person's now.
    expect(await records(of)).toEqual(['1 disputed open', '2 possible open', '3 possible open']);
    await send(of, { commandId: randomUUID(), undo: rejection });
    await of.screen();
    expect(await learned(of)).toEqual(['customerNumber true', 'phone true']);
    expect(await versions(of)).toEqual(before);
  });

  it('affects no identifier if a proven identifier ties it too', async () => {
    const of = await reviewed(
      [
        system('hubspot', [
          [
            { ...mine, customer: '10' },
            { ...whole, customer: '10' },
          ],
        ]),
      ],
      () => true,
    );
    await decide(of, { '2': 'reject' });
    expect(await learned(of)).toEqual(['customerNumber true']);
    expect(await records(of)).toEqual(['1 own open', '2 own']);
  });
});

describe('Possible and disputed records that staff reject', () => {
  const possible: Row = { id: '3', email: 'asa.b@y.example', name: 'Å. Berg' };
  const uncertain = async (of: Case) => {
    const manifest = JSON.parse((await of.release()).get('manifest.json')?.toString() ?? '');
    return manifest.systems.map((one: Record<string, unknown>) => [one['possible'], one['disputed']]);
  };

  it('no longer count among those that may be about the person', async () => {
    const crm = () =>
      system('hubspot', [
        [mine, possible, { ...possible, id: '4', name: 'Åsa B.' }, { id: '8', bill: contact, number: bos }],
      ]);
    const before = await reviewed([crm()]);
    expect(await uncertain(before)).toEqual([[2, 1]]);
    const of = await reviewed([crm()]);
    await decide(of, { '1': 'release', '3': 'reject' });
    expect(await uncertain(of)).toEqual([[1, 1]]);
    const all = await reviewed([crm()]);
    await decide(all, { '1': 'release', '3': 'reject', '4': 'reject', '8': 'reject' });
    expect(await uncertain(all)).toEqual([[0, 0]]);
  });
});

describe('An adoption that is undone', () => {
  it('also removes the identifiers that only the adopted record taught, accepted or not', async () => {
    const adopted: Row = { id: '5', email: 'asa.b@y.example', phone, name: 'Å. Berg' };
    const brought: Row = { id: '6', email: 'asa.b@y.example', name: 'Å. B.' };
    const of = await reviewed([system('hubspot', [[mine, adopted, brought]])]);
    const adoption = await decide(of, { '1': 'release', '5': 'adopt' });
    await of.searchAll(({ kind }) => kind === 'email');
    await of.screen();
    expect(await learned(of)).toEqual(expect.arrayContaining(['email true', 'phone false']));
    expect(await records(of)).toEqual(['1 own', '5 adopted', '6 own open']);
    await send(of, { commandId: randomUUID(), undo: adoption });
    await of.screen();
    expect(await learned(of)).toEqual(['phone false']);
    expect(await records(of)).toEqual(['1 own open', '5 possible open', '6 possible open']);
  });
});
