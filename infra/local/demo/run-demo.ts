import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { verifyExport } from '#answer/verify-export.ts';
import type { CaseView } from '#api/staff.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { verifyAudit } from '#domain/case/log/audit.ts';
import type { Verdicts } from '#domain/mail/verdicts.ts';
import { requestSchema } from '#domain/request.ts';
import { signIn } from '../identity-provider/sign-in.ts';
import { fileName } from '../aws/outbox.ts';
import { receiptEvent } from '../aws/ses-receiving/receipt.ts';
import { connectorSystems, names } from '../runner/environment.ts';
import { startFakes } from '../runner/fakes.ts';
import { apiAudience, consoleClient, demoStaff } from '../runner/staff.ts';
import { startSystem, type RunningSystem } from '../runner/system.ts';
import { caseFile } from './case-file.ts';
import { staffClient, subjectClient, ApiProblem } from './clients.ts';
import { drive, type Cast } from './drive.ts';
import { codeIn, lettersOf, tokenIn, type ReceivedLetter } from './letters.ts';
import { readMailRequest } from './mail.ts';
import { readDemoOrganisation } from './organisation.ts';
import { demoRequest, personNamed } from './person.ts';
import type { Reporter } from './reporter.ts';

export interface DemoOptions {
  readonly out: string;
  readonly request?: string;
  readonly eml?: string;
  readonly verdicts?: string;
  /**
   * The folder for all data of the demo, which is kept at the end. If it is absent, the demo uses a temporary folder
   * and removes it.
   */
  readonly data?: string;
  /**
   * The system whose stand-in responds with errors until the first answer was delivered. The demo then shows an answer
   * without the data of this system, and a supplement with the data.
   */
  readonly fail?: string;
}

/**
 * Exit code of the demo. 0: the answer was delivered and verified. 3: the request was held, or the mail was no request.
 * 1: any other end.
 */
export type DemoExit = 0 | 1 | 3;

const receivedSchema = z.looseObject({ outcome: z.string(), caseId: z.string().optional() });

/**
 * Runs the demo. It handles one request from its receipt to a delivered and verified answer, and acts as the person and
 * the staff. The results are written to `out`.
 */
export async function runDemo(options: DemoOptions, report: Reporter): Promise<DemoExit> {
  await prepareOut(options.out);
  const mail = options.eml === undefined ? undefined : await readMailRequest(options.eml, options.verdicts);
  const request: unknown = options.request === undefined ? demoRequest : await readRequest(options.request);
  const named = mail?.identifiers ?? plantable(request);
  const { organisation, hash } = readDemoOrganisation();
  const today = new Date().toISOString().slice(0, 10);
  const person = personNamed(named, today);
  const connectors = connectorSystems(organisation).map(({ connector }) => connector);
  if (options.fail !== undefined && !connectors.includes(options.fail))
    throw new Error(`--fail: there is no such system; the demo searches ${connectors.join(', ')}`);
  const fakes = await startFakes(
    connectors,
    person === undefined || person === testPerson ? [testPerson] : [testPerson, person],
  );
  const failing = options.fail === undefined ? undefined : fakes.get(options.fail);
  failing?.fail({ kind: 'status', status: 500, times: Number.POSITIVE_INFINITY });
  const folder = options.data ?? (await mkdtemp(path.join(tmpdir(), 'utdrag-demo-')));
  let system: RunningSystem | undefined;
  try {
    system = await startSystem({
      folder,
      organisation,
      organisationHash: hash,
      vendors: fakes,
      onFailure: (what) => report.tell({ event: 'problem', data: { message: what } }),
    });
    report.tell({ event: 'started', data: { portal: system.url, out: options.out } });
    const cast = await assemble(system, report);
    const opened =
      mail === undefined ? await openByApi(cast, request) : await openByMail(system, cast, mail.raw, mail.verdicts);
    const exit = opened === undefined ? 3 : await seeThrough(cast, opened, options, failing);
    await saveSent(system, folder, options.out);
    if (exit === 3 && opened !== undefined) await saveCase(cast, opened.reference, options.out);
    return exit;
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    report.tell({ event: 'problem', data: { message: `${error.message} (${error.type}, ${error.status})` } });
    return 1;
  } finally {
    await system?.close();
    for (const fake of fakes.values()) await fake.close();
    if (options.data === undefined) await rm(folder, { recursive: true, force: true });
  }
}

interface Opened {
  readonly reference: string;
  readonly token: string;
}

async function seeThrough(
  cast: Cast & { readonly auditor: Cast['first'] },
  opened: Opened,
  options: DemoOptions,
  failing: { heal(): void } | undefined,
): Promise<DemoExit> {
  const { reference, token } = opened;
  const driven = await drive(cast, reference, token, 1);
  if (driven.outcome === 'held') {
    cast.report.tell({ event: 'held', data: { reason: driven.view.hold ?? 'a member of staff must look first' } });
    return 3;
  }
  if (driven.outcome === 'stuck') {
    cast.report.tell({ event: 'problem', data: { message: `the case did not continue: ${driven.view.status}` } });
    return 1;
  }
  let good = await fetchAndVerify(cast, opened, 1, path.join(options.out, 'export.zip'));
  if (good && failing !== undefined && options.fail !== undefined) {
    failing.heal();
    const view = await cast.first.case(reference);
    await cast.first.command(reference, view.seq, { type: 'retry-system', system: options.fail });
    const supplement = await drive(cast, reference, token, 2);
    good =
      supplement.outcome === 'delivered' &&
      (await fetchAndVerify(cast, opened, 2, path.join(options.out, 'export-2.zip')));
  }
  await settleDown(cast, reference);
  return (await saveCase(cast, reference, options.out)) && good ? 0 : 1;
}

async function fetchAndVerify(cast: Cast, { reference, token }: Opened, round: number, file: string): Promise<boolean> {
  const { subject, report } = cast;
  const before = (await cast.letters(reference)).filter(({ name }) => name === 'one-time-code').length;
  await subject.askForCode(reference, token);
  const code = codeIn(
    await waitFor(cast, reference, (letters) => letters.filter(({ name }) => name === 'one-time-code').length > before),
  );
  if (code === undefined) return false;
  const { url } = await subject.download(reference, token, code, round);
  const response = await fetch(url);
  if (!response.ok) return false;
  await writeFile(file, Buffer.from(await response.arrayBuffer()));
  const verdict = await verifyExport(file);
  if (verdict.ok) {
    report.tell({ event: 'verified-export', data: { file: path.basename(file), entries: verdict.entries } });
    return true;
  }
  report.tell({ event: 'problem', data: { message: `the export does not verify: ${verdict.reason}` } });
  return false;
}

async function waitFor(
  cast: Cast,
  reference: string,
  enough: (letters: readonly ReceivedLetter[]) => boolean,
): Promise<readonly ReceivedLetter[]> {
  const end = cast.now() + 30_000;
  for (;;) {
    const letters = await cast.letters(reference);
    if (enough(letters) || cast.now() > end) return letters;
    await cast.change();
  }
}

/**
 * Waits until all letters are sent and the case is closed, so that the saved files are complete. A case that still
 * waits for a system stays `gathering`, and is not waited for. Waits for at most 30 seconds.
 */
async function settleDown(cast: Cast, reference: string): Promise<void> {
  const end = cast.now() + 30_000;
  for (;;) {
    const view = await cast.first.case(reference);
    const done = view.status === 'closed' || view.status === 'gathering';
    if ((done && view.letters.every(({ sentAt }) => sentAt !== null)) || cast.now() > end) return;
    await cast.change();
  }
}

async function assemble(system: RunningSystem, report: Reporter): Promise<Cast & { readonly auditor: Cast['first'] }> {
  const staff = async (index: number): Promise<Cast['first']> => {
    const member = demoStaff[index];
    if (member === undefined) throw new Error('there is no such member of staff');
    const token = await signIn({
      issuer: system.issuer,
      clientId: consoleClient,
      redirectUri: system.consoleRedirect,
      audience: apiAudience,
      staffId: member.id,
    });
    return staffClient(system.url, token, randomUUID);
  };
  const [first, second, auditor] = await Promise.all([staff(0), staff(1), staff(2)]);
  let seen = 0;
  return {
    subject: subjectClient(system.url),
    first,
    second,
    auditor,
    letters: async (reference) => await lettersOf(system.ses, reference),
    report,
    change: async () => {
      await system.writes.after(seen);
      seen = system.writes.count();
    },
    now: Date.now,
  };
}

async function openByApi(cast: Cast, request: unknown): Promise<Opened> {
  const opened = await cast.subject.open(request, randomUUID());
  cast.report.tell({ event: 'request-received', data: { reference: opened.reference, due: opened.due } });
  return { reference: opened.reference, token: opened.accessToken };
}

/** Stores the mail in the mail bucket and invokes `receive-mail`, as SES would. */
async function openByMail(
  system: RunningSystem,
  cast: Cast,
  raw: Uint8Array,
  verdicts: Verdicts,
): Promise<Opened | undefined> {
  const messageId = randomUUID().replaceAll('-', '');
  await new S3Client({ ...system.operator, endpoint: system.addresses.s3 }).send(
    new PutObjectCommand({ Bucket: names.buckets.mail, Key: `inbound/${messageId}`, Body: raw }),
  );
  const outcome = await system.invoke(
    'receive-mail',
    receiptEvent({
      messageId,
      receivedAt: new Date(system.clock.now()).toISOString(),
      recipients: ['dataskydd@nordvik.example'],
      verdicts,
    }),
  );
  if (outcome.kind !== 'returned') throw new Error(`the mail could not be received: ${outcome.kind}`);
  const received = receivedSchema.parse(outcome.payload);
  if (received.caseId === undefined) {
    cast.report.tell({ event: 'held', data: { reason: `no request in this mail (${received.outcome})` } });
    return undefined;
  }
  const reference = received.caseId;
  const view = await cast.first.case(reference);
  cast.report.tell({ event: 'request-received', data: { reference, due: view.unsuspendedDue } });
  if (view.status === 'held') return { reference, token: '' };
  const letters = await waitFor(cast, reference, (all) => tokenIn(all) !== undefined);
  return { reference, token: tokenIn(letters) ?? '' };
}

async function readRequest(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new Error('--request: there is no file that can be read under that name');
  }
  try {
    const request: unknown = JSON.parse(text);
    return request;
  } catch {
    throw new Error('--request: the file is not JSON');
  }
}

/**
 * The identifiers for which the demo puts records into the stand-ins. There are none if the request is malformed,
 * because the API will refuse it.
 */
function plantable(request: unknown): readonly z.infer<typeof requestSchema>['identifiers'][number][] {
  const parsed = requestSchema.pick({ identifiers: true }).loose().safeParse(request);
  return parsed.success ? parsed.data.identifiers : [];
}

async function prepareOut(out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  // Removes the files of an earlier run, so that nobody takes them for results of this run.
  for (const name of ['export.zip', 'export-2.zip', 'audit.jsonl', 'case.json', 'mail', 'sms'])
    await rm(path.join(out, name), { recursive: true, force: true });
}

/** Copies the files of the sent mails and SMS into `out`. */
async function saveSent({ ses, sms }: RunningSystem, folder: string, out: string): Promise<void> {
  for (const [kind, sent, ending] of [
    ['mail', ses.list(), 'eml'],
    ['sms', sms.list(), 'json'],
  ] as const) {
    if (kind === 'mail' || sent.length > 0) await mkdir(path.join(out, kind), { recursive: true });
    for (const name of sent.map((one) => fileName(one, ending)))
      await copyFile(path.join(folder, kind, name), path.join(out, kind, name));
  }
}

/** Writes `case.json` and `audit.jsonl` into `out`. Returns whether the log verifies. */
async function saveCase(
  cast: Cast & { readonly auditor: Cast['first'] },
  reference: string,
  out: string,
): Promise<boolean> {
  const view: CaseView = await cast.first.case(reference);
  await writeFile(path.join(out, 'case.json'), `${JSON.stringify(caseFile(view), null, 2)}\n`);
  const audit = await cast.auditor.audit(reference);
  await writeFile(path.join(out, 'audit.jsonl'), audit);
  const verdict = await verifyAudit(audit);
  if (!verdict.ok)
    cast.report.tell({ event: 'problem', data: { message: `the log does not verify: ${verdict.reason}` } });
  return verdict.ok;
}
