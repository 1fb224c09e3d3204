import type { FindingsPage } from '#domain/findings/finding.ts';

/** A page of findings, and the length of its stored text. */
export interface ReadPage {
  readonly page: FindingsPage;
  readonly characters: number;
}

/**
 * The most characters that the texts of all remembered pages may have together. In memory a page takes up to ten times
 * as much as its text.
 */
const mostCharacters = 4 * 1024 * 1024;

/**
 * Makes a function that reads pages by `read` and remembers them until they have `mostCharacters` together. The first
 * pages are remembered, and the others are read each time. Pages can be remembered, because a stored page never
 * changes. They should be, because all pages are read several times to make an answer. The function must not be used
 * after the event for which it was made, so that no personal data stay in memory.
 */
export function rememberedPages(read: (key: string) => Promise<ReadPage>): (key: string) => Promise<ReadPage> {
  const known = new Map<string, ReadPage>();
  let left = mostCharacters;
  return async (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const fresh = await read(key);
    if (fresh.characters <= left && !known.has(key)) {
      left -= fresh.characters;
      known.set(key, fresh);
    }
    return fresh;
  };
}
