import type { Actor, EventOf, IdentifierRef, LetterCode, SystemResult } from './events.ts';

/** What is known of every case from its first commit on. */
export interface Opened {
  readonly caseId: string;
  /** Number of the last commit. */
  readonly seq: number;
  /** Command ids seen so far: the same command twice does nothing twice. */
  readonly seen: ReadonlySet<string>;
  readonly facts: EventOf<'case-opened'>;
  /** The date that holds now: the statutory one, or the extended one after a notice (Art. 12(3)). */
  readonly due: string;
  readonly extended: boolean;
  /** A held request was taken up by a member of staff. */
  readonly holdLifted: boolean;
  readonly executions: number;
  readonly challenges: readonly Challenge[];
  readonly letters: ReadonlyMap<string, Letter>;
  readonly extensions: readonly EventOf<'extended'>[];
  readonly refusals: readonly EventOf<'refused'>[];
  readonly statusOwed: readonly string[];
  readonly warned: readonly number[];
  readonly deliveries: readonly Delivery[];
  readonly grants: readonly Grant[];
  readonly purged: boolean;
}

/** A one-time code that was asked for; the code itself is derived from a key and never stored. */
export interface Challenge {
  readonly id: string;
  readonly purpose: 'identity' | 'download';
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly tries: number;
  readonly used: boolean;
}

export interface Letter {
  readonly code: LetterCode;
  readonly attempt: number;
  readonly intendedAt: string;
  readonly sentAt: string | null;
}

export interface Delivery {
  readonly round: number;
  readonly at: string;
  readonly availableUntil: string;
}

export interface Grant {
  readonly id: string;
  readonly round: number;
  readonly issuedAt: string;
  readonly expiresAt: string;
}

/** Adds what the proof of identity brings. */
export interface Identified extends Opened {
  readonly identity: EventOf<'identity-proven'>;
}

export interface Planned extends Identified {
  readonly plan: readonly PlannedSystem[];
}

export interface PlannedSystem {
  readonly id: string;
  readonly mode: 'automatic' | 'manual';
}

/** What one search of one system came to. */
export interface SystemReply {
  readonly wave: number;
  readonly round: number;
  readonly at: string;
  readonly result: SystemResult;
  readonly records: number;
  readonly files: number;
  readonly possible: number;
  readonly reason?: string;
  readonly ground?: string;
  /** The page of findings, of wave 0, that holds what staff wrote down. */
  readonly page?: number;
}

export interface SearchedSystem extends PlannedSystem {
  readonly startedAt: string | null;
  readonly replies: readonly SystemReply[];
  /** How often staff had it tried again. */
  readonly retries: number;
  /** The round in which everything it had answered was delivered. */
  readonly deliveredIn: number | null;
}

export interface LearnedIdentifier {
  readonly identifier: IdentifierRef;
  readonly system: string;
  readonly decision: { readonly accepted: false } | { readonly accepted: true; readonly wave: number } | null;
}

/** The common part of everything from the approved search on. */
export interface Working extends Planned {
  readonly round: number;
  readonly systems: readonly SearchedSystem[];
  readonly learned: readonly LearnedIdentifier[];
  /** The latest wave that any system was asked in. */
  readonly wave: number;
}

/** What staff see, release and what is then assembled: answers that arrive later wait for the next round. */
export interface Screened extends Working {
  readonly snapshot: Pick<Working, 'systems' | 'wave'> & { readonly cutOff: boolean };
}

export interface Absent {
  readonly status: 'absent';
}
/** A member of staff must look at the request first. The clock runs all the same. */
export interface Held extends Opened {
  readonly status: 'held';
}
export interface Identifying extends Opened {
  readonly status: 'identifying';
}
export interface Planning extends Identified {
  readonly status: 'planning';
}
export interface ApprovingSearch extends Planned {
  readonly status: 'approving-search';
}
/** Systems are searched, learned identifiers decided, answers awaited. */
export interface Gathering extends Working {
  readonly status: 'gathering';
  readonly cutOff: boolean;
}
export interface Reviewing extends Screened {
  readonly status: 'reviewing';
  readonly screened: EventOf<'screened'>;
  readonly approvals: readonly Actor[];
}
export interface Released extends Screened {
  readonly status: 'released';
  readonly approvals: readonly Actor[];
}
export interface Assembling extends Screened {
  readonly status: 'assembling';
  readonly startedAt: string;
}
export interface Assembled extends Screened {
  readonly status: 'assembled';
  readonly assembled: EventOf<'assembled'>;
}
/** Everything that there is has been delivered. */
export interface Delivered extends Working {
  readonly status: 'delivered';
}
export interface Refused extends Opened {
  readonly status: 'refused';
}
export interface Closed extends Opened {
  readonly status: 'closed';
  readonly closedAt: string;
  /** What the systems came to, for the record. */
  readonly systems: readonly SearchedSystem[];
}

export type CaseState =
  | Absent
  | Held
  | Identifying
  | Planning
  | ApprovingSearch
  | Gathering
  | Reviewing
  | Released
  | Assembling
  | Assembled
  | Delivered
  | Refused
  | Closed;
export type OpenedCase = Exclude<CaseState, Absent>;
export type Status = OpenedCase['status'];

export const absent: Absent = { status: 'absent' };

/** The state as a working one, or `undefined` before the search was approved and after the end. */
export function asWorking(state: CaseState): (Working & { readonly status: Status }) | undefined {
  switch (state.status) {
    case 'gathering':
    case 'reviewing':
    case 'released':
    case 'assembling':
    case 'assembled':
    case 'delivered':
      return state;
    case 'absent':
    case 'held':
    case 'identifying':
    case 'planning':
    case 'approving-search':
    case 'refused':
    case 'closed':
      return undefined;
  }
}

/** Whether nothing more will be done in this case. */
export function hasEnded(state: CaseState): boolean {
  return state.status === 'refused' || state.status === 'closed';
}
