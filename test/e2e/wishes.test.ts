// What a person can request in an open case besides the answer, through the API of the real system.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  manualSystem,
  organisationWith,
  startTestSystem,
  type OpenedCase,
  type RawAnswer,
  type TestSystem,
} from '../support/system.ts';

let test: TestSystem;
beforeAll(async () => {
  test = await startTestSystem({ organisation: organisationWith([manualSystem], { secondPerson: 'never' }) });
}, 120_000);
afterAll(async () => await test?.close());

let people = 0;
const open = async (more: Parameters<TestSystem['open']>[1] = {}): Promise<OpenedCase> =>
  await test.open(`person-${(people += 1)}@example.org`, more);
/** The case with the token from the link in a letter. This token shows that the visitor reads the mail of the case. */
const openByMail = async (): Promise<OpenedCase> => await test.mailed(await open());
const wish = async ({ reference, token }: OpenedCase, body: object): Promise<RawAnswer> =>
  await test.http('POST', `/v1/requests/${reference}/wishes`, {
    body: { wishId: randomUUID(), ...body },
    headers: { authorization: `Bearer ${token}` },
  });
const problemSchema = z.looseObject({
  type: z.string(),
  errors: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
});
const problemOf = ({ text }: RawAnswer): string => {
  const { type, errors = [] } = problemSchema.parse(JSON.parse(text));
  return [type.split(':').at(-1), ...errors.map(({ field }) => field)].join(' ');
};
const status = async ({ reference, token }: OpenedCase) => await test.subject.status(reference, token);
const events = async ({ reference }: OpenedCase): Promise<readonly string[]> =>
  (await test.erik.case(reference)).timeline.map(({ type }) => type);
const lettersTo = async ({ reference }: OpenedCase, code: string): Promise<number> =>
  (await test.letters(reference)).filter((one) => one.code === code).length;

describe('A withdrawal', () => {
  it('is confirmed, can be cancelled for thirty days, and the case then continues where it was', async () => {
    const one = await openByMail();
    expect(problemOf(await wish(one, { type: 'withdraw' }))).toBe('invalid confirm');
    expect((await wish(one, { type: 'withdraw', confirm: true })).status).toBe(200);
    const { status: name, undoUntil } = await status(one);
    expect([name, undoUntil === null]).toEqual(['closed', false]);
    await expect.poll(async () => await lettersTo(one, 'M27')).toBe(1);
    expect((await wish(one, { type: 'take-back-withdrawal' })).status).toBe(200);
    expect(await status(one)).toMatchObject({ status: 'verify', undoUntil: null });
    expect(problemOf(await wish(one, { type: 'take-back-withdrawal' }))).toBe('out-of-order');
  });

  it('that is sent twice is one, and its id cannot be used for another wish', async () => {
    const one = await open();
    const wishId = randomUUID();
    const twice = await Promise.all(
      [1, 2].map(async () => await wish(one, { wishId, type: 'withdraw', confirm: true })),
    );
    expect(twice.map((answer) => answer.status)).toEqual([200, 200]);
    expect((await events(one)).filter((type) => type === 'case-closed')).toHaveLength(1);
    expect(problemOf(await wish(one, { wishId, type: 'take-back-withdrawal' }))).toBe('wish-id-reused wishId');
  });
});

describe('A question', () => {
  const ask = async (one: OpenedCase, about: 'identity' | 'clarification'): Promise<string> => {
    await test.command(test.erik, one.reference, {
      type: 'ask',
      about,
      why: about === 'identity' ? 'contradicting-details' : 'request-not-understood',
      question: 'Vad menar du?',
      suspend: false,
    });
    return (await status(one)).questions[0]?.asking ?? '';
  };

  it('is answered in free text, which staff read and the log does not contain', async () => {
    const one = await open();
    const asking = await ask(one, 'clarification');
    const text = 'Bara det från i våras, tack';
    expect((await wish(one, { type: 'answer-question', asking, everything: false, text })).status).toBe(200);
    expect((await status(one)).questions).toEqual([]);
    expect((await test.erik.case(one.reference)).notes.map((note) => note.text)).toContain(text);
    expect(await test.rune.audit(one.reference)).not.toContain('våras');
  });

  it('is answered with "I want everything" and needs no more words', async () => {
    const one = await open();
    const asking = await ask(one, 'clarification');
    expect(problemOf(await wish(one, { type: 'answer-question', asking, everything: false }))).toBe('invalid text');
    expect((await wish(one, { type: 'answer-question', asking, everything: true })).status).toBe(200);
    const audit = await test.rune.audit(one.reference);
    expect(audit).toMatch(/"everything":true[^\n]*"type":"asking-answered"/);
  });

  it('that nobody asked, or that is about identity, cannot be answered like this', async () => {
    const one = await open();
    const none = await wish(one, { type: 'answer-question', asking: 'asking-9', everything: true });
    expect(problemOf(none)).toBe('invalid asking');
    const asking = await ask(one, 'identity');
    expect(problemOf(await wish(one, { type: 'answer-question', asking, everything: true }))).toBe(
      'invalid everything',
    );
  });
});

describe('A change of the contact address', () => {
  it('is told to the old address and waits, and is refused if the old address is lost and there is no stronger proof', async () => {
    const one = await openByMail();
    const lost = await wish(one, { type: 'change-contact', email: 'ny@example.org', old: 'lost' });
    expect([lost.status, problemOf(lost)]).toEqual([403, 'stronger-proof-needed']);
    expect(problemOf(await wish(one, { type: 'change-contact', email: 'ny.example.org', old: 'in-use' }))).toBe(
      'invalid email',
    );
    expect(problemOf(await wish(one, { type: 'change-contact', email: 'ny@example.org' }))).toBe('invalid old');
    const changed = await wish(one, { type: 'change-contact', email: 'ny@example.org', old: 'in-use' });
    expect(changed.status).toBe(200);
    await expect.poll(async () => await lettersTo(one, 'CONTACT')).toBe(1);
    const enter = async (body: object): Promise<RawAnswer> =>
      await test.http('POST', `/v1/requests/${one.reference}/contact`, {
        headers: { authorization: `Bearer ${one.token}` },
        body,
      });
    const code = await test.code(one.reference, 2);
    const wrong = await enter({ code: String((Number(code) + 1) % 1_000_000).padStart(6, '0') });
    expect([wrong.status, problemOf(wrong)]).toEqual([403, 'code-wrong']);
    expect((await enter({ code: '12' })).status).toBe(400);
    const entered = await enter({ code });
    expect([entered.status, JSON.parse(entered.text)]).toEqual([200, { entered: true }]);
    expect([(await enter({})).status, (await enter({ code })).status]).toEqual([409, 409]);
    expect((await events(one)).filter((type) => type === 'contact-code-entered')).toHaveLength(1);
    expect(await test.rune.audit(one.reference)).not.toContain('ny@example.org');
  });

  it('needs the link of a letter', async () => {
    const one = await open();
    const changed = await wish(one, { type: 'change-contact', email: 'ny@example.org', old: 'in-use' });
    expect([changed.status, problemOf(changed)]).toEqual([403, 'stronger-proof-needed']);
    expect(await events(one)).not.toContain('contact-changed');
  });
});

describe('A complaint', () => {
  it('becomes a separate case with its own day of receipt, once, and the request continues', async () => {
    const one = await openByMail();
    const wishId = randomUUID();
    const complaint = { wishId, type: 'complain', damages: false, text: 'Ni svarar för sent' };
    const [first, again] = [await wish(one, complaint), await wish(one, complaint)];
    const { reference } = z
      .strictObject({ done: z.literal(true), reference: z.string() })
      .parse(JSON.parse(first.text));
    expect(again.text).toBe(first.text);
    expect(reference).not.toBe(one.reference);
    expect(await test.erik.case(reference)).toMatchObject({ status: 'held', message: 'Ni svarar för sent' });
    expect(await status(one)).toMatchObject({ status: 'verify' });
    expect((await events(one)).filter((type) => type === 'split-off')).toHaveLength(1);
    await expect.poll(async () => await lettersTo({ ...one, reference }, 'M21')).toBe(1);
    const more = await wish(one, { type: 'complain', damages: false, text: 'Och dessutom' });
    expect(JSON.parse(more.text)).toMatchObject({ reference });
    expect((await test.erik.case(reference)).notes.map(({ text }) => text)).toEqual(['Och dessutom']);
    const claim = await wish(one, { type: 'complain', damages: true, text: 'Jag vill ha ersättning' });
    expect(JSON.parse(claim.text)).not.toMatchObject({ reference });
  });

  it('is accepted after the end of the case too', async () => {
    const one = await open();
    await wish(one, { type: 'withdraw', confirm: true });
    const sent = await wish(one, { type: 'complain', damages: false, text: 'Det gick inte rätt till' });
    const { reference } = z.looseObject({ reference: z.string() }).parse(JSON.parse(sent.text));
    expect(await test.erik.case(reference)).toMatchObject({ status: 'held' });
  });
});

describe('An objection to the storing of the case', () => {
  it('is recorded, and its text is not in the log', async () => {
    const one = await open();
    expect(problemOf(await wish(one, { type: 'object-to-record', text: '  ' }))).toBe('invalid text');
    expect((await wish(one, { type: 'object-to-record', text: 'Jag vill inte finnas kvar' })).status).toBe(200);
    expect(await events(one)).toContain('retention-objected');
    expect(await test.rune.audit(one.reference)).not.toContain('finnas kvar');
  });
});

describe('A case that was closed without an answer', () => {
  it('continues when the person sends what was missing', async () => {
    const one = await open();
    expect(problemOf(await wish(one, { type: 'go-on', text: 'Här är jag' }))).toBe('out-of-order');
    await test.command(test.erik, one.reference, { type: 'end', ending: 'not-proven' });
    expect((await status(one)).status).toBe('closed');
    expect((await wish(one, { type: 'go-on', text: 'Här är jag' })).status).toBe(200);
    expect((await status(one)).status).toBe('verify');
  });

  it('does not continue after a withdrawal unless the withdrawal is cancelled', async () => {
    const one = await open();
    await wish(one, { type: 'withdraw', confirm: true });
    expect(problemOf(await wish(one, { type: 'go-on', text: 'Jo' }))).toBe('out-of-order');
  });
});

describe('A wish', () => {
  it('is accepted only with the key to the case', async () => {
    const [mine, theirs] = [await open(), await open()];
    const answer = await wish({ ...theirs, token: mine.token }, { type: 'withdraw', confirm: true });
    expect(answer.status).toBe(404);
    expect(await status(theirs)).toMatchObject({ status: 'verify' });
  });

  it.each([
    ['no id', { wishId: undefined }, 'invalid wishId'],
    ['an id that is none', { wishId: 'x' }, 'invalid wishId'],
    ['a field too many', { name: 'Alva' }, 'invalid name'],
    ['a type that is none', { type: 'be-happy' }, 'invalid type'],
    ['text that is too long', { type: 'complain', damages: false, text: 'x'.repeat(4001) }, 'invalid text'],
    ['half of a character', { type: 'complain', damages: false, text: 'x\ud800' }, 'invalid text'],
  ])('with %s is refused with the field and without the value', async (_, change, problem) => {
    const one = await open();
    const answer = await wish(one, { type: 'take-back-withdrawal', ...change });
    expect([answer.status, problemOf(answer)]).toEqual([400, problem]);
    expect(answer.text).not.toMatch(/Alva|be-happy|xxx/);
  });

  it('above the limit is refused, and the earlier ones can be sent again', async () => {
    const one = await open();
    const wishId = randomUUID();
    const first = { wishId, type: 'complain', damages: false, text: 'Ett' };
    await wish(one, first);
    for (let count = 0; count < 19; count += 1) await wish(one, { type: 'object-to-record', text: `Skäl ${count}` });
    const answer = await wish(one, { type: 'object-to-record', text: 'Ett till' });
    expect([answer.status, problemOf(answer)]).toEqual([429, 'too-many-wishes']);
    expect((await wish(one, first)).status).toBe(200);
  });
});
