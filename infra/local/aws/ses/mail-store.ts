import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { placeFile } from '../../place-file.ts';

const recordSchema = z.object({
  /** SES message id. */
  id: z.string(),
  /** Number of the mail in this mailbox, from 1 in order of arrival; names its file. */
  number: z.int().positive(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  /** ISO 8601, UTC, by the local cloud's clock. */
  acceptedAt: z.iso.datetime(),
});

/** What the mailbox knows of one accepted mail without opening it. */
export type MailRecord = Readonly<z.infer<typeof recordSchema>>;

export interface MailStore {
  /** Returns once the mail would survive a kill or a power cut. */
  add(mail: Omit<MailRecord, 'number'>, message: Buffer): Promise<void>;
  /** Oldest first. */
  list(): MailRecord[];
  /** The bytes of one mail, or `undefined` when there is none with that id. */
  read(id: string): Promise<Buffer | undefined>;
}

/**
 * Mails as files in `folder`: `000001.eml`, with its record beside it in `000001.json`.
 * The record is written first and the .eml is renamed into place last: a mail is accepted when its .eml is there.
 * A record without a mail (killed in between) keeps its number taken, so numbers never repeat.
 */
export async function openMailStore(folder: string): Promise<MailStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = await readdir(folder);
  const records: MailRecord[] = [];
  let last = 0;
  for (const name of names) {
    const number = /^(\d{6,})\.(?:eml|json)(\.part)?$/.exec(name);
    if (number === null) continue;
    last = Math.max(last, Number(number[1]));
    if (number[2] !== undefined) await rm(path.join(folder, name));
    else if (name.endsWith('.eml')) records.push(await readRecord(path.join(folder, `${number[1]}.json`)));
  }
  return {
    async add(mail, message) {
      last += 1;
      const record = { ...mail, number: last };
      const file = path.join(folder, fileName(record));
      const facts = file.replace(/\.eml$/, '.json');
      await placeFile(facts, Buffer.from(`${JSON.stringify(record)}\n`));
      try {
        await placeFile(file, message);
      } catch (error) {
        // Nobody would ever remove the addresses of a mail that was not accepted.
        await rm(facts, { force: true });
        throw error;
      }
      records.push(record);
    },
    list: () => records.toSorted((a, b) => a.number - b.number),
    async read(id) {
      const record = records.find((candidate) => candidate.id === id);
      return record === undefined ? undefined : readFile(path.join(folder, fileName(record)));
    },
  };
}

/** Name of the mail's file within its folder. */
export function fileName(record: MailRecord): string {
  return `${String(record.number).padStart(6, '0')}.eml`;
}

async function readRecord(file: string): Promise<MailRecord> {
  return recordSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}
