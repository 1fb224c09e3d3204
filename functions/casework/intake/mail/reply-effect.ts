import { canBeReopened } from '#domain/case/lifecycle/ending-rules.ts';
import { isSilent } from '#domain/case/lifecycle/hold-rules.ts';
import { asLiving, type OpenedCase } from '#domain/case/state.ts';
import type { Ending } from '#domain/case/vocabulary.ts';
import type { Classification } from '#domain/mail/classify.ts';
import type { ParsedMail } from '#domain/mail/parts/parse.ts';
import type { Right } from '#domain/rights.ts';

/** A mail that names a case, or that was matched to a case by its sender. */
export interface Reply {
  readonly messageId: string;
  readonly mail: ParsedMail;
  readonly classified: Classification;
  readonly rights: readonly Right[];
}

/**
 * What a reply does to its case, besides being stored as a note. `withdraw`: ends the case. `take-back`: cancels an
 * earlier withdrawal. `go-on`: reopens a case that ended because the person could not be found, gave no proof or did
 * not reply. `answer`: answers the open questions.
 */
export type Effect = 'withdraw' | 'take-back' | 'go-on' | 'answer' | 'nothing';

/** What is known about the sender and the text of a reply. */
export interface Standing {
  /** The reply comes from the contact point of the case, and is not signed with the name of another person. */
  readonly speaks: boolean;
  /** The mail is authenticated (DMARC), so its sender is genuine. */
  readonly isProven: boolean;
  /** The reply contains the number of the case. */
  readonly namesCase: boolean;
  /** The text is in a language for which the recognition of withdrawals was tested. */
  readonly isMeasured: boolean;
  /** The reply withdraws the request and says nothing more. */
  readonly takesBackAlone: boolean;
}

/**
 * Whether a reply may have this effect. A stranger may have seen the number of a case, so the number alone permits
 * nothing.
 *
 * An answer to a question never narrows the request; it only ends the suspension of the due date. So an answer is also
 * accepted from a domain without a DMARC policy, if the mail contains the number of the case.
 */
export function mayCause(
  effect: Effect,
  { speaks, isProven, namesCase, isMeasured, takesBackAlone }: Standing,
): boolean {
  switch (effect) {
    case 'withdraw':
      return speaks && isProven && isMeasured && namesCase && takesBackAlone;
    case 'take-back':
    case 'go-on':
      return speaks && isProven;
    case 'answer':
      return speaks && (isProven || namesCase);
    case 'nothing':
      return true;
  }
}

const effects = ['withdraw', 'take-back', 'go-on', 'answer'] as const;

/** The effect that a reply asks for. A mail that is delivered again has the same effect as the first time. */
export function effectOf(state: OpenedCase, reply: Reply): Effect {
  const { withdrawal, onlyThanks } = reply.classified;
  const seen = [...state.common.seen];
  const before = effects.find((one) => seen.some((id) => id.startsWith(`mail/${reply.messageId}/${one}`)));
  if (before !== undefined) return before;
  if (onlyThanks === true || isSilent(state)) return 'nothing';
  // `unclear`: a mail that asks about a withdrawal, or says that nothing is withdrawn. It is an ordinary reply.
  if (withdrawal !== undefined && withdrawal.of !== 'unclear') return isOfWhole(state, reply) ? 'withdraw' : 'nothing';
  if (state.stage.kind === 'closed') return canBeReopened(state) ? resumed[state.stage.ending] : 'nothing';
  return state.common.askings.some(({ answeredAt }) => answeredAt === null) ? 'answer' : 'nothing';
}

/** The effect of a reply to the last letter of a case, by how the case ended. */
const resumed: Readonly<Record<Ending, Effect>> = {
  answered: 'nothing',
  'carried-out': 'nothing',
  'cannot-find': 'go-on',
  'not-proven': 'go-on',
  'no-answer': 'go-on',
  withdrawn: 'take-back',
  joined: 'nothing',
  deceased: 'nothing',
  forwarded: 'nothing',
  'not-a-request': 'nothing',
};

/**
 * Whether the reply withdraws the whole case. The case must be open, no answer may have been sent, and the mail may
 * request nothing but erasure or restriction. If the person withdraws only the request for access, the whole case is
 * withdrawn only if it has no other right.
 */
function isOfWhole(state: OpenedCase, { classified: { withdrawal }, rights }: Reply): boolean {
  if (asLiving(state) === undefined || state.common.deliveries.length > 0) return false;
  if (rights.some((right) => right !== 'erasure' && right !== 'restriction')) return false;
  switch (withdrawal?.of) {
    case 'all':
      return true;
    case 'access':
      return state.common.facts.matter === 'request' && state.common.facts.rights.every((right) => right === 'access');
    case 'part':
    case 'unclear':
    case undefined:
      return false;
  }
}

/**
 * Whether staff must examine the reply as a request for erasure (Art. 17(1)(b)). There are two such replies: one that
 * mentions a withdrawal and says that we may no longer use the data that came with the request; and one that clearly
 * withdraws the request and asks for erasure. `false` if the case already includes erasure.
 */
export function examines(state: OpenedCase, { classified, rights }: Reply): boolean {
  const { withdrawal } = classified;
  if (withdrawal === undefined || isSilent(state) || state.common.facts.rights.includes('erasure')) return false;
  const isClear = withdrawal.of === 'all' || withdrawal.of === 'access';
  return withdrawal.stopUsing || (isClear && rights.includes('erasure'));
}
