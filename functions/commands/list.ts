import type { Command } from '#domain/case/command.ts';
import { answerAsking } from './answer-asking.ts';
import { answerFee } from './answer-fee.ts';
import { approveProposal } from './approve-proposal.ts';
import { approveSearch } from './approve-search.ts';
import { ask } from './ask.ts';
import { assign } from './assign.ts';
import { changeContact } from './change-contact.ts';
import { chargeFee } from './charge-fee.ts';
import { confirmContact } from './confirm-contact.ts';
import { confirmFreeze } from './confirm-freeze.ts';
import { correctReceipt } from './correct-receipt.ts';
import { decideCircumstance } from './decide-circumstance.ts';
import { decideIdentifier } from './decide-identifier.ts';
import { decideIdentifiers } from './decide-identifiers.ts';
import { decideRetentionObjection } from './decide-retention-objection.ts';
import { dropProposal } from './drop-proposal.ts';
import { end } from './end.ts';
import { enterCode } from './enter-code.ts';
import { extend } from './extend.ts';
import { giveUpSystem } from './give-up-system.ts';
import { join } from './join.ts';
import { letIn } from './let-in.ts';
import { liftHold } from './lift-hold.ts';
import { liftLegalHold } from './lift-legal-hold.ts';
import { lockOut } from './lock-out.ts';
import { markCircumstance } from './mark-circumstance.ts';
import { moveToPost } from './move-to-post.ts';
import { note } from './note.ts';
import { objectToRetention } from './object-to-retention.ts';
import { overrideProof } from './override-proof.ts';
import { recordBreach } from './record-breach.ts';
import { recordIdentityCheck } from './record-identity-check.ts';
import { recordMandate } from './record-mandate.ts';
import { recordManualResult } from './record-manual-result.ts';
import { recordPosted } from './record-posted.ts';
import { redirect } from './redirect.ts';
import { refuse } from './refuse.ts';
import { release } from './release.ts';
import { reopen } from './reopen.ts';
import { retrySystem } from './retry-system.ts';
import { setLegalHold } from './set-legal-hold.ts';
import { split } from './split.ts';
import { stopProcessing } from './stop-processing.ts';
import { takeBackRefusal } from './take-back-refusal.ts';
import { updateBreach } from './update-breach.ts';

/** All commands of staff, in the order in which the console shows them. */
export const staffCommands = {
  'approve-proposal': approveProposal,
  'drop-proposal': dropProposal,
  'confirm-freeze': confirmFreeze,
  'lift-hold': liftHold,
  'approve-search': approveSearch,
  'decide-identifier': decideIdentifier,
  'decide-identifiers': decideIdentifiers,
  'record-manual-result': recordManualResult,
  'retry-system': retrySystem,
  release,
  'decide-circumstance': decideCircumstance,
  'update-breach': updateBreach,
  'record-posted': recordPosted,
  'decide-retention-objection': decideRetentionObjection,
  assign,
  ask,
  'answer-asking': answerAsking,
  split,
  join,
  redirect,
  'correct-receipt': correctReceipt,
  note,
  'enter-code': enterCode,
  'record-identity-check': recordIdentityCheck,
  'override-proof': overrideProof,
  'record-mandate': recordMandate,
  'mark-circumstance': markCircumstance,
  'change-contact': changeContact,
  'confirm-contact': confirmContact,
  'move-to-post': moveToPost,
  extend,
  refuse,
  'take-back-refusal': takeBackRefusal,
  'charge-fee': chargeFee,
  'answer-fee': answerFee,
  'give-up-system': giveUpSystem,
  'stop-processing': stopProcessing,
  end,
  reopen,
  'set-legal-hold': setLegalHold,
  'lift-legal-hold': liftLegalHold,
  'object-to-retention': objectToRetention,
  'record-breach': recordBreach,
  'lock-out': lockOut,
  'let-in': letIn,
};
export type StaffCommandType = keyof typeof staffCommands;
export type AnyStaffCommand = (typeof staffCommands)[StaffCommandType];

/**
 * The types of domain commands for which staff have no command of the same name. The person, the workflow or a schedule
 * gives them, or they result from a staff command with another name: `change-contact` can also give
 * `call-contact-unsafe`.
 */
type OfOthers =
  | 'open'
  | 'record-execution'
  | 'issue-code'
  | 'count-try'
  | 'prove-identity'
  | 'prove-with'
  | 'enter-contact-code'
  | 'plan-search'
  | 'start-searches'
  | 'answer-search'
  | 'reach-cut-off'
  | 'screen'
  | 'start-assembly'
  | 'record-assembly'
  | 'stop-assembly'
  | 'deliver'
  | 'grant-download'
  | 'intend-letter'
  | 'record-letter'
  | 'record-failed-letter'
  | 'record-returned'
  | 'call-contact-unsafe'
  | 'warn-deadline'
  | 'owe-status'
  | 'alert'
  | 'absorb'
  | 'close'
  | 'purge-material'
  | 'record-erasure'
  | 'decide-review'
  | 'undo-review';

type None<T extends never> = T;
/** Makes the compiler fail if a command of the domain has no file in this folder and is not in `OfOthers`. */
export type Forgotten = None<Exclude<Command['type'], StaffCommandType | OfOthers>>;
