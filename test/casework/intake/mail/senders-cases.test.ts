import { describe, expect, it } from 'vitest';
import { identifierHash } from '#casework/commit/keys.ts';
import type { Verdicts } from '#domain/mail/verdicts.ts';
import { passed, rawMail } from '../../../domain/mail/mail.ts';
import { openIn } from '../../desk.ts';
import { access, now, Office, replyTo } from '../../office.ts';

const lettersTo = (office: Office, address: string): number => office.sent.filter(({ to }) => to === address).length;

describe('A request after another one in the same name that is held without letters', () => {
  it.each<[string, Partial<Verdicts>]>([
    ['forged', { dmarc: 'FAIL' }],
    ['unchecked', { dmarc: null }],
    ['infected, from an unproven sender', { dmarc: 'GRAY', virus: 'FAIL' }],
  ])('opens a separate case and is acknowledged: the held one was %s', async (_, more) => {
    const office = new Office();
    const forged = await office.receive(rawMail(access), { id: 'm1', verdicts: { ...passed, ...more } });
    expect(forged.outcome).toBe('held');
    expect(lettersTo(office, 'olle@example.org')).toBe(0);
    const genuine = await office.receive(rawMail(access), { id: 'm2' });
    expect(genuine).toMatchObject({ outcome: 'opened', why: 'asks-for-a-right' });
    expect(genuine.caseId).not.toBe(forged.caseId);
    expect(office.letters(genuine.caseId)).toEqual(['M1 olle@example.org']);
    expect(await office.notes(forged.caseId ?? '')).toEqual([]);
    // The held case ends without a letter, and the genuine one is not affected.
    await office.command(forged.caseId ?? '', { type: 'end', ending: 'not-a-request', text: null });
    expect(await office.state(genuine.caseId)).toMatchObject({ stage: { kind: 'identifying' } });
  });

  it('is added to the held one after staff have lifted the hold', async () => {
    const office = new Office();
    const { caseId = '' } = await office.receive(rawMail(access), { verdicts: { ...passed, dmarc: 'FAIL' } });
    await office.command(caseId, { type: 'lift-hold' });
    expect(await office.receive(rawMail(access), { id: 'm2' })).toMatchObject({ outcome: 'attached', caseId });
  });

  it('is added to a held one whose sender got a letter', async () => {
    const office = new Office();
    const erasure = rawMail('Radera mina uppgifter, tack.');
    const { caseId } = await office.receive(erasure);
    expect(await office.receive(erasure, { id: 'm2' })).toMatchObject({ outcome: 'attached', caseId });
  });

  it('that withdraws a request is added to the only case that sent letters, which staff read', async () => {
    const office = new Office();
    const { caseId } = await office.receive(rawMail(access), { id: 'm1' });
    await office.receive(rawMail(access), { id: 'm2', verdicts: { ...passed, dmarc: 'FAIL' } });
    const back = await office.receive(rawMail('Jag tar tillbaka min begäran.'), { id: 'm3' });
    expect(back).toMatchObject({ outcome: 'attached', caseId, why: 'takes-back' });
    expect(await office.state(caseId)).toMatchObject({
      common: { alerts: [{ alert: 'reply-to-decide', key: 'reply-to-decide/2026-03-02' }] },
      stage: { kind: 'identifying' },
    });
  });
});

describe('A request from a mailbox that has an open case', () => {
  const ask = 'Hej, jag vill ha ett registerutdrag med alla uppgifter ni har om mig.';
  const from = (text: string, id: string) =>
    [rawMail(`${ask} ${text}`, { From: 'familjen@example.org' }), { id }] as const;
  const anna = 'Mitt personnummer är 18900101-9802.';
  const bertil = 'Mitt personnummer är 18900102-9819.';

  it('of somebody with another personnummer is a separate case, acknowledged, and later mails are added to the right case', async () => {
    const office = new Office();
    const first = await office.receive(...from(anna, 'm1'));
    const second = await office.receive(...from(bertil, 'm2'));
    expect([first.outcome, second.outcome]).toEqual(['opened', 'opened']);
    expect(second.caseId).not.toBe(first.caseId);
    expect((await office.profile(second.caseId)).claimed).toEqual([{ kind: 'personnummer', value: '189001029819' }]);
    expect(lettersTo(office, 'familjen@example.org')).toBe(2);
    expect(await office.notes(first.caseId ?? '')).toEqual([]);
    expect(await office.receive(...from(bertil, 'm3'))).toMatchObject({ outcome: 'attached', caseId: second.caseId });
    expect(await office.receive(...from(anna, 'm4'))).toMatchObject({ outcome: 'attached', caseId: first.caseId });
    // Staff decide which of the two the mail withdraws.
    const back = rawMail(`Jag tar tillbaka min begäran. ${bertil}`, { From: 'familjen@example.org' });
    expect(await office.receive(back, { id: 'm5' })).toMatchObject({ outcome: 'held' });
  });

  it.each([
    ['telephone number', 'Telefon 070-174 06 12.', 'Telefon 070-174 06 13.'],
    ['customer number', 'Kundnummer 4711.', 'Kundnummer 4712.'],
    ['personnummer beside one’s own', anna, `${anna} Och sambons 18900102-9819.`],
  ])('with another %s is a separate case', async (_, mine, other) => {
    const office = new Office();
    const { caseId } = await office.receive(...from(mine, 'm1'));
    expect((await office.receive(...from(other, 'm2'))).caseId).not.toBe(caseId);
    expect(await office.receive(...from(mine, 'm3'))).toMatchObject({ outcome: 'attached', caseId });
  });

  it('that was made in the portal with another personnummer is a separate case', async () => {
    const office = new Office();
    const identifiers = [
      { kind: 'email', value: 'familjen@example.org' },
      { kind: 'personnummer', value: '18900101-9802' },
    ] as const;
    const caseId = await openIn(office, { identifiers: [...identifiers] });
    const other = await office.receive(...from(bertil, 'm1'));
    expect(other.outcome).toBe('opened');
    expect(other.caseId).not.toBe(caseId);
    expect(await office.receive(...from(anna, 'm2'))).toMatchObject({ outcome: 'attached', caseId });
  });

  it('that has two is added to the one with its number, although the other is older and has none', async () => {
    const office = new Office();
    const email = { kind: 'email', value: 'familjen@example.org' } as const;
    await openIn(office, { identifiers: [email] });
    const caseId = await openIn(office, { identifiers: [email, { kind: 'personnummer', value: '18900102-9819' }] });
    expect(await office.receive(...from(bertil, 'm1'))).toMatchObject({ outcome: 'attached', caseId });
  });

  it('whose person was proven without a personnummer gets no mail that states one; before the proof it does', async () => {
    const office = new Office();
    const { caseId = '' } = await office.receive(...from('', 'm1'));
    expect(await office.receive(...from(anna, 'm2'))).toMatchObject({ outcome: 'attached', caseId });
    const { hash } = (await office.state(caseId)).common.facts.contact;
    await office.command(caseId, { type: 'prove-with', method: 'login', identifier: { kind: 'email', hash } }, now);
    const after = await office.receive(...from(anna, 'm3'));
    expect([after.outcome, after.caseId === caseId]).toEqual(['opened', false]);
    expect(await office.receive(...from('', 'm4'))).toMatchObject({ outcome: 'attached', caseId });
  });

  it('whose person was proven with a personnummer gets the mail that states the same', async () => {
    const office = new Office();
    const { caseId = '' } = await office.receive(...from('', 'm1'));
    const { caseKey } = await office.profile(caseId);
    const identifier = { kind: 'personnummer', value: '189001019802' } as const;
    const hash = identifierHash(caseKey, identifier);
    await office.command(caseId, { type: 'prove-with', method: 'e-id', identifier: { kind: 'personnummer', hash } });
    expect(await office.receive(...from(anna, 'm2'))).toMatchObject({ outcome: 'attached', caseId });
    expect((await office.receive(...from(bertil, 'm3'))).caseId).not.toBe(caseId);
  });
});

describe('Very many mails in the name of one address', () => {
  const gray: Verdicts = { ...passed, dmarc: 'GRAY' };
  const flood = async (office: Office, text: (n: number) => string, verdicts: Verdicts, mails = 60): Promise<void> => {
    for (let n = 0; n < mails; n += 1) await office.receive(rawMail(text(n)), { id: `m${n}`, verdicts });
  };

  it.each<[string, number, (n: number) => string]>([
    ['the same request', 1, (n) => `Jag vill ha ett registerutdrag. Nr ${n}.`],
    [
      'ever another telephone',
      10,
      (n) => `Jag vill ha ett registerutdrag. Telefon 070-174 06 ${String(5 + n).padStart(2, '0')}.`,
    ],
    [
      'ever another client',
      10,
      (n) => `I represent Ann Example. My client wants a copy of her personal data. No ${n}.`,
    ],
  ])('from senders without authentication cause only a few letters to it: %s', async (_, most, text) => {
    const office = new Office();
    await flood(office, text, gray);
    const sent = lettersTo(office, 'olle@example.org');
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThanOrEqual(most);
    // No mail is lost: staff see the held ones.
    const last = await office.receive(rawMail(text(61)), { id: 'last', verdicts: gray });
    expect(last.outcome).toBe('held');
    expect(await office.state(last.caseId)).toMatchObject({ common: { facts: { hold: 'request-unclear' } } });
    expect(lettersTo(office, 'olle@example.org')).toBe(sent);
    // A proven sender gets the receipt of their own request.
    const proven = await office.receive(rawMail('Radera mina uppgifter, tack.'), { id: 'proven' });
    expect(office.letters(proven.caseId)).toEqual(['M1 olle@example.org']);
  });

  it('from senders without authentication cause no letter by requesting something else after a case is full', async () => {
    const office = new Office();
    await flood(office, (n) => `Jag vill ha ett registerutdrag. Nr ${n}.`, gray);
    const sent = lettersTo(office, 'olle@example.org');
    const more = await office.receive(rawMail('Radera mina uppgifter, tack.'), { id: 'more', verdicts: gray });
    expect(await office.state(more.caseId)).toMatchObject({
      common: { facts: { hold: 'request-unclear', rights: ['erasure'] } },
    });
    expect(lettersTo(office, 'olle@example.org')).toBe(sent);
  });

  it('after more held ones than are looked up cause no letter', async () => {
    const office = new Office();
    await flood(office, (n) => `${access} ${n}`, { ...passed, dmarc: 'FAIL' }, 100);
    expect(await office.receive(rawMail(access), { id: 'gray', verdicts: gray })).toMatchObject({ outcome: 'held' });
    expect(office.sent).toEqual([]);
  });

  it('from proven senders cause one valid code and no other letter, and none after the named case is full', async () => {
    const office = new Office();
    const { caseId = '' } = await office.receive(rawMail(access), { id: 'first' });
    for (let n = 0; n < 55; n += 1) await office.receive(replyTo(caseId, `${access} Svar ${n}.`), { id: `r${n}` });
    expect(office.letters(caseId)).toEqual(['M1 olle@example.org', 'M23/identity-1 olle@example.org']);
    expect(lettersTo(office, 'olle@example.org')).toBe(2);
    const last = await office.receive(replyTo(caseId, access), { id: 'last' });
    expect(await office.state(last.caseId)).toMatchObject({
      common: { facts: { hold: 'request-unclear' } },
      stage: { kind: 'held' },
    });
    expect((await office.notes(caseId)).length).toBeGreaterThan(40);
  });
});

describe('A request under another name from the mailbox of an open case', () => {
  const ek = (name: string, words = name, more = ''): Buffer =>
    rawMail(`Hej,\n\nJag vill veta vilka personuppgifter ni har om mig. ${more}\n\nMvh\n${words}`, {
      From: `${name} <familjen.ek@example.org>`,
    });
  const asa = async (more = ''): Promise<[Office, string | undefined]> => {
    const office = new Office();
    return [office, (await office.receive(ek('Åsa Ek', 'Åsa Ek', more))).caseId];
  };

  it('is a separate case, and both continue', async () => {
    const [office, first] = await asa();
    const second = await office.receive(ek('Bo Ek'), { id: 'm2' });
    expect(second).toMatchObject({ outcome: 'opened', why: 'asks-for-a-right' });
    expect(second.caseId).not.toBe(first);
    expect(await office.notes(first ?? '')).toEqual([]);
    expect((await office.profile(second.caseId)).names).toEqual(['Bo Ek']);
    // After that each mail is added to the right case.
    expect(await office.receive(ek('Bo Ek'), { id: 'm3' })).toMatchObject({ caseId: second.caseId });
    expect(await office.receive(ek('"Ek, Asa"', 'Åsa'), { id: 'm4' })).toMatchObject({
      outcome: 'attached',
      caseId: first,
    });
  });

  it.each([
    ['only the words are signed by another', ek('Åsa Ek', 'Bo Ek')],
    ['only the field shows another', ek('Bo Ek', 'Åsa Ek')],
    ['the family name is another, as after a marriage', ek('Åsa Berg')],
    ['only initials are given', ek('Å. Ek', 'Å. Ek')],
  ])('is held if %s', async (_, raw) => {
    const [office, first] = await asa();
    const second = await office.receive(raw, { id: 'm2' });
    expect(second.outcome).toBe('held');
    expect(await office.state(second.caseId)).toMatchObject({
      common: { facts: { hold: 'person-unclear', rights: ['access'] } },
    });
    expect(await office.notes(first ?? '')).toEqual([]);
  });

  it('is added to it if the same personnummer shows that it is one person, but not for a shared telephone', async () => {
    const [office, first] = await asa('Personnummer 18900101-9802, telefon 070-174 06 12.');
    const married = ek('Åsa Berg', 'Åsa Berg', 'Personnummer 18900101-9802.');
    expect(await office.receive(married, { id: 'm2' })).toMatchObject({ outcome: 'attached', caseId: first });
    const shared = await office.receive(ek('Bo Ek', 'Bo Ek', 'Telefon 070-174 06 12.'), { id: 'm3' });
    expect(await office.state(shared.caseId)).toMatchObject({ common: { facts: { hold: 'person-unclear' } } });
  });

  it('does not withdraw it', async () => {
    const [office, first] = await asa();
    const raw = rawMail('Jag tar tillbaka min begäran.\n\nMvh\nBo Ek', { From: 'Bo Ek <familjen.ek@example.org>' });
    expect(await office.receive(raw, { id: 'm2' })).toMatchObject({ outcome: 'held' });
    expect((await office.state(first)).stage.kind).toBe('identifying');
  });
});
