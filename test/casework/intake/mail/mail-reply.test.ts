import { describe, expect, it } from 'vitest';
import { contactHash } from '#casework/commit/keys.ts';
import type { Reception } from '#casework/intake/mail/reception.ts';
import { caseDates } from '#domain/case/clock/clock-of.ts';
import { withFaults } from '#test/support/memory-stores/faults.ts';
import { passed, rawMail } from '../../../domain/mail/mail.ts';
import { access, now, Office, replyTo, staff } from '../../office.ts';

const later = '2026-03-04T08:00:00.000Z';
/** A case without a reply is closed by the watch alone. */
const clock = { kind: 'clock', id: 'test' } as const;

/** A case of a sender who is proven, before the proof of identity. */
async function opened(text = access): Promise<[Office, string]> {
  const office = new Office();
  const { caseId = '' } = await office.receive(rawMail(text));
  return [office, caseId];
}

describe('a mail about a case', () => {
  it('from its contact becomes a note, once, whose words are not in the log', async () => {
    const [office, caseId] = await opened();
    const send = async (): Promise<Reception> =>
      await office.receive(replyTo(caseId, 'Jag bor nu i Lund.'), { id: 'm2' });
    expect(await send()).toMatchObject({ outcome: 'attached', caseId });
    const commits = office.commits.get(caseId)?.length;
    expect(await send()).toMatchObject({ outcome: 'attached', caseId });
    expect(office.commits.get(caseId)).toHaveLength(commits ?? 0);
    expect((await office.notes(caseId)).join()).toContain('Jag bor nu i Lund.');
    expect((await office.profile(caseId)).inbound).toEqual(['inbound/m1', 'inbound/m2']);
    expect(JSON.stringify([...office.commits])).not.toContain('Lund');
    expect(office.profiled.length).toBe(1);
  });

  it('from somebody else is never added to it', async () => {
    const [office, caseId] = await opened();
    const stranger = await office.receive(replyTo(caseId, 'Ändra adressen till Lund.', { From: 'eva@example.com' }), {
      id: 'm2',
    });
    expect(stranger.caseId).not.toBe(caseId);
    expect(stranger.outcome).toBe('held');
    expect([await office.notes(caseId), (await office.profile(caseId)).inbound]).toEqual([[], ['inbound/m1']]);
  });

  it('that makes the same request again is added to the open case, whose period continues', async () => {
    const [office, caseId] = await opened();
    const again = await office.receive(rawMail(access), { id: 'm2', at: '2026-03-03T08:00:00.000Z' });
    expect(again).toMatchObject({ outcome: 'attached', caseId });
    expect(await office.state(caseId)).toMatchObject({ common: { due: '2026-04-02' } });
  });

  it('that requests something further is noted there and opens a separate case', async () => {
    const [office, caseId] = await opened();
    const more = await office.receive(replyTo(caseId, 'Radera sedan mina uppgifter.'), { id: 'm2' });
    expect(more.outcome).toBe('held');
    expect(more.caseId).not.toBe(caseId);
    expect((await office.profile(more.caseId)).rights).toEqual(['erasure']);
    expect((await office.notes(caseId)).join()).toContain('Radera sedan');
  });

  it('that has ended gets thanks as a note, and a new request as a new case', async () => {
    const [office, caseId] = await opened();
    await office.command(caseId, { type: 'refuse', scope: 'whole', ground: 'excessive', text: 't' });
    await office.command(caseId, { type: 'approve-proposal', proposal: 'proposal-1' }, now, staff('maja'));
    expect(await office.receive(replyTo(caseId, 'Tack!'), { id: 'm2' })).toMatchObject({ outcome: 'attached', caseId });
    const again = await office.receive(replyTo(caseId, access), { id: 'm3' });
    expect(again.outcome).toBe('opened');
    expect(again.caseId).not.toBe(caseId);
  });

  it.each([
    ['of the same words', () => 'Hej igen'],
    ['of ever other words', (n: number) => `Hej igen ${n}`],
  ])('cannot fill the case with any number of mails %s', async (_, words) => {
    const [office, caseId] = await opened();
    for (let n = 0; n < 60; n += 1) await office.receive(replyTo(caseId, words(n)), { id: `n${n}` });
    expect(Object.keys((await office.profile(caseId)).texts).length).toBeLessThanOrEqual(50);
    expect((await office.notes(caseId)).length).toBeLessThanOrEqual(50);
    // A mail that the case does not accept is not lost: it is held for staff.
    expect(office.profiled.length).toBeGreaterThan(1);
  });

  it('of the maximum length, in any letters, still fits', async () => {
    const [office, caseId] = await opened();
    await office.receive(replyTo(caseId, '語'.repeat(50_000)), { id: 'm2' });
    const [note = ''] = await office.notes(caseId);
    expect(Buffer.byteLength(note)).toBeLessThanOrEqual(4_000);
    expect(note).not.toContain('\ufffd');
  });

  it.each(['g: olle@example.org;', 'g: olle@example.org', 'Olle: <olle@example.org>;', ':olle@example.org;'])(
    'from its contact’s address inside a group of addresses is not added to it: %s',
    async (From) => {
      const [office, caseId] = await opened();
      const grouped = await office.receive(replyTo(caseId, 'Jag tar tillbaka min begäran.', { From }), { id: 'm2' });
      expect(grouped.outcome).toBe('held');
      expect(grouped.caseId).not.toBe(caseId);
      expect(await office.state(grouped.caseId)).toMatchObject({ common: { facts: { hold: 'sender-ambiguous' } } });
      expect([await office.notes(caseId), (await office.state(caseId)).stage.kind]).toEqual([[], 'identifying']);
    },
  );

  it('whose sender failed the check is not added to it', async () => {
    const [office, caseId] = await opened();
    const forged = await office.receive(replyTo(caseId, 'Stoppa allt.'), {
      id: 'm2',
      verdicts: { ...passed, dmarc: 'FAIL' },
    });
    expect(forged.caseId).not.toBe(caseId);
    expect([await office.notes(caseId), (await office.profile(caseId)).inbound]).toEqual([[], ['inbound/m1']]);
  });

  it('from an earlier contact is noted and has no effect; from the new one it has', async () => {
    const [office, caseId] = await opened();
    await office.command(caseId, {
      type: 'prove-with',
      method: 'e-id',
      identifier: { kind: 'personnummer', hash: 'a'.repeat(64) },
    });
    const profile = await office.profile(caseId);
    const contact = { kind: 'email', value: 'olle.ny@example.org' } as const;
    const hash = contactHash(profile.caseKey, contact);
    await office.casework.profiles.addContact(caseId, hash, contact);
    await office.command(caseId, {
      type: 'change-contact',
      to: { kind: 'email', hash },
      oldIsLost: true,
      agreed: true,
    });
    await office.receive(replyTo(caseId, 'Jag tar tillbaka min begäran.'), { id: 'm2' });
    expect((await office.state(caseId)).stage.kind).not.toBe('closed');
    expect((await office.notes(caseId)).join()).toContain('another contact of the case');
    await office.receive(replyTo(caseId, 'Jag tar tillbaka min begäran.', { From: 'olle.ny@example.org' }), {
      id: 'm3',
    });
    expect(await office.state(caseId)).toMatchObject({ stage: { kind: 'closed', ending: 'withdrawn' } });
    expect(office.letters(caseId).at(-1)).toBe('M27/1 olle.ny@example.org');
  });

  it('with another personnummer is noted, and the number is not searched for', async () => {
    const [office, caseId] = await opened();
    const text = 'Mitt personnummer har ändrats till 18900102-9819.';
    await office.receive(replyTo(caseId, text), { id: 'm2' });
    expect((await office.profile(caseId)).claimed).toEqual([{ kind: 'phone', value: '+46701740612' }]);
    expect((await office.notes(caseId)).join()).toContain('18900102-9819');
    expect((await office.state(caseId)).common.proofs).toEqual([]);
  });

  it('is added to the case to which the named one was joined', async () => {
    const [office, first] = await opened();
    const { caseId: second = '' } = await office.receive(rawMail('Radera mina uppgifter.'), { id: 'm2', at: later });
    const { receivedAt } = (await office.state(first)).common.facts;
    await office.command(second, { type: 'join', into: first, intoReceivedAt: receivedAt }, later);
    const joined = await office.receive(replyTo(second, 'Hej igen'), { id: 'm3', at: later });
    expect(joined).toMatchObject({ outcome: 'attached', caseId: first });
    expect((await office.notes(first)).join()).toContain('Hej igen');
  });

  it('that complains opens a case for the complaint, received today, and does not change the request', async () => {
    const [office, caseId] = await opened();
    const text = 'Jag klagar på hur ni behandlar mina uppgifter.';
    const { outcome } = await office.receive(replyTo(caseId, text), { id: 'm2', at: later });
    expect(outcome).toBe('attached');
    const state = await office.state(caseId);
    expect(state).toMatchObject({ common: { due: '2026-04-02' }, stage: { kind: 'identifying' } });
    expect(state.common.alerts.map(({ alert }) => alert)).toEqual(['legal']);
    const [split] = state.common.splits;
    expect(await office.state(split?.case)).toMatchObject({
      common: { facts: { matter: 'complaint', receivedAt: later } },
    });
    expect(office.letters(split?.case)).toEqual(['M21 olle@example.org']);
    const before = office.commits.size;
    await office.receive(replyTo(caseId, `${text} Igen.`), { id: 'm3', at: later });
    expect(office.commits.size).toBe(before);
    expect((await office.notes(split?.case ?? '')).join()).toContain('Igen');
  });
});

describe('a reply whose process died', () => {
  /** Delivers a mail to a process that dies before its commit number `n`, and again to a process that survives. */
  async function twice(office: Office, raw: Buffer, n: number): Promise<void> {
    const by = withFaults(office.casework, { call: 'log.append', from: n });
    await office.receive(raw, { id: 'm2', at: later, by }).catch(() => undefined);
    await office.receive(raw, { id: 'm2', at: later });
  }

  it.each(Array.from({ length: 14 }, (_, index) => index + 1))(
    'is a whole withdrawal at the second delivery: before commit %i',
    async (n) => {
      const office = new Office();
      const { caseId = '' } = await office.receive(rawMail(`${access} Rätta också mitt namn till Ola.`));
      const [split] = (await office.state(caseId)).common.splits;
      const text = 'Jag tar tillbaka min begäran. Sluta använda det ni fått in.';
      await twice(office, replyTo(caseId, text), n);
      const state = await office.state(caseId);
      expect(state).toMatchObject({ common: { reopenings: 0 }, stage: { kind: 'closed', ending: 'withdrawn' } });
      expect(state.common.splits.map(({ rights }) => rights)).toEqual([['rectification'], ['erasure']]);
      expect(await office.notes(caseId)).toHaveLength(1);
      expect(await office.notes(split?.case ?? '')).toHaveLength(1);
      expect(office.letters(caseId).filter((one) => one.startsWith('M27'))).toHaveLength(1);
      expect(office.commits.size).toBe(3);
    },
  );

  it.each([1, 2, 3, 4])('is a complete reopening and answer at the second delivery: before commit %i', async (n) => {
    const [office, caseId] = await opened();
    const question = { about: 'identity', why: 'contact-not-known', text: 'words', doubtSince: '2026-03-02' } as const;
    await office.command(caseId, { type: 'ask', ...question, suspend: false });
    await office.command(caseId, { type: 'end', ending: 'no-answer', text: null }, now, clock);
    await twice(office, replyTo(caseId, 'Mitt kundnummer är K-104882.'), n);
    expect(await office.state(caseId)).toMatchObject({ common: { reopenings: 1, askings: [{ answeredAt: later }] } });
    expect(await office.notes(caseId)).toHaveLength(1);
  });
});

describe('a reply to a question', () => {
  const ask = async (
    about: 'identity' | 'clarification',
    why: 'contact-not-known' | 'large-amount',
  ): Promise<[Office, string]> => {
    const [office, caseId] = await opened();
    const doubtSince = '2026-03-02';
    await office.command(caseId, { type: 'ask', about, why, text: 'words', doubtSince, suspend: true });
    expect(caseDates((await office.state(caseId)).common).due).toBeNull();
    return [office, caseId];
  };

  it.each([
    ['M2', 'identity', 'contact-not-known', 'Mitt kundnummer är K-104882.'],
    ['M3', 'clarification', 'large-amount', 'Det räcker med fakturorna från 2024, resten behöver jag inte.'],
  ] as const)('%s answers it, ends the suspension, and never narrows the request', async (_, about, why, text) => {
    const [office, caseId] = await ask(about, why);
    await office.receive(replyTo(caseId, text), { id: 'm2', at: later });
    const state = await office.state(caseId);
    expect(state.common.askings).toMatchObject([{ answeredAt: later }]);
    expect(caseDates(state.common)).toMatchObject({ suspendedDays: 2, unsuspendedDue: '2026-04-02' });
    expect((office.commits.get(caseId) ?? []).join()).toContain('"everything":true');
    expect(state.common.facts.rights).toEqual(['access']);
    expect((await office.notes(caseId)).join()).toContain(text);
    const commits = office.commits.get(caseId)?.length;
    await office.receive(replyTo(caseId, text), { id: 'm2', at: later });
    expect(office.commits.get(caseId)).toHaveLength(commits ?? 0);
  });

  it.each([
    ['thanks only', 'Tack så mycket!\nMvh Olle', {}],
    ['came by an automatic answer', 'Jag är på semester.', { 'Auto-Submitted': 'auto-replied' }],
  ])('is no answer if it %s', async (_, text, headers) => {
    const [office, caseId] = await ask('identity', 'contact-not-known');
    await office.receive(replyTo(caseId, text, headers), { id: 'm2', at: later });
    expect((await office.state(caseId)).common.askings).toMatchObject([{ answeredAt: null }]);
  });

  it('is no answer to a question that was asked after it arrived, however late it is delivered again', async () => {
    const [office, caseId] = await opened();
    const reply = replyTo(caseId, 'Mitt kundnummer är K-104882.');
    await office.receive(reply, { id: 'm2' });
    const question = { about: 'identity', why: 'contact-not-known', text: 'words', doubtSince: '2026-03-02' } as const;
    await office.command(caseId, { type: 'ask', ...question, suspend: false }, later);
    await office.receive(reply, { id: 'm2' });
    expect((await office.state(caseId)).common.askings).toMatchObject([{ answeredAt: null }]);
  });

  it('by somebody else, or whose sender failed the check, answers nothing', async () => {
    const [office, caseId] = await ask('identity', 'contact-not-known');
    await office.receive(replyTo(caseId, 'Kundnummer K-1', { From: 'eva@example.com' }), { id: 'm2', at: later });
    const verdicts = { ...passed, dmarc: 'FAIL' } as const;
    await office.receive(replyTo(caseId, 'Kundnummer K-2'), { id: 'm3', at: later, verdicts });
    expect((await office.state(caseId)).common.askings).toMatchObject([{ answeredAt: null }]);
  });
});

describe('a withdrawal by mail', () => {
  it.each([
    ['sv', 'Hej! Jag tar tillbaka min begäran. Mvh Olle'],
    ['sv', 'Härmed återkallar jag min begäran om registerutdrag.'],
    ['en', 'Hello, I withdraw my request. Regards'],
  ])('ends the case, is confirmed, and can be cancelled for 30 days: %s, %s', async (_, text) => {
    const [office, caseId] = await opened();
    await office.receive(replyTo(caseId, text), { id: 'm2', at: later });
    expect(await office.state(caseId)).toMatchObject({ stage: { kind: 'closed', ending: 'withdrawn' } });
    expect(office.letters(caseId).at(-1)).toBe('M27/1 olle@example.org');
    // The same mail again does not cancel the withdrawal.
    await office.receive(replyTo(caseId, text), { id: 'm2', at: later });
    expect(await office.state(caseId)).toMatchObject({ common: { reopenings: 0 }, stage: { kind: 'closed' } });
    await office.receive(replyTo(caseId, 'Jag ångrar mig, jag vill gå vidare.'), { id: 'm3', at: later });
    expect(await office.state(caseId)).toMatchObject({
      common: { reopenings: 1, due: '2026-04-02' },
      stage: { kind: 'identifying' },
    });
  });

  const html = { 'Content-Type': 'text/html; charset=utf-8' };
  it.each<[string, string, Readonly<Record<string, string>>]>([
    [
      'a quotation without marks',
      'I withdraw my request.\n\nOn 3 March 2026 at 10:11 Nordvik wrote:\n\nNo! Keep going.',
      {},
    ],
    ['a quotation with marks', 'I withdraw my request.\n\nOn 3 March 2026 Nordvik wrote:\n> Sure?', {}],
    ['a quotation in HTML', '<div>I withdraw my request.</div><blockquote>No</blockquote>', html],
    ['marks that HTML draws', '<p><q>Jag återkallar min begäran</q></p>', html],
    ['a picture with words', '<img alt="Jag vill inte att ni tror att"> jag återkallar min begäran.', html],
    ['a mark of a list', '<ul style="list-style:\'Nej! \'"><li>Jag återkallar min begäran.</li></ul>', html],
    ['words in a frame', '<p>I withdraw my request.</p><iframe srcdoc="No"></iframe>', html],
    ['words below a signature mark', 'I withdraw my request.\n-- \nOlle\n\nPS. Only if you have not started yet!', {}],
    [
      'a subject of its own',
      'Jag återkallar min begäran.',
      { Subject: 'Sv: Gör INTE vad mitt ex skriver (ärende REF)' },
    ],
    [
      'a question as its subject',
      'Jag återkallar min begäran.',
      { Subject: 'Re: Vad händer om jag skriver så (ärende REF)' },
    ],
  ])(
    'with more than that, %s, does not end the case: the person confirms it on the page, and staff are told',
    async (_, text, headers) => {
      const [office, caseId] = await opened();
      const own = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, value.replace('REF', caseId)]),
      );
      await office.receive(replyTo(caseId, text, own), { id: 'm2', at: later });
      const state = await office.state(caseId);
      expect(state).toMatchObject({ common: { closings: [] }, stage: { kind: 'identifying' } });
      expect(state.common.alerts.map(({ key }) => key)).toEqual(['reply-to-decide/unproven/2026-03-04']);
      expect(office.letters(caseId).filter((one) => /CONFIRM|M27/.test(one))).toEqual(['CONFIRM/1 olle@example.org']);
    },
  );

  it('before which a style inserts words is held for staff', async () => {
    const [office, caseId] = await opened();
    const text = '<style>p::before{content:"Min syster sa: "}</style><p>Jag återkallar min begäran.</p>';
    expect(await office.receive(replyTo(caseId, text, html), { id: 'm2' })).toMatchObject({ why: 'readings-differ' });
    expect((await office.state(caseId)).stage.kind).toBe('identifying');
  });

  it.each([
    ['a signature mark and the name', 'I withdraw my request.\n\n-- \nOlle Test'],
    ['what a telephone adds', 'Jag återkallar min begäran.\n\nSkickat från min iPhone'],
    ['what a mail program adds', 'I withdraw my request.\n\nGet Outlook for iOS<https://aka.ms/o0ukef>'],
    [
      'a greeting by name',
      'Hej Nordvik!\n\nJag återkallar min begäran.\n\nMed vänlig hälsning\nOlle Test\n070-174 06 05',
    ],
  ])('with %s counts as a withdrawal only', async (_, text) => {
    const [office, caseId] = await opened();
    await office.receive(replyTo(caseId, text), { id: 'm2', at: later });
    expect(await office.state(caseId)).toMatchObject({ stage: { kind: 'closed', ending: 'withdrawn' } });
  });

  it.each([
    ['nb', 'Hei, jeg trekker tilbake forespørselen min.'],
    ['da', 'Hej, jeg vil gerne trække min anmodning tilbage.'],
    ['fi', 'Hei, haluan peruuttaa tietopyyntöni.'],
    ['de', 'Guten Tag, hiermit ziehe ich meinen Antrag auf Auskunft zurück.'],
  ])('in a language that staff must read is noted, and staff are told: %s, %s', async (_, text) => {
    const [office, caseId] = await opened();
    await office.receive(replyTo(caseId, text), { id: 'm2', at: later });
    expect(await office.state(caseId)).toMatchObject({
      common: { alerts: [{ alert: 'reply-to-decide', key: 'reply-to-decide/2026-03-04' }] },
      stage: { kind: 'identifying' },
    });
    expect((await office.notes(caseId)).join()).toContain(text);
    expect(office.letters(caseId).join()).not.toMatch(/CONFIRM|M27/);
  });

  it.each([
    ['denied', 'Jag tar inte tillbaka min begäran.'],
    ['asked about', 'Kan jag återkalla min begäran?'],
    ['asked about for later', 'Can I withdraw my request later?'],
    ['supposed', 'Om jag tar tillbaka min begäran, vad händer då?'],
    ['threatened with', 'Om ni inte svarar på fredag tar jag tillbaka min begäran.'],
    ['of a part', 'Jag tar tillbaka min begäran om gamla fakturor, men vill fortfarande ha resten.'],
    ['reported', 'Ni skrev att jag kan återkalla min begäran.'],
    ['somebody else’s', 'My sister says: I withdraw my request'],
    ['foretold', 'My ex will tell you that I withdraw my request'],
    ['under a threat', 'Han hotade mig: "Jag återkallar min begäran".'],
    ['said with a request', 'I withdraw my request. Please send me a copy of my personal data instead.'],
    ['of another application', 'Hej! Jag drar tillbaka min ansökan, jag har fått ett annat jobb.'],
    ['of one for work', 'I would like to withdraw my job application.'],
    ['of one for a card', 'Please cancel my credit card application.'],
    ['of a subscription', 'I want to cancel my newsletter subscription request.'],
    [
      'followed by a line that only begins as an advertisement',
      'Jag återkallar min begäran.\nSkickat från min mobil av min exman, det är inte sant',
    ],
    ['followed by one in English', 'I withdraw my request.\nSent from my ex, who has my phone. Ignore that.'],
    ['greeted with a sentence', 'Hej Mamma Säger Att jag återkallar min begäran'],
    ['signed with a sentence', 'Jag återkallar min begäran.\n\nMvh\nBara Skojar'],
    ['of a place on a course', 'Jag tar tillbaka min ansökan till kursen.'],
  ])('that is only %s does not end the case, is noted, and staff are told', async (_, text) => {
    const [office, caseId] = await opened();
    await office.receive(replyTo(caseId, text), { id: 'm2', at: later });
    const state = await office.state(caseId);
    expect(state).toMatchObject({ common: { closings: [] }, stage: { kind: 'identifying' } });
    expect(state.common.alerts.map(({ key }) => key)).toEqual(['reply-to-decide/2026-03-04']);
    expect(await office.notes(caseId)).toHaveLength(1);
    expect(office.letters(caseId).join()).not.toMatch(/CONFIRM|M27/);
  });

  it.each([
    ['of a consent', 'Jag undrar över det samtycke jag gav.'],
    ['quoted from our own letter', 'Tack för brevet.\n\n> Jag tar tillbaka min begäran.'],
  ])('that is only %s is an ordinary note', async (_, text) => {
    const [office, caseId] = await opened();
    await office.receive(replyTo(caseId, text), { id: 'm2', at: later });
    expect(await office.state(caseId)).toMatchObject({ common: { alerts: [] }, stage: { kind: 'identifying' } });
    expect(await office.notes(caseId)).toHaveLength(1);
  });

  it('that is denied still answers the question', async () => {
    const [office, caseId] = await opened();
    const question = { about: 'identity', why: 'contact-not-known', text: 'words', doubtSince: '2026-03-02' } as const;
    await office.command(caseId, { type: 'ask', ...question, suspend: true });
    const text = 'Nej, jag tar inte tillbaka min begäran. Mitt kundnummer är K-104882.';
    await office.receive(replyTo(caseId, text), { id: 'm2', at: later });
    const { askings, alerts } = (await office.state(caseId)).common;
    expect([askings[0]?.answeredAt, alerts.map(({ alert }) => alert)]).toEqual([later, ['reply-to-decide']]);
  });

  it('without a reference is noted in the only open case of its sender, does not end it, and staff are told', async () => {
    const [office, caseId] = await opened();
    const text = 'Jag tar tillbaka min begäran.';
    const unproven = { ...passed, dmarc: 'GRAY' } as const;
    expect(await office.receive(rawMail(text), { id: 'm2', verdicts: unproven })).toMatchObject({
      outcome: 'attached',
    });
    expect((await office.state(caseId)).stage.kind).toBe('identifying');
    expect(await office.receive(rawMail(text), { id: 'm3' })).toMatchObject({ outcome: 'attached', why: 'takes-back' });
    const state = await office.state(caseId);
    expect(state).toMatchObject({ common: { closings: [] }, stage: { kind: 'identifying' } });
    expect(state.common.alerts.map(({ key }) => key)).toEqual([
      'reply-to-decide/unproven/2026-03-02',
      'reply-to-decide/2026-03-02',
    ]);
    expect(office.letters(caseId).filter((one) => one.startsWith('CONFIRM'))).toEqual(['CONFIRM/1 olle@example.org']);
  });

  it.each(['GRAY', null] as const)(
    'whose sender is not authenticated does not end the case, although it names it: %s',
    async (dmarc) => {
      const [office, caseId] = await opened();
      const verdicts = { ...passed, dmarc };
      for (const id of ['m2', 'm3'])
        await office.receive(replyTo(caseId, `${id === 'm2' ? 'Hej' : 'God dag'}! Jag tar tillbaka min begäran.`), {
          id,
          verdicts,
          at: later,
        });
      const state = await office.state(caseId);
      expect(state).toMatchObject({ common: { closings: [] }, stage: { kind: 'identifying' } });
      if (dmarc === null) return;
      // The person is asked, at most once a day, to do it on the page, and staff read the mail.
      expect(state.common.alerts.map(({ key }) => key)).toEqual(['reply-to-decide/unproven/2026-03-04']);
      expect(office.letters(caseId).filter((one) => one.startsWith('CONFIRM'))).toEqual(['CONFIRM/1 olle@example.org']);
      const letter = office.sent.find(({ headers }) => headers['X-Utdrag-Letter'] === 'CONFIRM/1');
      expect(letter?.text).toContain(`/cases/${caseId}?key=`);
      expect(await office.notes(caseId)).toHaveLength(2);
    },
  );

  it('whose sender is not authenticated does not reopen an ended case, and opens no case for erasure', async () => {
    const [office, caseId] = await opened();
    await office.command(caseId, { type: 'end', ending: 'no-answer', text: null }, now, clock);
    const verdicts = { ...passed, dmarc: 'GRAY' } as const;
    await office.receive(replyTo(caseId, 'Mitt kundnummer är K-1.'), { id: 'm2', at: later, verdicts });
    expect(await office.state(caseId)).toMatchObject({
      common: { reopenings: 0, splits: [] },
      stage: { kind: 'closed' },
    });
    expect(office.letters(caseId)).toContain('CONFIRM/1 olle@example.org');
    const [other, living] = await opened();
    const text = 'Jag tar tillbaka min begäran. Sluta använda det ni fått in.';
    await other.receive(replyTo(living, text), { id: 'm2', at: later, verdicts });
    expect(await other.state(living)).toMatchObject({ common: { splits: [] }, stage: { kind: 'identifying' } });
  });

  it('signed with another name is noted as such and does not end the case; the request in it is that other person’s', async () => {
    const office = new Office();
    const ek = (name: string, text: string, caseId?: string): Buffer => {
      const From = `${name} <familjen.ek@example.org>`;
      return caseId === undefined ? rawMail(text, { From }) : replyTo(caseId, `${text}\n\nMvh\n${name}`, { From });
    };
    const { caseId = '' } = await office.receive(ek('Åsa Ek', `${access}\n\nMvh\nÅsa Ek`));
    await office.receive(ek('Bo Ek', 'Jag tar tillbaka min begäran.', caseId), { id: 'm2', at: later });
    expect(await office.state(caseId)).toMatchObject({
      common: { alerts: [{ alert: 'reply-to-decide' }] },
      stage: { kind: 'identifying' },
    });
    expect((await office.notes(caseId)).join()).toMatch(/^\(under another name\)/);
    expect(office.letters(caseId).join()).not.toContain('CONFIRM');
    const own = await office.receive(ek('Bo Ek', 'Jag vill också veta vilka uppgifter ni har om mig.', caseId), {
      id: 'm3',
    });
    expect(own).toMatchObject({ outcome: 'opened' });
    expect(own.caseId).not.toBe(caseId);
    const doubtful = await office.receive(ek('Åsa Berg', 'Jag vill veta vilka uppgifter ni har om mig.', caseId), {
      id: 'm4',
    });
    expect(await office.state(doubtful.caseId)).toMatchObject({ common: { facts: { hold: 'person-unclear' } } });
  });

  it('that answers a question counts from a domain without a DMARC policy: it ends only our own suspension', async () => {
    const [office, caseId] = await opened();
    const question = { about: 'identity', why: 'contact-not-known', text: 'words', doubtSince: '2026-03-02' } as const;
    await office.command(caseId, { type: 'ask', ...question, suspend: true });
    const verdicts = { ...passed, dmarc: 'GRAY' } as const;
    await office.receive(replyTo(caseId, 'Mitt kundnummer är K-104882.'), { id: 'm2', at: later, verdicts });
    expect((await office.state(caseId)).common.askings).toMatchObject([{ answeredAt: later }]);
  });

  it('without a reference is held for staff if its sender has no open case or several', async () => {
    const office = new Office();
    const text = 'Jag tar tillbaka min begäran.';
    expect(await office.receive(rawMail(text), { id: 'm1' })).toMatchObject({ outcome: 'held' });
    const [more, first] = await opened();
    await more.receive(rawMail('Radera mina uppgifter.'), { id: 'm2' });
    expect(await more.receive(rawMail(text), { id: 'm3' })).toMatchObject({ outcome: 'held' });
    expect((await more.state(first)).stage.kind).toBe('identifying');
  });

  it('by somebody else, or by a sender that failed the check, does not end the case', async () => {
    const [office, caseId] = await opened();
    const text = 'Jag tar tillbaka min begäran.';
    await office.receive(replyTo(caseId, text, { From: 'eva@example.com' }), { id: 'm2' });
    await office.receive(replyTo(caseId, text), { id: 'm3', verdicts: { ...passed, dmarc: 'FAIL' } });
    await office.receive(replyTo(caseId, text, { From: 'olle@example.org, eva@example.com' }), { id: 'm4' });
    expect(await office.state(caseId)).toMatchObject({ common: { closings: [] }, stage: { kind: 'identifying' } });
  });

  it('of a request that is held for an unproven sender is noted, and no letter is sent', async () => {
    const office = new Office();
    const { caseId = '' } = await office.receive(rawMail(access), { verdicts: { ...passed, dmarc: 'FAIL' } });
    await office.receive(replyTo(caseId, 'Jag tar tillbaka min begäran.'), { id: 'm2' });
    expect((await office.state(caseId)).stage.kind).toBe('held');
    expect(office.sent).toEqual([]);
    expect(await office.notes(caseId)).toHaveLength(1);
  });

  it('with a complaint, of a request that is held for an unproven sender, alerts staff and sends no letter', async () => {
    const office = new Office();
    const { caseId = '' } = await office.receive(rawMail(access), { verdicts: { ...passed, dmarc: 'FAIL' } });
    await office.receive(replyTo(caseId, 'Jag klagar på hur ni arbetar.'), { id: 'm2' });
    const state = await office.state(caseId);
    expect(state.common.alerts.map(({ alert }) => alert)).toEqual(['legal']);
    expect(state.common.splits).toEqual([]);
    expect(office.sent.map(({ to }) => to)).toEqual(['dataskyddsombud@nordvik.example']);
  });

  it('that says to stop using the data opens a case for erasure too, received that day, which the confirmation mentions', async () => {
    const [office, caseId] = await opened();
    const text = 'Jag tar tillbaka min begäran. Sluta använda det ni fått in.';
    await office.receive(replyTo(caseId, text), { id: 'm2', at: later });
    const state = await office.state(caseId);
    expect(state).toMatchObject({ stage: { kind: 'closed', ending: 'withdrawn' } });
    expect(state.common.splits).toMatchObject([{ matter: 'request', rights: ['erasure'] }]);
    expect(await office.state(state.common.splits[0]?.case)).toMatchObject({
      common: { due: '2026-04-07', facts: { rights: ['erasure'], receivedAt: later, hold: 'right-handled-by-staff' } },
      stage: { kind: 'held' },
    });
    expect(office.sent.find(({ headers }) => headers['X-Utdrag-Letter'] === 'M27/1')?.text).toContain('17.1 b');
    expect(office.commits.size).toBe(2);
  });

  it('beside an earlier request for erasure does not say that the person wrote to stop using the data', async () => {
    const [office, caseId] = await opened(`${access} Radera sedan mina uppgifter.`);
    expect((await office.state(caseId)).common.splits).toMatchObject([{ rights: ['erasure'] }]);
    await office.receive(replyTo(caseId, 'Jag tar tillbaka min begäran.'), { id: 'm2', at: later });
    const told = office.sent.find(({ headers }) => headers['X-Utdrag-Letter'] === 'M27/1')?.text;
    expect(told).toContain('tagit tillbaka');
    expect(told).not.toContain('17.1 b');
    // A part that was split off is not withdrawn with the request. The letter says so, and the staff of the part are
    // told.
    const part = (await office.state(caseId)).common.splits[0]?.case ?? '';
    expect(told).toContain(part);
    expect(told).toContain('Det är inte återkallat.');
    expect((await office.state(part)).common.alerts.map(({ alert }) => alert)).toEqual(['whole-withdrawn']);
  });

  it('after a part was split off is told to the staff of that part too, which continues', async () => {
    const office = new Office();
    const { caseId = '' } = await office.receive(rawMail(`${access} Radera sedan mina uppgifter.`));
    const [split] = (await office.state(caseId)).common.splits;
    await office.receive(replyTo(caseId, 'Jag tar tillbaka min begäran.'), { id: 'm2', at: later });
    expect((await office.state(caseId)).stage.kind).toBe('closed');
    expect((await office.state(split?.case)).stage.kind).toBe('held');
    expect(await office.notes(split?.case ?? '')).toHaveLength(1);
  });
});

describe('a reply to the last letter of a case', () => {
  const ended = async (ending: 'not-proven' | 'no-answer' | 'cannot-find' | 'forwarded'): Promise<[Office, string]> => {
    const [office, caseId] = await opened();
    await office.command(caseId, { type: 'end', ending, text: 'words' }, now, clock);
    return [office, caseId];
  };

  it.each(['not-proven', 'no-answer', 'cannot-find'] as const)('%s reopens the case', async (ending) => {
    const [office, caseId] = await ended(ending);
    const { outcome } = await office.receive(replyTo(caseId, 'Mitt kundnummer är K-104882.'), { id: 'm2', at: later });
    expect(outcome).toBe('attached');
    expect(await office.state(caseId)).toMatchObject({ common: { reopenings: 1 }, stage: { kind: 'identifying' } });
    expect(office.letters(caseId)).toContain('REOPENED/1 olle@example.org');
  });

  it('that makes the same request again reopens it too, and opens no second case', async () => {
    const [office, caseId] = await ended('no-answer');
    expect(await office.receive(replyTo(caseId, access), { id: 'm2', at: later })).toMatchObject({
      outcome: 'attached',
    });
    expect(await office.state(caseId)).toMatchObject({ common: { reopenings: 1 } });
    expect(office.commits.size).toBe(1);
  });

  it('also answers the question', async () => {
    const [office, caseId] = await opened();
    const question = { about: 'identity', why: 'contact-not-known', text: 'words', doubtSince: '2026-03-02' } as const;
    await office.command(caseId, { type: 'ask', ...question, suspend: false });
    await office.command(caseId, { type: 'end', ending: 'no-answer', text: null }, now, clock);
    await office.receive(replyTo(caseId, 'Mitt kundnummer är K-104882.'), { id: 'm2', at: later });
    expect((await office.state(caseId)).common.askings).toMatchObject([{ answeredAt: later }]);
  });

  it('that only thanks does not reopen it, and an ending that allows no continuation stays', async () => {
    const [office, caseId] = await ended('no-answer');
    await office.receive(replyTo(caseId, 'Tack!'), { id: 'm2', at: later });
    expect((await office.state(caseId)).stage.kind).toBe('closed');
    const [other, forwarded] = await ended('forwarded');
    await other.receive(replyTo(forwarded, 'Ja, gör det.'), { id: 'm2', at: later });
    expect(await other.state(forwarded)).toMatchObject({ common: { reopenings: 0 }, stage: { kind: 'closed' } });
    expect(await other.notes(forwarded)).toHaveLength(1);
    expect(await office.state(caseId)).toMatchObject({ common: { alerts: [] } });
  });

  it('that has no effect by itself is shown to staff, once a day', async () => {
    const [office, caseId] = await ended('forwarded');
    const send = async (id: string, at: string, from = 'olle@example.org'): Promise<unknown> =>
      await office.receive(replyTo(caseId, 'Ja, gör det.', { From: from }), { id, at });
    await send('m2', later);
    await send('m3', '2026-03-04T09:00:00.000Z');
    await send('m4', '2026-03-05T08:00:00.000Z');
    const keys = (await office.state(caseId)).common.alerts.map(({ key }) => key);
    expect(keys).toEqual(['reply-after-end/2026-03-04', 'reply-after-end/2026-03-05']);
    expect(office.letters(caseId).filter((one) => one.startsWith('STAFF/'))).toHaveLength(2);
  });

  it('that is too late to cancel a withdrawal is held as a separate mail for staff', async () => {
    const [office, caseId] = await opened();
    await office.receive(replyTo(caseId, 'Jag tar tillbaka min begäran.'), { id: 'm2', at: later });
    const after = '2026-05-04T08:00:00.000Z';
    const late = await office.receive(replyTo(caseId, 'Jag ångrar mig.'), { id: 'm3', at: after });
    expect(late).toMatchObject({ outcome: 'held' });
    expect(late.caseId).not.toBe(caseId);
    expect((await office.state(caseId)).stage.kind).toBe('closed');
  });
});

describe('a bounce', () => {
  const bounce = (caseId: string, to: string, messageId = 'sent-1'): Buffer =>
    Buffer.from(
      `Return-Path: <>\r\nFrom: mailer-daemon@example.org\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; ${to}\r\nAction: failed\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: dataskydd@nordvik.example\r\nTo: ${to}\r\nSubject: Din kod (case ${caseId})\r\nMessage-ID: <${messageId}@eu-north-1.amazonses.com>\r\nX-Utdrag-Case: ${caseId}\r\nX-Utdrag-Letter: M1\r\n\r\nx\r\n--b--\r\n`,
    );
  const nothing = { outcome: 'no-request', why: 'bounce', mail: 'destroy' };

  it('of a letter to the case’s contact is noted and told to staff, once a day, and opens no case', async () => {
    const [office, caseId] = await opened();
    expect((await office.profile(caseId)).sent).toEqual([{ id: 'sent-1', to: 'olle@example.org', letter: 'M1' }]);
    for (const id of ['m2', 'm3'])
      expect(await office.receive(bounce(caseId, 'olle@example.org'), { id })).toEqual(nothing);
    expect((await office.notes(caseId)).join()).toContain('could not be delivered');
    expect((await office.state(caseId)).common.alerts.map(({ alert }) => alert)).toEqual(['letter-bounced']);
    const told = office.sent.filter(({ to }) => to === 'dataskyddsombud@nordvik.example');
    expect(told).toHaveLength(1);
    expect(told[0]?.text).not.toContain('olle@example.org');
    await office.receive(bounce(caseId, 'olle@example.org'), { id: 'm4', at: later });
    expect((await office.state(caseId)).common.alerts).toHaveLength(2);
    expect(office.profiled.length).toBe(1);
  });

  it.each([
    ['forged, by somebody who knows the number of the case', 'olle@example.org', 'sent-9'],
    ['without a Message-ID', 'olle@example.org', ''],
    ['of a mail to somebody else', 'eva@example.com', 'sent-1'],
    ['of our own notice to staff', 'dataskyddsombud@nordvik.example', 'sent-1'],
  ])('%s causes nothing', async (_, to, messageId) => {
    const [office, caseId] = await opened();
    expect(await office.receive(bounce(caseId, to, messageId), { id: 'm2' })).toEqual(nothing);
    expect(await office.state(caseId)).toMatchObject({ common: { alerts: [] } });
    expect(await office.notes(caseId)).toEqual([]);
  });

  it('of a case that has sent no letter causes nothing', async () => {
    const held = new Office();
    const { caseId: silent = '' } = await held.receive(rawMail(access), { verdicts: { ...passed, dmarc: 'FAIL' } });
    await held.receive(bounce(silent, 'olle@example.org'), { id: 'm2' });
    expect(await held.state(silent)).toMatchObject({ common: { alerts: [] } });
  });

  it('of the letter that ended a case is told to staff too', async () => {
    const [office, caseId] = await opened();
    await office.command(caseId, { type: 'end', ending: 'no-answer', text: null }, now, clock);
    await office.receive(bounce(caseId, 'olle@example.org', 'sent-2'), { id: 'm2' });
    expect((await office.state(caseId)).common.alerts.map(({ alert }) => alert)).toEqual(['letter-bounced']);
  });
});
