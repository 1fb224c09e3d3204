import { canonical, keyedHash } from '#domain/canonical/canonical.ts';
import { calendarOf } from '#domain/case/clock-of.ts';
import type { Command } from '#domain/case/command.ts';
import { asLiving, asWorking, type OpenedCase } from '#domain/case/state.ts';
import { refusalGroundSchema, type RefusalGround } from '#domain/case/vocabulary.ts';
import { datesOf, localDate } from '#domain/clock/deadline.ts';
import type { Finding } from '#domain/findings/finding.ts';
import { normalise } from '#domain/identifiers/normalise.ts';
import type { StaffCommand } from '#api/staff-command.ts';
import type { Findings } from '#store/findings.ts';
import { act } from './act.ts';
import type { Casework } from './casework.ts';
import { loadCase, type Acted } from './commit-command.ts';
import { splitCommand } from './companion-cases.ts';
import { isWritable } from './open-request.ts';
import { keepContact, keepWords } from './words.ts';

/** What is missing from a command that the schema alone cannot ask for. */
export interface IncompleteCommand {
  readonly ok: false;
  readonly code: 'incomplete';
  readonly message: string;
}

/**
 * Carries out a member of staff's command. Free text goes to the subject profile under the keyed hash of its words
 * before the commit names that hash, so that the log holds no words and no words can be put in another's place; what
 * was found by hand is kept as findings first. The same command id with another command or by another person is refused.
 */
export async function staffCommand(
  casework: Casework,
  findings: Findings,
  caseId: string,
  member: string,
  command: StaffCommand,
  now: string,
): Promise<Acted | IncompleteCommand | ReusedCommandId> {
  const { state } = await loadCase(casework, caseId);
  const profile = await casework.profiles.get(caseId);
  const commandId = commandIdOf(profile?.caseKey ?? '', member, command);
  if (state.status !== 'absent' && !state.seen.has(commandId) && isReused(state.seen, command.commandId))
    return { ok: false, code: 'command-id-reused', message: 'This command id was used for another command.' };
  if (state.status === 'absent') return { ok: false, code: 'no-such-case', message: 'There is no such case.' };
  const wanted = await commandOf(casework, findings, state, command, now);
  if ('ok' in wanted) return wanted;
  return await act(
    casework,
    caseId,
    { commandId, by: { kind: 'staff', id: member }, command: wanted },
    now,
    command.expectedSeq,
  );
}

/** The command's id with a keyed fingerprint of who asked and for what. */
function commandIdOf(caseKey: string, member: string, command: StaffCommand): string {
  const { commandId, expectedSeq: _, ...asked } = command;
  return `${commandId}#${keyedHash(caseKey, canonical([member, asked])).slice(0, 16)}`;
}

function isReused(seen: ReadonlySet<string>, commandId: string): boolean {
  return [...seen].some((one) => one.startsWith(`${commandId}#`));
}

/** The command id was used for another command, or by somebody else. */
export interface ReusedCommandId {
  readonly ok: false;
  readonly code: 'command-id-reused';
  readonly message: string;
}

interface Asked<Type extends StaffCommand['type']> {
  readonly casework: Casework;
  readonly findings: Findings;
  readonly state: OpenedCase;
  readonly command: Extract<StaffCommand, { readonly type: Type }>;
  readonly now: string;
}

/** The case's command that a member of staff's command stands for; words are kept first. */
async function commandOf(
  casework: Casework,
  findings: Findings,
  state: OpenedCase,
  command: StaffCommand,
  now: string,
): Promise<Command | IncompleteCommand> {
  const { caseId, facts } = state;
  const keep = async (words: unknown): Promise<string> => await keepWords(casework, caseId, words);
  const kept = async (words: string | undefined): Promise<string | null> =>
    words === undefined ? null : await keep(words);
  switch (command.type) {
    case 'lift-hold':
    case 'lift-legal-hold':
      return { type: command.type };
    case 'assign':
      return { type: 'assign', to: command.to };
    case 'lock-out':
      return { type: 'lock-out', staff: command.member };
    case 'mark-circumstance':
      return { type: 'mark-circumstance', circumstance: command.circumstance, present: command.present };
    case 'record-mandate': {
      const { kind, accepted, answerTo } = command;
      return { type: 'record-mandate', kind, accepted, answerTo };
    }
    case 'join':
      return await joinCommand({ casework, findings, state, command, now });
    case 'split':
      return splitCommand(casework, caseId, command.matter, command.rights);
    case 'redirect':
      return {
        type: 'redirect',
        text:
          command.named === undefined ? null : await keep({ named: command.named, on: localDate(now, facts.timeZone) }),
      };
    case 'correct-receipt':
      return await correctReceipt({ casework, findings, state, command, now });
    case 'ask': {
      const { about, why, question, choices, suspend, doubtSince = facts.receivedLocalDate } = command;
      const text = await keep(choices === undefined ? question : { question, choices });
      return { type: 'ask', about, why, text, doubtSince, suspend };
    }
    case 'answer-asking':
      if (command.text !== undefined) await keep(command.text);
      return { type: 'answer-asking', asking: command.asking, everything: command.everything };
    case 'record-identity-check': {
      const { document, where, checkedOn } = command;
      const identifier = facts.claimed.find(({ kind }) => kind === 'personnummer') ?? facts.contact;
      return {
        type: 'prove-with',
        method: 'document-check',
        identifier,
        text: await keep({ document, where, checkedOn }),
      };
    }
    case 'override-proof':
      return { type: 'override-proof', text: await keep(command.reason) };
    case 'change-contact':
      return await changeContact({ casework, findings, state, command, now });
    case 'move-to-post': {
      const to = await keepContact(casework, caseId, { kind: 'postalAddress', value: command.address.join('\n') });
      return { type: 'move-to-post', to, reason: command.reason, registered: command.registered };
    }
    case 'record-posted':
      return { type: 'record-posted', letter: command.letter };
    case 'approve-search':
      return { type: 'approve-search', ...(command.systems === undefined ? {} : { systems: command.systems }) };
    case 'decide-identifier':
      return { type: 'decide-identifier', identifier: command.identifier, accept: command.accept };
    case 'retry-system':
      return { type: 'retry-system', system: command.system };
    case 'give-up-system':
      return { type: 'give-up-system', system: command.system, text: await keep(command.reason) };
    case 'confirm-freeze':
      return { type: 'confirm-freeze', system: command.system };
    case 'record-manual-result':
      return await manualResult({ casework, findings, state, command, now });
    case 'release':
      return { type: 'release', round: command.round };
    case 'extend':
      return { type: 'extend', category: command.category, text: await keep(command.reason) };
    case 'refuse':
      return await refuseCommand({ casework, findings, state, command, now });
    case 'charge-fee': {
      const { basis, amount, currency, answerBy } = command;
      const [facts_, costs] = [await keep(command.facts), await keep(command.costs)];
      return { type: 'charge-fee', basis, amount, currency, facts: facts_, costs, answerBy };
    }
    case 'answer-fee':
      return { type: 'answer-fee', fee: command.fee, answer: command.answer };
    case 'approve-proposal':
    case 'drop-proposal':
      return { type: command.type, proposal: command.proposal };
    case 'end':
      return await endCommand({ casework, findings, state, command, now });
    case 'reopen':
      return { type: 'reopen', text: await kept(command.reason) };
    case 'stop-processing': {
      const { right, from, what, channels, inPrintUntil } = command;
      const words = {
        from,
        what,
        ...(channels === undefined ? {} : { channels }),
        ...(inPrintUntil === undefined ? {} : { inPrintUntil }),
      };
      return { type: 'stop-processing', right, text: await keep(words) };
    }
    case 'note':
      return { type: 'note', text: await keep(command.text) };
    case 'set-legal-hold':
      return { type: 'set-legal-hold', text: await keep(command.reason) };
    case 'object-to-retention':
      return { type: 'object-to-retention', text: await keep(command.text) };
    case 'decide-retention-objection':
      return { type: 'decide-retention-objection', upheld: command.upheld, text: await keep(command.reason) };
    case 'record-breach': {
      const { awareAt, round = null, description } = command;
      return {
        type: 'record-breach',
        awareAt: new Date(awareAt).toISOString(),
        round,
        text: await keep(description),
      };
    }
    case 'update-breach': {
      const { breach, step, text, consequences, measures, advice } = command;
      if (step !== 'person-notified') return { type: 'update-breach', breach, step, text: await keep(text) };
      if (consequences === undefined || measures === undefined)
        return incomplete('consequences, measures: the person is told of both (Art. 34(2))');
      const words = { text, consequences, measures, ...(advice === undefined ? {} : { advice }) };
      return { type: 'update-breach', breach, step, text: await keep(words) };
    }
  }
}

function incomplete(message: string): IncompleteCommand {
  return { ok: false, code: 'incomplete', message };
}

/** Joins to another case of the same person and controller: what a name or a phone number suggests is not enough. */
async function joinCommand({ casework, state, command }: Asked<'join'>): Promise<Command | IncompleteCommand> {
  const other = (await loadCase(casework, command.into)).state;
  const [mine, theirs] = await Promise.all([
    casework.summaries.get(state.caseId),
    casework.summaries.get(command.into),
  ]);
  const samePerson = mine !== undefined && theirs !== undefined && mine.person !== '' && mine.person === theirs.person;
  if (other.status === 'absent' || !samePerson || other.facts.controller !== state.facts.controller)
    return incomplete('into: expected an open case of the same contact point and controller');
  return asLiving(other) === undefined
    ? incomplete('into: that case has ended')
    : { type: 'join', into: command.into, intoReceivedAt: other.facts.receivedAt };
}

async function correctReceipt({
  casework,
  state,
  command,
}: Asked<'correct-receipt'>): Promise<Command | IncompleteCommand> {
  const receivedAt = new Date(command.receivedAt).toISOString();
  const dates = datesOf(receivedAt, calendarOf(state), []);
  return {
    type: 'correct-receipt',
    receivedAt,
    receivedLocalDate: dates.receivedLocalDate,
    due: dates.unsuspendedDue,
    extendedDue: dates.unsuspendedExtendedDue,
    text: await keepWords(casework, state.caseId, command.reason),
  };
}

async function changeContact({
  casework,
  state,
  command,
  now,
}: Asked<'change-contact'>): Promise<Command | IncompleteCommand> {
  const email = normalise('email', command.email, { today: localDate(now, state.facts.timeZone) });
  if (!email.valid || !isWritable(email.identifier)) return incomplete('email: this is no address we can write to');
  return {
    type: 'change-contact',
    to: await keepContact(casework, state.caseId, email.identifier),
    oldIsLost: command.oldIsLost,
  };
}

async function refuseCommand({ casework, state, command }: Asked<'refuse'>): Promise<Command | IncompleteCommand> {
  const { scope, reason, granted, evidence } = command;
  const { ground, law } = groundOf(command.ground, command.law);
  const items = command.items?.map((item) => ({ ...item, ...groundOf(item.ground, item.law) }));
  const lawless = [{ ground, law }, ...(items ?? [])].some((one) => one.ground === 'other-law' && one.law === undefined);
  if (lawless) return incomplete('law: the law is named with "other-law" (Art. 12(4))');
  if (scope === 'whole' && granted !== undefined) return incomplete('granted: nothing is granted of a whole refusal');
  const words = {
    reason,
    ...(law === undefined ? {} : { law }),
    ...(items === undefined ? {} : { items }),
    ...(granted === undefined ? {} : { granted }),
  };
  const keep = async (text: string): Promise<string> => await keepWords(casework, state.caseId, text);
  return {
    type: 'refuse',
    scope,
    ground,
    text: await keepWords(casework, state.caseId, words),
    ...(evidence === undefined
      ? {}
      : {
          evidence: {
            voluntariness: await keep(evidence.voluntariness),
            aim: await keep(evidence.aim),
            elapsed: await keep(evidence.elapsed),
            pattern: await keep(evidence.pattern),
          },
        }),
  };
}

/** A ground as the log lists it; what was written in words is a law, and stays in the words of the letter. */
function groundOf(given: string, law: string | undefined): { readonly ground: RefusalGround; readonly law?: string } {
  const code = refusalGroundSchema.safeParse(given);
  if (!code.success) return { ground: 'other-law', law: given };
  return { ground: code.data, ...(law === undefined ? {} : { law }) };
}

async function endCommand({ casework, state, command }: Asked<'end'>): Promise<Command | IncompleteCommand> {
  const { ending, reason, wouldHelp, company, companyEmail, estateRoute } = command;
  if (ending === 'forwarded' && (company === undefined || companyEmail === undefined))
    return incomplete('company, companyEmail: who answers instead is named');
  const words = {
    ...(reason === undefined ? {} : { reason }),
    ...(wouldHelp === undefined ? {} : { wouldHelp }),
    ...(company === undefined ? {} : { company }),
    ...(companyEmail === undefined ? {} : { companyEmail }),
    ...(estateRoute === undefined ? {} : { estateRoute }),
  };
  const text = Object.keys(words).length === 0 ? null : await keepWords(casework, state.caseId, words);
  return { type: 'end', ending, text };
}

async function manualResult({
  findings,
  state,
  command,
  now,
}: Asked<'record-manual-result'>): Promise<Command | IncompleteCommand> {
  const { caseId } = state;
  const entries = command.entries ?? [];
  if ((command.outcome === 'found') !== entries.length > 0)
    return incomplete('entries: what was found is needed with "found", and only then');
  if ((command.outcome === 'withheld') !== (command.ground !== undefined))
    return incomplete('ground: the legal ground is needed with "withheld", and only then');
  if (
    command.outcome === 'undisclosable' ? command.law === undefined : command.law !== undefined && entries.length === 0
  )
    return incomplete('law: the law that forbids to speak of it is needed with "undisclosable"; possible with "found"');
  const known = asWorking(state)?.systems.some(({ id }) => id === command.system) ?? false;
  const written = entries.map(({ heading, text }, index) => ({
    resource: 'written-entry',
    id: String(index + 1),
    data: { heading, text },
    partOf: null,
    attachments: [],
  }));
  const page =
    known && written.length > 0 ? await keepWritten(findings, caseId, command.system, written, now) : undefined;
  return {
    type: 'record-manual-result',
    system: command.system,
    // Outwardly nothing is held: a withholding that must not be announced leaves no trace in an answer (practice 1).
    result: command.outcome === 'undisclosable' ? 'nothing-held' : command.outcome,
    ...(command.law === undefined ? {} : { undisclosable: command.law }),
    records: entries.length,
    files: 0,
    possible: 0,
    ...(command.ground === undefined ? {} : { ground: command.ground }),
    ...(command.outcome === 'failed' ? { reason: 'manual-search-failed' } : {}),
    ...(page === undefined ? {} : { page }),
  };
}

const mostPages = 1_000;

/**
 * Keeps what was written on a page of its own and tells which: the log names the page that counts, so that what an
 * earlier command left (refused, or replaced by this one) is never taken for it. The same words find the same page.
 */
async function keepWritten(
  findings: Findings,
  caseId: string,
  system: string,
  written: readonly Finding[],
  now: string,
): Promise<number> {
  for (let page = 1; page <= mostPages; page += 1) {
    const kept = await findings.putPage(caseId, {
      v: 1,
      system,
      wave: 0,
      page,
      asOf: now,
      findings: [...written],
      possible: [],
      learned: [],
      roots: [],
      next: null,
    });
    if (canonical(kept.findings) === canonical(written)) return page;
  }
  throw new Error('one system was answered by hand too often');
}
