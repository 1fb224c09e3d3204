import { erasuresOwed } from '#domain/case/answer/packages.ts';
import type { Command } from '#domain/case/command.ts';
import type { RefusedItem } from '#domain/case/decisions/events.ts';
import { heldSystems } from '#domain/case/decisions/part-refusals.ts';
import { isSilent } from '#domain/case/lifecycle/hold-rules.ts';
import type { ReviewEntry } from '#domain/review/entry.ts';
import type { CaseState, OpenedCase } from '#domain/case/state.ts';
import {
  alertSchema,
  askReasonSchema,
  circumstanceSchema,
  type Purpose,
  refusalGroundSchema,
} from '#domain/case/vocabulary.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { weights } from '#domain/identifiers/weight.ts';
import { rights } from '#domain/rights.ts';
import { commands, datesFrom, openCommand, letterNamed } from '../case-book.ts';
import { anyPlan, contact, counts, home, identifiers, number, phone, pick, systemIds, type Dice } from './choices.ts';

/**
 * Any command of the right form. It names things that the case has, if it has any, and otherwise things that it does
 * not have.
 */
export function anyCommand(state: CaseState, now: string, dice: Dice): Command {
  const [a, b, c, d] = dice;
  if (state === undefined) return openCommand({ contact });
  return pick(makers, a)({ state, now, b, c, d });
}

interface Choice {
  readonly state: OpenedCase;
  readonly now: string;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}
type Make = (choice: Choice) => Command;

const purposeOf = (die: number): Purpose => pick(['identity', 'download', 'contact'], die);
const text = 'text-1';
const date = (now: string, days: number): string =>
  localDate(new Date(Date.parse(now) + days * 86_400_000).toISOString(), 'Europe/Stockholm');

const identity: readonly Make[] = [
  ({ b }) => ({ type: 'issue-code', purpose: purposeOf(b) }),
  // A number that was stated, and one that was not.
  ({ state, b }) => ({
    type: 'issue-code',
    purpose: 'identity',
    number: pick([...state.common.facts.claimed, phone, contact], b),
  }),
  ({ b }) => ({ type: 'count-try', purpose: purposeOf(b) }),
  ({ state, b, c }) => ({
    type: 'prove-identity',
    challenge: pick(state.common.challenges, b)?.id ?? `identity-${c % 3}`,
  }),
  ({ b }) => ({ type: 'prove-with', method: pick(['login', 'e-id'], b), identifier: number }),
  ({ c }) => ({ type: 'prove-with', method: 'document-check', identifier: number, ...(c % 5 > 0 ? { text } : {}) }),
  () => ({ type: 'override-proof', text }),
  () => ({ type: 'confirm-contact', text }),
  ({ state, b, c }) => ({
    type: 'enter-contact-code',
    challenge: pick(state.common.challenges, b)?.id ?? 'contact-1',
    signedIn: c % 2 === 0,
  }),
  ({ b, c }) => ({
    type: 'record-mandate',
    kind: pick(['power-of-attorney', 'guardian', 'trustee', 'future-mandate', 'rights-service'], b),
    accepted: c % 3 > 0,
    answerTo: pick(['person', 'representative'], c),
  }),
  ({ b, c }) => ({ type: 'change-contact', to: pick(identifiers, b), oldIsLost: c % 3 === 0 }),
  () => ({ type: 'call-contact-unsafe' }),
  ({ b, c }) => ({
    type: 'move-to-post',
    to: home,
    reason: pick(['wish', 'bounced', 'proof'], b),
    registered: c % 2 === 0,
  }),
  ({ b, c }) => ({
    type: 'mark-circumstance',
    circumstance: pick(circumstanceSchema.options, b),
    present: c % 4 > 0,
  }),
  (choice) => decideCircumstance(choice),
];

const decideCircumstance: Make = ({ state, b, c }) => ({
  type: 'decide-circumstance',
  circumstance: pick([...state.common.undecided, ...circumstanceSchema.options], b),
  applies: c % 3 > 0,
  text,
  ...(b % 3 === 0 ? {} : { contact: b % 2 === 0 ? 'goes-on' : 'called-back' }),
});

const search: readonly Make[] = [
  ({ b }) => anyPlan(b),
  ({ b }) => ({ type: 'approve-search', ...(b % 3 === 0 ? { systems: ['crm', 'shop'] } : {}) }),
  ({ b, c }) => ({ type: 'start-searches', searches: [{ system: pick(systemIds, b), wave: (c % 3) + 1 }] }),
  ({ b, c, d }) => ({
    type: 'answer-search',
    system: pick(systemIds, b),
    wave: (c % 3) + 1,
    learned: [{ ...pick(identifiers, d), weight: pick(weights, c), disputed: d % 3 === 0 }],
    ...counts(d),
  }),
  ({ b, c }) => ({
    type: 'record-manual-result',
    system: pick(systemIds, b),
    ...counts(c),
    sealed: text,
  }),
  ({ b }) => ({ type: 'retry-system', system: pick(systemIds, b) }),
  ({ b }) => ({ type: 'give-up-system', system: pick(systemIds, b), text }),
  ({ b }) => ({ type: 'confirm-freeze', system: pick(systemIds, b) }),
  ({ b, c }) => ({ type: 'decide-identifier', identifier: pick(identifiers, b).hash, accept: c % 2 === 0 }),
  ({ b, c, d }) => ({
    type: 'decide-identifiers',
    identifiers: [...new Set([b, c, d].map((one) => pick(identifiers, one).hash))].map((identifier) => ({
      identifier,
    })),
    accept: c % 2 === 0,
    ...(d % 2 === 0
      ? { withdrawn: [{ identifier: pick(identifiers, d + 1), now: pick(['disputed', 'gone'] as const, b) }] }
      : {}),
  }),
  ({ b }) => ({ type: 'reach-cut-off', round: (b % 3) + 1 }),
];

function reviewEntry(b: number, c: number, d: number): ReviewEntry {
  const item = { item: String(b % 5).repeat(32), version: String(c % 2).repeat(16), system: pick(systemIds, d) };
  const limit = { ground: pick(refusalGroundSchema.options, c), text: d % 3 === 0 ? null : text, told: d % 2 === 0 };
  return pick<ReviewEntry>(
    [
      { do: 'release', ...item },
      { do: 'adopt', ...item },
      { do: 'reject', ...item, ...(d % 2 === 0 ? { parts: true } : { was: 'possible' }) },
      { do: 'mask', ...item, field: 'note', span: { from: 0, to: 4 }, letter: null, ...limit },
      { do: 'withhold', ...item, part: { of: 'record' }, ...limit },
      { do: 'mask-alike', alike: { all: 'value', text }, letter: 'A', ...limit },
      { do: 'not-by-rule', alike: { all: 'resource', system: 'hubspot', resource: 'contact' } },
      { do: 'withhold-alike', alike: { all: 'system', system: item.system }, ...limit },
    ],
    b,
  );
}

const answer: readonly Make[] = [
  ({ b }) => commands.screen((b % 3) + 1),
  ({ b, c, d }) => ({
    type: 'decide-review',
    decision: `decision-${b % 4}`,
    entries: [reviewEntry(b, c, d)],
    ...(d % 5 === 0
      ? { withdrawn: [{ identifier: pick(identifiers, c), now: pick(['rejected', 'disputed', 'gone'], b) }] }
      : {}),
  }),
  ({ b }) => ({ type: 'undo-review', decision: `decision-${b % 4}` }),
  ({ b }) => commands.release((b % 3) + 1),
  ({ b }) => ({ type: 'start-assembly', round: (b % 3) + 1 }),
  // Everything in the case, whether or not it may be released.
  ({ b }) => commands.assembled((b % 3) + 1, systemIds),
  ({ b }) => ({ type: 'stop-assembly', round: (b % 3) + 1, attempt: 1, paths: ['index.html'] }),
  ({ b }) => commands.deliver((b % 3) + 1),
  ({ state, b, c }) => ({
    type: 'grant-download',
    challenge: pick(state.common.challenges, b)?.id ?? 'download-1',
    round: (c % 2) + 1,
  }),
  ({ b }) => ({
    type: 'intend-letter',
    letter: letterNamed(pick(['acknowledgement', 'answer-ready/1', 'extension/1', 'refusal/1', 'delay/2026-12-21'], b)),
  }),
  ({ state, b }) => ({
    type: 'record-letter',
    letter: letterNamed(pick([...state.common.letters.keys(), 'acknowledgement', 'answer-ready/1'], b)),
    attempt: 1,
  }),
  ({ state, b, c }) => ({
    type: 'record-failed-letter',
    letter: letterNamed(pick([...state.common.letters.keys(), 'acknowledgement', 'answer-ready/1'], b)),
    attempt: (c % 2) + 1,
  }),
  ({ state, b, c }) => ({
    type: 'record-returned',
    letter: letterNamed(pick([...state.common.letters.keys(), 'acknowledgement'], b)),
    to: pick([contact, ...state.common.contactChanges.map(({ to }) => to)], c),
  }),
  ({ b }) => ({
    type: 'record-posted',
    letter: letterNamed(
      pick(['acknowledgement', 'answer-ready/1', 'by-post', 'extension/1', 'withdrawal-confirmed/1'], b),
    ),
  }),
];

/** A question, usually with a suitable reason. */
function asking({ now, b, c, d }: Choice): Command {
  const why = pick(askReasonSchema.options, c);
  const forClarity = why === 'large-amount' || why === 'request-not-understood';
  return {
    type: 'ask',
    about: forClarity === b % 8 > 0 ? 'clarification' : 'identity',
    why,
    text,
    doubtSince: date(now, (d % 10 === 0 ? 1 : 0) - (d % 7 === 0 ? 9 : 0)),
    suspend: d % 3 > 0,
  };
}

const clock: readonly Make[] = [
  asking,
  asking,
  ({ state, b, c }) => ({
    type: 'answer-asking',
    asking: pick(state.common.askings, b)?.id ?? 'asking-9',
    everything: c % 2 > 0,
  }),
  ({ state, b }) => {
    const receivedAt = new Date(Date.parse(state.common.facts.at) + ((b % 9) - 7) * 43_200_000).toISOString();
    return { type: 'correct-receipt', text, receivedAt, ...datesFrom(receivedAt, state.common.facts.rules) };
  },
  ({ b }) => ({ type: 'extend', category: pick(['complexity', 'number'], b), text }),
  ({ b }) => ({ type: 'extend', category: pick(['complexity', 'number'], b), text }),
  ({ b }) => ({ type: 'warn-deadline', daysLeft: pick([10, 5, 2, 0], b) }),
  () => ({ type: 'owe-status' }),
  ({ b }) => ({ type: 'alert', alert: pick(alertSchema.options, b), key: `key-${b % 3}` }),
];

const evidence = { voluntariness: text, aim: text, elapsed: text, pattern: text };
const decision: readonly Make[] = [
  () => ({ type: 'lift-hold' }),
  ({ b }) => ({ type: 'assign', to: pick(['ada', 'bo', 'cy'], b) }),
  ({ b }) => ({ type: 'lock-out', staff: pick(['ada', 'bo'], b) }),
  ({ b }) => ({ type: 'let-in', staff: pick(['ada', 'bo'], b), text }),
  ({ state, b, c, d }) => ({
    type: 'refuse',
    scope: 'part',
    ground: pick(refusalGroundSchema.options, b),
    text,
    ...(c % 9 === 0 ? { evidence } : {}),
    ...(d % 5 === 0 ? {} : { items: [kindOf(state, c, pick(refusalGroundSchema.options, b))] }),
    ...(d % 3 === 0 ? { restates: (c % 2) + 1 } : {}),
  }),
  ({ state, b, c }) => ({
    type: 'refuse',
    scope: 'part',
    ground: 'others-rights',
    text,
    items: [kindOf(state, b, 'others-rights')],
    ...(c % 4 === 0 ? { restates: state.common.refusals.length } : {}),
  }),
  ({ state, b }) => ({ type: 'take-back-refusal', refusal: b % 2 === 0 ? state.common.refusals.length : (b % 3) + 1 }),
  ({ b, c }) => {
    const ground = pick(refusalGroundSchema.options, b);
    return {
      type: 'refuse',
      scope: 'whole',
      ground,
      text,
      ...((ground === 'abuse') === c % 9 > 0 ? { evidence } : {}),
    };
  },
  ({ now, b, c }) => ({
    type: 'charge-fee',
    basis: pick(['excessive', 'further-copy'], b),
    amount: 10_000,
    currency: 'SEK',
    facts: text,
    costs: text,
    answerBy: date(now, (c % 16) - 1),
  }),
  ({ state, b, c }) => ({
    type: 'answer-fee',
    fee: pick(state.common.fees, b)?.id ?? 'proposal-9',
    answer: pick(['accepted', 'declined', 'narrowed', 'no-answer'], c),
  }),
  ({ state, b }) => ({ type: 'approve-proposal', proposal: openProposal(state, b) }),
  ({ state, b }) => ({ type: 'approve-proposal', proposal: openProposal(state, b) }),
  ({ state, b }) => ({ type: 'drop-proposal', proposal: openProposal(state, b) }),
  ({ state, b }) => ({ type: 'absorb', case: `case-${(b % 3) + state.common.absorbed.length}` }),
  ({ state, b, c }) => ({
    type: 'split',
    matter: pick(['request', 'complaint', 'claim'], b),
    rights: b % 3 === 0 ? [pick(c % 3 > 0 ? state.common.facts.rights.toReversed() : rights, c)] : [],
    case: `split-${c % 4}`,
  }),
  () => ({ type: 'redirect', text: null }),
  ({ state, b, c }) => ({
    type: 'stop-processing',
    right: pick(c % 3 > 0 ? state.common.facts.rights : rights, b),
    text,
    entered: b % 3 > 0,
  }),
  () => ({ type: 'note', text }),
  () => ({ type: 'close' }),
  () => ({ type: 'reopen', text: null }),
  () => ({ type: 'reopen', text: null }),
  endingCommand,
];

function openProposal({ common: { proposals } }: OpenedCase, die: number): string {
  return (proposals.find(({ state }) => state === 'open') ?? pick(proposals, die))?.id ?? 'proposal-9';
}

/** An end, or an attempt at one. */
export function endingCommand({ state, b, c }: Pick<Choice, 'state' | 'b' | 'c'>): Command {
  const ending = pick(
    [
      'carried-out',
      'cannot-find',
      'not-proven',
      'no-answer',
      'withdrawn',
      'deceased',
      'forwarded',
      'not-a-request',
      'join',
    ] as const,
    b,
  );
  // Only a case in which no letter was sent can end as no request. Random ends would rarely be this one.
  if (isSilent(state) && c % 2 === 0) return { type: 'end', ending: 'not-a-request', text };
  if (ending !== 'join') return { type: 'end', ending, text: c % 5 === 0 ? null : text };
  const days = (c % 3) - 1;
  const receivedAt = new Date(Date.parse(state.common.facts.receivedAt) + days * 86_400_000).toISOString();
  return { type: 'join', into: 'earlier-case', intoReceivedAt: receivedAt };
}

const custody: readonly Make[] = [
  () => ({ type: 'set-legal-hold', text }),
  () => ({ type: 'lift-legal-hold' }),
  () => ({ type: 'object-to-retention', text }),
  ({ b }) => ({ type: 'decide-retention-objection', upheld: b % 2 === 0, text }),
  ({ now, b, c }) => ({
    type: 'record-breach',
    awareAt: new Date(Date.parse(now) - ((b % 10) - 1) * 3_600_000).toISOString(),
    round: c % 3 === 0 ? null : c % 3,
    text,
  }),
  ({ b, c }) => ({
    type: 'update-breach',
    breach: `breach-${(b % 2) + 1}`,
    step: pick(['authority-notified', 'no-notification-needed', 'person-notified', 'closed'], c),
    text,
  }),
  () => ({ type: 'purge-material' }),
  () => ({ type: 'purge-material' }),
  ({ state, b }) => {
    const { round, attempt } = pick(erasuresOwed(state), b) ?? { round: 1, attempt: 1 };
    return { type: 'record-erasure', round, attempt };
  },
];

const driver: readonly Make[] = [
  ({ b }) => ({ type: 'record-execution', n: (b % 4) + 1 }),
  () => openCommand({ contact }),
];

const makers: readonly Make[] = [...identity, ...search, ...answer, ...clock, ...decision, ...custody, ...driver];

/** A kind of record that the case has, or one that it does not have. */
export function kindOf(state: OpenedCase, die: number, ground: RefusedItem['ground']): RefusedItem {
  const held = heldSystems(state).flatMap(({ system, resources }) =>
    (resources ?? [{ resource: 'contacts' }]).map(({ resource }) => ({ system, resource })),
  );
  const kind = pick([...held, ...held, { system: 'crm', resource: 'letters' }], die);
  return { ...kind, ground, text, until: null };
}

/** Decisions on refusals, waits, splits and holds, which a plain history would rarely contain. */
export function staffCommand(state: CaseState, now: string, [a, b, c, d]: Dice): Command | undefined {
  if (state === undefined) return undefined;
  return pick([...clock, ...decision, ...custody, ...identity], a)({ state, now, b, c, d });
}
