// A scenario for tests: requests through the API, the portal and mail, with codes by SMS and decisions of staff, until
// the ended cases are erased. The functions make every call to AWS that `infra/system.ts` grants them, except the
// grants with a `because`. So a test can find a grant that is missing or not needed.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { keptHandFileSchema } from '#api/hand-file.ts';
import { fakePdf } from '#connectors/sdk/fake-pdf.ts';
import { names } from '#infra/local/runner/environment.ts';
import { plusDays } from '#domain/clock/deadline.ts';
import { taskTokens } from '#store/task-tokens.ts';
import { manualSystem, type TestSystem } from './system.ts';

/** An invented person. Only the newsletter service knows the telephone number of this person. */
export const newsletterPerson = {
  givenName: 'Kim',
  familyName: 'Provare',
  emails: ['kim.provare@example.org'],
  phone: '+46701740634',
} as const;
const [email] = newsletterPerson.emails;

/**
 * Runs the scenario. The organisation must have the newsletter service, the manual system, approval of the search by
 * staff, and release by two people.
 */
export async function richScenario(test: TestSystem): Promise<void> {
  test.plant(newsletterPerson);
  const [byApi] = await Promise.all([
    throughApi(test),
    throughPortal(test),
    throughMail(test),
    throughStaff(test),
    throughSms(test),
  ]);
  await expire(test, byApi);
}

/**
 * A case through the API, from the request until the case is closed. Staff accept an identifier that a record contains,
 * and enter the result of the system that they search by hand.
 */
async function throughApi(test: TestSystem): Promise<string> {
  const opened = await test.open(email);
  const { reference } = opened;
  await test.subject.status(reference, opened.token);
  await untilItWaits(test, reference);
  await test.prove(opened);
  await test.driveUntil(reference, ({ waitingFor }) => waitingFor === 'system-answers');
  await test.command(test.erik, reference, { type: 'note', text: 'Ringde upp' });
  await test.command(test.erik, reference, {
    type: 'record-manual-result',
    system: manualSystem,
    outcome: 'found',
    entries: [
      { heading: 'Uthyrning', text: 'Skidor', files: [{ file: await handFile(test, reference), title: 'Kvitto' }] },
    ],
  });
  await test.driveUntil(reference, ({ status }) => status === 'closed');
  const answer = await fetch(await test.address(opened, 1));
  if (!answer.ok) throw new Error(`the API has not delivered the answer: ${answer.status}`);
  await answer.arrayBuffer();
  await test.rune.audit(reference);
  await test.rune.audit(reference);
  return reference;
}

/** Stores a file that staff found by hand. Staff open it before the release. */
async function handFile(test: TestSystem, reference: string): Promise<string> {
  const base64 = Buffer.from(fakePdf('Kvitto', ['Skidor'])).toString('base64');
  const kept = await test.http('POST', `/v1/cases/${reference}/systems/${manualSystem}/files`, {
    body: { base64 },
    headers: { authorization: `Bearer ${test.tokens.erik}` },
  });
  return keptHandFileSchema.parse(JSON.parse(kept.text)).file;
}

/**
 * Waits until the workflow waits for the code, that is, until its task token is in the table. If a code is entered
 * earlier, the workflow does not wait, and nobody calls `SendTaskSuccess`. The scenario must contain this call.
 */
async function untilItWaits(test: TestSystem, reference: string): Promise<void> {
  const client = new DynamoDBClient({ ...test.system.operator, endpoint: test.system.addresses.dynamodb });
  const tokens = taskTokens(DynamoDBDocumentClient.from(client), names.table);
  while ((await tokens.list(reference)).length === 0) await sleep(50);
  client.destroy();
}

/** The person requests codes by SMS: in one case through the API, and in another case through the portal. */
async function throughSms(test: TestSystem): Promise<void> {
  const { phone } = newsletterPerson;
  const identifiers = [
    { kind: 'email', value: 'sms.provare@example.org' },
    { kind: 'phone', value: phone },
  ] as const;
  const { reference, token } = await test.open(identifiers[0].value, { identifiers: [...identifiers] });
  // The step of the workflow that mails a code may also send the first SMS. Then `subject-api` has nothing to send. The
  // person therefore requests two codes by SMS, so that `subject-api` sends at least one.
  await test.code(reference);
  for (const _ of [1, 2]) {
    const asked = await test.http('POST', `/v1/requests/${reference}/verification`, {
      body: { via: 'sms' },
      headers: { authorization: `Bearer ${token}` },
    });
    if (asked.status !== 202)
      throw new Error(`the API responded with ${asked.status} to the request for a code by SMS`);
  }
  const fields = { controller: 'nordvik', rights: 'access', email: 'sms.portal@example.org', phone };
  const sent = await form(test, '/', fields);
  const cookie = sent.getSetCookie()[0]?.split(';')[0] ?? '';
  const byForm = /cases\/([0-9a-z-]+)/.exec(sent.get('location') ?? '')?.[1] ?? '';
  await test.code(byForm);
  for (const _ of [1, 2]) await form(test, `/cases/${byForm}/verification`, { send: 'sms' }, cookie);
}

/** Posts a form of the portal as a browser would; returns the headers of the response. */
async function form(
  test: TestSystem,
  target: string,
  fields: Readonly<Record<string, string>>,
  cookie?: string,
): Promise<Headers> {
  const answer = await test.http('POST', target, {
    body: new URLSearchParams({ ...fields }).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(cookie === undefined ? {} : { cookie }),
    },
  });
  if (answer.status !== 303) throw new Error(`the portal responded with ${answer.status} to a form`);
  return answer.headers;
}

/** A case in the portal, without JavaScript, up to the download of the answer. */
async function throughPortal(test: TestSystem): Promise<void> {
  for (const page of ['/', '/information']) await test.http('GET', page);
  // This address must differ from the address in the request through the API. A request with the same address would be
  // attached to that unproven case.
  const sent = await form(test, '/', { controller: 'nordvik', rights: 'access', email: 'portal.provare@example.org' });
  const cookie = sent.getSetCookie()[0]?.split(';')[0] ?? '';
  const reference = /cases\/([0-9a-z-]+)/.exec(sent.get('location') ?? '')?.[1] ?? '';
  await test.http('GET', `/cases/${reference}`, { headers: { cookie } });
  await untilItWaits(test, reference);
  await form(test, `/cases/${reference}/verification`, { code: await test.code(reference) }, cookie);
  await test.driveUntil(reference, ({ waitingFor }) => waitingFor === 'system-answers');
  const answers = { type: 'record-manual-result', system: manualSystem, outcome: 'nothing-held' } as const;
  await test.command(test.erik, reference, answers);
  await test.driveUntil(reference, ({ answers: delivered }) => delivered.length === 1);
  const before = (await test.letters(reference)).filter(({ code }) => code === 'M23').length;
  await form(test, `/cases/${reference}/download`, { send: 'new' }, cookie);
  const code = await test.code(reference, before + 1);
  const granted = await form(test, `/cases/${reference}/download`, { code }, cookie);
  const answer = await fetch(granted.get('location') ?? '');
  if (!answer.ok) throw new Error(`the portal has not delivered the answer: ${answer.status}`);
  await answer.arrayBuffer();
}

/**
 * Stores a mail in the mail bucket as SES would, and invokes `receive-mail`. Returns the case that the mail opened or
 * was added to.
 */
async function mailIn(
  test: TestSystem,
  from: string,
  dmarc: 'PASS' | 'FAIL',
  becomes: 'opened' | 'held' | 'attached',
): Promise<string> {
  const { system } = test;
  const sample = await readFile(path.join(import.meta.dirname, '../domain/mail/samples/registerutdrag.eml'), 'utf8');
  const messageId = `message-${becomes}`;
  await new S3Client({ ...system.operator, endpoint: system.addresses.s3 }).send(
    new PutObjectCommand({
      Bucket: names.buckets.mail,
      Key: `inbound/${messageId}`,
      Body: sample.replaceAll('ake.provare@example.org', from),
    }),
  );
  const timestamp = new Date(system.clock.now()).toISOString();
  const pass = { status: 'PASS' };
  const outcome = await system.invoke('receive-mail', {
    Records: [
      {
        eventSource: 'aws:ses',
        eventVersion: '1.0',
        ses: {
          mail: { messageId, timestamp },
          receipt: {
            timestamp,
            recipients: ['dataskydd@nordvik.example'],
            spfVerdict: pass,
            dkimVerdict: pass,
            dmarcVerdict: { status: dmarc },
            virusVerdict: pass,
            spamVerdict: pass,
          },
        },
      },
    ],
  });
  const { caseId, outcome: became } = (outcome.kind === 'returned' ? outcome.payload : {}) as Record<string, string>;
  if (caseId === undefined || became !== becomes)
    throw new Error(`the mail is not ${becomes}: ${outcome.kind}, ${became}`);
  return caseId;
}

/** A request by mail. A second mail of the same person is attached to the case. Staff refuse the request. */
async function throughMail(test: TestSystem): Promise<void> {
  const reference = await mailIn(test, 'ake.provare@example.org', 'PASS', 'opened');
  await mailIn(test, 'ake.provare@example.org', 'PASS', 'attached');
  const refusal = { type: 'refuse', scope: 'whole', ground: 'Art. 12(5)(b)', reason: 'Upprepad begäran' } as const;
  await test.command(test.erik, reference, refusal);
  // A second member of staff must approve the refusal of a whole request.
  await test.command(test.maja, reference, { type: 'approve-proposal', proposal: 'proposal-1' });
}

/**
 * A mail whose sender is not authenticated (DMARC), so its case is held for staff. A member of staff lifts the hold and
 * extends the period. Then the test stops the execution, and `reconcile` must start a new one.
 */
async function throughStaff(test: TestSystem): Promise<void> {
  const reference = await mailIn(test, 'siv.provare@example.org', 'FAIL', 'held');
  await test.until(reference, ({ waitingFor }) => waitingFor === 'staff-decision');
  await test.command(test.erik, reference, { type: 'lift-hold' });
  await test.until(reference, ({ waitingFor }) => waitingFor === 'subject-code');
  await test.command(test.erik, reference, { type: 'extend', category: 'number', reason: 'Många ärenden' });
  await test.erik.queue();
  // The response to the command comes before the workflow starts.
  await untilItWaits(test, reference);
  const { system } = test;
  const executionArn = `${system.addresses.workflowArn.replace(':stateMachine:', ':execution:')}:${reference}-1`;
  await new SFNClient({ ...system.operator, endpoint: system.addresses.stepFunctions }).send(
    new StopExecutionCommand({ executionArn }),
  );
}

/**
 * Runs the scheduled functions on the due date, and again 1900 days later. Then `purge-expired` must erase everything
 * about ended cases.
 */
async function expire(test: TestSystem, reference: string): Promise<void> {
  const { system } = test;
  const { unsuspendedDue: due } = await test.erik.case(reference);
  for (const day of [0, 1900]) {
    system.clock.shift(Math.max(0, Date.parse(`${plusDays(due, day)}T08:00:00Z`) - system.clock.now()));
    for (const name of ['reconcile', 'watch-deadlines', 'watch-deadlines', 'purge-expired']) {
      const outcome = await system.runNow(name);
      if (outcome.kind !== 'returned') throw new Error(`${name}: ${outcome.kind}`);
    }
  }
  // `purge-expired` has erased the mails of the ended case. The mail of the open case still exists.
  const { Contents = [] } = await new S3Client({ ...system.operator, endpoint: system.addresses.s3 }).send(
    new ListObjectsV2Command({ Bucket: names.buckets.mail }),
  );
  const left = Contents.map(({ Key }) => Key).join();
  if (left !== 'inbound/message-held') throw new Error(`mails that still exist: ${left}`);
}
