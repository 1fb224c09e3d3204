import { canonical, keyedHash } from '#domain/canonical/canonical.ts';
import type { Command, Refusal } from '#domain/case/command.ts';
import { refuse, type Refused } from '#domain/case/refusals/refuse.ts';
import { asWorking, contactAt, type OpenedCase } from '#domain/case/state.ts';
import type { StaffCommand } from '#api/staff-command.ts';
import type { Findings } from '#store/findings.ts';
import { act } from '../commit/act.ts';
import { keptOut } from './case-access.ts';
import type { Casework } from '../commit/casework.ts';
import { loadCase, type Acted } from '../commit/commit-command.ts';
import { incomplete, type IncompleteCommand } from './incomplete-command.ts';
import { personnummerBeside } from '../search/known-identifiers.ts';
import { manualResult } from '../search/manual-result.ts';
import { partOf } from '../linked/open-part.ts';
import type { ResourcesOf } from '../search/resources-of.ts';
import { isKnownStaff } from './staff-known.ts';
import { askCommand, changeContact, correctReceipt, endCommand, joinCommand, refuseCommand } from './staff-words.ts';
import { proofBy, tryCode, type WrongCode } from '../identity/try-code.ts';
import { keepContact, keepWords } from '../profile/keep-words.ts';

/** What it takes besides the records. */
export interface StaffMeans {
  readonly findings: Findings;
  readonly resources: ResourcesOf;
}

/**
 * Carries out a member of staff's command. Free text goes to the subject profile under the keyed hash of its words
 * before the commit names that hash, so that the log holds no words and no words can be put in another's place; what
 * was found by hand is kept as findings first. The same command id with another command or by another person is refused.
 */
export async function staffCommand(
  casework: Casework,
  means: StaffMeans,
  caseId: string,
  member: string,
  command: StaffCommand,
  now: string,
): Promise<Acted | IncompleteCommand | ReusedCommandId | WrongCode> {
  const { state } = await loadCase(casework, caseId);
  const profile = await casework.profiles.get(caseId);
  if (state.status === 'absent') return refuse('no-such-case');
  if (profile === undefined) return refuse('person-forgotten');
  const commandId = commandIdOf(profile.caseKey, member, command);
  if (!state.seen.has(commandId) && isReused(state.seen, command.commandId)) return refuse('command-id-reused');
  if (command.type === 'record-manual-result' && !(await maySearch(casework, state, command.system, member)))
    return refuse('only-designated-handlers');
  const by = { kind: 'staff', id: member } as const;
  const { expectedSeq } = command;
  if (command.type === 'enter-code') {
    const entered = { purpose: 'identity', code: command.code, by, commandId, expectedSeq } as const;
    const tried = await tryCode(casework, caseId, entered, now);
    return tried.ok ? await act(casework, caseId, proofBy(by, tried.challenge), now) : tried;
  }
  const wanted = await commandOf(casework, means, state, member, command, now);
  if ('ok' in wanted) return wanted;
  return await act(casework, caseId, { commandId, by, command: wanted }, now, expectedSeq);
}

/** Whether a member of staff may search a system by hand: some are closed to all but designated handlers (practice 1). */
async function maySearch(casework: Casework, state: OpenedCase, system: string, member: string): Promise<boolean> {
  const { systems } = await casework.organisationAt(state.facts.organisation);
  const known = systems.find(({ id }) => id === system);
  return known?.kind !== 'manual' || known.handlers === undefined || known.handlers.includes(member);
}

/** Whether the person of this case has been answered in another one: only then is a copy a further one (Art. 15(3)). */
async function hasEarlierAnswer(casework: Casework, caseId: string): Promise<boolean> {
  const mine = await casework.summaries.get(caseId);
  const all = mine === undefined || mine.person === '' ? [] : await casework.summaries.ofPerson(mine.person);
  for (const other of all) {
    if (other.caseId === caseId || other.status !== 'closed') continue;
    const { state } = await loadCase(casework, other.caseId);
    if (state.status === 'closed' && state.ending === 'answered') return true;
  }
  return false;
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
export type ReusedCommandId = Refused<'command-id-reused'>;

/** The case's command that a member of staff's command stands for; words are kept first. */
async function commandOf(
  casework: Casework,
  means: StaffMeans,
  state: OpenedCase,
  member: string,
  command: Exclude<StaffCommand, { readonly type: 'enter-code' }>,
  now: string,
): Promise<Command | IncompleteCommand | Refusal> {
  const { caseId, facts } = state;
  const asking = { casework, ...means, state, now };
  const keep = async (words: unknown): Promise<string> => await keepWords(casework, caseId, words);
  const kept = async (words: string | undefined): Promise<string | null> =>
    words === undefined ? null : await keep(words);
  switch (command.type) {
    case 'lift-hold':
    case 'lift-legal-hold':
      return { type: command.type };
    case 'assign': {
      const { to } = command;
      if (to !== member && !(await isKnownStaff(casework, state, to))) return incomplete(['to'], 'nobody-with-this-id');
      return keptOut(casework.organisation, state).has(to) ? refuse('case-concerns-them') : { type: 'assign', to };
    }
    case 'lock-out': {
      // Without a list of people any id is taken: keeping somebody out must not fail for want of a list.
      const isListed = casework.organisation.people.length > 0;
      if (isListed && !(await isKnownStaff(casework, state, command.member)))
        return incomplete(['member'], 'nobody-with-this-id');
      return { type: 'lock-out', staff: command.member };
    }
    case 'let-in':
      return { type: 'let-in', staff: command.member, text: await keep(command.reason) };
    case 'mark-circumstance':
      return { type: 'mark-circumstance', circumstance: command.circumstance, present: command.present };
    case 'decide-circumstance': {
      const { circumstance, applies, reason, contact } = command;
      const text = await keep(reason);
      return {
        type: 'decide-circumstance',
        circumstance,
        applies,
        text,
        ...(contact === undefined ? {} : { contact }),
      };
    }
    case 'record-mandate': {
      const { kind, accepted, answerTo } = command;
      return { type: 'record-mandate', kind, accepted, answerTo };
    }
    case 'join':
      return await joinCommand({ ...asking, command });
    case 'split': {
      const { matter, rights } = command;
      const { reference } = await partOf(casework, caseId, matter, rights);
      return { type: 'split', matter, rights, case: reference };
    }
    case 'redirect':
      return {
        type: 'redirect',
        text:
          command.named === undefined
            ? null
            : await keep({ named: command.named, ...(command.sentOn === undefined ? {} : { sentOn: command.sentOn }) }),
      };
    case 'correct-receipt':
      return await correctReceipt({ ...asking, command });
    case 'ask':
      return await askCommand({ ...asking, command });
    case 'answer-asking':
      if (command.text !== undefined) await keep(command.text);
      return { type: 'answer-asking', asking: command.asking, everything: command.everything };
    case 'record-identity-check': {
      const { document, where, checkedOn } = command;
      const identifier = facts.claimed.find(({ kind }) => kind === 'personnummer') ?? contactAt(state, now);
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
      return await changeContact({ ...asking, command });
    case 'confirm-contact':
      return { type: 'confirm-contact', text: await keep(command.how) };
    case 'move-to-post': {
      const to = await keepContact(casework, caseId, { kind: 'postalAddress', value: command.address.join('\n') });
      return { type: 'move-to-post', to, reason: command.reason, registered: command.registered };
    }
    case 'record-posted':
      return { type: 'record-posted', letter: command.letter };
    case 'approve-search':
      return { type: 'approve-search', ...(command.systems === undefined ? {} : { systems: command.systems }) };
    case 'decide-identifier': {
      const { identifier, accept } = command;
      const profile = await casework.profiles.get(caseId);
      const working = asWorking(state);
      if (profile === undefined || working === undefined) return { type: 'decide-identifier', identifier, accept };
      const besides = personnummerBeside(working, profile, identifier);
      return { type: 'decide-identifier', identifier, accept, besides };
    }
    case 'retry-system':
      return { type: 'retry-system', system: command.system };
    case 'give-up-system':
      return { type: 'give-up-system', system: command.system, text: await keep(command.reason) };
    case 'confirm-freeze':
      return { type: 'confirm-freeze', system: command.system };
    case 'record-manual-result':
      return await manualResult({ ...asking, command });
    case 'release':
      return { type: 'release', round: command.round };
    case 'extend':
      return { type: 'extend', category: command.category, text: await keep(command.reason) };
    case 'refuse':
      return await refuseCommand({ ...asking, command });
    case 'take-back-refusal':
      return { type: 'take-back-refusal', refusal: command.refusal };
    case 'charge-fee': {
      const { basis, amount, currency, answerBy } = command;
      const [facts_, costs] = [await keep(command.facts), await keep(command.costs)];
      const earlierAnswer = await hasEarlierAnswer(casework, caseId);
      return { type: 'charge-fee', basis, amount, currency, facts: facts_, costs, answerBy, earlierAnswer };
    }
    case 'answer-fee':
      return { type: 'answer-fee', fee: command.fee, answer: command.answer };
    case 'approve-proposal':
    case 'drop-proposal':
      return { type: command.type, proposal: command.proposal };
    case 'end':
      return await endCommand({ ...asking, command });
    case 'reopen':
      return { type: 'reopen', text: await kept(command.reason) };
    case 'stop-processing': {
      const { right, from, what, doneIn, channels, inPrintUntil, continuing } = command;
      const words = {
        from,
        what,
        ...(doneIn === undefined ? {} : { doneIn }),
        ...(channels === undefined ? {} : { channels }),
        ...(inPrintUntil === undefined ? {} : { inPrintUntil }),
        ...(continuing === undefined ? {} : { continuing }),
      };
      return { type: 'stop-processing', right, text: await keep(words), entered: doneIn !== undefined };
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
        return incomplete(['consequences', 'measures'], 'person-told-of-both');
      const words = { text, consequences, measures, ...(advice === undefined ? {} : { advice }) };
      return { type: 'update-breach', breach, step, text: await keep(words) };
    }
  }
}
