import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { canonical, sha256 } from '#domain/canonical/canonical.ts';
import { organisationSchema, type Organisation } from '#domain/organisation/organisation.ts';

/**
 * The S3 key of a description of the organisation (`infra/organisation.yaml`, stored as JSON). `hash` is the SHA-256 of
 * its content.
 */
export function organisationKey(hash: string): string {
  return `organisation/${hash}.json`;
}

/**
 * Makes a function that reads a description by its hash. Each description is read from S3 once and then kept in memory.
 * The function throws if the stored content has another hash.
 */
export function organisationReader(client: S3Client, bucket: string): (hash: string) => Promise<Organisation> {
  const known = new Map<string, Organisation>();
  return async (hash) => {
    const organisation = known.get(hash) ?? (await readOrganisation(client, bucket, hash));
    known.set(hash, organisation);
    return organisation;
  };
}

/** Reads the description with this hash from S3. Throws if the stored content has another hash. */
async function readOrganisation(client: S3Client, bucket: string, hash: string): Promise<Organisation> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: organisationKey(hash) }));
  if (Body === undefined) throw new Error('the stored description of the organisation has no content');
  const stored: unknown = JSON.parse(await Body.transformToString('utf8'));
  // The hash is compared before the schema adds default values. If a later version of the schema has a new field, its
  // default would change the hash of a description that was stored before.
  if (sha256(canonical(stored)) !== hash)
    throw new Error('the stored description of the organisation does not match its hash');
  return organisationSchema.parse(stored);
}
