import { describe, expect, it } from 'vitest';
import { emptyPage } from '#domain/findings/empty-page.ts';
import { rememberedPages, type ReadPage } from '#store/remembered-pages.ts';

const page = emptyPage({ system: 'hubspot', wave: 1, page: 1, asOf: '2026-01-01T00:00:00.000Z' });

/** Pages of these lengths, and how often each page was read from the bucket. */
function bucket(characters: number): { readonly reads: string[]; read(key: string): Promise<ReadPage> } {
  const reads: string[] = [];
  return {
    reads,
    async read(key) {
      reads.push(key);
      return { page, characters };
    },
  };
}

describe('The pages that one event reads', () => {
  it('are read from the bucket once each', async () => {
    const { reads, read } = bucket(1000);
    const remembered = rememberedPages(read);
    for (const key of ['1', '2', '1', '2', '1']) expect((await remembered(key)).page).toBe(page);
    expect(reads).toEqual(['1', '2']);
  });

  it('are read again each time beyond four million characters, so that a large case fits into the memory', async () => {
    const { reads, read } = bucket(1024 * 1024);
    const remembered = rememberedPages(read);
    for (const _ of [1, 2]) for (const key of ['1', '2', '3', '4', '5', '6']) await remembered(key);
    expect(reads).toEqual(['1', '2', '3', '4', '5', '6', '5', '6']);
  });

  it('count once if two reads begin at the same time', async () => {
    const { reads, read } = bucket(2 * 1024 * 1024);
    const remembered = rememberedPages(read);
    await Promise.all([remembered('1'), remembered('1')]);
    for (const key of ['2', '2']) await remembered(key);
    expect(reads).toEqual(['1', '1', '2']);
  });

  it('are not kept after a failure', async () => {
    let fails = true;
    const remembered = rememberedPages(async () => {
      if (fails) throw new Error('the bucket does not answer');
      return { page, characters: 1 };
    });
    await expect(remembered('1')).rejects.toThrow('the bucket does not answer');
    fails = false;
    expect((await remembered('1')).page).toBe(page);
  });
});
