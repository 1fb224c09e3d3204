import { localDate } from '../clock/deadline.ts';
import { checkTried, codeMinutes, mayIssueCode, openChallenge } from './code-rules.ts';
import type { Command, CommandEnvelope, Refusal, RefusalCode } from './command.ts';
import type { CaseEvent, EventOf } from './events.ts';
import { owedLetters } from './owed-letters.ts';
import { asWorking, hasEnded, type CaseState, type OpenedCase, type Status, type Working } from './state.ts';
import { nothingLeft, searchesDue } from './waits.ts';

export type Decision = { readonly ok: true; readonly events: readonly CaseEvent[] } | Refusal;

/** How long a letter that was intended is left to the process that intended it, before another sends it. */
export const letterLeaseMilliseconds = 20_000;

/** Minutes that a granted download address lives. */
export const downloadMinutes = 5;

/**
 * What happens when a command is given: the events, or why it is refused. Pure: `now` is an ISO 8601 instant in UTC.
 * A command id that the case has seen gives no events: whoever gave it reads the recorded result from the state.
 */
export function decide(state: CaseState, envelope: CommandEnvelope, now: string): Decision {
  const { command, by } = envelope;
  const make = { v: 1, at: now, by } as const;
  if (command.type === 'open') {
    if (state.status !== 'absent') return refuse('already-open', 'The case is open already.');
    return events({ type: 'case-opened', ...make, ...command.facts, hold: command.hold });
  }
  if (state.status === 'absent') return refuse('no-such-case', 'There is no such case.');
  if (state.seen.has(envelope.commandId)) return events();
  if (hasEnded(state) && !allowedAfterEnd.has(command.type)) return refuse('case-ended', 'The case has ended.');
  return decideOpened(state, command, make, now);
}

type Make = Pick<CaseEvent, 'v' | 'at' | 'by'>;

function decideOpened(
  state: OpenedCase,
  command: Exclude<Command, { readonly type: 'open' }>,
  make: Make,
  now: string,
): Decision {
  switch (command.type) {
    case 'lift-hold':
      if (state.status !== 'held') return outOfOrder(state, command);
      // The workflow searches and delivers: nothing else may be made of a request that did not ask for that.
      return state.facts.rights.includes('access')
        ? events({ type: 'hold-lifted', ...make })
        : refuse('out-of-order', 'Only a request for access can go on by itself: this right is carried out by staff.');
    case 'record-execution':
      return command.n > state.executions ? events({ type: 'execution-started', ...make, n: command.n }) : events();
    case 'issue-code':
      return issueCode(state, command.purpose, make, now);
    case 'count-try': {
      const open = openChallenge(state, command.purpose, now);
      if (command.purpose === 'identity' && isIdentified(state))
        return refuse('already-verified', 'This is done already.');
      if (!open.ok) return refuse(open.code, codeInWords[open.code]);
      return events({ type: 'code-tried', ...make, challenge: open.challenge.id });
    }
    case 'prove-identity': {
      if (state.status !== 'identifying') return outOfOrder(state, command);
      const tried = checkTried(state, command.challenge, 'identity', now);
      if (!tried.ok) return refuse(tried.code, codeInWords[tried.code]);
      return events({
        type: 'identity-proven',
        ...make,
        challenge: command.challenge,
        identifier: state.facts.contact,
        method: 'email-code',
        level: 'contact-point',
      });
    }
    case 'plan-search':
      return state.status === 'planning'
        ? events({ type: 'search-planned', ...make, systems: [...command.systems] })
        : outOfOrder(state, command);
    case 'approve-search': {
      if (state.status !== 'approving-search') return outOfOrder(state, command);
      const known = state.plan.map(({ id }) => id);
      const systems = command.systems ?? known;
      const unknown = systems.some((id) => !known.includes(id));
      if (unknown) return refuse('unknown-system', 'One of the systems is not in the plan.');
      // Every system of the plan must end with an outcome: none can be left out silently.
      if (known.some((id) => !systems.includes(id)))
        return refuse('unknown-system', 'Every system of the plan is searched: none may be left out of an answer.');
      return events({ type: 'search-approved', ...make, systems: known });
    }
    case 'start-search':
      if (state.status !== 'gathering') return outOfOrder(state, command);
      if (state.systems.every(({ id }) => id !== command.system))
        return refuse('unknown-system', 'There is no such system in the plan.');
      // Somebody answered for it meanwhile: there is nothing left to search.
      return isDue(state, command)
        ? events({ type: 'search-started', ...make, system: command.system, round: state.round, wave: command.wave })
        : events();
    case 'answer-search':
      return answerSearch(state, command, make);
    case 'record-manual-result':
      return recordManualResult(state, command, make);
    case 'retry-system': {
      const working = asWorking(state);
      const system = working?.systems.find(({ id }) => id === command.system);
      if (working === undefined || working.status === 'delivered') return outOfOrder(state, command);
      if (system === undefined) return refuse('unknown-system', 'There is no such system in the plan.');
      return system.replies.some(({ result }) => result === 'failed')
        ? events({ type: 'system-retried', ...make, system: command.system })
        : refuse('out-of-order', 'Only a failed search can be tried again.');
    }
    case 'decide-identifier': {
      if (state.status !== 'gathering') return outOfOrder(state, command);
      const learned = state.learned.find(({ identifier }) => identifier.hash === command.identifier);
      if (learned === undefined) return refuse('unknown-identifier', 'No system has taught this identifier.');
      if (learned.decision !== null) return refuse('out-of-order', 'This identifier is decided already.');
      return events({
        type: 'identifier-decided',
        ...make,
        identifier: learned.identifier,
        accepted: command.accept,
      });
    }
    case 'reach-cut-off':
      if (state.status !== 'gathering' || state.round !== command.round) return outOfOrder(state, command);
      return state.cutOff ? events() : events({ type: 'cut-off-reached', ...make, round: command.round });
    case 'screen': {
      if (state.status !== 'gathering' || state.round !== command.round) return outOfOrder(state, command);
      const { round, possible } = command;
      return events({ type: 'screened', ...make, round, possible });
    }
    case 'release':
      if (state.status !== 'reviewing' || state.round !== command.round) return outOfOrder(state, command);
      return state.approvals.some(({ id }) => id === make.by.id)
        ? refuse('second-person-required', 'A second person must release the answer as well.')
        : events({ type: 'release-approved', ...make, round: command.round });
    case 'start-assembly':
      return state.status === 'released' && state.round === command.round
        ? events({ type: 'assembly-started', ...make, round: command.round })
        : outOfOrder(state, command);
    case 'record-assembly': {
      if (state.status !== 'assembling' || state.round !== command.round) return outOfOrder(state, command);
      const { type: _, ...assembled } = command;
      return events({ type: 'assembled', ...make, ...assembled });
    }
    case 'deliver':
      return state.status === 'assembled' && state.round === command.round
        ? events({ type: 'delivered', ...make, round: command.round, availableUntil: command.availableUntil })
        : outOfOrder(state, command);
    case 'grant-download':
      return grantDownload(state, command, make, now);
    case 'intend-letter':
      return intendLetter(state, command, make, now);
    case 'record-letter': {
      const letter = state.letters.get(command.letter);
      if (letter === undefined) return outOfOrder(state, command);
      if (letter.sentAt !== null) return events();
      const { letter: id, attempt } = command;
      return events({ type: 'letter-sent', ...make, letter: id, code: letter.code, attempt });
    }
    case 'warn-deadline':
      return state.warned.includes(command.daysLeft)
        ? events()
        : events({ type: 'deadline-warned', ...make, due: state.due, daysLeft: command.daysLeft });
    case 'owe-status':
      return state.statusOwed.includes(state.due) ? events() : events({ type: 'status-owed', ...make, due: state.due });
    case 'extend': {
      const today = localDate(now, state.facts.timeZone);
      if (state.extended) return refuse('already-extended', `The period was extended already, to ${state.due}.`);
      if (today > state.facts.due)
        return refuse(
          'too-late-to-extend',
          `The notice had to be sent within one month of receipt, by ${state.facts.due} (Art. 12(3)).`,
        );
      const { category, text } = command;
      return events({ type: 'extended', ...make, category, due: state.facts.extendedDue, text });
    }
    case 'refuse': {
      const { scope, ground, text } = command;
      // A late refusal still goes, marked late: silence would be worse (practice 6).
      const late = localDate(now, state.facts.timeZone) > state.facts.due;
      return events({ type: 'refused', ...make, scope, ground, text, late });
    }
    case 'note':
      return events({ type: 'note-added', ...make, text: command.text });
    case 'close':
      return state.status === 'delivered' || (state.status === 'gathering' && nothingLeft(state))
        ? events({ type: 'case-closed', ...make })
        : outOfOrder(state, command);
    case 'purge-material':
      // What a living case has found is still needed.
      if (!hasEnded(state)) return outOfOrder(state, command);
      return state.purged ? events() : events({ type: 'material-purged', ...make });
  }
}

/** After the end the person still fetches the answer, letters still go out, and what is old is erased. */
const allowedAfterEnd: ReadonlySet<Command['type']> = new Set([
  'issue-code',
  'count-try',
  'grant-download',
  'intend-letter',
  'record-letter',
  'record-execution',
  'note',
  'purge-material',
]);

function issueCode(state: OpenedCase, purpose: 'identity' | 'download', make: Make, now: string): Decision {
  if (purpose === 'identity' && state.status !== 'identifying')
    return isIdentified(state)
      ? refuse('already-verified', 'This is done already.')
      : refuse('out-of-order', 'No code is needed now.');
  if (purpose === 'download' && !isAvailable(state, now))
    return refuse('not-available', 'There is nothing to fetch, or it is no longer kept.');
  if (!mayIssueCode(state, purpose, now)) return refuse('too-many-codes', 'Five codes a day are sent at the most.');
  return events({
    type: 'code-issued',
    ...make,
    challenge: `${purpose}-${state.challenges.length + 1}`,
    purpose,
    expiresAt: new Date(Date.parse(now) + codeMinutes * 60_000).toISOString(),
  });
}

function answerSearch(
  state: OpenedCase,
  command: Extract<Command, { readonly type: 'answer-search' }>,
  make: Make,
): Decision {
  if (state.status !== 'gathering') return outOfOrder(state, command);
  const system = state.systems.find(({ id }) => id === command.system);
  if (system === undefined) return refuse('unknown-system', 'There is no such system in the plan.');
  // Another run of the same search has answered already: its answer stands.
  if (!isDue(state, command)) return events();
  const known = new Set([...state.learned.map(({ identifier }) => identifier.hash), state.identity.identifier.hash]);
  const learned = command.learned.filter(({ hash }) => !known.has(hash));
  return events(
    ...learned.map((identifier): CaseEvent => ({ type: 'identifier-learned', ...make, identifier, system: system.id })),
    answer(command, command.wave, state.round, make),
  );
}

function isDue(state: Working, search: { readonly system: string; readonly wave: number }): boolean {
  return searchesDue(state).some(({ system, wave }) => system === search.system && wave === search.wave);
}

function recordManualResult(
  state: OpenedCase,
  command: Extract<Command, { readonly type: 'record-manual-result' }>,
  make: Make,
): Decision {
  const working = asWorking(state);
  if (working === undefined || working.status === 'delivered') return outOfOrder(state, command);
  const system = working.systems.find(({ id }) => id === command.system);
  if (system === undefined) return refuse('unknown-system', 'There is no such system in the plan.');
  const mayAnswer =
    system.mode === 'manual' ? system.deliveredIn === null : system.replies.some(({ result }) => result === 'failed');
  const page = command.page === undefined ? {} : { page: command.page };
  return mayAnswer
    ? events({ ...answer(command, 0, working.round, make), ...page })
    : refuse('out-of-order', 'This system has answered already.');
}

function answer(
  command: Extract<Command, { readonly type: 'answer-search' | 'record-manual-result' }>,
  wave: number,
  round: number,
  make: Make,
): EventOf<'system-answered'> {
  const { system, result, records, files, possible, reason, ground } = command;
  return {
    type: 'system-answered',
    ...make,
    system,
    round,
    wave,
    result,
    records,
    files,
    possible,
    ...(reason === undefined ? {} : { reason }),
    ...(ground === undefined ? {} : { ground }),
  };
}

function grantDownload(
  state: OpenedCase,
  command: Extract<Command, { readonly type: 'grant-download' }>,
  make: Make,
  now: string,
): Decision {
  const delivery = state.deliveries.find(({ round }) => round === command.round);
  if (delivery === undefined || delivery.availableUntil <= now || state.purged)
    return refuse('not-available', 'There is nothing to fetch, or it is no longer kept.');
  const tried = checkTried(state, command.challenge, 'download', now);
  if (!tried.ok) return refuse(tried.code, codeInWords[tried.code]);
  return events({
    type: 'download-granted',
    ...make,
    grant: command.challenge,
    round: command.round,
    expiresAt: new Date(Date.parse(now) + downloadMinutes * 60_000).toISOString(),
  });
}

function intendLetter(
  state: OpenedCase,
  command: Extract<Command, { readonly type: 'intend-letter' }>,
  make: Make,
  now: string,
): Decision {
  const letter = state.letters.get(command.letter);
  if (letter !== undefined && letter.sentAt !== null) return refuse('already-sent', 'The letter was sent.');
  const leaseEnds = letter === undefined ? 0 : Date.parse(letter.intendedAt) + letterLeaseMilliseconds;
  if (leaseEnds > Date.parse(now)) return refuse('in-progress', 'The letter is being sent.');
  if (!owedLetters(state, now).some(({ letter: id }) => id === command.letter)) return outOfOrder(state, command);
  return events({
    type: 'letter-intended',
    ...make,
    letter: command.letter,
    code: command.code,
    attempt: (letter?.attempt ?? 0) + 1,
  });
}

/** Whether an answer waits to be fetched. */
export function isAvailable(state: OpenedCase, now: string): boolean {
  return !state.purged && state.deliveries.some(({ availableUntil }) => availableUntil > now);
}

function isIdentified(state: OpenedCase): boolean {
  return state.status !== 'identifying' && state.status !== 'held' && state.challenges.some(({ used }) => used);
}

const codeInWords: Readonly<Record<'no-code' | 'code-expired' | 'code-used' | 'too-many-tries', string>> = {
  'no-code': 'No code has been sent.',
  'code-expired': 'The code is too old. Ask for a new one.',
  'code-used': 'The code has been used. Ask for a new one.',
  'too-many-tries': 'The code was tried too often. Ask for a new one.',
};

const statusInWords: Readonly<Record<Status, string>> = {
  held: 'held for a member of staff',
  identifying: 'waiting for the proof of identity',
  planning: 'being planned',
  'approving-search': 'waiting for the approval of the search',
  gathering: 'being searched',
  reviewing: 'waiting for release',
  released: 'released',
  assembling: 'being assembled',
  assembled: 'assembled',
  delivered: 'delivered',
  refused: 'refused',
  closed: 'closed',
};

function outOfOrder(state: OpenedCase, command: Command): Refusal {
  return refuse('out-of-order', `${command.type} cannot be done now: the case is ${statusInWords[state.status]}.`);
}

function events(...list: readonly CaseEvent[]): Decision {
  return { ok: true, events: list };
}

function refuse(code: RefusalCode, message: string): Refusal {
  return { ok: false, code, message };
}
