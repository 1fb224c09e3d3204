import type { CaseEvent } from './events.ts';
import { refuse, type RefusedBy } from './refusals/refuse.ts';
import type { RefusalRule, RefusalValues } from './refusals/rules.ts';
import type { OpenedCase } from './state.ts';
import type { Actor } from './vocabulary.ts';

/** The codes of refusals. A refused command returns a value and throws no exception. */
export type RefusalCode =
  | 'no-such-case'
  | 'out-of-order'
  | 'already-open'
  | 'already-verified'
  | 'case-ended'
  | 'locked-out'
  | 'unknown-system'
  | 'unknown-identifier'
  | 'second-person-required'
  | 'stronger-proof-needed'
  | 'too-late-to-extend'
  | 'already-extended'
  | 'too-late-to-suspend'
  | 'evidence-missing'
  | 'wrong-ground'
  | 'wrong-date'
  | 'too-late-to-undo'
  | 'legal-hold'
  | 'protected-identity'
  | 'contact-not-confirmed'
  | 'too-many-codes'
  | 'no-code'
  | 'code-expired'
  | 'code-used'
  | 'too-many-tries'
  | 'not-available'
  | 'already-sent'
  | 'in-progress'
  | 'not-seen'
  | 'sheet-changed'
  | 'preview-changed'
  | 'item-changed';

export interface RefusedCommand {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly rule: RefusalRule;
  readonly values: RefusalValues;
}

/** The result of a command: its events, or why it is refused. `events` is empty if the command changes nothing. */
export type Decision = { readonly ok: true; readonly events: readonly CaseEvent[] } | RefusedCommand;

/** The fields that all events of one decision have in common. */
export interface Stamp {
  readonly at: string;
  readonly by: Actor;
}

/**
 * A command, and the time at which it is decided (ISO 8601, UTC). `first`, `second` and `third` hold the common fields
 * of events of version 1, 2 and 3.
 */
export interface Given<C> {
  readonly command: C;
  readonly now: string;
  readonly first: Stamp & { readonly v: 1 };
  readonly second: Stamp & { readonly v: 2 };
  readonly third: Stamp & { readonly v: 3 };
}

export function events(...list: readonly CaseEvent[]): Decision {
  return { ok: true, events: list };
}

export function outOfOrder(state: OpenedCase): RefusedBy<'other-step'> {
  return refuse('other-step', { status: state.stage.kind });
}
