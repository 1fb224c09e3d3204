// Intake by mail over records in memory, with the same rules as the table; what is sent and started is kept to be looked at.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { act } from '#casework/commit/act.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { loadCase } from '#casework/commit/commit-command.ts';
import { caseKeys } from '#casework/commit/keys.ts';
import { receiveMail, type Reception } from '#casework/intake/mail/receive-mail.ts';
import type { Command } from '#domain/case/command.ts';
import { readCommit } from '#domain/case/log/commit.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { Actor } from '#domain/case/vocabulary.ts';
import { parseOrganisation } from '#domain/organisation/load.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { Verdicts } from '#domain/mail/verdicts.ts';
import { mailKey } from '#store/inbound-mails.ts';
import type { OutgoingMail } from '#store/post-office.ts';
import type { OutgoingSms } from '#store/sms-service.ts';
import { subjectProfileSchema, type SubjectProfile } from '#store/subject-profiles.ts';
import { summarySchema, type Summary } from '#store/summaries.ts';
import { passed, rawMail } from '../domain/mail/mail.ts';

const root = path.resolve(import.meta.dirname, '../..');
const parsed = parseOrganisation(readFileSync(path.join(root, 'infra/organisation.yaml'), 'utf8'));
if (!parsed.ok) throw new Error('the demo organisation is not right');
export const demo = parsed.organisation;

export const now = '2026-03-02T08:00:00.000Z';
export const access = 'Hej, jag vill veta vilka uppgifter ni har om mig. Telefon 070-174 06 12.';
export const staff = (id: string): Actor => ({ kind: 'staff', id });

/** The records in memory, with the same rules as the table; what is sent and started is kept to be looked at. */
export class Office {
  readonly commits = new Map<string, string[]>();
  readonly profiles = new Map<string, SubjectProfile>();
  readonly summaries = new Map<string, Summary>();
  readonly sent: OutgoingMail[] = [];
  readonly texted: OutgoingSms[] = [];
  readonly started: string[] = [];
  /** Keys of the raw mails and scans that lie in their bucket. */
  readonly mails = new Set<string>();
  /** Which cases have which of them. */
  readonly #inbound = new Map<string, Set<string>>();
  readonly casework: Casework;

  constructor(organisation: Organisation = demo) {
    const { commits, profiles, summaries, sent, texted, started } = this;
    const setText = async (caseId: string, id: string, text: string): Promise<void> => {
      const kept = profiles.get(caseId);
      if (kept === undefined) throw new Error('no profile');
      profiles.set(caseId, subjectProfileSchema.parse({ ...kept, texts: { ...kept.texts, [id]: text } }));
    };
    const have = (caseId: string, key: string): void =>
      void this.#inbound.set(key, new Set([...(this.#inbound.get(key) ?? []), caseId]));
    this.casework = {
      log: {
        read: async (caseId) => commits.get(caseId) ?? [],
        load: async (caseId) => ({ texts: commits.get(caseId) ?? [], owed: [] }),
        loadAgain: async (caseId) => ({ texts: commits.get(caseId) ?? [], owed: [] }),
        loadWhole: async (caseId) => ({ texts: commits.get(caseId) ?? [], owed: [] }),
        keepSnapshot: async () => {},
        eraseSnapshot: async () => {},
        append: async (caseId, { seq, text }) => {
          const log = commits.get(caseId) ?? [];
          if (log.length !== seq - 1) return 'conflict';
          commits.set(caseId, [...log, text]);
          return 'written';
        },
      },
      profiles: {
        get: async (caseId) => profiles.get(caseId),
        knownBy: async (caseIds) => caseIds.flatMap((caseId) => profiles.get(caseId) ?? []),
        create: async (profile) => {
          const kept = profiles.get(profile.caseId) ?? subjectProfileSchema.parse(profile);
          profiles.set(profile.caseId, kept);
          for (const key of kept.inbound) have(profile.caseId, key);
          return kept;
        },
        keptSince: async () => [],
        attach: async () => {},
        detach: async () => {},
        attached: async () => [],
        addIdentifier: async () => {},
        addText: setText,
        addContact: async (caseId, hash, contact) => {
          const kept = profiles.get(caseId);
          if (kept !== undefined) profiles.set(caseId, { ...kept, contacts: { ...kept.contacts, [hash]: contact } });
        },
        addInbound: async (caseId, key) => {
          const kept = profiles.get(caseId);
          if (kept !== undefined && !kept.inbound.includes(key))
            profiles.set(caseId, { ...kept, inbound: [...kept.inbound, key] });
          if (kept !== undefined) have(caseId, key);
        },
        addSent: async (caseId, letter) => {
          const kept = profiles.get(caseId);
          if (kept !== undefined) profiles.set(caseId, { ...kept, sent: [...kept.sent, letter] });
        },
        releaseInbound: async (caseId, key) => {
          this.#inbound.get(key)?.delete(caseId);
          return (this.#inbound.get(key)?.size ?? 0) === 0;
        },
        erase: async (caseId) => void profiles.delete(caseId),
      },
      summaries: {
        get: async (caseId) => summaries.get(caseId),
        put: async (summary) => {
          const kept = summaries.get(summary.caseId);
          if (kept === undefined || kept.seq < summary.seq) summaries.set(summary.caseId, summarySchema.parse(summary));
        },
        list: async (list) => [...summaries.values()].filter((one) => one.list === list),
        page: async (list, { wanted, limit, after, order }) => {
          const place = (one: Summary): string => `${one.endedAt ?? one.due}#${one.caseId}`;
          const forwards = order === 'oldest-first';
          const rows = [...summaries.values()]
            .filter((one) => one.list === list)
            .filter((one) => wanted.kind !== 'unsettled' || one.unsettled > 0)
            .filter((one) => wanted.kind !== 'owned' || one.owner === wanted.by)
            .filter((one) => after === undefined || (forwards ? place(one) > after : place(one) < after))
            .sort((a, b) => (place(a) < place(b) === forwards ? -1 : 1));
          const taken = rows.slice(0, limit);
          const last = taken.at(-1);
          const next = rows.length > limit && last !== undefined ? place(last) : undefined;
          return { caseIds: taken.map(({ caseId }) => caseId), next };
        },
        many: async (caseIds) => caseIds.flatMap((caseId) => summaries.get(caseId) ?? []),
        move: async (caseId, from, to) => {
          const kept = summaries.get(caseId);
          if (kept?.list === from) summaries.set(caseId, { ...kept, list: to });
        },
        forgetPerson: async (caseId) => {
          const kept = summaries.get(caseId);
          if (kept !== undefined) summaries.set(caseId, { ...kept, person: '', list: 'forgotten' });
        },
        ofPerson: async (person) => [...summaries.values()].filter((one) => one.person === person),
      },
      owed: {
        due: async function* () {},
        move: async () => {},
        keep: async () => {},
        opened: async () => {},
        sweep: async () => ({ after: null, done: true }),
        keepSweep: async () => {},
        listed: async () => [],
      },
      tokens: { list: async () => [], put: async () => {}, delete: async () => {} },
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
      attached: {
        look: async () => undefined,
        stand: async (_, caseId) => caseId,
        attach: async () => {},
        detach: async () => {},
        of: async () => [],
      },
      limits: {
        take: async () => ({ ok: true, left: 5 }),
        look: async () => ({ ok: true, left: 5 }),
        count: async () => 1,
      },
      keys: caseKeys({ master: 'a'.repeat(64) }),
      portal: 'https://portal.example',
      // As if every step were done at once.
      now: () => '',
      newId: () => `id-${(this.#ids += 1)}`,
      pause: async () => undefined,
      random: Math.random,
      attempts: 5,
      report: (what, error) => {
        throw new Error(`reported: ${what}`, { cause: error });
      },
    };
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
      by?: Casework;
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
    if (reception.mail === 'destroy') this.mails.delete(mailKey(id));
    return reception;
  }

  profile(caseId: string | undefined): SubjectProfile {
    const profile = this.profiles.get(caseId ?? '');
    if (profile === undefined) throw new Error('the case has no profile');
    return profile;
  }

  async state(caseId: string | undefined): Promise<OpenedCase> {
    const { state } = await loadCase(this.casework, caseId ?? '');
    if (state === undefined) throw new Error('there is no such case');
    return state;
  }

  /** Gives a command as one of two members of staff; one that is refused is a failed test. */
  async command(caseId: string, command: Command, at = now, by = staff('erik')): Promise<void> {
    const envelope = { commandId: `test-${(this.#ids += 1)}`, by, command };
    const acted = await act(this.casework, caseId, envelope, at);
    if (!acted.ok) throw new Error(`${command.type}: ${acted.code}`);
  }

  /** What was written down in a case, in order. */
  async notes(caseId: string): Promise<readonly string[]> {
    const profile = this.profile(caseId);
    return (this.commits.get(caseId) ?? []).flatMap((text) =>
      readCommit(text).events.flatMap((event) =>
        event.type === 'note-added' ? [profile.texts[event.text] ?? ''] : [],
      ),
    );
  }

  /** Codes and receivers of the letters that were sent in a case. */
  letters(caseId: string | undefined): readonly string[] {
    return this.sent
      .filter(({ headers }) => headers['X-Utdrag-Case'] === caseId)
      .map(({ headers, to }) => `${headers['X-Utdrag-Letter'] ?? ''} ${to}`);
  }
}

/** A reply to a letter of a case. */
export function replyTo(caseId: string, text: string, headers: Readonly<Record<string, string>> = {}): Buffer {
  return rawMail(text, {
    Subject: `Sv: Vi har tagit emot din begäran (ärende ${caseId})`,
    'In-Reply-To': '<x@example.com>',
    ...headers,
  });
}
