// Reads stored descriptions from the real local S3.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical, sha256 } from '#domain/canonical/canonical.ts';
import { readDemoOrganisation } from '#infra/local/demo/organisation.ts';
import { startS3, type S3Endpoint } from '#infra/local/aws/s3/s3.ts';
import { organisationKey, organisationReader } from '#store/organisations.ts';

const credentials = { accessKeyId: 'AKIADESCRIPTIONS0000', secretAccessKey: 'secret-of-the-test' };
let folder = '';
let endpoint: S3Endpoint;
let client: S3Client;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'descriptions-'));
  const keys = new Map([
    [credentials.accessKeyId, { name: 'descriptions', secretAccessKey: credentials.secretAccessKey }],
  ]);
  endpoint = await startS3({ access: { keys, record: () => undefined }, folder });
  endpoint.ensureBucket('configuration');
  client = new S3Client({ endpoint: endpoint.url, region: 'eu-north-1', forcePathStyle: true, credentials });
});
afterAll(async () => {
  client.destroy();
  await endpoint.close();
  await rm(folder, { recursive: true });
});

async function store(hash: string, text: string): Promise<void> {
  await client.send(new PutObjectCommand({ Bucket: 'configuration', Key: organisationKey(hash), Body: text }));
}

describe('A stored description', () => {
  it('is read as it was stored', async () => {
    const { organisation, hash } = readDemoOrganisation();
    await store(hash, canonical(organisation));
    expect(await organisationReader(client, 'configuration')(hash)).toEqual(organisation);
  });

  it('is read from the bucket only once', async () => {
    const { organisation, hash } = readDemoOrganisation();
    await store(hash, canonical(organisation));
    const read = organisationReader(client, 'configuration');
    await read(hash);
    await client.send(new DeleteObjectCommand({ Bucket: 'configuration', Key: organisationKey(hash) }));
    expect(await read(hash)).toEqual(organisation);
  });

  it('of the first release can still be read: fields that it lacks get their defaults, and it keeps its hash', async () => {
    const hash = '7e610bf297e72261711daeedc3ed987f26233636d231321aa2ce7f6a2b14b592';
    const text = await readFile(new URL('../golden/organisation-first.json', import.meta.url), 'utf8');
    expect(sha256(text)).toBe(hash);
    await store(hash, text);
    const organisation = await organisationReader(client, 'configuration')(hash);
    expect(organisation.controllers[0]).toMatchObject({ id: 'nordvik', mailboxes: [], evesCountAsHolidays: false });
    expect(organisation.policy).toMatchObject({ secondPerson: 'always', handling: 'several', unansweredDays: 30 });
    expect(sha256(canonical(organisation))).not.toBe(hash);
  });

  it('that was changed is refused, even if only a default was written into it', async () => {
    const { organisation, hash } = readDemoOrganisation();
    await store(hash, canonical({ ...organisation, name: 'Another name' }));
    await expect(organisationReader(client, 'configuration')(hash)).rejects.toThrow('does not match its hash');
    const { promises: _, ...rest } = organisation;
    await store(hash, canonical(rest));
    await expect(organisationReader(client, 'configuration')(hash)).rejects.toThrow('does not match its hash');
  });

  it('whose hash is right but whose content is no description is refused', async () => {
    const text = canonical({ schema: 'organisation/1' });
    await store(sha256(text), text);
    await expect(organisationReader(client, 'configuration')(sha256(text))).rejects.toThrow();
  });
});
