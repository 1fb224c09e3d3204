import { describe, expect, it } from 'vitest';
import { PackageStopped, stopForHits } from '#casework/answer/stop-for-hits.ts';

describe('a package in which the last look found something', () => {
  const id = { round: 1, attempt: 2 };
  const hits = [{ value: 0, path: 'index.html' }];

  it('is erased, and the error says where it was found and not what', async () => {
    const erased: unknown[] = [];
    const exports = { eraseAnswer: async (...asked: unknown[]) => void erased.push(asked) };
    const stopped = await stopForHits(exports, 'NF-2026-ABCD', id, hits).catch((error: unknown) => error);
    expect(stopped).toBeInstanceOf(PackageStopped);
    expect(stopped).toMatchObject({ hits });
    expect(erased).toEqual([['NF-2026-ABCD', id]]);
  });

  it('is kept if nothing was found', async () => {
    const exports = { eraseAnswer: async () => expect.unreachable() };
    await stopForHits(exports, 'NF-2026-ABCD', id, []);
  });
});
