import { describe, expect, it } from 'vitest';
import { loadCase } from '#casework/commit/commit-command.ts';
import { contactHash } from '#casework/commit/keys.ts';
import { oursOf } from '#casework/intake/mail/mail-recipient.ts';
import { receivedBefore, type Reception } from '#casework/intake/mail/reception.ts';
import { settle } from '#casework/commit/settle.ts';
import { keepWords } from '#casework/profile/keep-words.ts';
import type { Verdict, Verdicts } from '#domain/mail/verdicts.ts';
import { StoreFailed, withFaults } from '#test/support/memory-stores/faults.ts';
import { passed, rawMail, rawMailWithFile } from '../../../domain/mail/mail.ts';
import { access, demo, now, Office, staff } from '../../office.ts';

describe('a request by mail', () => {
  it('opens a case, starts its workflow and is acknowledged to its sender [002-14] [004-30]', async () => {
    const office = new Office();
    const { outcome, caseId, mail } = await office.receive(rawMail(access));
    expect({ outcome, mail }).toEqual({ outcome: 'opened', mail: 'keep' });
    expect(office.started).toEqual([caseId]);
    expect(office.sent.map(({ to }) => to)).toEqual(['olle@example.org']);
    expect(await office.profile(caseId)).toMatchObject({
      channel: 'email',
      rights: ['access'],
      language: 'sv',
      receivedAt: now,
      contact: { kind: 'email', value: 'olle@example.org' },
      claimed: [{ kind: 'phone', value: '+46701740612' }],
      texts: {},
      inbound: ['inbound/m1'],
    });
    expect((await office.profile(caseId)).message).toContain('jag vill veta');
  });

  it('opens a case from a domain without a DMARC policy too, and says that the sender is not proven', async () => {
    const office = new Office();
    const { outcome, caseId } = await office.receive(rawMail(access), { verdicts: { ...passed, dmarc: 'GRAY' } });
    expect(outcome).toBe('opened');
    expect((await office.profile(caseId)).message).toMatch(/^\(sender not proven\)/);
  });

  it('opens the same case when it is delivered again, at any point', async () => {
    const office = new Office();
    const first = await office.receive(rawMail(access));
    const before = structuredClone([...office.commits]);
    expect(await office.receive(rawMail(access))).toEqual(first);
    expect(await receivedBefore(office.casework, { messageId: 'm1', verdicts: passed }, now)).toMatchObject({
      outcome: 'opened',
      caseId: first.caseId,
    });
    expect([...office.commits]).toEqual(before);
    expect(office.sent).toHaveLength(1);
    expect(await receivedBefore(office.casework, { messageId: 'm2', verdicts: passed }, now)).toBeUndefined();
  });

  it('is completed if the process died between the profile and the first commit', async () => {
    const office = new Office();
    const by = withFaults(office.casework, { call: 'log.append' });
    await expect(office.receive(rawMail(access), { by })).rejects.toThrow(StoreFailed);
    expect(office.profiled.length).toBe(1);
    expect(await office.receive(rawMail(access))).toMatchObject({ outcome: 'opened' });
    expect(office.commits.size).toBe(1);
  });

  it('keeps its first classification if a later version would classify it differently', async () => {
    const office = new Office();
    const { caseId } = await office.receive(rawMail(access));
    const again = await office.receive(rawMail('Radera mina uppgifter.'));
    expect(again.caseId).toBe(caseId);
    expect((await office.profile(caseId)).rights).toEqual(['access']);
  });

  it('for a right that only staff handle is received and acknowledged, has its period, and waits for them', async () => {
    const office = new Office();
    const { outcome, caseId = '' } = await office.receive(rawMail('Radera mina uppgifter, tack.'));
    const { state } = await loadCase(office.casework, caseId);
    expect(outcome).toBe('held');
    expect(state).toMatchObject({
      common: { due: '2026-04-02', facts: { hold: 'right-handled-by-staff', rights: ['erasure'] } },
      stage: { kind: 'held' },
    });
    expect(office.letters(caseId)).toEqual(['M1 olle@example.org']);
    expect(office.started).toEqual([]);
  });
});

describe('a mail that staff must read first', () => {
  const hold = async (raw: Uint8Array, verdicts: Verdicts = passed): Promise<[string, unknown, Office, Reception]> => {
    const office = new Office();
    const reception = await office.receive(raw, { verdicts });
    const { state } = await loadCase(office.casework, reception.caseId ?? '');
    expect(office.sent).toEqual([]);
    expect(office.started).toEqual([]);
    expect(state).toMatchObject({ common: { due: '2026-04-02' }, stage: { kind: 'held' } });
    return [reception.outcome, state === undefined ? null : state.common.facts.hold, office, reception];
  };

  it.each<[string, Uint8Array, Verdicts, string]>([
    ['DMARC failed', rawMail(access), { ...passed, dmarc: 'FAIL' }, 'sender-not-authenticated'],
    ['DMARC missing', rawMail(access), { ...passed, dmarc: null }, 'sender-not-authenticated'],
    ['a look-alike domain', rawMail(access, { From: 'olle@xn--exmple-4nf.org' }), passed, 'sender-ambiguous'],
    ['two From addresses', rawMail(access, { From: 'a@example.org, b@example.org' }), passed, 'sender-ambiguous'],
    ['no From address', rawMail(access, { From: 'Olle' }), passed, 'sender-not-reachable'],
    ['a group as From', rawMail(access, { From: 'g: olle@example.org;' }), passed, 'sender-ambiguous'],
    ['a group without a name', rawMail(access, { From: ':olle@example.org' }), passed, 'sender-ambiguous'],
    [
      'a question nobody understands as a request',
      rawMail('Hej, när ska fakturan betalas?'),
      passed,
      'request-unclear',
    ],
    ['an unclear text', rawMail('Jag vill prata om mina uppgifter. Ring mig.'), passed, 'request-unclear'],
    ['a denial', rawMail('Please do not delete my data.'), passed, 'request-unclear'],
    [
      'a text in another language',
      rawMail(
        'Dzień dobry, proszę o przesłanie kopii wszystkich moich danych osobowych przechowywanych przez Państwa firmę.',
      ),
      passed,
      'request-unclear',
    ],
  ])('%s: %#', async (_, raw, verdicts, reason) => {
    expect((await hold(raw, verdicts)).slice(0, 2)).toEqual(['held', reason]);
  });

  it('from a proven sender with a virus keeps its text and its period, and the sender is told that the attachment was not opened', async () => {
    const office = new Office();
    const infected = { ...passed, virus: 'FAIL' } as const;
    const { outcome, caseId = '', mail } = await office.receive(rawMail(access), { verdicts: infected });
    expect([outcome, mail]).toEqual(['held', 'destroy']);
    expect(await office.state(caseId)).toMatchObject({
      common: { due: '2026-04-02', facts: { hold: 'attachment-not-opened', rights: ['access'] } },
      stage: { kind: 'held' },
    });
    expect(office.letters(caseId)).toEqual(['ATTACHMENT olle@example.org']);
    expect(office.sent[0]?.text).toContain('Vi kunde inte öppna bilagan.');
    expect(await office.profile(caseId)).toMatchObject({ inbound: ['inbound/m1'] });
    expect((await office.profile(caseId)).message).toContain('vilka uppgifter');
    const before = office.sent.length;
    expect(await receivedBefore(office.casework, { messageId: 'm1', verdicts: infected }, now)).toMatchObject({
      mail: 'destroy',
    });
    expect(office.sent).toHaveLength(before);
    await office.command(caseId, { type: 'lift-hold' });
    expect(office.letters(caseId)).toContain('M1 olle@example.org');
  });

  it.each<[string, Uint8Array, Partial<Verdicts>]>([
    ['DMARC failed', rawMail(access), { dmarc: 'FAIL' }],
    ['nobody vouches for the domain', rawMail(access), { dmarc: 'GRAY' }],
    ['the check is missing', rawMail(access), { dmarc: null }],
    ['two From addresses', rawMail(access, { From: 'a@example.org, b@example.org' }), {}],
    ['a look-alike domain', rawMail(access, { From: 'olle@xn--exmple-4nf.org' }), {}],
    [
      'a colleague who passes on somebody else’s',
      rawMail('Se nedan\n\nFrån: Anna <anna@example.com>\nSkickat: den 24 februari 2026 16:41\n\nVad har ni om mig?', {
        From: 'per@nordvik.example',
      }),
      {},
    ],
  ])('with a virus gets no reply if its sender may be forged: %s', async (_, raw, more) => {
    const office = new Office();
    const { caseId, mail } = await office.receive(raw, { verdicts: { ...passed, ...more, virus: 'FAIL' } });
    expect(mail).toBe('destroy');
    expect(await office.state(caseId)).toMatchObject({
      common: { facts: { hold: 'infected-attachment' } },
      stage: { kind: 'held' },
    });
    expect(office.sent).toEqual([]);
  });

  it.each<Verdict>([null, 'GRAY', 'PROCESSING_FAILED', 'DISABLED'])(
    'with an attachment that nobody scanned (%s) is held, with that reason',
    async (virus) => {
      const [, reason, , { mail }] = await hold(rawMailWithFile(access), { ...passed, virus });
      expect({ reason, mail }).toEqual({ reason: 'not-scanned', mail: 'keep' });
    },
  );

  it('from two senders has the first as its contact; from none it has a contact that reaches nobody', async () => {
    const [, , two, first] = await hold(rawMail(access, { From: 'a@example.org, b@example.org' }));
    expect((await two.profile(first.caseId)).contact.value).toBe('a@example.org');
    const [, , none, second] = await hold(rawMail(access, { From: 'Olle' }));
    expect((await none.profile(second.caseId)).contact.value).toBe('m1@sender.invalid');
  });

  it('that cannot be parsed is held with the data in its header', async () => {
    const raw = rawMail('\n--x'.repeat(3_000));
    const [, reason, office, { caseId }] = await hold(raw);
    expect(reason).toBe('request-unclear');
    expect(await office.profile(caseId)).toMatchObject({ contact: { value: 'olle@example.org' } });
    expect((await office.profile(caseId)).message).toContain('(too-many-parts)');
  });

  it('from a colleague opens the requester’s case, received when it reached us', async () => {
    const text =
      'Se nedan\n\nFrån: Anna <anna@example.com>\nSkickat: den 24 februari 2026 16:41\nTill: Support\n\nJag vill veta vad ni har om mig.';
    const office = new Office();
    const { outcome, caseId = '' } = await office.receive(rawMail(text, { From: 'per@nordvik.example' }));
    const { state } = await loadCase(office.casework, caseId);
    expect(outcome).toBe('held');
    expect(state).toMatchObject({
      common: { due: '2026-03-24', facts: { hold: 'forwarded-by-colleague', receivedAt: '2026-02-24T15:41:00.000Z' } },
    });
    expect((await office.profile(caseId)).contact.value).toBe('anna@example.com');
    expect(office.sent).toEqual([]);
  });

  it('to an address of none of several controllers is held', async () => {
    const [controller] = demo.controllers;
    if (controller === undefined) throw new Error('no controller');
    const second = { ...controller, id: 'other', email: 'privacy@other.example' };
    const two = new Office({ ...demo, controllers: [controller, second] });
    expect(await two.receive(rawMail(access), { recipients: ['x@third.example'] })).toMatchObject({ outcome: 'held' });
    const known = await two.receive(rawMail(access), { id: 'm2', recipients: ['Privacy@Other.example'] });
    expect(known.outcome).toBe('opened');
    expect((await two.profile(known.caseId)).controller).toBe('other');
  });

  it('to any mailbox of a controller is for that controller, and to a shared mailbox it is held [002-02] [004-04]', async () => {
    const [controller] = demo.controllers;
    if (controller === undefined) throw new Error('no controller');
    const mailboxes = ['gdpr@other.example', 'shared@group.example'];
    const second = { ...controller, id: 'other', email: 'privacy@other.example', mailboxes };
    const first = { ...controller, mailboxes: ['shared@group.example'] };
    const two = new Office({ ...demo, controllers: [first, second] });
    const known = await two.receive(rawMail(access), { recipients: ['GDPR@other.example'] });
    expect(known.outcome).toBe('opened');
    expect((await two.profile(known.caseId)).controller).toBe('other');
    const shared = await two.receive(rawMail(access), { id: 'm2', recipients: ['shared@group.example'] });
    expect(shared.outcome).toBe('held');
  });

  it('of a representative waits for the mandate, and the representative gets a receipt', async () => {
    const office = new Office();
    const text = 'I represent Ann Example. My client wants a copy of her personal data.';
    const { outcome, caseId = '' } = await office.receive(rawMail(text));
    expect(outcome).toBe('held');
    expect(await office.state(caseId)).toMatchObject({ common: { facts: { hold: 'mandate-unchecked' } } });
    expect(office.letters(caseId)).toEqual(['M1 olle@example.org']);
    await expect(office.command(caseId, { type: 'lift-hold' })).rejects.toThrow('evidence-missing');
  });

  it('of a representative whose address is not proven makes staff check the mandate, and no letter is sent', async () => {
    const text = 'I represent Ann Example. My client wants a copy of her personal data.';
    const [, reason, office, { caseId = '' }] = await hold(rawMail(text), { ...passed, dmarc: 'FAIL' });
    expect(reason).toBe('sender-not-authenticated');
    expect((await office.notes(caseId)).join()).toContain('Check the mandate');
  });

  it('with the numbers of two people is held, and no system is searched for either number', async () => {
    const text = 'Vi vill ha registerutdrag. Personnummer 18900101-9802 och 18900102-9819.';
    const [, reason, office, { caseId }] = await hold(rawMail(text));
    expect(reason).toBe('several-people');
    expect((await office.profile(caseId)).claimed).toEqual([]);
    expect((await office.profile(caseId)).message).toContain('18900102-9819');
  });

  it('with one person’s number twice is about one person', async () => {
    const office = new Office();
    const text = 'Jag vill ha ett registerutdrag. Personnummer 18900101-9802, alltså 890101+9802.';
    const { outcome, caseId } = await office.receive(rawMail(text));
    expect(outcome).toBe('opened');
    expect((await office.profile(caseId)).claimed).toEqual([{ kind: 'personnummer', value: '189001019802' }]);
  });

  it('does not use a personnummer with a wrong check digit', async () => {
    const office = new Office();
    const { caseId } = await office.receive(rawMail(`${access}\n\nPersonnummer 18900101-9803`));
    expect((await office.profile(caseId)).claimed.map(({ kind }) => kind)).toEqual(['phone']);
    expect((await office.profile(caseId)).message).toContain('18900101-9803');
  });
});

describe('a mail that objects to marketing, or withdraws a consent', () => {
  it.each([
    ['marketing', 'Sluta skicka reklam till mig, tack.', 'objection'],
    ['consent', 'Jag återkallar mitt samtycke till behandlingen.', 'consent-withdrawal'],
  ])(
    'is a task for staff at once although its sender is not proven, and no letter is sent: %s',
    async (_, text, right) => {
      const office = new Office();
      const verdicts = { ...passed, dmarc: 'FAIL' } as const;
      const { outcome, caseId = '' } = await office.receive(rawMail(text), { verdicts });
      expect(outcome).toBe('held');
      const state = await office.state(caseId);
      expect(state.common.facts).toMatchObject({ hold: 'sender-not-authenticated', rights: [right] });
      expect(state.common.alerts.map(({ alert }) => alert)).toEqual(['stop-at-once']);
      expect((await office.notes(caseId)).join()).toContain('do it now');
      expect(office.letters(caseId)).toEqual(['STAFF/stop-at-once/stop-at-once dataskyddsombud@nordvik.example']);
      expect(office.sent[0]?.text).not.toContain('olle@example.org');
    },
  );

  it.each([
    ['marketing', 'Sluta skicka reklam till mig.', ['access', 'objection']],
    ['consent', 'Jag återkallar mitt samtycke till behandlingen.', ['access', 'consent-withdrawal']],
  ])('is a task for staff at once also beside a request that needs no staff: %s', async (_, text, rights) => {
    const office = new Office();
    const { outcome, caseId = '' } = await office.receive(rawMail(`${access}\n\n${text}`));
    expect(outcome).toBe('opened');
    const state = await office.state(caseId);
    expect(state.common.facts).toMatchObject({ hold: null, rights });
    expect(state.common.alerts.map(({ alert }) => alert)).toEqual(['stop-at-once']);
    expect((await office.notes(caseId)).join()).toContain('do it now');
  });

  it('is told to staff once, however often it is delivered', async () => {
    const office = new Office();
    const verdicts = { ...passed, dmarc: 'FAIL' } as const;
    const { caseId = '' } = await office.receive(rawMail('Sluta skicka reklam.'), { verdicts });
    const before = office.commits.get(caseId)?.length;
    await office.receive(rawMail('Sluta skicka reklam.'), { verdicts });
    await receivedBefore(office.casework, { messageId: 'm1', verdicts }, now);
    expect(office.commits.get(caseId)).toHaveLength(before ?? 0);
    expect(office.sent).toHaveLength(1);
  });

  it('is told to staff by a second delivery if the process died right after the case was opened', async () => {
    const office = new Office();
    const verdicts = { ...passed, dmarc: 'FAIL' } as const;
    const by = withFaults(office.casework, { call: 'log.append', from: 2 });
    await expect(office.receive(rawMail('Sluta skicka reklam.'), { verdicts, by })).rejects.toThrow(StoreFailed);
    const again = await receivedBefore(office.casework, { messageId: 'm1', verdicts }, now);
    expect((await office.state(again?.caseId)).common.alerts).toHaveLength(1);
  });

  it('of a proven sender opens a case that staff carry out without any check, and is acknowledged', async () => {
    const office = new Office();
    const { caseId = '' } = await office.receive(rawMail('Sluta skicka reklam till mig.'));
    expect(await office.state(caseId)).toMatchObject({
      common: { facts: { hold: 'right-handled-by-staff' }, alerts: [] },
    });
    const text = await keepWords(office.casework, caseId, {
      from: '2026-03-02',
      what: ['nyhetsbrev'],
      doneIn: ['utskicken'],
    });
    await office.command(caseId, { type: 'stop-processing', right: 'objection', text, entered: true });
    expect(office.letters(caseId)).toEqual(['M1 olle@example.org', 'M15/objection olle@example.org']);
    expect(await office.state(caseId)).toMatchObject({ stage: { kind: 'closed', ending: 'carried-out' } });
  });
});

describe('a mail that also complains or claims damages', () => {
  const both = `${access} Jag klagar på hur ni behandlar mina uppgifter. Jag kräver skadestånd.`;

  it('opens a separate case for each; the request continues, and staff are alerted', async () => {
    const office = new Office();
    const { outcome, caseId = '' } = await office.receive(rawMail(both));
    expect(outcome).toBe('opened');
    const state = await office.state(caseId);
    expect(state).toMatchObject({
      common: { due: '2026-04-02', facts: { rights: ['access'] } },
      stage: { kind: 'identifying' },
    });
    expect(state.common.splits.map(({ matter }) => matter)).toEqual(['complaint', 'claim']);
    expect(state.common.alerts.map(({ alert }) => alert)).toEqual(['legal', 'legal']);
    for (const { case: part, matter } of state.common.splits) {
      expect(await office.state(part)).toMatchObject({ common: { facts: { matter } }, stage: { kind: 'held' } });
      await settle(office.casework, part, now);
      expect(office.letters(part)).toEqual(['M21 olle@example.org']);
    }
    expect(office.commits.size).toBe(3);
  });

  it('alerts staff, and no letter is sent, if the sender is not proven', async () => {
    const office = new Office();
    const { caseId = '' } = await office.receive(rawMail(both), { verdicts: { ...passed, dmarc: 'FAIL' } });
    const state = await office.state(caseId);
    expect(state.common.splits).toEqual([]);
    expect(state.common.alerts.map(({ alert }) => alert)).toEqual(['legal', 'legal']);
    expect(office.sent.map(({ to }) => to)).not.toContain('olle@example.org');
    expect(office.commits.size).toBe(1);
  });

  it('opens no case if it only threatens or denies it', async () => {
    const office = new Office();
    const text = `${access} Om ni inte svarar anmäler jag er till IMY. Jag vill inte klaga.`;
    const { caseId } = await office.receive(rawMail(text));
    expect(await office.state(caseId)).toMatchObject({ common: { splits: [], alerts: [] } });
  });
});

describe('the language of a mail', () => {
  it.each([
    ['sv', access, 'sv', undefined],
    ['en', 'Hello, please send me a copy of all personal data that you hold about me.', 'en', 'Hello'],
    ['nb', 'Hei, jeg ønsker innsyn i hvilke personopplysninger dere har om meg. Vennlig hilsen', 'en', 'norsk'],
    ['da', 'Hej, jeg vil gerne have indsigt i hvilke oplysninger I har om mig. Venlig hilsen', 'en', 'dansk'],
    ['fi', 'Hei, haluaisin tietää mitä henkilötietoja teillä on minusta. Ystävällisin terveisin', 'en', 'suomeksi'],
    ['de', 'Guten Tag, ich bitte um Auskunft über meine bei Ihnen gespeicherten Daten.', 'en', 'Deutsch'],
  ])('is stored, and a letter says if we do not write it: %s', async (wanted, text, language, says) => {
    const office = new Office();
    const { caseId } = await office.receive(rawMail(text));
    expect((await office.state(caseId)).common.facts).toMatchObject({ language, wantedLanguage: wanted });
    // Staff check what was recognised in other languages before any letter is sent.
    if (language !== wanted) {
      expect(office.sent).toEqual([]);
      await office.command(caseId ?? '', { type: 'lift-hold' });
    }
    if (says !== undefined) expect(office.sent[0]?.text).toContain(says);
  });

  it('is one of the controller’s own languages if it writes fewer', async () => {
    const [controller] = demo.controllers;
    if (controller === undefined) throw new Error('no controller');
    const office = new Office({ ...demo, controllers: [{ ...controller, languages: ['sv'] }] });
    const { caseId } = await office.receive(rawMail('Please send me a copy of all data that you hold about me.'));
    expect((await office.state(caseId)).common.facts).toMatchObject({ language: 'sv', wantedLanguage: 'en' });
    expect(office.sent[0]?.text).toContain('We do not yet write in English');
  });
});

describe('a mail without a request', () => {
  it.each([
    [
      'a digest of a list',
      rawMail('Dagens ämnen: 1. Hur svarar ni?', {
        From: 'x-request@listor.example',
        Subject: 'X sammandrag, Vol 1, Utgava 2',
        'List-Id': '<x.listor.example>',
      }),
      'keep',
    ],
    ['nothing at all', rawMail('', { Subject: '' }), 'keep'],
  ])('%s opens no case', async (_, raw, mail) => {
    const office = new Office();
    expect(await office.receive(raw)).toMatchObject({ outcome: 'no-request', mail });
    expect([office.profiled.length, office.commits.size, office.summaries.size, office.sent.length]).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it('that only says thanks is held without a letter, because outside a case its purpose is unknown', async () => {
    const office = new Office();
    expect(await office.receive(rawMail('Tack!'))).toMatchObject({ outcome: 'held', mail: 'keep' });
    expect(office.sent).toEqual([]);
  });

  it.each([
    '<input value="Jag vill ha mitt registerutdrag">',
    '<style>p::before{content:"Jag vill ha mitt registerutdrag"}</style><p></p>',
    '<iframe srcdoc="<p>Jag vill ha mitt registerutdrag</p>"></iframe>',
    '<div style="background:url(cid:brev)"></div>',
  ])('is held if it has words outside its text: %s', async (html) => {
    const office = new Office();
    const raw = rawMail(html, { Subject: '', 'Content-Type': 'text/html; charset=utf-8' });
    expect(await office.receive(raw)).toMatchObject({ outcome: 'held', mail: 'keep' });
  });
});

describe('the automatic reply to a letter of ours', () => {
  const away = (caseId: string, from = 'Olle Test <olle@example.org>'): Buffer =>
    rawMail('Jag är på semester. PS. Det var inte jag som bytte e-postadress!', {
      From: from,
      Subject: `Automatiskt svar: Din begäran (ärende ${caseId})`,
      'Auto-Submitted': 'auto-replied',
    });

  it('is stored as a note of its case, and changes nothing else', async () => {
    const office = new Office();
    const { caseId = '' } = await office.receive(rawMail(access));
    const { common, stage } = await office.state(caseId);
    const sent = office.sent.length;
    for (const id of ['m2', 'm2'])
      expect(await office.receive(away(caseId), { id })).toEqual({
        outcome: 'attached',
        caseId,
        why: 'automatic-reply',
        mail: 'keep',
      });
    expect((await office.notes(caseId)).join()).toContain('inte jag som bytte');
    expect((await office.notes(caseId)).length).toBe(1);
    expect((await office.profile(caseId)).inbound).toContain('inbound/m2');
    expect(await office.state(caseId)).toMatchObject({ common: { due: common.due, alerts: [] }, stage });
    expect(office.sent.length).toBe(sent);
  });

  it('is held if the case that it names is another person’s, or does not exist', async () => {
    const office = new Office();
    const { caseId = '' } = await office.receive(rawMail(access));
    const stranger = await office.receive(away(caseId, 'eva@example.com'), { id: 'm2' });
    const nobodys = await office.receive(away('0123-4567-89ab-cdef'), { id: 'm3' });
    expect([stranger, nobodys]).toMatchObject([
      { outcome: 'held', why: 'maybe-automatic', mail: 'keep' },
      { outcome: 'held', why: 'maybe-automatic', mail: 'keep' },
    ]);
    expect(await office.notes(caseId)).toEqual([]);
  });
});

describe('a letter of ours that comes back to us', () => {
  const fields = (caseId: string | undefined, messageId: string): Record<string, string> => ({
    From: 'dataskydd@nordvik.example',
    'Auto-Submitted': 'auto-generated',
    'Message-ID': `<${messageId}@eu-north-1.amazonses.com>`,
    'X-Utdrag-Case': caseId ?? '',
    'X-Utdrag-Letter': 'M1',
  });

  it('opens no case, and a mail that only looks like one is held', async () => {
    const office = new Office();
    const { caseId } = await office.receive(rawMail(access));
    const back = await office.receive(rawMail('Vi har tagit emot din begäran.', fields(caseId, 'sent-1')), {
      id: 'm2',
    });
    expect(back).toEqual({ outcome: 'no-request', why: 'own-letter', mail: 'destroy' });
    const never = await office.receive(rawMail(access, fields(caseId, 'sent-9')), { id: 'm3' });
    const nobodys = await office.receive(rawMail(access, fields('0123-4567-89ab-cdef', 'sent-1')), { id: 'm4' });
    expect([never.outcome, nobodys.outcome]).toEqual(['held', 'held']);
  });
});

describe('a mail whose sender cannot be the contact point', () => {
  it.each<[string, Record<string, string>, string]>([
    ['a colleague', { From: 'Per <per@nordvik.example>' }, 'requester-unknown'],
    ['a mailbox of ours', { From: '"Anna Ek via Dataskydd" <dataskydd@nordvik.example>' }, 'requester-unknown'],
    ['a list', { 'List-Id': '<x.listor.example>' }, 'requester-unknown'],
    ['an address with letters that SES does not take', { From: 'Åsa <åsa@exempel.example>' }, 'sender-not-reachable'],
  ])('is held until staff have named a contact point, and then continues: %s', async (_, headers, hold) => {
    const office = new Office();
    const { outcome, caseId = '' } = await office.receive(rawMail(access, headers));
    expect(outcome).toBe('held');
    expect(await office.state(caseId)).toMatchObject({
      common: { facts: { hold, rights: ['access'] } },
      stage: { kind: 'held' },
    });
    await expect(office.command(caseId, { type: 'lift-hold' })).rejects.toThrow('evidence-missing');
    const contact = { kind: 'email', value: 'anna@example.org' } as const;
    const hash = contactHash((await office.profile(caseId)).caseKey, contact);
    await office.casework.profiles.addContact(caseId, hash, contact);
    await office.command(caseId, { type: 'change-contact', to: { kind: 'email', hash }, oldIsLost: false });
    await office.command(caseId, { type: 'approve-proposal', proposal: 'proposal-1' }, now, staff('maja'));
    // The contact point takes effect as soon as the second person agrees, because no letter was sent before.
    const later = new Date(Date.parse(now) + 1000).toISOString();
    await office.command(caseId, { type: 'lift-hold' }, later);
    expect(office.letters(caseId)).toEqual(['M1 anna@example.org']);
    expect(office.started).toEqual([caseId]);
  });

  it('cannot become the contact point of another case either', async () => {
    const office = new Office();
    const colleague = { From: 'Per <per@nordvik.example>' };
    const [one, two] = [
      await office.receive(rawMail(access, colleague)),
      await office.receive(rawMail(access, colleague), { id: 'm2' }),
    ];
    expect(two.caseId).not.toBe(one.caseId);
    expect((await office.profile(two.caseId)).contact).not.toEqual((await office.profile(one.caseId)).contact);
  });
});

describe('our own addresses', () => {
  it('are every intake address, and the domains of the data protection officer, the escalation address and the website', () => {
    const [first] = demo.controllers;
    if (first === undefined) throw new Error('the demo organisation has a controller');
    const controller = {
      ...first,
      email: 'gdpr@gdpr.nordvik.example',
      mailboxes: ['nordvik@gmail.com'],
      website: 'https://www.nordvik-butik.example/',
      dataProtectionOfficer: { email: 'dso@ombud.example' },
      escalation: 'jour@larm.example',
    };
    expect([...oursOf({ ...demo, controllers: [controller] })].toSorted()).toEqual([
      'gdpr.nordvik.example',
      'larm.example',
      'nordvik-butik.example',
      'nordvik.example',
      'nordvik@gmail.com',
      'ombud.example',
      'www.nordvik-butik.example',
    ]);
  });
});
