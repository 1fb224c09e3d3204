import { describe, expect, it } from 'vitest';
import { partsOf } from '#casework/linked/parts-of.ts';
import { openedWith, subjectStatus } from '#casework/subject/subject-actions.ts';
import { person } from '#domain/case/identity/opener.ts';
import { agreed, at, give, openIn, proveAtDesk } from '../desk.ts';
import { now, Office } from '../office.ts';

const rights = ['access', 'erasure', 'portability'] as const;

/** The parts of a case that its person sees. */
async function seen(office: Office, caseId: string, when = now) {
  const state = await office.state(caseId);
  return subjectStatus(state, await partsOf(office.casework, state.common, when, person), when);
}

describe('A request under several rights', () => {
  it('shows each part to the person on its own line, with its own number, status and dates', async () => {
    const office = new Office();
    const caseId = await openIn(office, { rights: [...rights] });
    const { parts } = await seen(office, caseId);
    expect(parts).toMatchObject([
      { rights: ['erasure'], status: 'received', receivedAt: now, due: '2026-04-02' },
      { rights: ['portability'], status: 'received', receivedAt: now, due: '2026-04-02' },
    ]);
    expect(new Set([caseId, ...parts.map(({ reference }) => reference)]).size).toBe(3);
    for (const { reference, accessToken } of parts)
      expect(await openedWith(office.casework, reference, accessToken, now)).toMatchObject({
        common: { caseId: reference },
      });
  });

  it('shows the state of each part, independently of the others', async () => {
    const office = new Office();
    const caseId = await openIn(office, { rights: [...rights] });
    const [erasure] = (await seen(office, caseId)).parts;
    const text = 'Raderat i kundregistret. Personen har fått brev.';
    expect(await give(office, erasure?.reference ?? '', { type: 'end', ending: 'carried-out', reason: text })).toBe(
      'ok',
    );
    expect((await seen(office, caseId)).parts.map(({ status }) => status)).toEqual(['closed', 'received']);
    expect(await office.state(caseId)).toMatchObject({ stage: { kind: 'identifying' } });
  });

  it('gets a receipt for each part once it is proven, each with the number of the other', async () => {
    const office = new Office();
    const caseId = await openIn(office, { rights: ['access', 'erasure'] });
    const [part] = (await seen(office, caseId)).parts;
    const reference = part?.reference ?? '';
    const text = (id: string): string => office.sent.find(({ headers }) => headers['X-Utdrag-Case'] === id)?.text ?? '';
    expect(text(reference)).toBe('');
    await proveAtDesk(office, caseId);
    expect(text(caseId)).toContain('tagit emot din begäran om tillgång till dina personuppgifter (registerutdrag).');
    expect(text(caseId).replaceAll(/\s+/g, ' ')).toContain(
      `Din begäran om radering handläggs för sig, som ärende ${reference}.`,
    );
    expect(text(reference)).toContain('tagit emot din begäran om radering.');
    expect(text(reference).replaceAll(/\s+/g, ' ')).toContain(`Den kom in tillsammans med ärende ${caseId}`);
  });

  it('shows nothing of a part with another contact point, nor of another person’s case', async () => {
    const office = new Office();
    const caseId = await openIn(office, { rights: ['access', 'erasure'] });
    const stranger = await openIn(office, {
      rights: ['access', 'erasure'],
      identifiers: [{ kind: 'email', value: 'annan@example.org' }],
    });
    const [part] = (await seen(office, caseId)).parts;
    const strangers = (await seen(office, stranger)).parts;
    expect(strangers.map(({ reference }) => reference)).not.toContain(part?.reference);
    expect(strangers).toHaveLength(1);

    await proveAtDesk(office, part?.reference ?? '');
    const moved = { type: 'change-contact', email: 'safe@example.net', oldIsLost: true, why: 'unsafe' } as const;
    expect(await agreed(office, part?.reference ?? '', moved, at(1))).toBe('ok');
    expect((await seen(office, caseId, at(40))).parts).toEqual([]);
  });
});
