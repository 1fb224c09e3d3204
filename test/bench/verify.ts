// How fast a package is verified, compared with `unzip -t` on the same file, and how the time grows with the package.
// Needs `unzip`.
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verifyExport } from '#answer/verify-export.ts';
import { processorSeconds } from '../support/processor-time.ts';
import { pack } from './export.ts';
import { median } from './function-process.ts';
import { secondsOfProgram } from './own-process.ts';

const mebibytes = 96;
const fewMebibytes = 24;
const runs = 3;

async function secondsToVerify(file: string, entries: number): Promise<number> {
  const from = processorSeconds();
  const verdict = await verifyExport(file);
  if (!verdict.ok) throw new Error(`the package does not verify: ${verdict.reason}`);
  if (verdict.entries !== entries) throw new Error('the package has another number of files');
  return processorSeconds() - from;
}

/** Changes one byte in the middle of a file. */
async function change(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  const { size } = await handle.stat();
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, Math.floor(size / 2));
  await handle.write(Buffer.from([(buffer[0] ?? 0) ^ 1]), 0, 1, Math.floor(size / 2));
  await handle.close();
}

/**
 * `ofUnzip`: processor time compared with `unzip -t`. `ofFour`: the time for a package compared with that for a quarter
 * of it.
 */
export async function run(): Promise<object> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-verify-'));
  try {
    const [few, many] = [path.join(folder, 'few.zip'), path.join(folder, 'many.zip')];
    const [ofFew, ofMany] = [await pack(fewMebibytes, few), await pack(mebibytes, many)];
    const times: { readonly few: number; readonly many: number; readonly unzip: number }[] = [];
    for (let count = 0; count < runs; count += 1)
      times.push({
        few: await secondsToVerify(few, ofFew.entries),
        many: await secondsToVerify(many, ofMany.entries),
        unzip: await secondsOfProgram(folder, 'unzip', '-tq', many),
      });
    await change(many);
    if ((await verifyExport(many)).ok) throw new Error('a changed package verifies');
    return {
      mebibytes,
      ofUnzip: median(times.map((one) => one.many / one.unzip)),
      ofFour: median(times.map((one) => one.many / one.few)),
      mebibytesPerProcessorSecond: mebibytes / median(times.map((one) => one.many)),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
