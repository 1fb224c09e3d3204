import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { mailchimp } from '#connectors/mailchimp/connector.ts';
import { startFake } from '#connectors/mailchimp/fake.ts';
import { identifiersOf, quickClock, search } from '#connectors/sdk/conformance-run.ts';
import { conformanceChecks } from '#connectors/sdk/conformance.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';

describe('the Mailchimp connector', () => {
  for (const { title, run } of conformanceChecks({ connector: mailchimp, startFake, person: testPerson }))
    it(title, run);

  it('requests the MD5 of the address in lower case in each audience, and never searches by text', async () => {
    const fake = await startFake();
    try {
      fake.plant(testPerson);
      const [, second] = identifiersOf(testPerson);
      const { requests, pages } = await search(mailchimp, fake, quickClock(), { wanted: [second!] });
      const hash = createHash('md5').update('asa.b@mejl.example').digest('hex');
      expect(requests.filter((request) => request.endsWith(`/members/${hash}`))).toHaveLength(3);
      expect(requests.some((request) => request.includes('search-members'))).toBe(false);
      const members = pages.flatMap(({ belongs }) => belongs.filter(({ resource }) => resource === 'member'));
      expect(members.map(({ data }) => data['status'])).toEqual(['subscribed', 'archived']);
    } finally {
      await fake.close();
    }
  });

  it('reads notes in the documented form with their content, and leaves out the keys of the account', async () => {
    const fake = await startFake();
    try {
      fake.plant(testPerson);
      const { pages } = await search(mailchimp, fake, quickClock(), { wanted: identifiersOf(testPerson) });
      const notes = pages.flatMap(({ belongs }) => belongs.filter(({ resource }) => resource === 'note'));
      expect(notes.map(({ data }) => data)).toEqual(
        ['Vill helst bli kontaktad på förmiddagar.', 'Frågade om seminariet i oktober.'].map((note) => ({
          note,
          created_at: '2026-04-02T09:00:00+00:00',
          created_by: 'Kim Handläggare',
          updated_at: '2026-04-02T09:05:00+00:00',
        })),
      );
    } finally {
      await fake.close();
    }
  });

  it('reads every tag of a member whose own record has only the first ones', async () => {
    const fake = await startFake({ pageSize: 2 });
    try {
      fake.plant(testPerson);
      const { pages } = await search(mailchimp, fake, quickClock(), { wanted: identifiersOf(testPerson) });
      const [member] = pages.flatMap(({ belongs }) => belongs.filter(({ resource }) => resource === 'member'));
      expect(member?.data['tags']).toMatchObject([
        { name: 'Stamkund' },
        { name: 'Kaffe' },
        { name: 'Seminarium 2025' },
      ]);

      const body = JSON.stringify({ tags: [], total_items: 1 });
      fake.fail({ kind: 'status', status: 200, body, times: Infinity, path: /\/tags$/ });
      const run = search(mailchimp, fake, quickClock(), { wanted: identifiersOf(testPerson) });
      await expect(run).rejects.toMatchObject({ code: 'incomplete-answer' });
    } finally {
      await fake.close();
    }
  });

  it('fails if an audience list or an activity feed returns the same page again and again', async () => {
    for (const path of [/lists$/, /activity-feed$/, /notes$/]) {
      const fake = await startFake({ pageSize: 1 });
      try {
        fake.plant(testPerson);
        fake.fail({ kind: 'same-cursor', times: Infinity, path });
        const run = search(mailchimp, fake, quickClock(), { wanted: identifiersOf(testPerson) });
        await expect(run).rejects.toMatchObject({ code: 'cursor-loop' });
      } finally {
        await fake.close();
      }
    }
  });

  it('never makes an eleventh request at the same time, which the vendor would refuse', async () => {
    const fake = await startFake();
    try {
      const { origins } = mailchimp.install({ settings: fake.settings, secret: fake.secret });
      const { port, pathname } = new URL(`${origins['api']}/lists`);
      const sockets: Socket[] = [];
      while (sockets.length < 40) {
        const socket = connect(Number(port), '127.0.0.1');
        await once(socket, 'connect');
        sockets.push(socket);
      }
      const answers = sockets.map(async (socket) => String((await once(socket, 'data'))[0]).slice(9, 12));
      for (const socket of sockets) socket.write(`GET ${pathname} HTTP/1.1\r\nhost: x\r\n\r\n`);
      expect(await Promise.all(answers)).toContain('429');
      for (const socket of sockets) socket.destroy();
    } finally {
      await fake.close();
    }
  });

  it('takes the data centre from the settings, and refuses one that would lead to another host', () => {
    const secret = { apiKey: 'nobodys-key-us19' };
    const { origins } = mailchimp.install({ settings: { dataCentre: 'us19' }, secret });
    expect(origins).toEqual({ api: 'https://us19.api.mailchimp.com/3.0' });
    for (const settings of [
      { dataCentre: 'evil.example/us19' },
      { dataCentre: 'us19', baseUrl: 'http://api.example/3.0' },
      { dataCentre: 'us19', baseUrl: 'https://user:pass@api.example' },
      {},
    ])
      expect(() => mailchimp.install({ settings, secret })).toThrow();
  });
});
