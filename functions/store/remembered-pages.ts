import type { FindingsPage } from '#domain/findings/finding.ts';

/** A page of findings, and the length of its stored text. */
export interface ReadPage {
  readonly page: FindingsPage;
  readonly characters: number;
}

/** How long the texts of the remembered pages may be together. In memory a page takes up to ten times as much. */
const mostCharacters = 4 * 1024 * 1024;

/**
 * Reads pages by `read`, and remembers them until `mostCharacters` is reached: the first pages stay, and the others are
 * read each time. An answer is made from several readings of all pages, and a stored page never changes. What remembers
 * must not be used after the event for which it was made, so that no data of a person stay in memory.
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
