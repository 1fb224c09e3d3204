// A returned letter says something about the address to which it was sent, and about no other. A delayed letter was not
// returned.
import { describe, expect, it } from 'vitest';
import { settle } from '#casework/commit/settle.ts';
import { agreed, at, contact, enterContactCode, letterOf, openIn, proveAtDesk, wish } from '../../desk.ts';
import { Office } from '../../office.ts';

const address = ['Åsa Berg', 'Storgatan 1', '111 11 Stockholm'];

interface Report {
  readonly action?: string;
  readonly status?: string;
  readonly recipient?: string;
}

/** A report about the latest letter that was mailed to an address, as a mail system writes it. */
async function report(
  office: Office,
  caseId: string,
  to: string,
  { action, status, recipient = to }: Report,
): Promise<Buffer> {
  const sent = (await office.profile(caseId)).sent.findLast((one) => one.to === to);
  if (sent === undefined) throw new Error('nothing was sent there');
  const lines = [
    'Return-Path: <>',
    'From: mailer-daemon@example.org',
    'Subject: Delivery status notification',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    ...(action === undefined ? [] : [`Action: ${action}`]),
    ...(status === undefined ? [] : [`Status: ${status}`]),
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'From: dataskydd@nordvik.example',
    `To: ${to}`,
    `Subject: Din begaran (case ${caseId})`,
    `Message-ID: <${sent.id}@eu-north-1.amazonses.com>`,
    `X-Utdrag-Case: ${caseId}`,
    `X-Utdrag-Letter: ${office.sent.at(Number(sent.id.replace('sent-', '')) - 1)?.headers['X-Utdrag-Letter'] ?? ''}`,
    '',
    'x',
    '--b--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

const failed = { action: 'failed', status: '5.1.1' } as const;
const alertsOf = async (office: Office, caseId: string): Promise<readonly string[]> =>
  (await office.state(caseId)).common.alerts.map(({ alert }) => alert);
const toPost = async (office: Office, caseId: string, reason: 'wish' | 'bounced', day: number): Promise<string> =>
  await agreed(office, caseId, { type: 'move-to-post', address, reason, registered: false }, at(day));

describe('A report of a mail system', () => {
  it.each([
    ['delayed', '4.4.1'],
    ['delivered', '2.0.0'],
    ['relayed', '2.1.5'],
    ['expanded', '2.0.0'],
    ['delayed', '5.1.1'],
    ['failed', '4.4.7'],
    [undefined, undefined],
  ])('that says %s %s is not about a returned letter', async (action, status) => {
    const office = new Office();
    const caseId = await openIn(office);
    const more = { ...(action === undefined ? {} : { action }), ...(status === undefined ? {} : { status }) };
    await office.receive(await report(office, caseId, contact, more), { id: 'm2', at: at(1) });
    expect(await alertsOf(office, caseId)).toEqual([]);
    expect((await office.notes(caseId)).join()).not.toContain('could not be delivered to the person');
    expect(await toPost(office, caseId, 'bounced', 2)).toContain('evidence-missing');
    expect(await toPost(office, caseId, 'wish', 2)).toBe('ok');
    expect(office.letters(caseId)).toContain(`CONTACT/post ${contact}`);
  });

  it('that has stopped trying for now is noted', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const gaveUp = await report(office, caseId, contact, { action: 'failed', status: '4.4.7' });
    await office.receive(gaveUp, { id: 'm2', at: at(1) });
    expect((await office.notes(caseId)).join()).toContain('stopped trying');
  });

  it('that a letter to the present address failed is told to staff, and a move to post is not told to that address', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    await office.receive(await report(office, caseId, contact, failed), { id: 'm2', at: at(1) });
    expect(await alertsOf(office, caseId)).toEqual(['letter-bounced']);
    expect(await toPost(office, caseId, 'bounced', 2)).toBe('ok');
    const { post } = (await office.state(caseId)).common;
    expect(post).toMatchObject({ reason: 'bounced', tellOld: false, effectiveAt: at(2) });
    expect(office.letters(caseId)).not.toContain(`CONTACT/post ${contact}`);
  });

  it('counts for an alias of the address to which we wrote', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const alias = await report(office, caseId, contact, { ...failed, recipient: 'asa@mailbox.example.org' });
    await office.receive(alias, { id: 'm2', at: at(1) });
    expect(await alertsOf(office, caseId)).toEqual(['letter-bounced']);
  });

  it('no longer counts once a later letter to the address was not returned', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    await office.receive(await report(office, caseId, contact, failed), { id: 'm2', at: at(1) });
    await office.command(caseId, { type: 'issue-code', purpose: 'identity' }, at(2));
    expect(await toPost(office, caseId, 'bounced', 3)).toContain('evidence-missing');
    expect(await toPost(office, caseId, 'wish', 3)).toBe('ok');
    expect(office.letters(caseId)).toContain(`CONTACT/post ${contact}`);
  });
});

describe('A letter that an earlier address returns', () => {
  const moved = async (): Promise<[Office, string]> => {
    const office = new Office();
    const caseId = await openIn(office);
    await wish(office, caseId, { type: 'change-contact', email: 'ny@example.net', old: 'in-use' }, at(1));
    await enterContactCode(office, caseId, at(1));
    await settle(office.casework, caseId, at(9));
    await office.receive(await report(office, caseId, contact, failed), { id: 'm2', at: at(10) });
    return [office, caseId];
  };

  it('says nothing about the present address, which is told of a move to post', async () => {
    const [office, caseId] = await moved();
    expect(await toPost(office, caseId, 'bounced', 11)).toContain('evidence-missing');
    expect(await toPost(office, caseId, 'wish', 11)).toBe('ok');
    const { post } = (await office.state(caseId)).common;
    expect(post).toMatchObject({ tellOld: true, effectiveAt: at(18) });
    expect(office.letters(caseId)).toContain('CONTACT/post ny@example.net');
  });

  it('raises no alert, and the note says which address it was', async () => {
    const [office, caseId] = await moved();
    expect(await alertsOf(office, caseId)).toEqual([]);
    expect((await office.notes(caseId)).join()).toContain('an address that we wrote to before');
  });
});

it('A move to post without a returned letter takes the days of waiting, and its letter does not mention a returned letter', async () => {
  const office = new Office();
  const caseId = await openIn(office);
  expect(await toPost(office, caseId, 'bounced', 1)).toContain('No letter to the present contact has come back');
  expect((await office.state(caseId)).common.proposals).toEqual([]);
  expect(await toPost(office, caseId, 'wish', 1)).toBe('ok');
  expect((await office.state(caseId)).common.post).toMatchObject({ effectiveAt: at(8) });
});

describe('A mailbox of the controller itself', () => {
  it.each(['dataskydd@nordvik.example', 'DATASKYDD@Nordvik.example', 'someone@sub.nordvik.example'])(
    '%s cannot become a contact point',
    async (email) => {
      const office = new Office();
      const caseId = await openIn(office);
      await proveAtDesk(office, caseId);
      const asked = await wish(office, caseId, { type: 'change-contact', email, old: 'in-use' }, at(1));
      expect(asked).toMatchObject({ ok: false, code: 'invalid', field: 'email' });
      const staff = { type: 'change-contact', email, oldIsLost: false } as const;
      expect(await agreed(office, caseId, staff, at(1))).toContain('an address of our own');
      expect(await office.state(caseId)).toMatchObject({ common: { contactChanges: [], proposals: [] } });
    },
  );
});

it('The letter that the mail service accepted is stored with its id in the case', async () => {
  const office = new Office();
  const caseId = await openIn(office);
  expect((await office.profile(caseId)).sent).toEqual([{ id: 'sent-1', to: contact, letter: 'M1' }]);
  expect(letterOf(office, caseId, 'M1')).not.toBe('');
});
