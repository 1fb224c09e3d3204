import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { handEntrySchema, type HandEntry } from '#domain/findings/manual.ts';

/**
 * What staff have found so far in the systems that they search by hand. Each entry is one S3 object. No answer contains
 * an entry before staff finish the search.
 */
export interface HandEntries {
  /** The entries of a system, in the order in which they were added. */
  list(caseId: string, system: string): Promise<readonly HandEntry[]>;
  /** Stores an entry. If its id was used before, nothing is stored, and what has this id is returned. */
  add(caseId: string, system: string, entry: HandEntry): Promise<'added' | HandEntry | 'taken-back'>;
  /** Takes an entry back: its content is overwritten. */
  takeBack(caseId: string, system: string, entry: string): Promise<void>;
}

const storedSchema = z.union([handEntrySchema, z.strictObject({ takenBack: z.literal(true) })]);
type Stored = z.infer<typeof storedSchema>;

/** Stores the entries in the bucket of the findings, so that they are erased with the findings of their case. */
export function handEntries(client: S3Client, bucket: string): HandEntries {
  const under = (caseId: string, system: string): string => `${caseId}/hand/${system}/`;
  const keyOf = (caseId: string, system: string, entry: string): string => `${under(caseId, system)}${entry}.json`;
  const read = async (Key: string): Promise<Stored> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
    if (Body === undefined) throw new Error('an entry of a search by hand has no content');
    return storedSchema.parse(JSON.parse(await Body.transformToString('utf8')));
  };
  const keys = async (prefix: string): Promise<readonly string[]> => {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
    return Contents.flatMap(({ Key }) => (Key === undefined ? [] : [Key]));
  };
  return {
    async list(caseId, system) {
      const stored = await Promise.all((await keys(under(caseId, system))).map(read));
      return stored
        .flatMap((one) => ('takenBack' in one ? [] : [one]))
        .toSorted((a, b) => (a.at === b.at ? (a.entry < b.entry ? -1 : 1) : a.at < b.at ? -1 : 1));
    },
    async add(caseId, system, entry) {
      const Key = keyOf(caseId, system, entry.entry);
      const Body = JSON.stringify(handEntrySchema.parse(entry));
      try {
        await client.send(
          new PutObjectCommand({ Bucket: bucket, Key, Body, ContentType: 'application/json', IfNoneMatch: '*' }),
        );
        return 'added';
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'PreconditionFailed') throw error;
        const stored = await read(Key);
        return 'takenBack' in stored ? 'taken-back' : stored;
      }
    },
    async takeBack(caseId, system, entry) {
      const Key = keyOf(caseId, system, entry);
      const Body = JSON.stringify({ takenBack: true });
      await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ContentType: 'application/json' }));
    },
  };
}
