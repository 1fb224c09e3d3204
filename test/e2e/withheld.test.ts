// Staff refuse a part of an answer, and take an answer back. The test checks what the person gets in the end.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifestPath, manifestSchema, type Manifest } from '#answer/manifest.ts';
import { verifyExport } from '#answer/verify-export.ts';
import { names } from '#infra/local/runner/environment.ts';
import { unpack } from '../answer/unpack.ts';
import { organisationWith, startTestSystem, type OpenedCase, type TestSystem } from '../support/system.ts';

const policy = { approveSearch: 'automatic', secondPerson: 'where-it-matters' } as const;
const email = 'ragna.provare@example.org';

let test: TestSystem;
let opened: OpenedCase;
let url: string;

beforeAll(async () => {
  test = await startTestSystem({ organisation: organisationWith(['hubspot', 'scrive'], policy) });
  test.plant({ givenName: 'Ragna', familyName: 'Provare', emails: [email] });
  opened = await test.open(email);
  await test.prove(opened);
});
afterAll(async () => await test.close());

async function unpacked(address: string): Promise<{ files: Map<string, Buffer>; manifest: Manifest }> {
  const response = await fetch(address);
  expect(response.status).toBe(200);
  const bytes = Buffer.from(await response.arrayBuffer());
  const file = path.join(test.folder, 'answer.zip');
  await writeFile(file, bytes);
  expect(await verifyExport(file)).toMatchObject({ ok: true });
  const files = unpack(bytes);
  return { files, manifest: manifestSchema.parse(JSON.parse(String(files.get(manifestPath)))) };
}

describe('A part that is refused', () => {
  const reason = 'Handlingarna rör en annan avtalspart.';

  it('can be chosen from the kinds in the case, and sends a released answer back to the review', async () => {
    const { reference } = opened;
    const view = await test.driveUntil(reference, ({ waitingFor }) => waitingFor === 'release');
    const kinds = view.held.flatMap(({ system, resources }) => resources.map((one) => `${system}/${one.resource}`));
    expect(kinds).toEqual(expect.arrayContaining(['hubspot/contact', 'scrive/signing-party', 'scrive/document']));
    const unheld = { system: 'hubspot', resource: 'deals', ground: 'others-rights', reason } as const;
    const wrong = test.command(test.erik, reference, {
      type: 'refuse',
      scope: 'part',
      ground: 'others-rights',
      reason,
      items: [unheld],
    });
    await expect(wrong).rejects.toMatchObject({ status: 400 });
    const items = (['signing-party', 'document', 'history'] as const).flatMap((resource) =>
      kinds.includes(`scrive/${resource}`)
        ? [{ system: 'scrive', resource, ground: 'others-rights' as const, reason }]
        : [],
    );
    await test.command(test.erik, reference, { type: 'refuse', scope: 'part', ground: 'others-rights', reason, items });
    const refused = await test.erik.case(reference);
    expect(refused.systems.find(({ id }) => id === 'scrive')).toMatchObject({ outcome: 'withheld' });
    expect(refused).toMatchObject({ status: 'reviewing', approvals: [] });
    expect(refused.refusals).toMatchObject([{ scope: 'part', standing: 'in-force', inWordsOnly: false }]);
  });

  it('is in no file of the package, which lists the same lines as the letters', async () => {
    const { reference } = opened;
    const view = await test.driveUntil(reference, ({ answers }) => answers.length === 1);
    url = await test.address(opened, 1);
    const { files, manifest } = await unpacked(url);
    const everything = [...files.values()].map(String).join();
    expect([...files.keys()].filter((name) => name.startsWith('systems/scrive'))).toEqual([]);
    for (const value of ['Hyresavtal', '%PDF']) expect(everything).not.toContain(value);
    expect(manifest.systems.find(({ id }) => id === 'scrive')).toMatchObject({
      outcome: 'withheld',
      ground: 'others-rights',
      records: 0,
      files: 0,
    });
    expect(manifest.systems.find(({ id }) => id === 'hubspot')).toMatchObject({ outcome: 'found' });
    const items = view.refusals.flatMap((refusal) => refusal.items);
    expect(manifest.withheld.map(({ system, resource, ground }) => ({ system, resource, ground }))).toEqual(
      items.map(({ system, resource, ground }) => ({ system, resource, ground })),
    );
    for (const { count } of manifest.withheld) expect(count).toBeGreaterThan(0);
    const letters = await test.letters(reference);
    for (const code of ['M6', 'M8']) {
      const text = letters.find((letter) => letter.code === code)?.text.replaceAll(/\s+/g, ' ') ?? '';
      for (const { what } of items) expect(text).toContain(what);
      expect(text).toContain(reason);
      expect(text.split(reason)).toHaveLength(items.length + 1);
    }
    const page = String(files.get('withheld.html'));
    expect(page.split(reason)).toHaveLength(items.length + 1);
  });
});

describe('An answer that went to the wrong person', () => {
  it('is deleted before the command gets its response: the earlier download URL does not work', async () => {
    const { reference } = opened;
    expect((await fetch(url)).status).toBe(200);
    const awareAt = new Date(test.system.clock.now() - 1000).toISOString();
    await test.command(test.erik, reference, { type: 'record-breach', awareAt, round: 1, description: 'Fel person' });
    expect([403, 404]).toContain((await fetch(url)).status);
    const buckets = new S3Client({ ...test.system.operator, endpoint: test.system.addresses.s3 });
    const { Contents = [] } = await buckets.send(new ListObjectsV2Command({ Bucket: names.buckets.exports }));
    expect(Contents).toEqual([]);
    const view = await test.erik.case(reference);
    expect(view.answers).toMatchObject([{ round: 1, takenBack: true }]);
    expect(view.timeline.map(({ type }) => type)).toContain('answer-erased');
  });
});
