import type { TwoPersonDecision } from '#domain/case/decisions/events.ts';
import type { EventOf } from '#domain/case/events.ts';
import type { Circumstance, Level } from '#domain/case/vocabulary.ts';

/** What must be true of the case. It is kept separately from the case, and only from its events. */
export interface Model {
  opened: EventOf<'case-opened'> | undefined;
  latest: string;
  silent: boolean;
  level: number;
  due: string;
  extendedDue: string;
  receiptDue: string;
  extensions: number;
  noticeInTime: boolean;
  /** Codes that were sent to the address in the population register. */
  readonly registered: Set<string>;
  readonly proofs: EventOf<'identity-proven'>[];
  /** Identifiers that were learned from a system and accepted by staff. */
  readonly accepted: Set<string>;
  readonly sent: Map<string, string>;
  readonly usedCodes: Set<string>;
  readonly tries: Map<string, number>;
  readonly via: Map<string, string>;
  readonly issued: EventOf<'code-issued'>[];
  /** Where each code was sent. */
  readonly codeTo: Map<string, { readonly kind: string; readonly hash: string }>;
  /** Contact points that were proven, by hash. */
  readonly confirmed: Set<string>;
  /** The new contact point of a change whose code was not entered yet. */
  awaited: string | undefined;
  readonly plan: Map<string, EventOf<'search-planned'>['systems'][number]>;
  readonly circumstances: Set<Circumstance>;
  readonly everMarked: Set<Circumstance>;
  /** Undecided circumstances that protect somebody. */
  readonly undecided: Set<Circumstance>;
  /** Where letters were sent when something was last marked or decided. */
  writtenTo: string;
  readonly lockedOut: Set<string>;
  readonly proposals: Map<string, { readonly by: string; readonly decision: TwoPersonDecision }>;
  readonly approvals: Set<string>;
  readonly revoked: Set<number>;
  readonly resting: Map<string, 'identity' | 'clarification'>;
  undoUntil: string | null;
  legalHold: boolean;
  purged: boolean;
  statusBeforeEnd: string;
}

export function newModel(): Model {
  return {
    opened: undefined,
    latest: '',
    silent: false,
    level: -1,
    due: '',
    extendedDue: '',
    receiptDue: '',
    extensions: 0,
    noticeInTime: false,
    registered: new Set(),
    proofs: [],
    accepted: new Set(),
    sent: new Map(),
    usedCodes: new Set(),
    tries: new Map(),
    via: new Map(),
    issued: [],
    codeTo: new Map(),
    confirmed: new Set(),
    awaited: undefined,
    plan: new Map(),
    circumstances: new Set(),
    everMarked: new Set(),
    undecided: new Set(),
    writtenTo: '',
    lockedOut: new Set(),
    proposals: new Map(),
    approvals: new Set(),
    revoked: new Set(),
    resting: new Map(),
    undoUntil: null,
    legalHold: false,
    purged: false,
    statusBeforeEnd: '',
  };
}

/** The rank of a level. */
export const height: Readonly<Record<Level, number>> = { 'contact-point': 0, account: 1, strong: 2 };

const clocks = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });
/** The date in Stockholm, computed in another way than in the code under test. */
export const dateOf = (instant: string): string => clocks.format(new Date(instant));
