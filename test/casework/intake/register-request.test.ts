import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostScanBytes, registrationSchema, type Registration } from '#api/register.ts';
import { purgeExpired } from '#casework/schedule/purge-expired.ts';
import { registerRequest, type Registered } from '#casework/intake/register-request.ts';
import { scanKey } from '#store/inbound-mails.ts';
import { owedLetters } from '#domain/case/letters/letters.ts';
import { killedAt } from '#test/support/memory-stores/faults.ts';
import { later, start, startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
}, 60_000);
afterAll(async () => await rig?.close());

const address = ['Åsa Berg', 'Exempelgatan 2', '111 22 Stockholm'];
const pdf = Buffer.from('%PDF-1.7 ett inläst brev');
const scanOf = (bytes: Uint8Array, mediaType: 'application/pdf' | 'image/png' | 'image/jpeg' = 'application/pdf') => ({
  mediaType,
  base64: Buffer.from(bytes).toString('base64'),
});

function letter(change: Partial<Registration> = {}): Registration {
  return registrationSchema.parse({
    controller: 'nordvik',
    rights: ['access'],
    language: 'sv',
    channel: 'post',
    receivedAt: start,
    contact: { address },
    ...change,
  });
}

async function register(registration: Registration, at = start, key: string = randomUUID()): Promise<Registered> {
  return await registerRequest(
    {
      casework: rig.casework,
      mails: rig.mails,
      organisationHash: rig.hash,
      member: 'erik',
      idempotencyKey: key,
      newCaseKey: 'ab'.repeat(32),
    },
    registration,
    at,
  );
}

async function registered(change: Partial<Registration> = {}, at = start): Promise<string> {
  const result = await register(letter(change), at);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.reference;
}

describe('A request that staff register', () => {
  it('by post is a case like any other, and its letters are printed [000-13] [001-28] [002-14] [004-30]', async () => {
    const reference = await registered({ message: 'Jag vill ha ett registerutdrag.' });
    const state = await rig.state(reference);
    expect(state).toMatchObject({
      common: {
        due: '2026-12-21',
        facts: { channel: 'post', rights: ['access'], matter: 'request', hold: null, receivedAt: start },
      },
      stage: { kind: 'identifying' },
    });
    expect(owedLetters(state, start)).toEqual([{ letter: { kind: 'acknowledgement' }, to: 'person' }]);
    expect(await rig.sentFor(reference)).toEqual([]);
    expect((await rig.events(reference))[0]?.by).toEqual({ kind: 'staff', id: 'erik' });
  });

  it.each(['post', 'phone', 'in-person', 'other', 'email'] as const)(
    'by %s, with an e-mail address, gets its receipt there [003-29]',
    async (channel) => {
      const reference = await registered({ channel, contact: { email: 'asa.berg@example.org' } });
      expect((await rig.sentFor(reference)).map(({ letter: id, to }) => `${id} ${to}`)).toEqual([
        'M1 asa.berg@example.org',
      ]);
    },
  );

  it('needs no identifier, form or signature [000-10] [001-26] [003-17]', async () => {
    const reference = await registered({ identifiers: [], message: undefined, scan: undefined });
    expect((await rig.state(reference)).common.facts.claimed).toEqual([]);
  });

  it.each([
    ['last week', '2026-11-13T09:00:00+01:00', '2026-12-14'],
    ['in the last minute of a day here, already the next in UTC', '2026-10-26T23:30:00+01:00', '2026-11-26'],
    ['more than a month ago', '2026-09-10T08:00:00Z', '2026-10-12'],
  ])('late is due one month from its receipt: %s', async (_, receivedAt, due) => {
    const result = await register(letter({ receivedAt }), start);
    expect(result).toMatchObject({ ok: true, due });
    if (!result.ok) return;
    const { facts } = (await rig.state(result.reference)).common;
    expect(facts).toMatchObject({ receivedAt: new Date(receivedAt).toISOString(), at: start, due });
  });

  it('after its last day gets no promise of an answer by then', async () => {
    const contact = { email: 'asa.berg@example.org' };
    const reference = await registered({ receivedAt: '2026-09-10T08:00:00Z', contact });
    const acknowledgement = (await rig.sentFor(reference)).find(({ letter: id }) => id === 'M1')?.text ?? '';
    expect(acknowledgement).toContain('Du skulle ha fått svar senast den 12 oktober 2026.');
    expect(acknowledgement).toContain('utan ytterligare dröjsmål');
  });

  it('that was found in another channel stores the place, outside the log [003-03]', async () => {
    const reference = await registered({ channel: 'other', foundInOtherChannel: 'Chatten, ärende 17' });
    const profile = await rig.casework.profiles.get(reference);
    expect(Object.values(profile?.texts ?? {})).toEqual(['Chatten, ärende 17']);
    expect((await rig.casework.log.read(reference)).join()).not.toContain('Chatten');
    expect((await rig.events(reference)).map(({ type }) => type)).toContain('note-added');
  });

  it.each([
    ['for another person', { represented: true }, 'mandate-unchecked'],
    ['for another right', { rights: ['erasure'] }, 'right-handled-by-staff'],
    ['of a complaint, without a right', { matter: 'complaint', rights: [] }, 'right-handled-by-staff'],
  ] as const)('%s is held, and its period runs', async (_, change, hold) => {
    const reference = await registered({ ...change, rights: 'rights' in change ? [...change.rights] : ['access'] });
    expect(await rig.state(reference)).toMatchObject({
      common: { due: '2026-12-21', facts: { hold } },
      stage: { kind: 'held' },
    });
  });

  it('of each person of one letter is a separate case that names the other', async () => {
    const first = await registered();
    const second = await registered({ bundle: first, contact: { email: 'bo.berg@example.org' } });
    expect((await rig.state(second)).common.facts.origin).toEqual({ case: first, as: 'bundle' });
    expect((await rig.sentFor(second)).map(({ letter: id }) => id)).toEqual(['M1']);
  });

  it('of a person who prefers another language gets letters that say so', async () => {
    const reference = await registered({
      language: 'en',
      wantedLanguage: 'fi',
      contact: { email: 'asa.berg@example.org' },
    });
    expect((await rig.sentFor(reference))[0]?.text).toContain('suomeksi');
  });
});

describe('A registration that is sent twice', () => {
  it('is the same case', async () => {
    const one = letter({ foundInOtherChannel: 'Chatten', scan: scanOf(pdf) });
    const first = await register(one, start, 'twice');
    const again = await register(one, later(60), 'twice');
    expect(again).toEqual(first);
  });

  it.each([
    ['another date of arrival', { receivedAt: later(-3600) }],
    ['another scan', { scan: scanOf(Buffer.from('%PDF-1.7 ett annat brev')) }],
    ['another person', { contact: { address: ['Bo Berg', '111 22 Stockholm'] } }],
  ])('with %s under the same key is refused, and changes nothing', async (what, change) => {
    const first = await register(letter({ scan: scanOf(pdf) }), start, `key ${what}`);
    const again = await register(letter({ scan: scanOf(pdf), ...change }), start, `key ${what}`);
    expect(again).toEqual({ ok: false, code: 'key-reused' });
    if (!first.ok) throw new Error(first.code);
    expect(Buffer.from(await rig.mails.read(scanKey(first.reference)))).toEqual(pdf);
  });

  it('is one complete case, wherever the process died the first time', async () => {
    const one = letter({ foundInOtherChannel: 'Chatten', scan: scanOf(pdf) });
    const run = async (casework: Rig['casework'], key: string): Promise<Registered> =>
      await registerRequest(
        {
          casework,
          mails: rig.mails,
          organisationHash: rig.hash,
          member: 'erik',
          idempotencyKey: key,
          newCaseKey: 'cd'.repeat(32),
        },
        one,
        start,
      );
    const counted = killedAt(rig.casework, Number.POSITIVE_INFINITY);
    await run(counted.casework, 'kill-all');
    for (let at = 1; at <= counted.calls.length; at += 3) {
      await run(killedAt(rig.casework, at).casework, `kill-${at}`).catch(() => undefined);
      const result = await run(rig.casework, `kill-${at}`);
      if (!result.ok) throw new Error(result.code);
      const profile = await rig.casework.profiles.get(result.reference);
      expect(Object.values(profile?.texts ?? {})).toEqual(['Chatten']);
      expect(Buffer.from(await rig.mails.read(scanKey(result.reference)))).toEqual(pdf);
      expect((await rig.events(result.reference)).filter(({ type }) => type === 'note-added')).toHaveLength(1);
    }
  }, 120_000);
});

describe('A registration with a mistake', () => {
  const problems = async (change: Partial<Registration>, at = start): Promise<readonly string[]> => {
    const result = await register(letter(change), at);
    if (result.ok || result.code !== 'invalid') throw new Error('it was taken');
    expect(JSON.stringify(result)).not.toMatch(/hemlig|189001019803|example/);
    return result.problems.map(({ field }) => field);
  };

  it.each<[string, Partial<Registration>, readonly string[]]>([
    ['an unknown controller', { controller: 'hemligt-bolag' }, ['controller']],
    ['an arrival later than now', { receivedAt: later(1) }, ['receivedAt']],
    ['an arrival before the regulation', { receivedAt: '2018-05-24T21:00:00Z' }, ['receivedAt']],
    ['an address that is none', { contact: { email: 'hemlig(at)example.org' } }, ['contact.email']],
    ['an address we cannot write to', { contact: { email: 'hemlïg@example.org' } }, ['contact.email']],
    [
      'a number with a wrong digit',
      { identifiers: [{ kind: 'personnummer', value: '189001019803' }] },
      ['identifiers[0].value'],
    ],
    ['a case that is not there', { bundle: 'hemligt-nummer' }, ['bundle']],
    ['a scan that is no base64', { scan: { mediaType: 'application/pdf', base64: 'hemligt!' } }, ['scan.base64']],
    ['a scan that is empty', { scan: { mediaType: 'application/pdf', base64: '' } }, ['scan.base64']],
    ['a page of HTML that calls itself a PDF', { scan: scanOf(Buffer.from('<html>hemligt')) }, ['scan.base64']],
    ['a PDF that calls itself a picture', { scan: scanOf(pdf, 'image/png') }, ['scan.base64']],
    [
      'several things at once',
      { controller: 'x', receivedAt: later(1), contact: { email: 'hemlig' } },
      ['controller', 'receivedAt', 'contact.email'],
    ],
  ])('%s is reported with its field, without its value', async (_, change, fields) => {
    expect(await problems(change)).toEqual(fields);
  });

  it('is refused by the schema if a request names no right, a right twice, or an unknown field', () => {
    const parse = (change: object): boolean =>
      registrationSchema.safeParse({
        controller: 'nordvik',
        rights: ['access'],
        language: 'sv',
        channel: 'post',
        receivedAt: start,
        contact: { address },
        ...change,
      }).success;
    expect(parse({})).toBe(true);
    for (const change of [
      { rights: [] },
      { rights: ['access', 'access'] },
      { signature: 'x' },
      { contact: {} },
      { contact: { email: 'a@example.org', address } },
      { receivedAt: '2026-11-20' },
      { channel: 'portal' },
      { wantedLanguage: 'Finnish' },
      { scan: { mediaType: 'text/html', base64: '' } },
      { scan: { mediaType: 'image/png', base64: 'A'.repeat(Math.ceil(mostScanBytes / 3) * 4 + 4) } },
    ])
      expect(parse(change)).toBe(false);
  });
});

describe('The scan of a letter', () => {
  it.each([
    ['application/pdf', pdf],
    ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2])],
    ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2])],
  ] as const)('is kept as it is, and remembered: %s', async (mediaType, bytes) => {
    const reference = await registered({ scan: scanOf(bytes, mediaType) });
    expect(Buffer.from(await rig.mails.read(scanKey(reference)))).toEqual(bytes);
    expect((await rig.casework.profiles.get(reference))?.inbound).toEqual([scanKey(reference)]);
  });

  it('of the largest size is accepted', async () => {
    const bytes = Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(mostScanBytes - 5, 7)]);
    const reference = await registered({ scan: scanOf(bytes) });
    expect((await rig.mails.read(scanKey(reference))).length).toBe(mostScanBytes);
  });

  it('is erased with the material of its case', async () => {
    const reference = await registered({ scan: scanOf(pdf), matter: 'complaint', rights: [] });
    const by = { kind: 'staff', id: 'erik' } as const;
    await rig.command(reference, { type: 'end', ending: 'forwarded', text: 'words' }, { by });
    const { findings, exports, mails, views } = rig;
    await purgeExpired(rig.casework, { findings, exports, mails, views }, later(5 * 366 * 86_400));
    await expect(rig.mails.read(scanKey(reference))).rejects.toThrow();
  });
});
