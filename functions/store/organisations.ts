import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { canonical, sha256 } from '#domain/canonical/canonical.ts';
import { organisationSchema, type Organisation } from '#domain/organisation/organisation.ts';

/** Where an organisation's description lies: under the hash of its content. */
export function organisationKey(hash: string): string {
  return `organisation/${hash}.json`;
}

/** Reads descriptions by hash, each once. */
export function organisationReader(client: S3Client, bucket: string): (hash: string) => Promise<Organisation> {
  const known = new Map<string, Organisation>();
  return async (hash) => {
    const organisation = known.get(hash) ?? (await readOrganisation(client, bucket, hash));
    known.set(hash, organisation);
    return organisation;
  };
}

/** The description with this hash; throws when what lies there is not what the hash says. */
export async function readOrganisation(client: S3Client, bucket: string, hash: string): Promise<Organisation> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: organisationKey(hash) }));
  if (Body === undefined) throw new Error('the organisation has no description');
  const stored: unknown = JSON.parse(await Body.transformToString('utf8'));
  // What was stored is verified, not what we read in it: a description from before a field existed has another hash
  // once the field's default is filled in, and stays readable for ever.
  if (sha256(canonical(stored)) !== hash) throw new Error('the description of the organisation was changed');
  return organisationSchema.parse(stored);
}
