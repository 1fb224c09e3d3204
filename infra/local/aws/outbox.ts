import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { placeFile } from '../place-file.ts';

/** The fields that every record of a sent message has, for mails and SMS. */
export const sentFields = {
  /** The message id that the service returned to the sender. */
  id: z.string(),
  /** The messages are numbered from 1 as they arrive. File names contain the number, for example `000001.json`. */
  number: z.int().positive(),
  /** When the service accepted the message: ISO 8601, UTC, by the local clock. */
  acceptedAt: z.iso.datetime(),
};

interface Sent {
  readonly id: string;
  readonly number: number;
}

export interface Outbox<Record extends Sent> {
  /** Resolves when the message is on the disk and would survive a kill or a power cut. */
  add(sent: Omit<Record, 'number'>, message?: Buffer): Promise<void>;
  /** The records of all messages, oldest first. */
  list(): readonly Record[];
  /** The bytes of one message, or `undefined` if there is none with that id. */
  read(id: string): Promise<Buffer | undefined>;
}

/**
 * Stores the sent messages as files in `folder`. Each message has a record, for example `000001.json`. A mail also has
 * the file `000001.eml` with the mail itself, which is written after the record. `ending` is the ending of the file
 * that is written last: `eml` for mails, `json` for SMS. A message counts as accepted when this file exists.
 */
export async function openOutbox<Record extends Sent>(
  folder: string,
  schema: z.ZodType<Record>,
  ending: 'eml' | 'json',
): Promise<Outbox<Record>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const records: Record[] = [];
  let last = 0;
  for (const name of await readdir(folder)) {
    const [, number, of, part] = /^(\d{6,})\.(eml|json)(\.part)?$/.exec(name) ?? [];
    if (number === undefined) continue;
    // A mail without its `.eml` file was being written when the process was killed. Its number is not used again.
    if (part === undefined || ending === 'eml') last = Math.max(last, Number(number));
    if (part !== undefined) await rm(path.join(folder, name));
    else if (of === ending)
      records.push(schema.parse(JSON.parse(await readFile(path.join(folder, `${number}.json`), 'utf8'))));
  }
  return {
    async add(sent, message) {
      last += 1;
      const record = schema.parse({ ...sent, number: last });
      const facts = path.join(folder, fileName(record, 'json'));
      await placeFile(facts, Buffer.from(`${JSON.stringify(record)}\n`));
      try {
        if (message !== undefined) await placeFile(path.join(folder, fileName(record, 'eml')), message);
      } catch (error) {
        // If the mail cannot be written, its record is removed, because the record contains addresses.
        await rm(facts, { force: true });
        throw error;
      }
      records.push(record);
    },
    list: () => records.toSorted((a, b) => a.number - b.number),
    async read(id) {
      const record = records.find((candidate) => candidate.id === id);
      return record === undefined ? undefined : readFile(path.join(folder, fileName(record, ending)));
    },
  };
}

/** The name of a file in the folder: a mail (`eml`), or the record of a mail or an SMS (`json`). */
export function fileName({ number }: Sent, ending: 'eml' | 'json'): string {
  return `${String(number).padStart(6, '0')}.${ending}`;
}
