import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { placeFile } from '../../place-file.ts';

const recordSchema = z.strictObject({
  /** Message id of the service. */
  id: z.string(),
  /** Number of the SMS here, from 1 in order of arrival; names its file. */
  number: z.int().positive(),
  /** The origination identity. */
  from: z.string(),
  /** E.164. */
  to: z.string(),
  text: z.string(),
  /** ISO 8601, UTC, by the local cloud's clock. */
  acceptedAt: z.iso.datetime(),
});

/** One accepted SMS. */
export type SmsRecord = Readonly<z.infer<typeof recordSchema>>;

export interface SmsStore {
  /** Returns once the SMS would survive a kill or a power cut. */
  add(sms: Omit<SmsRecord, 'number'>): Promise<void>;
  /** Oldest first. */
  list(): readonly SmsRecord[];
}

/** SMS as files in `folder`: `000001.json`. An SMS is accepted when its file is there. */
export async function openSmsStore(folder: string): Promise<SmsStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const records: SmsRecord[] = [];
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    if (name.endsWith('.json.part')) await rm(file);
    else if (name.endsWith('.json')) records.push(recordSchema.parse(JSON.parse(await readFile(file, 'utf8'))));
  }
  let last = Math.max(0, ...records.map(({ number }) => number));
  return {
    async add(sms) {
      last += 1;
      const record = { ...sms, number: last };
      await placeFile(path.join(folder, smsFileName(record)), Buffer.from(`${JSON.stringify(record)}\n`));
      records.push(record);
    },
    list: () => records.toSorted((a, b) => a.number - b.number),
  };
}

/** Name of the SMS's file within its folder. */
export function smsFileName({ number }: SmsRecord): string {
  return `${String(number).padStart(6, '0')}.json`;
}
