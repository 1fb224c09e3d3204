import { describe, expect, it } from 'vitest';
import type { SubjectRequest } from '#domain/request.ts';
import { sendCode, verifyIdentity } from '#casework/subject/subject-actions.ts';
import { contact, give, letterOf, openIn, proveAtDesk } from '../desk.ts';
import { flat } from '../../letters/read.ts';
import { deliverIn } from '../case-steps.ts';
import { now, Office } from '../office.ts';

const email = { kind: 'email', value: contact } as const;
const number = { kind: 'personnummer', value: '198507099805' } as const;
const others = 'Vi har inte kunnat kontrollera att övriga uppgifter som du angav är dina.';

async function proveByCode(office: Office, caseId: string): Promise<void> {
  await sendCode(office.casework, caseId, 'identity', now);
  const challenge = (await office.state(caseId)).common.challenges.at(-1)?.id ?? '';
  const code = office.casework.keys.oneTimeCode(caseId, challenge);
  expect(await verifyIdentity(office.casework, caseId, code, now)).toEqual({ ok: true });
}

/** The letter that says that nothing is held, in a case whose person gave the proof `prove`. */
async function answer(
  identifiers: SubjectRequest['identifiers'],
  ...prove: readonly ((office: Office, caseId: string) => Promise<void>)[]
): Promise<string> {
  return answerAt(now, byHand, identifiers, ...prove);
}

type Search = (office: Office, caseId: string) => Promise<void>;

/** A system that staff searched, and that holds nothing. */
const byHand: Search = async (office, caseId) => {
  const plan = { id: 'butiksarkiv', mode: 'manual', level: 'contact-point', special: false } as const;
  await office.command(caseId, { type: 'plan-search', systems: [plan] });
  await office.command(caseId, { type: 'approve-search' });
  const command = { type: 'record-manual-result', system: plan.id, outcome: 'nothing-held' } as const;
  expect(await give(office, caseId, command)).toBe('ok');
};

/** Systems in which no record is certainly the person's. Each has records that may be. */
function uncertain(...systems: readonly { readonly possible: number; readonly disputed: number }[]): Search {
  return async (office, caseId) => {
    const plan = systems.map(
      (_, index) => ({ id: `crm-${index}`, mode: 'automatic', level: 'contact-point', special: false }) as const,
    );
    await office.command(caseId, { type: 'plan-search', systems: plan });
    await office.command(caseId, { type: 'approve-search' });
    for (const [index, counts] of systems.entries())
      await office.command(caseId, {
        type: 'answer-search',
        system: `crm-${index}`,
        wave: 1,
        learned: [],
        result: 'nothing-held',
        records: 0,
        files: 0,
        resources: [],
        ...counts,
      });
  };
}

/** The same if the answer is delivered at `delivered` (ISO 8601). */
async function answerAt(
  delivered: string,
  search: Search,
  identifiers: SubjectRequest['identifiers'],
  ...prove: readonly ((office: Office, caseId: string) => Promise<void>)[]
): Promise<string> {
  const office = new Office();
  const caseId = await openIn(office, { identifiers });
  for (const one of prove) await one(office, caseId);
  await search(office, caseId);
  await deliverIn(office, caseId, { at: delivered });
  return letterOf(office, caseId, 'M8');
}

describe('The letter that nothing is held', () => {
  it('names the address if it was proven, and says what could not be checked (practice 4)', async () => {
    const plain = await answer([email], proveByCode);
    expect(plain).toContain(`inga uppgifter kopplade till ${contact}.`);
    expect(plain).not.toContain(others);
    const more = await answer([email, number], proveByCode);
    expect(more).toContain(`inga uppgifter kopplade till ${contact}.`);
    expect(more).toContain(others);
  });

  it('names no address if something else was searched for', async () => {
    const letter = await answer([email, number], proveAtDesk);
    expect(letter).toContain('inga uppgifter kopplade till det som du har visat är ditt.');
    expect(letter).not.toContain(contact);
    expect(letter).toContain(others);
  });

  it('does not mention unchecked details if everything was checked', async () => {
    const letter = await answer([email, number], proveByCode, proveAtDesk);
    expect(letter).toContain('inga uppgifter kopplade till det som du har visat är ditt.');
    expect(letter).not.toContain(others);
  });

  it('says that it is late, and by how many days, if it is sent after the last day', async () => {
    expect(await answer([email], proveByCode)).not.toContain('för sent');
    const letter = await answerAt('2026-04-05T08:00:00.000Z', byHand, [email], proveByCode);
    expect(flat(letter)).toContain(
      'Svaret kommer för sent. Du skulle ha fått svar senast den 2 april 2026, för 3 dagar sedan.',
    );
  });

  it.each([
    [
      [{ possible: 0, disputed: 1 }],
      '1 post som kan handla om dig. Vi kunde inte avgöra det, så den ingår inte i svaret.',
    ],
    [
      [{ possible: 2, disputed: 0 }],
      '2 poster som kan handla om dig. Vi kunde inte avgöra det, så de ingår inte i svaret.',
    ],
    [
      [
        { possible: 2, disputed: 3 },
        { possible: 0, disputed: 1 },
      ],
      '6 poster som kan handla om dig.',
    ],
  ])('never says that a system has nothing if it has records that may be the person’s', async (systems, sentence) => {
    const letter = flat(await answerAt(now, uncertain(...systems), [email], proveByCode));
    expect(letter).toContain(`Vi har sökt på ${contact} och hittat ${sentence}`);
    expect(letter).not.toMatch(/inga uppgifter|hittar inga|hittar inte/);
    const others = flat(await answerAt(now, uncertain(...systems), [email, number], proveAtDesk));
    expect(others).toContain(`Vi har sökt på det som du har visat är ditt och hittat ${sentence}`);
  });
});
