import type { RefusalCode } from '#domain/case/decision.ts';
import { named, type Problem } from './problem.ts';

/** Every code with which a request of staff or of a data subject can be refused. */
type Code =
  | RefusalCode
  | 'code-wrong'
  | 'erased'
  | 'incomplete'
  | 'old-seq'
  | 'command-id-reused'
  | 'wish-id-reused'
  | 'too-many-wishes';

type Answer = readonly [status: number, title: string];

const notNow: Answer = [409, 'This cannot be done now'];
const notRight: Answer = [400, 'The command is not valid'];
const somebodyElse: Answer = [403, 'Somebody else must do this'];
const codeDoesNotWork: Answer = [403, 'The code does not work'];

/**
 * What was requested: a command of staff; a code that a data subject requests or enters; or a wish of a data subject.
 */
type Asked = 'staff' | 'code' | 'wish';

/**
 * The HTTP status and the title for each refusal code. They can depend on what was requested. For example,
 * `no-such-case` gives 404 to staff. For everything else, `otherwise` has the status and the title.
 */
const answers: Readonly<Record<Code, { readonly [A in Asked]?: Answer } & { readonly otherwise: Answer }>> = {
  'no-such-case': { staff: [404, 'Not found'], otherwise: notNow },
  'already-open': { otherwise: notNow },
  'already-verified': { otherwise: notNow },
  'already-sent': { otherwise: notNow },
  'already-extended': { otherwise: notNow },
  'case-ended': { otherwise: notNow },
  'command-id-reused': { otherwise: notNow },
  'not-seen': { otherwise: [409, 'Somebody must look at the answer first'] },
  'sheet-changed': { otherwise: [409, 'The sheet has changed'] },
  'preview-changed': { otherwise: [409, 'The preview has changed'] },
  'item-changed': { otherwise: [409, 'The item has changed'] },
  'in-progress': { otherwise: notNow },
  'legal-hold': { otherwise: notNow },
  'not-available': { otherwise: notNow },
  'old-seq': { otherwise: notNow },
  'out-of-order': { otherwise: notNow },
  'protected-identity': { otherwise: notNow },
  'too-late-to-extend': { otherwise: notNow },
  'too-late-to-suspend': { otherwise: notNow },
  'too-late-to-undo': { otherwise: notNow },
  erased: { otherwise: notNow },
  incomplete: { otherwise: notRight },
  'evidence-missing': { staff: notRight, otherwise: notNow },
  'unknown-identifier': { staff: notRight, otherwise: notNow },
  'unknown-system': { staff: notRight, otherwise: notNow },
  'wrong-date': { staff: notRight, otherwise: notNow },
  'wrong-ground': { staff: notRight, otherwise: notNow },
  'locked-out': { staff: somebodyElse, otherwise: notNow },
  'second-person-required': { staff: somebodyElse, otherwise: notNow },
  'stronger-proof-needed': { wish: [403, 'A stronger proof of who asks is needed'], otherwise: notNow },
  'contact-not-confirmed': { code: [403, 'The contact address is not confirmed'], otherwise: notNow },
  'code-wrong': { code: [403, 'The code is wrong'], otherwise: [409, 'The code is wrong'] },
  'code-expired': { code: codeDoesNotWork, otherwise: notNow },
  'code-used': { code: codeDoesNotWork, otherwise: notNow },
  'no-code': { code: codeDoesNotWork, otherwise: notNow },
  'too-many-tries': { code: codeDoesNotWork, otherwise: notNow },
  'too-many-codes': { code: [429, 'Too many codes'], otherwise: notNow },
  'too-many-wishes': { otherwise: [429, 'Too many wishes'] },
  'wish-id-reused': { otherwise: [409, 'This id was used for another wish'] },
};

/** The HTTP status for a refusal code. `asked` says what was refused. */
export function refusalStatus(code: Code, asked: Asked): number {
  return answerTo(code, asked)[0];
}

/** The problem document for a refusal code. `asked` says what was refused. */
export function refusalProblem(code: Code, asked: Asked, more: Partial<Problem> = {}): Problem {
  const [status, title] = answerTo(code, asked);
  return named(code, status, title, more);
}

function answerTo(code: Code, asked: Asked): Answer {
  return answers[code][asked] ?? answers[code].otherwise;
}
