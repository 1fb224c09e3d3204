// A circumstance is about the person: it applies in every case of the person, wherever staff marked and decided on it.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settle } from '#casework/commit/settle.ts';
import { contactAt } from '#domain/case/state.ts';
import { circumstanceSchema, protectsSomebody, type Circumstance } from '#domain/case/vocabulary.ts';
import { agreed, at, enterContactCode, give, openIn, wish } from '../desk.ts';
import { rawMail } from '../../domain/mail/mail.ts';
import { access, Office, replyTo } from '../office.ts';

const all = circumstanceSchema.options;
const protective = all.filter(protectsSomebody);

/** A case from which two others were split off. */
async function family(): Promise<{ office: Office; whole: string; one: string; other: string }> {
  const office = new Office();
  const whole = await openIn(office, { rights: ['access', 'erasure', 'rectification'] });
  const [one = '', other = ''] = (await office.state(whole)).common.splits.map((split) => split.case);
  return { office, whole, one, other };
}

const mark = async (office: Office, where: string, circumstance: Circumstance, days = 0): Promise<string> =>
  await give(office, where, { type: 'mark-circumstance', circumstance, present: true }, at(days));
const decide = async (office: Office, where: string, circumstance: Circumstance, applies: boolean, days = 0) =>
  await agreed(office, where, { type: 'decide-circumstance', circumstance, applies, reason: 'Ring aldrig' }, at(days));

/** The state of a circumstance in a case. */
async function standing(office: Office, where: string, circumstance: Circumstance): Promise<string> {
  const { circumstances, undecided } = (await office.state(where)).common;
  if (undecided.has(circumstance)) return 'undecided';
  return circumstances.has(circumstance) ? 'holds' : 'no';
}

describe('A circumstance of the person', () => {
  it.each(all)(
    '(%s) that is marked in a part is marked in the original case and in the other parts',
    async (circumstance) => {
      const { office, whole, one, other } = await family();
      expect(await mark(office, one, circumstance)).toBe('ok');
      const expected = protectsSomebody(circumstance) ? 'undecided' : 'holds';
      for (const where of [whole, one, other]) expect(await standing(office, where, circumstance)).toBe(expected);
    },
  );

  it.each(all)('(%s) that is marked in the original case is marked in the parts', async (circumstance) => {
    const { office, whole, one, other } = await family();
    expect(await mark(office, whole, circumstance)).toBe('ok');
    const expected = protectsSomebody(circumstance) ? 'undecided' : 'holds';
    for (const where of [one, other]) expect(await standing(office, where, circumstance)).toBe(expected);
  });

  it.each(protective.flatMap((one) => [true, false].map((applies) => [one, applies] as const)))(
    '(%s) is decided on for every case where it was marked: %s',
    async (circumstance, applies) => {
      const { office, whole, one, other } = await family();
      await mark(office, one, circumstance);
      expect(await decide(office, one, circumstance, applies, 1)).toBe('ok');
      const expected = applies ? 'holds' : 'no';
      for (const where of [whole, one, other]) expect(await standing(office, where, circumstance)).toBe(expected);
    },
  );

  it.each(protective)(
    '(%s) is copied to the case to which a case is joined, decided on or not',
    async (circumstance) => {
      const office = new Office();
      const earlier = await openIn(office);
      const later = await openIn(office, {}, { when: at(1) });
      await mark(office, later, circumstance, 2);
      expect(await give(office, later, { type: 'join', into: earlier }, at(2))).toMatch(/^out-of-order/);
      expect(await decide(office, later, circumstance, true, 2)).toBe('ok');
      expect(await give(office, later, { type: 'join', into: earlier }, at(2))).toBe('ok');
      expect(await standing(office, earlier, circumstance)).toBe('holds');
      expect((await office.state(earlier)).common.everMarked.has(circumstance)).toBe(true);
      // A circumstance that becomes known later in an ended case stops the case that continues.
      const next = protective.find((one) => one !== circumstance) ?? 'child';
      expect(await mark(office, later, next, 3)).toBe('ok');
      expect(await standing(office, earlier, next)).toBe('undecided');
    },
  );

  it('of the case that continues is known in the case that was joined to it, and in its parts', async () => {
    const office = new Office();
    const earlier = await openIn(office);
    const later = await openIn(office, {}, { when: at(1) });
    expect(await give(office, later, { type: 'split', matter: 'complaint', rights: [] }, at(1))).toBe('ok');
    const part = (await office.state(later)).common.splits[0]?.case ?? '';
    expect(await give(office, later, { type: 'join', into: earlier }, at(2))).toBe('ok');
    await mark(office, earlier, 'threatened', 3);
    expect(await standing(office, part, 'threatened')).toBe('undecided');
  });

  it('is known in a complaint or a request that the person makes after the end', async () => {
    const office = new Office();
    const first = await openIn(office);
    expect(await give(office, first, { type: 'end', ending: 'cannot-find', reason: 'Inget' }, at(1))).toBe('ok');
    const complained = await wish(office, first, { type: 'complain', text: 'Det var fel', damages: false }, at(2));
    const complaint = complained.ok && 'reference' in complained ? (complained.reference ?? '') : '';
    await mark(office, first, 'threatened', 3);
    await settle(office.casework, complaint, at(3));
    expect(await standing(office, complaint, 'threatened')).toBe('undecided');
    await mark(office, complaint, 'child', 4);
    expect(await standing(office, first, 'child')).toBe('undecided');
  });

  it('is known in a request for a right whose part has ended', async () => {
    const office = new Office();
    const { caseId: first = '' } = await office.receive(rawMail(access));
    const stop = 'Jag tar tillbaka min begäran. Sluta använda det ni fått in.';
    const ended = { type: 'end', ending: 'withdrawn', reason: 'Told by telephone' } as const;
    const further: string[] = [];
    for (const n of [1, 2, 3]) {
      await office.receive(replyTo(first, stop), { id: `reply-${n}`, at: at(n) });
      const erasure = [...office.commits.keys()].at(-1) ?? '';
      expect((await office.state(erasure)).common.facts.origin?.case).toBe(first);
      further.push(erasure);
      if (n < 3) expect(await give(office, erasure, ended, at(n))).toBe('ok');
      expect(await wish(office, first, { type: 'take-back-withdrawal' }, at(n))).toMatchObject({ ok: true });
    }
    expect(new Set(further).size).toBe(3);
    await mark(office, first, 'threatened', 4);
    await settle(office.casework, further[2] ?? '', at(4));
    expect(await standing(office, further[2] ?? '', 'threatened')).toBe('undecided');
  });

  it('is not copied to another person whose request was in the same letter', async () => {
    const office = new Office();
    const first = await openIn(office);
    const origin = { case: first, as: 'bundle' } as const;
    const second = await openIn(office, { identifiers: [{ kind: 'email', value: 'bo@example.org' }] }, { origin });
    await mark(office, first, 'threatened');
    await settle(office.casework, second, at(1));
    expect(await standing(office, second, 'threatened')).toBe('no');
    await mark(office, second, 'child', 2);
    expect(await standing(office, first, 'child')).toBe('no');
  });

  it('that the staff of a part removed applies there again if it is marked later', async () => {
    const { office, whole, one } = await family();
    await mark(office, whole, 'child');
    await decide(office, whole, 'child', true);
    expect(await give(office, one, { type: 'mark-circumstance', circumstance: 'child', present: false }, at(1))).toBe(
      'ok',
    );
    expect(await standing(office, one, 'child')).toBe('no');
    await settle(office.casework, whole, at(2));
    expect(await standing(office, one, 'child')).toBe('no');
    await give(office, whole, { type: 'mark-circumstance', circumstance: 'child', present: false }, at(3));
    await mark(office, whole, 'child', 4);
    expect(await standing(office, one, 'child')).toBe('undecided');
  });

  it.each(['goes-on', 'called-back'] as const)(
    'is decided on together with a change of address that waits in all cases: it %s',
    async (contact) => {
      const { office, whole, one } = await family();
      await wish(office, whole, { type: 'change-contact', email: 'ny@example.org', old: 'in-use' }, at(1));
      await enterContactCode(office, whole, at(1));
      await mark(office, whole, 'child', 2);
      const decision = { type: 'decide-circumstance', circumstance: 'child', applies: true, reason: 'Ring' } as const;
      expect(await give(office, whole, decision, at(20))).toMatch(/^evidence-missing/);
      expect(await agreed(office, whole, { ...decision, contact }, at(20))).toBe('ok');
      expect(await standing(office, one, 'child')).toBe('holds');
      for (const where of [whole, one]) {
        const state = await office.state(where);
        const moved = (days: number): boolean =>
          contactAt(state.common, at(days, 2)).hash !== state.common.facts.contact.hash;
        expect([moved(25), moved(26)]).toEqual([false, contact === 'goes-on']);
      }
    },
  );

  it('is copied once: nothing is written when everything has been copied', async () => {
    const { office, whole, one, other } = await family();
    await mark(office, one, 'guardian');
    await decide(office, one, 'guardian', true, 1);
    const lengths = async () =>
      await Promise.all([whole, one, other].map(async (where) => (await office.state(where)).common.seq));
    const before = await lengths();
    for (const where of [whole, one, other, whole]) await settle(office.casework, where, at(2));
    expect(await lengths()).toEqual(before);
  });

  it('applies everywhere as soon as it was marked anywhere, whatever was decided before', async () => {
    const step = fc.record({
      where: fc.constantFrom('whole', 'one', 'other'),
      what: fc.constantFrom('mark', 'unmark', 'yes', 'no'),
    } as const);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...protective),
        fc.array(step, { maxLength: 6 }),
        async (circumstance, steps) => {
          const made = await family();
          const { office } = made;
          let days = 0;
          for (const { where, what } of steps) {
            days += 1;
            const caseId = made[where];
            const isNew = (await standing(office, caseId, circumstance)) === 'no';
            if (what === 'mark') await mark(office, caseId, circumstance, days);
            else if (what === 'unmark')
              await give(office, caseId, { type: 'mark-circumstance', circumstance, present: false }, at(days));
            else await decide(office, caseId, circumstance, what === 'yes', days);
            if (what !== 'mark' || !isNew) continue;
            for (const each of [made.whole, made.one, made.other])
              expect(await standing(office, each, circumstance)).not.toBe('no');
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
