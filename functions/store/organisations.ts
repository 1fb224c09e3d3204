import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { canonical, sha256 } from '#domain/canonical/canonical.ts';
import { organisationSchema, type Organisation } from '#domain/organisation/organisation.ts';

/** The key of an organisation's description: the hash of its content. */
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

/** The description with this hash; throws if the stored content has another hash. */
export async function readOrganisation(client: S3Client, bucket: string, hash: string): Promise<Organisation> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: organisationKey(hash) }));
  if (Body === undefined) throw new Error('the organisation has no description');
  const stored: unknown = JSON.parse(await Body.transformToString('utf8'));
  // The hash of the stored text is verified, not of the parsed one: in a description from before a field existed, the
  // default of that field changes the hash. Such a description stays readable for ever.
  if (sha256(canonical(stored)) !== hash) throw new Error('the description of the organisation was changed');
  return organisationSchema.parse(stored);
}
