import { describe, expect, it } from 'vitest';
import type { LetterName } from '#domain/case/letters/letters.ts';
import { flat, textOf } from './read.ts';

const codes: readonly LetterName[] = [
  'identity-request',
  'redirect',
  'complaint-acknowledgement',
  'withdrawal-confirmed',
  'by-post',
  'forwarded',
  'delay',
  'reopened',
];

describe('A letter about a complaint or a claim', () => {
  it.each(codes)('%s names it, and does not speak of a request', async (code) => {
    for (const [language, matter, its] of [
      ['sv', 'complaint', 'klagomål'],
      ['sv', 'claim', 'krav'],
      ['en', 'complaint', 'complaint'],
      ['en', 'claim', 'claim'],
    ] as const) {
      const situation = code === 'complaint-acknowledgement' && matter === 'claim' ? 2 : 1;
      const text = flat(await textOf(code, language, situation, { matter, rights: [] }));
      expect(text).toContain(its);
      expect(text).not.toMatch(/begäran|din rätt|request/);
    }
  });

  it('a refusal says that the complaint is refused', async () => {
    const refused = async (language: 'sv' | 'en'): Promise<string> =>
      flat(await textOf('refusal', language, 1, { matter: 'complaint', rights: [] }));
    expect(await refused('sv')).toContain('Vi avslår helt ditt klagomål.');
    expect(await refused('en')).toContain('We refuse the whole of your complaint.');
  });
});
