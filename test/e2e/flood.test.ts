// Strangers make many requests for one address in a short time, over real HTTP. The person gets no flood of letters and
// can still get an answer. Every address in 127.0.0.0/8 belongs to this machine. So requests from 127.1.2.3 and from
// 127.4.5.6 come from different networks.
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openedSchema } from '#api/subject.ts';
import { isLong } from '../support/random.ts';
import { organisationWith, startTestSystem, type OpenedCase, type TestSystem } from '../support/system.ts';

/** The number of requests in a test. The code was once measured with a thousand. */
const many = Number(process.env['UTDRAG_FLOOD'] ?? (isLong ? 120 : 50));
const atOnce = 20;
const requestsPerNetworkAndHour = isLong ? 100 : 40;
const people = ['alva.strand@example.org', 'nils.strand@example.org'] as const;

let test: TestSystem;
beforeAll(async () => {
  // The default limits of the policy.
  const limits = {
    codesPerAddressAndDay: 5,
    requestsPerAddressAndDay: 20,
    casesPerAddressAndDay: 10,
    lettersPerAddressAndDay: 6,
    lettersPerAddressAndMinute: 2,
  };
  test = await startTestSystem({
    organisation: organisationWith(['mailchimp'], { ...limits, requestsPerNetworkAndHour }),
  });
  for (const [index, email] of people.entries())
    test.plant({ givenName: `Person ${index}`, familyName: 'Strand', emails: [email] });
}, 120_000);
afterAll(async () => await test?.close());

interface Posted {
  readonly status: number;
  readonly retryAfter: number | undefined;
  readonly text: string;
}

/** Sends a request for an address from the given IP address of this machine. */
async function post(email: string, from: string): Promise<Posted> {
  const body = JSON.stringify({
    controller: 'nordvik',
    rights: ['access'],
    language: 'sv',
    identifiers: [{ kind: 'email', value: email }],
  });
  const { hostname, port } = new URL(test.system.url);
  return await new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        method: 'POST',
        path: '/v1/requests',
        localAddress: from,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const wait = answer.headers['retry-after'];
          resolve({
            status: answer.statusCode ?? 0,
            retryAfter: wait === undefined ? undefined : Number(wait),
            text: Buffer.concat(parts).toString(),
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

async function flood(email: string, from: (index: number) => string): Promise<readonly Posted[]> {
  const answers: Posted[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < many) {
      const index = next;
      next += 1;
      answers.push(await post(email, from(index)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return answers;
}

const lettersTo = (email: string): number => test.system.ses.list().filter(({ to }) => to.includes(email)).length;

describe.each([
  ['many networks', people[0], (index: number) => `127.${1 + (index >> 8)}.${index & 255}.7`, many],
  // The requests of the two people count towards the limit of a network.
  ['one network, the person’s own', people[1], () => '127.0.0.1', Math.min(many, requestsPerNetworkAndHour - 2)],
] as const)('Requests of strangers for the address of a person, from %s', (_, email, from, received) => {
  let mine: OpenedCase;
  let answers: readonly Posted[];
  let before: number;

  it('arrive while the person’s own answer is ready', async () => {
    mine = await test.open(email);
    await test.prove(mine);
    await test.driveUntil(mine.reference, ({ answers: ready }) => ready.length === 1);
    // The letter that announces the answer is sent after the answer is available.
    while (!(await test.letters(mine.reference)).some(({ code }) => code === 'M8')) await sleep(50);
    before = lettersTo(email);
    const began = performance.now();
    answers = await flood(email, from);
    const byStatus = Object.groupBy(answers, ({ status }) => String(status));
    const counts = Object.entries(byStatus).map(([status, some]) => `${some?.length ?? 0} × ${status}`);
    console.info(`${many} requests in ${Math.round((performance.now() - began) / 1000)} s: ${counts.join(', ')}`);
  }, 280_000);

  it('are received, and only those above the limit of a network are told when to try again', () => {
    expect(answers).toHaveLength(many);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(received);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(many - received);
    for (const { status, retryAfter } of answers) if (status === 429) expect(retryAfter).toBeGreaterThan(0);
    expect(test.failures).toEqual([]);
  });

  it('cause at most two letters to the address, and one case in the queue', async () => {
    expect(lettersTo(email) - before).toBeLessThanOrEqual(2);
    const open = (await test.erik.queue()).cases.filter(({ status }) => status === 'identifying');
    const others = await Promise.all(open.map(async ({ reference }) => await test.erik.case(reference)));
    const ofThis = others.filter(({ contact }) => contact.startsWith(email.slice(0, 1)));
    expect(ofThis).toHaveLength(1);
    const taken = answers.filter(({ status }) => status === 201);
    expect(ofThis[0]?.attached).toHaveLength(taken.length - 1);
  });

  it('each have their own reference and token, and none shows whether there is another request', async () => {
    const taken = answers
      .filter(({ status }) => status === 201)
      .map(({ text }) => openedSchema.parse(JSON.parse(text)));
    expect(new Set(taken.map(({ reference }) => reference)).size).toBe(taken.length);
    const statuses = await Promise.all(
      taken.map(async ({ reference, accessToken }) => {
        const headers = { authorization: `Bearer ${accessToken}` };
        const { text } = await test.http('GET', `/v1/requests/${reference}`, { headers });
        return (JSON.parse(text) as { status: string }).status;
      }),
    );
    expect(new Set(statuses)).toEqual(new Set(['verify']));
  });

  it('do not keep the person from the answer: a code is sent at once and works', async () => {
    expect((await fetch(await test.address(mine, 1))).status).toBe(200);
  });
});
