import { resourcesOf } from '#casework/search/resources-of.ts';
import { loadConnectors } from '#connectors/registry.ts';
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type * as z from 'zod';
import { registrationSchema } from '#api/register.ts';
import type { CaseView } from '#api/staff.ts';
import type { StaffCommand } from '#api/staff-command.ts';
import { caseView } from '#casework/staff/case-view.ts';
import { holdFor } from '#casework/intake/open-request.ts';
import { receiveMail } from '#casework/intake/mail/receive-mail.ts';
import { registerRequest } from '#casework/intake/register-request.ts';
import { staffCommand } from '#casework/staff/staff-command.ts';
import { sendCode, verifyIdentity } from '#casework/subject/subject-actions.ts';
import type { Right } from '#domain/rights.ts';
import { passed } from '../domain/mail/mail.ts';
import { start, startRig, type Rig } from '../casework/rig.ts';

const connectors = await loadConnectors();

type Given<C> = C extends StaffCommand ? Omit<C, 'commandId' | 'expectedSeq'> : never;
type Registration = Partial<z.input<typeof registrationSchema>>;

/** Casework as staff and persons use it, on the real local services. */
export interface Office {
  readonly rig: Rig;
  /** Makes a request through the API, from an e-mail address that no other request has. */
  open(
    rights?: readonly Right[],
    identifiers?: readonly { readonly kind: 'personnummer'; readonly value: string }[],
  ): Promise<string>;
  /** Registers a request that came in another way; the answer is due on `due`. */
  register(registration: Registration, at?: string): Promise<{ readonly caseId: string; readonly due: string }>;
  /** Receives a mail that passed every check. Returns the case that it opened. */
  mail(raw: Uint8Array, at?: string): Promise<string>;
  /** Sends a command of staff. Returns the code of its refusal, or nothing. */
  give(caseId: string, command: Given<StaffCommand>, at?: string, member?: string): Promise<string | undefined>;
  prove(caseId: string, at?: string): Promise<void>;
  view(caseId: string, at?: string): Promise<CaseView>;
  /** The text of the letter with this id, as the person got it by mail. */
  letter(caseId: string, letter: string): Promise<string>;
  letters(caseId: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function openOffice(): Promise<Office> {
  const rig = await startRig();
  let people = 0;
  const view: Office['view'] = async (caseId, at = start) =>
    caseView(
      await rig.state(caseId),
      await rig.casework.log.read(caseId),
      await rig.casework.profiles.get(caseId),
      rig.organisation,
      at,
      {
        viewer: { id: 'ada', roles: new Set(['case-worker', 'approver', 'dpo']) },
        mayKnow: () => true,
        resources: resourcesOf(connectors),
        others: [],
        attached: [],
      },
    );
  return {
    rig,
    async open(rights = ['access'], identifiers = []) {
      const email = { kind: 'email', value: `person-${(people += 1)}@example.org` } as const;
      const request = rig.request({ rights: [...rights], identifiers: [email, ...identifiers] });
      const hold = holdFor(request);
      const opened = await rig.open(randomUUID(), { request, ...(hold === null ? {} : { hold }) });
      if (!opened.ok) throw new Error(opened.code);
      return opened.caseId;
    },
    async register(registration, at = start) {
      const { casework, mails, hash } = rig;
      const registering = {
        casework,
        mails,
        organisationHash: hash,
        member: 'ada',
        idempotencyKey: randomUUID(),
        newCaseKey: 'cd'.repeat(32),
      };
      const body = registrationSchema.parse({
        controller: 'nordvik',
        rights: ['access'],
        language: 'sv',
        ...registration,
      });
      const registered = await registerRequest(registering, body, at);
      if (!registered.ok) throw new Error(JSON.stringify(registered));
      await rig.settleOwed();
      return { caseId: registered.reference, due: registered.due };
    },
    async mail(raw, at = start) {
      const recipients = ['dataskydd@nordvik.example'];
      const input = { raw, verdicts: passed, receivedAt: at, messageId: randomUUID(), recipients };
      const { caseId } = await receiveMail(rig.casework, rig.hash, input, 'ef'.repeat(32), at);
      if (caseId === undefined) throw new Error('the mail opened no case');
      await rig.settleOwed();
      return caseId;
    },
    async give(caseId, command, at = start, member = 'ada') {
      const { seq } = (await rig.state(caseId)).common;
      const full = { commandId: randomUUID(), expectedSeq: seq, ...command } as StaffCommand;
      const acted = await staffCommand(rig.casework, rig.means, caseId, member, full, at);
      await rig.settleOwed();
      return acted.ok ? undefined : acted.code;
    },
    async prove(caseId, at = start) {
      await sendCode(rig.casework, caseId, 'identity', at);
      const challenge = (await rig.state(caseId)).common.challenges.at(-1)?.id ?? '';
      const code = rig.casework.keys.oneTimeCode(caseId, challenge);
      expect(await verifyIdentity(rig.casework, caseId, code, at)).toMatchObject({ ok: true });
      await rig.settleOwed();
    },
    view,
    async letter(caseId, letter) {
      const found = (await rig.sentFor(caseId)).find((one) => one.letter === letter);
      return found?.text.replaceAll(/\s+/g, ' ') ?? '';
    },
    letters: async (caseId) => (await rig.sentFor(caseId)).map(({ letter }) => letter),
    close: async () => await rig.close(),
  };
}
