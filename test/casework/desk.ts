// Acts as a member of staff, a data subject and the clock, on the records in memory.
import { randomBytes, randomUUID } from 'node:crypto';
import { checkRequest, openRequest } from '#casework/intake/open-request.ts';
import { purgeExpired, type Purged } from '#casework/schedule/purge-expired.ts';
import { resourcesOf } from '#casework/search/resources-of.ts';
import { loadConnectors } from '#connectors/registry.ts';
import { staffCommand } from '#casework/staff/staff-command.ts';
import { confirmContact } from '#casework/subject/subject-actions.ts';
import { carryOutWish, type Wished } from '#casework/subject/subject-wishes.ts';
import { watchDeadlines } from '#casework/schedule/watch-deadlines.ts';
import type { StaffCommand } from '#api/staff-command.ts';
import type { Wish } from '#api/subject-wish.ts';
import { refusalInWords } from '#domain/case/refusals/in-words.ts';
import { englishRefusals } from '#domain/case/refusals/en.ts';
import type { HoldReason, Matter } from '#domain/case/vocabulary.ts';
import type { SubjectRequest } from '#domain/request.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { now, type Office } from './office.ts';

const connectors = await loadConnectors();

export const [contact] = testPerson.emails;
/** What a command of staff needs besides the records. Nothing that was found is stored here. */
const unread = {} as never;
const nothingFound = { hand: { list: async () => [] } } as never;
const means = {
  findings: nothingFound,
  sheets: unread,
  connectors,
  resources: resourcesOf(connectors),
  organisationAt: unread,
  exports: { eraseAnswer: async () => {} },
};

/** This many days or hours after the first moment. */
export function at(days: number, hours = 0): string {
  return new Date(Date.parse(now) + (days * 24 + hours) * 60 * 60_000).toISOString();
}

/** Opens a case by the portal. Each call opens another case. */
export async function openIn(
  office: Office,
  request: Partial<SubjectRequest> = {},
  {
    when = now,
    hold = null,
    matter = 'request',
    origin,
  }: { when?: string; hold?: HoldReason | null; matter?: Matter; origin?: { case: string; as: 'bundle' } } = {},
): Promise<string> {
  const { casework } = office;
  const whole: SubjectRequest = {
    controller: 'nordvik',
    rights: ['access'],
    language: 'sv',
    identifiers: [{ kind: 'email', value: contact }],
    ...request,
  };
  const checked = checkRequest(casework.organisation, whole, when);
  if (!checked.ok) throw new Error(checked.problems.map(({ message }) => message).join());
  const arrival = { channel: 'portal', receivedAt: when, route: 'test', hold, matter } as const;
  const opened = await openRequest(
    casework,
    'b'.repeat(64),
    checked.checked,
    { ...arrival, idempotencyKey: randomUUID(), ...(origin === undefined ? {} : { origin }) },
    randomBytes(32).toString('hex'),
    when,
  );
  if (!opened.ok) throw new Error(opened.code);
  await office.settleOwed();
  return opened.caseId;
}

type Given<C> = C extends unknown ? Omit<C, 'commandId' | 'expectedSeq'> : never;

/** The result of a command of staff: `ok`, or the code of the refusal with its words. */
export async function give(
  office: Office,
  caseId: string,
  command: Given<StaffCommand>,
  when = now,
  member = 'erik',
): Promise<string> {
  const { seq } = (await office.state(caseId)).common;
  const full = { commandId: randomUUID(), expectedSeq: seq, ...command } as StaffCommand;
  const acted = await staffCommand(office.casework, means, caseId, member, full, when);
  await office.settleOwed();
  if (acted.ok) return 'ok';
  if (!('rule' in acted)) return `${acted.code}: ${acted.triesLeft}`;
  const text = refusalInWords(englishRefusals, acted.rule, acted.values);
  return [acted.code, ...('fields' in acted ? [acted.fields.join(', ')] : []), text].join(': ');
}

type Asked<W> = W extends unknown ? Omit<W, 'wishId'> : never;
export async function wish(office: Office, caseId: string, asked: Asked<Wish>, when = now): Promise<Wished> {
  const wished = await carryOutWish(office.casework, caseId, { wishId: randomUUID(), ...asked }, when);
  await office.settleOwed();
  return wished;
}

/** Enters the code that was mailed to a contact address. The visitor has the link, or has also just signed in. */
export async function enterContactCode(
  office: Office,
  caseId: string,
  when = now,
  signedIn = false,
): Promise<Awaited<ReturnType<typeof confirmContact>>> {
  const challenge = (await office.state(caseId)).common.challenges.findLast(({ purpose }) => purpose === 'contact');
  const code = office.casework.keys.oneTimeCode(caseId, challenge?.id ?? '');
  const confirmed = await confirmContact(office.casework, caseId, { code, signedIn }, when);
  await office.settleOwed();
  return confirmed;
}

/** Like `give`, for a decision that needs two people: a colleague approves the proposal. */
export async function agreed(
  office: Office,
  caseId: string,
  command: Given<StaffCommand>,
  when = now,
): Promise<string> {
  const outcome = await give(office, caseId, command, when);
  const proposal = (await office.state(caseId)).common.proposals.findLast(({ state }) => state === 'open')?.id;
  if (outcome !== 'ok' || proposal === undefined) return outcome;
  return await give(office, caseId, { type: 'approve-proposal', proposal }, when, 'maja');
}

/** Records that staff saw a passport, the strongest proof. */
export async function proveAtDesk(office: Office, caseId: string, when = now): Promise<void> {
  const check = { document: 'passport', where: 'in-person', checkedOn: when.slice(0, 10) } as const;
  const outcome = await give(office, caseId, { type: 'record-identity-check', ...check }, when);
  if (outcome !== 'ok') throw new Error(outcome);
}

export async function watch(office: Office, when: string): Promise<number> {
  await office.settleOwed();
  const { late } = await watchDeadlines(office.casework, office, when);
  await office.settleOwed();
  return late;
}

/** Runs the purge of a day. `material` are the ids of the cases whose findings and answers are kept. */
export async function purge(office: Office, when: string, material = new Set<string>()): Promise<Purged> {
  const mails = { destroy: async (key: string) => void office.mails.delete(key) };
  const erased = { erase: async (caseId: string) => void material.delete(caseId) };
  await office.settleOwed();
  const purged = await purgeExpired(
    office.casework,
    { findings: erased, exports: erased, mails, views: office.views } as never,
    when,
  );
  await office.settleOwed();
  return purged;
}

/** The keys of the alerts that staff got. */
export async function alerts(office: Office, caseId: string): Promise<readonly string[]> {
  return (await office.state(caseId)).common.alerts.map(({ key }) => key);
}

/** The text of the latest letter whose id begins with this text. */
export function letterOf(office: Office, caseId: string, letter: string): string {
  const sent = office.sent.findLast(
    ({ headers }) => headers['X-Utdrag-Case'] === caseId && headers['X-Utdrag-Letter']?.startsWith(letter) === true,
  );
  if (sent === undefined) throw new Error(`no letter ${letter} was sent`);
  return sent.text;
}
