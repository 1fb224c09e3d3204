// How fast a package is made, compared with `zip -1` on the same files, and how much memory that takes. Needs `zip` and
// `unzip`.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { median } from './function-process.ts';
import { inOwnProcess, secondsOfProgram } from './own-process.ts';
import type { Packed } from './packed-sample.ts';

const mebibytes = 96;
const fewMebibytes = 24;
const runs = 3;
/** The packages with masks: the number of masks, and the mebibytes of documents. */
const masked = { masks: 1000, few: 100, many: 1000 };

/** Makes a package of the sample in a process of its own. */
export async function pack(size: number, file: string, masks = 0): Promise<Packed> {
  const sample = new URL('./packed-sample.ts', import.meta.url);
  return (await inOwnProcess(sample, 'packSample', [size, file, masks])) as Packed;
}

/**
 * `ofZip`: processor time compared with `zip -1`. `memoryOfFour`: memory for a package compared with that for a quarter
 * of it. `masked`: memory for 1,000 MiB compared with 100 MiB, both with 1,000 masked names that the last look searches
 * for.
 */
export async function run(): Promise<object> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-export-'));
  try {
    const file = path.join(folder, 'export.zip');
    const few = await pack(fewMebibytes, file);
    const fewMasked = await pack(masked.few, file, masked.masks);
    const manyMasked = await pack(masked.many, file, masked.masks);
    const pairs: { readonly own: Packed; readonly zip: number }[] = [];
    for (let count = 0; count < runs; count += 1) {
      const own = await pack(mebibytes, file);
      const files = path.join(folder, `files-${count}`);
      await mkdir(files);
      await secondsOfProgram(folder, 'unzip', '-q', file, '-d', files);
      pairs.push({ own, zip: await secondsOfProgram(files, 'zip', '-1', '-q', '-r', '../by-zip.zip', '.') });
      for (const made of [files, path.join(folder, 'by-zip.zip')]) await rm(made, { recursive: true });
    }
    const seconds = median(pairs.map(({ own }) => own.seconds));
    const memory = median(pairs.map(({ own }) => own.memory));
    return {
      mebibytes,
      ofZip: median(pairs.map(({ own, zip }) => own.seconds / zip)),
      mebibytesPerProcessorSecond: mebibytes / seconds,
      memoryOfFour: memory / few.memory,
      memoryMebibytes: memory / (1024 * 1024),
      masked: {
        ...masked,
        memoryOfManyToFew: manyMasked.memory / fewMasked.memory,
        mayBe: 1.25,
        memoryMebibytes: manyMasked.memory / (1024 * 1024),
        mebibytesPerProcessorSecond: masked.many / manyMasked.seconds,
      },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
