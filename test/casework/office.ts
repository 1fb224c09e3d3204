// Case work without a workflow, for tests of mails, of staff and of the person.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Settling } from '#casework/commit/casework.ts';
import { commitCommand, loadCase } from '#casework/commit/commit-command.ts';
import { caseKeys } from '#casework/commit/keys.ts';
import { receiveMail } from '#casework/intake/mail/receive-mail.ts';
import type { Reception } from '#casework/intake/mail/reception.ts';
import type { Command } from '#domain/case/command.ts';
import { readCommit } from '#domain/case/log/commit.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { Actor } from '#domain/case/vocabulary.ts';
import { parseOrganisation } from '#domain/organisation/load.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { Verdicts } from '#domain/mail/verdicts.ts';
import { anchors } from '#store/anchors.ts';
import { mailKey } from '#store/inbound-mails.ts';
import { caseKey, caseOf } from '#store/keys.ts';
import { viewLog } from '#store/view-log.ts';
import { memoryBuckets } from '#test/support/memory-stores/buckets.ts';
import { memoryTable } from '#test/support/memory-stores/table.ts';
import type { OutgoingMail } from '#store/post-office.ts';
import type { OutgoingSms } from '#store/sms-service.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { summarySchema, type Summary } from '#store/summaries.ts';
import { follow } from './followed.ts';
import { passed, rawMail } from '../domain/mail/mail.ts';
import { caseIndexes, storesOn } from './stores-on.ts';

const root = path.resolve(import.meta.dirname, '../..');
const parsed = parseOrganisation(readFileSync(path.join(root, 'infra/organisation.yaml'), 'utf8'));
if (!parsed.ok) throw new Error('the demo organisation is not right');
export const demo = parsed.organisation;

export const now = '2026-03-02T08:00:00.000Z';
export const access = 'Hej, jag vill veta vilka uppgifter ni har om mig. Telefon 070-174 06 12.';
export const staff = (id: string): Actor => ({ kind: 'staff', id });

/**
 * Case work of one office, on the stores of the product over a table in memory. What is sent and started is stored, so
 * that tests can check it.
 */
export class Office {
  readonly #table = memoryTable(caseIndexes);
  readonly views = viewLog(this.#table, 'cases');
  readonly anchors = anchors(memoryBuckets(), 'anchors');
  readonly sent: OutgoingMail[] = [];
  readonly texted: OutgoingSms[] = [];
  readonly started: string[] = [];
  /** The keys of the raw mails and scans in their bucket. */
  readonly mails = new Set<string>();
  /** Case work whose commits are followed: `settleOwed` settles their cases. */
  readonly casework: Settling;
  /** Does what the stream of the case table does. The office calls it after everything that it does itself. */
  readonly settleOwed: () => Promise<void>;

  constructor(organisation: Organisation = demo) {
    const { sent, texted, started } = this;
    const following = follow({
      ...storesOn(this.#table, 'cases'),
      workflow: {
        start: async (caseId) => void started.push(caseId),
        isRunning: async () => true,
        stop: async () => undefined,
        signal: async () => {},
      },
      post: { send: async (mail) => `sent-${sent.push(mail)}` },
      sms: { send: async (sms) => void texted.push(sms) },
      organisation,
      organisationAt: async () => organisation,
      keys: caseKeys({ master: 'a'.repeat(64) }),
      portal: 'https://portal.example',
      // Calls each step as if no time passed.
      now: () => '',
      newId: () => `id-${(this.#ids += 1)}`,
      pause: async () => undefined,
      random: Math.random,
      attempts: 5,
      report: (what, error) => {
        throw new Error(`reported: ${what}`, { cause: error });
      },
    });
    this.casework = following.casework;
    this.settleOwed = following.settleOwed;
  }
  #ids = 0;

  async receive(
    raw: Uint8Array,
    more: {
      id?: string;
      verdicts?: Verdicts;
      recipients?: readonly string[];
      at?: string;
      /** Default: the case work of this office. */
      by?: Settling;
    } = {},
  ): Promise<Reception> {
    const { id = 'm1', verdicts = passed, recipients = ['dataskydd@nordvik.example'], at = now } = more;
    this.mails.add(mailKey(id));
    const reception = await receiveMail(
      more.by ?? this.casework,
      'b'.repeat(64),
      { raw, verdicts, receivedAt: at, messageId: id, recipients },
      'c'.repeat(64),
      at,
    );
    await this.settleOwed();
    if (reception.mail === 'destroy') this.mails.delete(mailKey(id));
    return reception;
  }

  /** The commits of all cases, by case. */
  get commits(): ReadonlyMap<string, readonly string[]> {
    const logs = new Map<string, string[]>();
    for (const [caseId, { text }] of this.#items('COMMIT#'))
      logs.set(caseId, [...(logs.get(caseId) ?? []), z.string().parse(text)]);
    return logs;
  }

  /** The cases whose profile is stored. */
  get profiled(): readonly string[] {
    return this.#items('PROFILE').flatMap(([caseId, { sk }]) => (sk === 'PROFILE' ? [caseId] : []));
  }

  get summaries(): ReadonlyMap<string, Summary> {
    return new Map(this.#items('SUMMARY').map(([caseId, { summary }]) => [caseId, summarySchema.parse(summary)]));
  }

  /** Writes another owner into a summary, without a commit. */
  async setOwner(caseId: string, owner: string | null): Promise<void> {
    const summary = this.summaries.get(caseId);
    await this.#table.send(
      new UpdateCommand({
        TableName: 'cases',
        Key: { pk: caseKey(caseId), sk: 'SUMMARY' },
        UpdateExpression: 'SET summary = :summary',
        ExpressionAttributeValues: { ':summary': { ...summary, owner } },
      }),
    );
  }

  /** The items of all cases whose sort key begins with this text, with the ids of the cases. */
  #items(prefix: string): readonly (readonly [string, Readonly<Record<string, unknown>>])[] {
    return this.#table
      .items()
      .filter(({ sk }) => String(sk).startsWith(prefix))
      .map((item) => [caseOf(String(item['pk'])), item]);
  }

  async profile(caseId: string | undefined): Promise<SubjectProfile> {
    const profile = await this.casework.profiles.get(caseId ?? '');
    if (profile === undefined) throw new Error('the case has no profile');
    return profile;
  }

  async state(caseId: string | undefined): Promise<OpenedCase> {
    await this.settleOwed();
    const { state } = await loadCase(this.casework, caseId ?? '');
    if (state === undefined) throw new Error('there is no such case');
    return state;
  }

  /** Gives a command as one of two members of staff. If it is refused, the test fails. */
  async command(caseId: string, command: Command, at = now, by = staff('erik')): Promise<void> {
    const envelope = { commandId: `test-${(this.#ids += 1)}`, by, command };
    await this.settleOwed();
    const acted = await commitCommand(this.casework, caseId, envelope, at);
    if (!acted.ok) throw new Error(`${command.type}: ${acted.code}`);
    await this.settleOwed();
  }

  /** The notes of a case, in order. */
  async notes(caseId: string): Promise<readonly string[]> {
    const profile = await this.profile(caseId);
    return (await this.casework.log.read(caseId)).flatMap((text) =>
      readCommit(text).events.flatMap((event) =>
        event.type === 'note-added' ? [profile.texts[event.text] ?? ''] : [],
      ),
    );
  }

  /** The codes and recipients of the letters that were sent in a case. */
  letters(caseId: string | undefined): readonly string[] {
    return this.sent
      .filter(({ headers }) => headers['X-Utdrag-Case'] === caseId)
      .map(({ headers, to }) => `${headers['X-Utdrag-Letter'] ?? ''} ${to}`);
  }
}

/** A mail that replies to a letter of a case. */
export function replyTo(caseId: string, text: string, headers: Readonly<Record<string, string>> = {}): Buffer {
  return rawMail(text, {
    Subject: `Sv: Vi har tagit emot din begäran (ärende ${caseId})`,
    'In-Reply-To': '<x@example.com>',
    ...headers,
  });
}
