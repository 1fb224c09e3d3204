import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Casework } from '#casework/casework.ts';
import { commitCommand, loadCase } from '#casework/commit-command.ts';
import { caseKeys } from '#casework/keys.ts';
import { receivedBefore, receiveMail, type Reception } from '#casework/receive-mail.ts';
import { parseOrganisation } from '#domain/organisation/load.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { Verdicts } from '#domain/mail/verdicts.ts';
import type { OutgoingMail } from '#store/post-office.ts';
import { subjectProfileSchema, type SubjectProfile } from '#store/subject-profiles.ts';
import { summarySchema, type Summary } from '#store/summaries.ts';
import { passed, rawMail } from '../domain/mail/mail.ts';

const root = path.resolve(import.meta.dirname, '../..');
const parsed = parseOrganisation(readFileSync(path.join(root, 'infra/organisation.yaml'), 'utf8'));
if (!parsed.ok) throw new Error('the demo organisation is not right');
const demo = parsed.organisation;

const now = '2026-03-02T08:00:00.000Z';
const access = 'Hej, jag vill veta vilka uppgifter ni har om mig. Telefon 070-174 06 12.';

/** The records in memory, with the same rules as the table; what is sent and started is kept to be looked at. */
class Office {
  readonly commits = new Map<string, string[]>();
  readonly profiles = new Map<string, SubjectProfile>();
  readonly summaries = new Map<string, Summary>();
  readonly sent: OutgoingMail[] = [];
  readonly started: string[] = [];
  readonly casework: Casework;

  constructor(organisation: Organisation = demo) {
    const { commits, profiles, summaries, sent, started } = this;
    const setText = async (caseId: string, id: string, text: string): Promise<void> => {
      const kept = profiles.get(caseId);
      if (kept === undefined) throw new Error('no profile');
      profiles.set(caseId, subjectProfileSchema.parse({ ...kept, texts: { ...kept.texts, [id]: text } }));
    };
    this.casework = {
      log: {
        read: async (caseId) => commits.get(caseId) ?? [],
        append: async (caseId, { seq, text }) => {
          const log = commits.get(caseId) ?? [];
          if (log.length !== seq - 1) return 'conflict';
          commits.set(caseId, [...log, text]);
          return 'written';
        },
      },
      profiles: {
        get: async (caseId) => profiles.get(caseId),
        create: async (profile) => {
          const kept = profiles.get(profile.caseId) ?? subjectProfileSchema.parse(profile);
          profiles.set(profile.caseId, kept);
          return kept;
        },
        keptSince: async () => [],
        addIdentifier: async () => {},
        addText: setText,
        erase: async (caseId) => void profiles.delete(caseId),
      },
      summaries: {
        get: async (caseId) => summaries.get(caseId),
        put: async (summary) => {
          const kept = summaries.get(summary.caseId);
          if (kept === undefined || kept.seq < summary.seq) summaries.set(summary.caseId, summarySchema.parse(summary));
        },
        list: async (list) => [...summaries.values()].filter((one) => one.list === list),
        forgetPerson: async () => {},
        ofPerson: async (person) => [...summaries.values()].filter((one) => one.person === person),
      },
      tokens: { list: async () => [], put: async () => {}, delete: async () => {} },
      workflow: {
        start: async (caseId) => void started.push(caseId),
        isRunning: async () => true,
        signal: async () => {},
      },
      post: { send: async (mail) => void sent.push(mail) },
      organisation,
      organisationAt: async () => organisation,
      codes: { take: async () => true },
      keys: caseKeys({ master: 'a'.repeat(64) }),
      portal: 'https://portal.example',
      newId: () => `id-${(this.#ids += 1)}`,
      pause: async () => undefined,
      report: (what, error) => {
        throw new Error(`reported: ${what}`, { cause: error });
      },
    };
  }
  #ids = 0;

  async receive(
    raw: Uint8Array,
    more: { id?: string; verdicts?: Verdicts; recipient?: string; at?: string } = {},
  ): Promise<Reception> {
    const { id = 'm1', verdicts = passed, recipient = 'dataskydd@nordvik.example', at = now } = more;
    return await receiveMail(
      this.casework,
      'b'.repeat(64),
      { raw, verdicts, receivedAt: at, messageId: id, recipient },
      'c'.repeat(64),
      at,
    );
  }

  profile(caseId: string | undefined): SubjectProfile {
    const profile = this.profiles.get(caseId ?? '');
    if (profile === undefined) throw new Error('the case has no profile');
    return profile;
  }
}

describe('a request by mail', () => {
  it('opens a case, starts its workflow and is acknowledged to its sender [002-14] [004-30]', async () => {
    const office = new Office();
    const { outcome, caseId, mail } = await office.receive(rawMail(access));
    expect({ outcome, mail }).toEqual({ outcome: 'opened', mail: 'keep' });
    expect(office.started).toEqual([caseId]);
    expect(office.sent.map(({ to }) => to)).toEqual(['olle@example.org']);
    expect(office.profile(caseId)).toMatchObject({
      channel: 'email',
      rights: ['access'],
      language: 'sv',
      receivedAt: now,
      contact: { kind: 'email', value: 'olle@example.org' },
      claimed: [{ kind: 'phone', value: '+46701740612' }],
      texts: { 'inbound-mail': 'm1' },
    });
    expect(office.profile(caseId).message).toContain('jag vill veta');
  });

  it('opens one from a domain without a policy too, and says that the sender is not proven', async () => {
    const office = new Office();
    const { outcome, caseId } = await office.receive(rawMail(access), { verdicts: { ...passed, dmarc: 'GRAY' } });
    expect(outcome).toBe('opened');
    expect(office.profile(caseId).message).toMatch(/^\(sender not proven\)/);
  });

  it('is the same case when it is delivered again, at any point', async () => {
    const office = new Office();
    const first = await office.receive(rawMail(access));
    const before = structuredClone([...office.commits]);
    expect(await office.receive(rawMail(access))).toEqual(first);
    expect(await receivedBefore(office.casework, { messageId: 'm1', verdicts: passed })).toMatchObject({
      outcome: 'opened',
      caseId: first.caseId,
    });
    expect([...office.commits]).toEqual(before);
    expect(office.sent).toHaveLength(1);
    expect(await receivedBefore(office.casework, { messageId: 'm2', verdicts: passed })).toBeUndefined();
  });

  it('is finished when the process died between the profile and the first commit', async () => {
    const office = new Office();
    const { append } = office.casework.log;
    Object.assign(office.casework.log, { append: async () => await Promise.reject(new Error('killed')) });
    await expect(office.receive(rawMail(access))).rejects.toThrow('killed');
    expect(office.profiles.size).toBe(1);
    Object.assign(office.casework.log, { append });
    expect(await office.receive(rawMail(access))).toMatchObject({ outcome: 'opened' });
    expect(office.commits.size).toBe(1);
  });

  it('stays as it was kept when it is understood differently later', async () => {
    const office = new Office();
    const { caseId } = await office.receive(rawMail(access));
    const again = await office.receive(rawMail('Radera mina uppgifter.'));
    expect(again.caseId).toBe(caseId);
    expect(office.profile(caseId).rights).toEqual(['access']);
  });

  it('of a right that only staff handle is received, runs its period, and waits silently', async () => {
    const office = new Office();
    const { outcome, caseId = '' } = await office.receive(rawMail('Radera mina uppgifter, tack.'));
    const { state } = await loadCase(office.casework, caseId);
    expect(outcome).toBe('held');
    expect(state).toMatchObject({
      status: 'held',
      due: '2026-04-02',
      facts: { hold: 'right-handled-by-staff', rights: ['erasure'] },
    });
    expect([office.sent, office.started]).toEqual([[], []]);
  });
});

describe('a mail that a person must look at first', () => {
  const hold = async (raw: Uint8Array, verdicts: Verdicts = passed): Promise<[string, unknown, Office, Reception]> => {
    const office = new Office();
    const reception = await office.receive(raw, { verdicts });
    const { state } = await loadCase(office.casework, reception.caseId ?? '');
    expect(office.sent).toEqual([]);
    expect(office.started).toEqual([]);
    expect(state).toMatchObject({ status: 'held', due: '2026-04-02' });
    return [reception.outcome, state.status === 'absent' ? null : state.facts.hold, office, reception];
  };

  it.each<[string, Uint8Array, Verdicts, string]>([
    ['DMARC failed', rawMail(access), { ...passed, dmarc: 'FAIL' }, 'sender-not-authenticated'],
    ['DMARC missing', rawMail(access), { ...passed, dmarc: null }, 'sender-not-authenticated'],
    ['a look-alike domain', rawMail(access, { From: 'olle@xn--exmple-4nf.org' }), passed, 'sender-ambiguous'],
    ['two From addresses', rawMail(access, { From: 'a@example.org, b@example.org' }), passed, 'sender-ambiguous'],
    ['no From address', rawMail(access, { From: 'Olle' }), passed, 'sender-ambiguous'],
    ['an unclear text', rawMail('Jag vill prata om mina uppgifter. Ring mig.'), passed, 'request-unclear'],
    ['a denial', rawMail('Please do not delete my data.'), passed, 'request-unclear'],
    [
      'an agent',
      rawMail('I represent Ann Example. My client wants a copy of her personal data.'),
      passed,
      'right-handled-by-staff',
    ],
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

  it('with a virus keeps the text, destroys the mail, and never opens what is attached', async () => {
    const [outcome, reason, office, { caseId, mail }] = await hold(rawMail(access), { ...passed, virus: 'FAIL' });
    expect([outcome, reason, mail]).toEqual(['held', 'infected-attachment', 'destroy']);
    expect(office.profile(caseId)).toMatchObject({ rights: ['access'] });
    expect(office.profile(caseId).texts).toEqual({});
    expect(office.profile(caseId).message).toContain('vilka uppgifter');
    expect(
      await receivedBefore(office.casework, { messageId: 'm1', verdicts: { ...passed, virus: 'FAIL' } }),
    ).toMatchObject({ mail: 'destroy' });
  });

  it('that nobody could scan stays where it is', async () => {
    const [, , , { mail }] = await hold(rawMail(access), { ...passed, virus: null });
    expect(mail).toBe('keep');
  });

  it('of two senders has the first as its contact, of none one that reaches nobody', async () => {
    const [, , two, first] = await hold(rawMail(access, { From: 'a@example.org, b@example.org' }));
    expect(two.profile(first.caseId).contact.value).toBe('a@example.org');
    const [, , none, second] = await hold(rawMail(access, { From: 'Olle' }));
    expect(none.profile(second.caseId).contact.value).toBe('unknown@sender.invalid');
  });

  it('that cannot be read is held by its header', async () => {
    const raw = rawMail('\n--x'.repeat(3_000));
    const [, reason, office, { caseId }] = await hold(raw);
    expect(reason).toBe('request-unclear');
    expect(office.profile(caseId)).toMatchObject({ contact: { value: 'olle@example.org' } });
    expect(office.profile(caseId).message).toContain('(too-many-parts)');
  });

  it('from a colleague is the requester’s case, from when it reached us', async () => {
    const text =
      'Se nedan\n\nFrån: Anna <anna@example.com>\nSkickat: den 24 februari 2026 16:41\nTill: Support\n\nJag vill veta vad ni har om mig.';
    const office = new Office();
    const { outcome, caseId = '' } = await office.receive(rawMail(text, { From: 'per@nordvik.example' }));
    const { state } = await loadCase(office.casework, caseId);
    expect(outcome).toBe('held');
    expect(state).toMatchObject({
      due: '2026-03-24',
      facts: { hold: 'forwarded-by-colleague', receivedAt: '2026-02-24T15:41:00.000Z' },
    });
    expect(office.profile(caseId).contact.value).toBe('anna@example.com');
    expect(office.sent).toEqual([]);
  });

  it('to an address that is nobody’s among several controllers is held', async () => {
    const [controller] = demo.controllers;
    if (controller === undefined) throw new Error('no controller');
    const second = { ...controller, id: 'other', email: 'privacy@other.example' };
    const two = new Office({ ...demo, controllers: [controller, second] });
    expect(await two.receive(rawMail(access), { recipient: 'x@third.example' })).toMatchObject({ outcome: 'held' });
    const known = await two.receive(rawMail(access), { id: 'm2', recipient: 'Privacy@Other.example' });
    expect(known.outcome).toBe('opened');
    expect(two.profile(known.caseId).controller).toBe('other');
  });

  it('to any mailbox of a controller is that controller’s, and to one that several share it is held [002-02] [004-04]', async () => {
    const [controller] = demo.controllers;
    if (controller === undefined) throw new Error('no controller');
    const mailboxes = ['gdpr@other.example', 'shared@group.example'];
    const second = { ...controller, id: 'other', email: 'privacy@other.example', mailboxes };
    const first = { ...controller, mailboxes: ['shared@group.example'] };
    const two = new Office({ ...demo, controllers: [first, second] });
    const known = await two.receive(rawMail(access), { recipient: 'GDPR@other.example' });
    expect(known.outcome).toBe('opened');
    expect(two.profile(known.caseId).controller).toBe('other');
    const shared = await two.receive(rawMail(access), { id: 'm2', recipient: 'shared@group.example' });
    expect(shared.outcome).toBe('held');
  });

  it('does not search for a personnummer with a wrong digit', async () => {
    const office = new Office();
    const { caseId } = await office.receive(rawMail(`${access}\n\nPersonnummer 18900101-9803`));
    expect(office.profile(caseId).claimed.map(({ kind }) => kind)).toEqual(['phone']);
    expect(office.profile(caseId).message).toContain('18900101-9803');
  });
});

describe('a mail about a case', () => {
  const opened = async (): Promise<[Office, string]> => {
    const office = new Office();
    const { caseId = '' } = await office.receive(rawMail(access));
    return [office, caseId];
  };
  const reply = (caseId: string, text: string, headers = {}): Buffer =>
    rawMail(text, {
      Subject: `Sv: Vi har tagit emot din begäran (ärende ${caseId})`,
      'In-Reply-To': '<x@example.com>',
      ...headers,
    });

  it('from its contact becomes a note, once, whose words are not in the log', async () => {
    const [office, caseId] = await opened();
    const send = async (): Promise<Reception> =>
      await office.receive(reply(caseId, 'Jag bor nu i Lund.'), { id: 'm2' });
    expect(await send()).toMatchObject({ outcome: 'attached', caseId });
    const commits = office.commits.get(caseId)?.length;
    expect(await send()).toMatchObject({ outcome: 'attached', caseId });
    expect(office.commits.get(caseId)).toHaveLength(commits ?? 0);
    expect(office.profile(caseId).texts['mail-m2']).toContain('Jag bor nu i Lund.');
    expect(JSON.stringify([...office.commits])).not.toContain('Lund');
    expect(office.profiles.size).toBe(1);
  });

  it('from somebody else never joins it', async () => {
    const [office, caseId] = await opened();
    const stranger = await office.receive(reply(caseId, 'Ändra adressen till Lund.', { From: 'eva@example.com' }), {
      id: 'm2',
    });
    expect(stranger.caseId).not.toBe(caseId);
    expect(stranger.outcome).toBe('held');
    expect(Object.keys(office.profile(caseId).texts)).toEqual(['inbound-mail']);
  });

  it('that asks for the same again joins the open case, whose period runs on', async () => {
    const [office, caseId] = await opened();
    const again = await office.receive(rawMail(access), { id: 'm2', at: '2026-03-03T08:00:00.000Z' });
    expect(again).toMatchObject({ outcome: 'attached', caseId });
    expect((await loadCase(office.casework, caseId)).state).toMatchObject({ due: '2026-04-02' });
  });

  it('that asks for something further is noted there and opens a case of its own', async () => {
    const [office, caseId] = await opened();
    const more = await office.receive(reply(caseId, 'Radera sedan mina uppgifter.'), { id: 'm2' });
    expect(more.outcome).toBe('held');
    expect(more.caseId).not.toBe(caseId);
    expect(office.profile(more.caseId).rights).toEqual(['erasure']);
    expect(office.profile(caseId).texts['mail-m2']).toContain('Radera sedan');
  });

  it('that has ended takes thanks as a note, and a new request as a new case', async () => {
    const [office, caseId] = await opened();
    await commitCommand(
      office.casework,
      caseId,
      {
        commandId: 'end',
        by: { kind: 'staff', id: 's' },
        command: { type: 'refuse', scope: 'whole', ground: 'excessive', text: 't' },
      },
      now,
    );
    expect(await office.receive(reply(caseId, 'Tack!'), { id: 'm2' })).toMatchObject({ outcome: 'attached', caseId });
    const again = await office.receive(reply(caseId, access), { id: 'm3' });
    expect(again.outcome).toBe('opened');
    expect(again.caseId).not.toBe(caseId);
  });

  it('cannot fill it without end', async () => {
    const [office, caseId] = await opened();
    for (let n = 0; n < 60; n += 1) await office.receive(reply(caseId, 'Hej igen'), { id: `n${n}` });
    expect(Object.keys(office.profile(caseId).texts).length).toBeLessThanOrEqual(50);
  });

  it('whose sender failed the check does not join it', async () => {
    const [office, caseId] = await opened();
    const forged = await office.receive(reply(caseId, 'Stoppa allt.'), {
      id: 'm2',
      verdicts: { ...passed, dmarc: 'FAIL' },
    });
    expect(forged.caseId).not.toBe(caseId);
    expect(Object.keys(office.profile(caseId).texts)).toEqual(['inbound-mail']);
  });

  it('that bounced is noted, when it came back from the contact of that case', async () => {
    const [office, caseId] = await opened();
    const bounce = (to: string): Buffer =>
      Buffer.from(
        `Return-Path: <>\r\nFrom: mailer-daemon@example.org\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: dataskydd@nordvik.example\r\nTo: ${to}\r\nSubject: Din kod (case ${caseId})\r\n\r\nx\r\n--b--\r\n`,
      );
    expect(await office.receive(bounce('eva@example.com'), { id: 'm2' })).toEqual({
      outcome: 'no-request',
      why: 'bounce',
      mail: 'destroy',
    });
    expect(office.profile(caseId).texts['bounce-m2']).toBeUndefined();
    await office.receive(bounce('olle@example.org'), { id: 'm3' });
    expect(office.profile(caseId).texts['bounce-m3']).toContain('could not be delivered');
    expect(office.profiles.size).toBe(1);
  });
});

describe('a mail without a request', () => {
  it.each([
    ['an automatic answer', rawMail(access, { 'Auto-Submitted': 'auto-replied' }), 'destroy'],
    ['a list', rawMail(access, { 'List-Id': '<ombud.listor.example>' }), 'destroy'],
    ['a question about an invoice', rawMail('Hej, när ska fakturan betalas?'), 'keep'],
  ])('%s leaves nothing behind', async (_, raw, mail) => {
    const office = new Office();
    expect(await office.receive(raw)).toMatchObject({ outcome: 'no-request', mail });
    expect([office.profiles.size, office.commits.size, office.summaries.size, office.sent.length]).toEqual([
      0, 0, 0, 0,
    ]);
  });
});
