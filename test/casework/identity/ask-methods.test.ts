import { describe, expect, it } from 'vitest';
import { give, openIn, proveAtDesk } from '../desk.ts';
import { Office } from '../office.ts';

const doubt = { type: 'ask', about: 'identity', why: 'contradicting-details', question: 'Vi ser två namn.' } as const;
const personnummer = { kind: 'personnummer', value: '189001019802' } as const;

async function asked(methods?: string[], options: { readonly number?: boolean } = {}): Promise<string> {
  const office = new Office();
  const identifiers = [
    { kind: 'email', value: 'asa.berg@example.org' } as const,
    ...(options.number ? [personnummer] : []),
  ];
  const caseId = await openIn(office, { identifiers });
  const given = await give(office, caseId, { ...doubt, suspend: false, ...(methods === undefined ? {} : { methods }) });
  if (given !== 'ok') return given;
  return office.sent.findLast(({ headers }) => headers['X-Utdrag-Letter']?.startsWith('M2/') === true)?.text ?? '';
}

describe('A question about who asks', () => {
  it('names every sufficient method if staff choose none', async () => {
    const letter = await asked(undefined, { number: true });
    for (const way of ['en kod', 'logga in', 'Exempel-legitimation'])
      expect(letter.toLowerCase()).toContain(way.toLowerCase());
  });

  it('names the methods that staff chose, and no other', async () => {
    const letter = await asked(['exempel-legitimation'], { number: true });
    expect(letter).toContain('Exempel-legitimation');
    expect(letter).not.toMatch(/logga in|en kod/i);
    expect(letter).toContain('Vi ser två namn.');
    expect(letter).toContain('Vi behöver inget annat.');
  });

  it.each([
    ['an e-ID where no number is stated', 'exempel-legitimation'],
    ['a way that is not needed yet', 'document-check'],
    ['a way that there is not', 'fingerprint'],
  ])('never names %s', async (_, method) => {
    expect(await asked([method])).toMatch(
      /methods: expected methods of proof that the person can use: email-code, login/,
    );
  });

  it('names none if the question is about what the person wants', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const ask = { type: 'ask', about: 'clarification', why: 'request-not-understood', question: 'Vad?' } as const;
    expect(await give(office, caseId, { ...ask, suspend: false, methods: ['login'] })).toMatch(
      /methods: expected no methods/,
    );
  });

  it('asks for a stronger proof than the present one', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    await proveAtDesk(office, caseId);
    expect(await give(office, caseId, { ...doubt, suspend: false, methods: ['email-code'] })).toMatch(
      /methods: expected/,
    );
  });
});
