import { describe, expect, it } from 'vitest';
import type { LetterCode } from '#letters/letter.ts';
import { flat, textOf } from './read.ts';

const codes: readonly LetterCode[] = ['M2', 'M20', 'M21', 'M27', 'M30', 'FORWARD', 'STATUS', 'REOPENED'];

describe('A letter of a complaint or a claim', () => {
  it.each(codes)('%s speaks of it, and of no request', async (code) => {
    for (const [language, matter, its] of [
      ['sv', 'complaint', 'klagomål'],
      ['sv', 'claim', 'krav'],
      ['en', 'complaint', 'complaint'],
      ['en', 'claim', 'claim'],
    ] as const) {
      const situation = code === 'M21' && matter === 'claim' ? 2 : 1;
      const text = flat(await textOf(code, language, situation, { matter, rights: [] }));
      expect(text).toContain(its);
      expect(text).not.toMatch(/begäran|din rätt|request/);
    }
  });

  it('a refusal refuses the complaint', async () => {
    const refused = async (language: 'sv' | 'en'): Promise<string> =>
      flat(await textOf('M6', language, 1, { matter: 'complaint', rights: [] }));
    expect(await refused('sv')).toContain('Vi avslår helt ditt klagomål.');
    expect(await refused('en')).toContain('We refuse the whole of your complaint.');
  });
});
