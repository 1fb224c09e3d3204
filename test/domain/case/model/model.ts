import type { TwoPersonDecision } from '#domain/case/decisions/events.ts';
import type { EventOf } from '#domain/case/events.ts';
import type { Circumstance, Level } from '#domain/case/vocabulary.ts';

/** What must be true, kept beside the case, from the events alone. */
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
  /** Codes that went to the address of the population register. */
  readonly registered: Set<string>;
  readonly proofs: EventOf<'identity-proven'>[];
  /** Identifiers that a system taught and staff accepted. */
  readonly accepted: Set<string>;
  readonly sent: Map<string, string>;
  readonly usedCodes: Set<string>;
  readonly tries: Map<string, number>;
  readonly via: Map<string, string>;
  readonly issued: EventOf<'code-issued'>[];
  /** Where each code went. */
  readonly codeTo: Map<string, { readonly kind: string; readonly hash: string }>;
  /** Contact points that were proven, by hash. */
  readonly confirmed: Set<string>;
  /** Where a change goes that has not been shown by its code yet. */
  awaited: string | undefined;
  readonly plan: Map<string, EventOf<'search-planned'>['systems'][number]>;
  readonly circumstances: Set<Circumstance>;
  readonly everMarked: Set<Circumstance>;
  /** Circumstances that protect somebody and that nobody has decided on. */
  readonly undecided: Set<Circumstance>;
  /** Where was written to when something was last marked or decided on. */
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

/** How high a level is. */
export const height: Readonly<Record<Level, number>> = { 'contact-point': 0, account: 1, strong: 2 };

const clocks = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });
/** The date in Stockholm, by another way than the one that is tested. */
export const dateOf = (instant: string): string => clocks.format(new Date(instant));
