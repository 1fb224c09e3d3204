import { commands } from '#test/domain/case/case-book.ts';
import { letterOfId } from '#domain/case/letters/coded-letter.ts';
import type { CaseView } from '#api/staff.ts';
import type { Command } from '#domain/case/command.ts';
import { circumstanceSchema, endingSchema, matterSchema } from '#domain/case/vocabulary.ts';
import { sha256 } from '#domain/canonical/canonical.ts';
import { rights } from '#domain/rights.ts';
import type { Ending, Task } from '#web/console/src/logic/task.ts';

const endings: readonly Ending[] = [
  'carried-out',
  'cannot-find',
  'not-proven',
  'no-answer',
  'withdrawn',
  'deceased',
  'forwarded',
  'not-a-request',
];
const plain = [
  'lift-hold',
  'approve-search',
  'assign',
  'lock-out',
  'record-mandate',
  'redirect',
  'correct-receipt',
  'record-identity-check',
  'enter-code',
  'override-proof',
  'change-contact',
  'confirm-contact',
  'move-to-post',
  'extend',
  'refuse',
  'reopen',
  'note',
  'set-legal-hold',
  'lift-legal-hold',
  'object-to-retention',
  'decide-retention-objection',
  'record-breach',
] as const satisfies readonly Task['type'][];

/** Every command that could be sent for the case, whether or not it makes sense now. */
export function candidateTasks(view: CaseView): readonly Task[] {
  const about = (type: Task['type'], targets: readonly string[]): Task[] => targets.map((target) => ({ type, target }));
  const systems = view.systems.map(({ id }) => id);
  const proposals = view.proposals.map(({ proposal }) => proposal);
  const byHand = view.freezes.flatMap(({ mode, system }) => (mode === 'manual' ? [system] : []));
  return [
    ...plain.map((type): Task => ({ type, target: '' })),
    ...about('end', endings),
    ...about('ask', ['identity', 'clarification']),
    ...about('release', [String(Math.max(1, view.round))]),
    ...about('let-in', ['staff-y']),
    ...about('mark-circumstance', circumstanceSchema.options),
    ...about(
      'join',
      view.others.map(({ reference }) => reference),
    ),
    ...about('split', matterSchema.options),
    ...about(
      'take-back-refusal',
      view.refusals.map(({ refusal }) => String(refusal)),
    ),
    ...about('charge-fee', ['further-copy', 'excessive']),
    ...about('stop-processing', ['objection', 'consent-withdrawal']),
    ...about(
      'decide-identifier',
      view.learned.map(({ identifier }) => identifier),
    ),
    ...(view.learned.length === 0 ? [] : [{ type: 'decide-identifiers', target: '' } as const]),
    ...about('record-manual-result', systems),
    ...about('retry-system', systems),
    ...about('give-up-system', systems),
    ...about('confirm-freeze', byHand),
    ...about('approve-proposal', proposals),
    ...about('drop-proposal', proposals),
    ...about(
      'answer-asking',
      view.askings.map(({ asking }) => asking),
    ),
    ...about(
      'answer-fee',
      view.fees.map(({ fee }) => fee),
    ),
    ...about(
      'update-breach',
      view.breaches.map(({ breach }) => breach),
    ),
    ...about(
      'record-posted',
      view.lettersToPost.map(({ letter }) => letter),
    ),
    ...about(
      'decide-circumstance',
      view.circumstances.map(({ circumstance }) => circumstance),
    ),
  ];
}

/** A name for a task that no other task of the same case has. */
export function label({ type, target }: Task): string {
  return `${type} ${target}`.trim();
}

const text = 'words';

/**
 * The command that the domain gets if somebody fills in the form of a task as the law requires. `earlier`: another
 * case.
 */
export function commandOf(task: Task, view: CaseView, earlier: CaseView['others'][number]): Command {
  const nothing = { result: 'nothing-held', records: 0, files: 0, possible: 0 } as const;
  const { type, target } = task;
  switch (type) {
    case 'lift-hold':
    case 'approve-search':
    case 'lift-legal-hold':
      return { type };
    case 'decide-identifier':
      return {
        type: 'decide-identifier',
        identifier: target,
        accept: view.learned.every((one) => one.identifier !== target || one.acceptRefusedBy === null),
      };
    case 'decide-identifiers': {
      const one = view.learned.find(({ decision }) => decision !== 'rejected');
      const [{ identifier } = { identifier: '' }] = one === undefined ? view.learned : [one];
      return { type: 'decide-identifiers', identifiers: [{ identifier }], accept: one === undefined };
    }
    case 'record-manual-result':
      return { type: 'record-manual-result', system: target, sealed: 'sealed-1', ...nothing };
    case 'retry-system':
      return { type: 'retry-system', system: target };
    case 'give-up-system':
      return { type: 'give-up-system', system: target, text };
    case 'confirm-freeze':
      return { type: 'confirm-freeze', system: target };
    case 'release':
      return commands.release(Number(target));
    case 'approve-proposal':
    case 'drop-proposal':
      return { type, proposal: target };
    case 'record-posted':
      return { type: 'record-posted', letter: letterOfId(target) ?? { kind: 'acknowledgement' } };
    case 'ask': {
      const about = target === 'identity' ? 'identity' : 'clarification';
      const why = about === 'identity' ? 'contact-not-known' : 'large-amount';
      const doubtSince = view.receivedAt.slice(0, 10);
      return { type: 'ask', about, why, text, doubtSince, suspend: false };
    }
    case 'answer-asking':
      return { type: 'answer-asking', asking: target, everything: true };
    case 'answer-fee':
      return { type: 'answer-fee', fee: target, answer: 'declined' };
    case 'end':
      return { type: 'end', ending: endingSchema.exclude(['answered', 'joined']).parse(target), text };
    case 'update-breach':
      return { type: 'update-breach', breach: target, step: 'closed', text };
    case 'assign':
      return { type: 'assign', to: 'staff-z' };
    case 'lock-out':
      return { type: 'lock-out', staff: 'staff-z' };
    case 'let-in':
      return { type: 'let-in', staff: target, text };
    case 'decide-circumstance': {
      const circumstance = circumstanceSchema.parse(target);
      return { type: 'decide-circumstance', circumstance, applies: true, text, contact: 'goes-on' };
    }
    case 'mark-circumstance': {
      const circumstance = circumstanceSchema.parse(target);
      const present = view.circumstances.every((one) => one.circumstance !== target);
      return { type: 'mark-circumstance', circumstance, present };
    }
    case 'record-mandate':
      return { type: 'record-mandate', kind: 'trustee', accepted: true, answerTo: 'person' };
    case 'join':
      return { type: 'join', into: earlier.reference, intoReceivedAt: earlier.receivedAt };
    case 'split': {
      const matter = matterSchema.parse(target);
      const parts = rights.filter(
        (right) => view.rights.length > 1 && view.rights.includes(right) && right !== 'access',
      );
      return { type: 'split', matter, rights: matter === 'request' ? parts : [], case: 'R-PART' };
    }
    case 'redirect':
      return { type: 'redirect', text: null };
    case 'correct-receipt': {
      const receivedAt = '2026-11-18T09:00:00.000Z';
      const dates = { receivedLocalDate: '2026-11-18', due: '2026-12-18', extendedDue: '2027-02-18' };
      return { type: 'correct-receipt', receivedAt, ...dates, text };
    }
    case 'record-identity-check':
      return {
        type: 'prove-with',
        method: 'document-check',
        identifier: { kind: 'email', hash: sha256('asa.berg@example.org') },
        text,
      };
    case 'enter-code':
      return { type: 'count-try', purpose: 'identity' };
    case 'override-proof':
      return { type: 'override-proof', text };
    case 'confirm-contact':
      return { type: 'confirm-contact', text };
    case 'change-contact':
      return { type: 'change-contact', to: { kind: 'email', hash: sha256('new@example.org') }, oldIsLost: false };
    case 'move-to-post':
      return {
        type: 'move-to-post',
        to: { kind: 'postalAddress', hash: sha256('Storgatan 2') },
        reason: 'wish',
        registered: false,
      };
    case 'extend':
      return { type: 'extend', category: 'complexity', text };
    case 'refuse':
      return { type: 'refuse', scope: 'whole', ground: 'unfounded', text };
    case 'take-back-refusal':
      return { type: 'take-back-refusal', refusal: Number(target) };
    case 'charge-fee':
      return {
        type: 'charge-fee',
        basis: target === 'excessive' ? 'excessive' : 'further-copy',
        amount: 100,
        currency: 'SEK',
        facts: text,
        costs: text,
        answerBy: '2027-01-31',
      };
    case 'reopen':
      return { type: 'reopen', text: null };
    case 'stop-processing': {
      const right = target === 'objection' ? 'objection' : 'consent-withdrawal';
      return { type: 'stop-processing', right, text, entered: true };
    }
    case 'note':
      return { type: 'note', text };
    case 'set-legal-hold':
      return { type: 'set-legal-hold', text };
    case 'object-to-retention':
      return { type: 'object-to-retention', text };
    case 'decide-retention-objection':
      return { type: 'decide-retention-objection', upheld: true, text };
    case 'record-breach':
      return { type: 'record-breach', awareAt: '2026-11-20T08:00:00.000Z', round: null, text };
  }
}
