import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '#infra/local/aws/dynamodb/store.ts';
import { mountSmallDisk, type SmallDisk } from '#test/support/small-disk.ts';

const trial = mountSmallDisk(1 << 20);
if (typeof trial !== 'string') trial.unmount();
const refusal = typeof trial === 'string' ? ` (not run: ${trial})` : '';

const table = {
  TableName: 'table',
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
};

describe.skipIf(refusal !== '')(`The store on a disk that is full${refusal}`, () => {
  let disk: SmallDisk | undefined;
  afterEach(() => disk?.unmount());

  it('answers 500, reports this once, and then continues with everything that it acknowledged', async () => {
    const mounted = mountSmallDisk(48 << 20);
    if (typeof mounted === 'string') throw new Error(mounted);
    disk = mounted;
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const store = openStore(path.join(disk.folder, 'dynamodb'));
    const ask = async (operation: string, parameters: object) =>
      await store.ask(operation, JSON.stringify({ TableName: 'table', ...parameters }));
    const put = async (pk: string): Promise<number> =>
      (await ask('PutItem', { Item: { pk: { S: pk }, text: { S: 'x'.repeat(20_000) } } })).status;
    const has = async (pk: string): Promise<boolean> =>
      (await ask('GetItem', { Key: { pk: { S: pk } } })).body.includes(`"${pk}"`);
    await ask('CreateTable', table);
    await vi.waitFor(async () => expect(await put('first')).toBe(200), { timeout: 30_000 });

    const kept = ['first'];
    for (let round = 1; round <= 2; round += 1) {
      disk.fill(64 * 1024);
      let refused = 0;
      for (let count = 0; count < 30; count += 1) {
        const pk = `${round}-${count}`;
        const status = await put(pk);
        if (status === 200) kept.push(pk);
        else {
          expect(status).toBe(500);
          refused += 1;
        }
      }
      expect(refused).toBeGreaterThan(5);
      // Reads still succeed.
      expect(await has('first')).toBe(true);
      disk.free();
      expect(await put(`free-${round}`)).toBe(200);
      kept.push(`free-${round}`);
      for (const pk of kept) expect([pk, await has(pk)]).toEqual([pk, true]);
    }
    const once = [
      'local DynamoDB: the disk is full or fails; writes continue when the disk has space again',
      'local DynamoDB: the disk has space again',
    ];
    expect(said.mock.calls.flat()).toEqual([...once, ...once]);
    said.mockRestore();
    await store.close();
  });
});
