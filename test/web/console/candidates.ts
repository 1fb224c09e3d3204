import { letterOfId } from '#domain/case/letters/coded-letter.ts';
import type { CaseView } from '#api/staff.ts';
import type { Command } from '#domain/case/command.ts';
import { circumstanceSchema } from '#domain/case/vocabulary.ts';
import { sha256 } from '#domain/canonical/canonical.ts';
import { nameOf, type Ending, type Task } from '#web/console/src/logic/task.ts';

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
  'let-in',
  'mark-circumstance',
  'record-mandate',
  'join',
  'split',
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
  'take-back-refusal',
  'charge-fee',
  'reopen',
  'stop-processing',
  'note',
  'set-legal-hold',
  'lift-legal-hold',
  'object-to-retention',
  'decide-retention-objection',
  'record-breach',
] as const satisfies readonly Task['type'][];

/** Everything that somebody could ask of the case, whether or not it makes sense now. */
export function candidateTasks(view: CaseView): readonly Task[] {
  return [
    ...plain.map((type): Task => ({ type })),
    ...endings.map((ending): Task => ({ type: 'end', ending })),
    { type: 'ask', about: 'identity' },
    { type: 'ask', about: 'clarification' },
    { type: 'release', round: Math.max(1, view.round), step: 'only' },
    ...view.learned.map((learned): Task => ({ type: 'decide-identifier', learned })),
    ...view.systems.flatMap((system): Task[] => [
      { type: 'record-manual-result', system, correction: false },
      { type: 'retry-system', system },
      { type: 'give-up-system', system },
    ]),
    ...view.freezes.filter(({ mode }) => mode === 'manual').map((freeze): Task => ({ type: 'confirm-freeze', freeze })),
    ...view.proposals.flatMap((proposal): Task[] => [
      { type: 'approve-proposal', proposal },
      { type: 'drop-proposal', proposal },
    ]),
    ...view.askings.map((asking): Task => ({ type: 'answer-asking', asking })),
    ...view.fees.map((fee): Task => ({ type: 'answer-fee', fee })),
    ...view.breaches.map((breach): Task => ({ type: 'update-breach', breach })),
    ...view.lettersToPost.map((letter): Task => ({ type: 'record-posted', letter })),
    ...view.circumstances.map((circumstance): Task => ({ type: 'decide-circumstance', circumstance })),
  ];
}

/** A name for a task that tells it from every other in the same case. */
export function label(task: Task): string {
  const of = [
    'learned' in task ? task.learned.identifier : '',
    'system' in task ? task.system.id : '',
    'freeze' in task ? task.freeze.system : '',
    'proposal' in task ? task.proposal.proposal : '',
    'letter' in task ? task.letter.letter : '',
    'asking' in task ? task.asking.asking : '',
    'fee' in task ? task.fee.fee : '',
    'breach' in task ? task.breach.breach : '',
    'circumstance' in task ? task.circumstance.circumstance : '',
    'ending' in task ? task.ending : '',
  ];
  return [nameOf(task), ...of].filter((part) => part !== '').join(' ');
}

const text = 'words';

/** What the domain is asked when somebody fills in the form of a task as the law wants it. `earlier`: another case. */
export function commandOf(task: Task, view: CaseView, earlier: CaseView['others'][number]): Command {
  const nothing = { result: 'nothing-held', records: 0, files: 0, possible: 0 } as const;
  switch (task.type) {
    case 'lift-hold':
    case 'approve-search':
    case 'lift-legal-hold':
      return { type: task.type };
    case 'decide-identifier':
      return { type: 'decide-identifier', identifier: task.learned.identifier, accept: true };
    case 'record-manual-result':
      return { type: 'record-manual-result', system: task.system.id, sealed: 'sealed-1', ...nothing };
    case 'retry-system':
      return { type: 'retry-system', system: task.system.id };
    case 'give-up-system':
      return { type: 'give-up-system', system: task.system.id, text };
    case 'confirm-freeze':
      return { type: 'confirm-freeze', system: task.freeze.system };
    case 'release':
      return { type: 'release', round: task.round };
    case 'approve-proposal':
    case 'drop-proposal':
      return { type: task.type, proposal: task.proposal.proposal };
    case 'record-posted':
      return { type: 'record-posted', letter: letterOfId(task.letter.letter) ?? { kind: 'acknowledgement' } };
    case 'ask': {
      const why = task.about === 'identity' ? 'contact-not-known' : 'large-amount';
      const doubtSince = view.receivedAt.slice(0, 10);
      return { type: 'ask', about: task.about, why, text, doubtSince, suspend: false };
    }
    case 'answer-asking':
      return { type: 'answer-asking', asking: task.asking.asking, everything: true };
    case 'answer-fee':
      return { type: 'answer-fee', fee: task.fee.fee, answer: 'declined' };
    case 'end':
      return { type: 'end', ending: task.ending, text };
    case 'update-breach':
      return { type: 'update-breach', breach: task.breach.breach, step: 'closed', text };
    case 'assign':
      return { type: 'assign', to: 'staff-z' };
    case 'lock-out':
      return { type: 'lock-out', staff: 'staff-z' };
    case 'let-in':
      return { type: 'let-in', staff: 'staff-y', text };
    case 'decide-circumstance': {
      const circumstance = circumstanceSchema.parse(task.circumstance.circumstance);
      return { type: 'decide-circumstance', circumstance, applies: true, text, contact: 'goes-on' };
    }
    case 'mark-circumstance':
      return { type: 'mark-circumstance', circumstance: 'journalist', present: true };
    case 'record-mandate':
      return { type: 'record-mandate', kind: 'trustee', accepted: true, answerTo: 'person' };
    case 'join':
      return { type: 'join', into: earlier.reference, intoReceivedAt: earlier.receivedAt };
    case 'split':
      return { type: 'split', matter: 'complaint', rights: [], case: 'R-PART' };
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
      return { type: 'take-back-refusal', refusal: 1 };
    case 'charge-fee':
      return {
        type: 'charge-fee',
        basis: 'excessive',
        amount: 100,
        currency: 'SEK',
        facts: text,
        costs: text,
        answerBy: '2027-01-31',
      };
    case 'reopen':
      return { type: 'reopen', text: null };
    case 'stop-processing': {
      const right = view.rights.includes('objection') ? 'objection' : 'consent-withdrawal';
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
