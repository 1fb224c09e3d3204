import type { Right } from '../rights.ts';
import type { EventOf, RefusedItem, TwoPersonDecision } from './events.ts';
import type { RefusalRule, RefusalValues } from './refusals/rules.ts';
import type { HeldResource, PlannedSystem } from './state.ts';
import type {
  Actor,
  Alert,
  Circumstance,
  ContactRef,
  Ending,
  HoldReason,
  IdentifierRef,
  Matter,
  Method,
  Purpose,
  RefusalGround,
  SystemResult,
  WaitingContact,
} from './vocabulary.ts';
import type { Letter } from './letters/letter.ts';

type Body<Type extends 'case-opened' | 'screened' | 'assembled'> = Omit<EventOf<Type>, 'type' | 'v' | 'at' | 'by'>;
type Facts = Omit<Body<'case-opened'>, 'hold'>;

/** Who asks, and where we write to (Art. 12(6)). `text` is always the id of a text on the subject profile. */
export type IdentityCommand =
  /** `number`: the stated number that the code goes to by SMS; where another code goes follows from what is proven. */
  | { readonly type: 'issue-code'; readonly purpose: 'identity'; readonly number?: ContactRef }
  | { readonly type: 'issue-code'; readonly purpose: Exclude<Purpose, 'identity'> }
  | { readonly type: 'count-try'; readonly purpose: Purpose }
  | { readonly type: 'prove-identity'; readonly challenge: string }
  | {
      readonly type: 'prove-with';
      readonly method: Extract<Method, 'login' | 'e-id' | 'document-check'>;
      readonly identifier: ContactRef;
      /** For a document: what was shown and where. */
      readonly text?: string;
    }
  | { readonly type: 'override-proof'; readonly text: string }
  | {
      readonly type: 'record-mandate';
      readonly kind: EventOf<'mandate-recorded'>['kind'];
      readonly accepted: boolean;
      readonly answerTo: 'person' | 'representative';
    }
  | {
      readonly type: 'change-contact';
      readonly to: ContactRef;
      readonly oldIsLost: boolean;
      /** Why the old contact point is not told, where staff say so. */
      readonly why?: 'lost' | 'shared' | 'unsafe';
      /** Two people have agreed to it already, in the case that this one was split from. */
      readonly agreed?: true;
      /** The code that was mailed there has been entered already, in the case that this one was split from. */
      readonly codeEntered?: true;
    }
  | {
      readonly type: 'enter-contact-code';
      readonly challenge: string;
      /** The browser that entered it has just signed in as the person of the case. */
      readonly signedIn: boolean;
    }
  /** For staff; the text says how the person was asked. */
  | { readonly type: 'confirm-contact'; readonly text: string; readonly agreed?: true }
  | {
      readonly type: 'move-to-post';
      readonly to: ContactRef;
      readonly reason: EventOf<'moved-to-post'>['reason'];
      readonly registered: boolean;
      /** Two people have agreed to it already, in the case that this one was split from. */
      readonly agreed?: true;
    }
  | { readonly type: 'mark-circumstance'; readonly circumstance: Circumstance; readonly present: boolean }
  /** What is to be done about a circumstance that protects somebody, or that it does not apply; the text says why. */
  | {
      readonly type: 'decide-circumstance';
      readonly circumstance: Circumstance;
      readonly applies: boolean;
      readonly text: string;
      /** Said where it applies and a change of where is written to waits. */
      readonly contact?: WaitingContact;
    };

/** Where the data are. */
export type SearchCommand =
  | { readonly type: 'plan-search'; readonly systems: readonly PlannedSystem[] }
  | { readonly type: 'approve-search'; readonly systems?: readonly string[] }
  | { readonly type: 'start-search'; readonly system: string; readonly wave: number }
  | ({
      readonly type: 'answer-search';
      readonly system: string;
      readonly wave: number;
      readonly learned: readonly LearnedRef[];
    } & SystemCounts)
  | ({
      readonly type: 'record-manual-result';
      readonly system: string;
      /** The page of findings that holds what was found, where something was. */
      readonly page?: number;
      /** What only the handlers of the system may know of this answer, if anything (practice 1): always there. */
      readonly sealed: string;
    } & SystemCounts)
  | { readonly type: 'retry-system'; readonly system: string }
  | { readonly type: 'give-up-system'; readonly system: string; readonly text: string }
  | { readonly type: 'confirm-freeze'; readonly system: string }
  | {
      readonly type: 'decide-identifier';
      readonly identifier: string;
      readonly accept: boolean;
      /** Of a personnummer: hashes of those that the same person can have beside it; absent: none. */
      readonly besides?: readonly string[];
    }
  | { readonly type: 'reach-cut-off'; readonly round: number };

/** What goes out. */
export type AnswerCommand =
  | ({ readonly type: 'screen' } & Body<'screened'>)
  | { readonly type: 'release'; readonly round: number }
  | { readonly type: 'start-assembly'; readonly round: number }
  /** `attempt`: which package of the round it is. */
  | ({ readonly type: 'record-assembly'; readonly attempt: number } & Body<'assembled'>)
  | { readonly type: 'deliver'; readonly round: number; readonly days: number }
  | { readonly type: 'grant-download'; readonly challenge: string; readonly round: number }
  | { readonly type: 'intend-letter'; readonly letter: Letter }
  | { readonly type: 'record-letter'; readonly letter: Letter; readonly attempt: number }
  | { readonly type: 'record-failed-letter'; readonly letter: Letter; readonly attempt: number }
  | { readonly type: 'record-posted'; readonly letter: Letter };

/** The month, and what moves it. */
export type ClockCommand =
  | {
      readonly type: 'ask';
      readonly about: 'identity' | 'clarification';
      readonly why: EventOf<'asked'>['why'];
      readonly text: string;
      /** `YYYY-MM-DD`; the local date of receipt where the reason was there from the start. */
      readonly doubtSince: string;
      readonly suspend: boolean;
    }
  | { readonly type: 'answer-asking'; readonly asking: string; readonly everything: boolean }
  | ({ readonly type: 'correct-receipt'; readonly text: string } & Pick<
      EventOf<'receipt-corrected'>,
      'receivedAt' | 'receivedLocalDate' | 'due' | 'extendedDue'
    >)
  | { readonly type: 'extend'; readonly category: 'complexity' | 'number'; readonly text: string }
  | { readonly type: 'warn-deadline'; readonly daysLeft: number }
  | { readonly type: 'owe-status' }
  | { readonly type: 'alert'; readonly alert: Alert; readonly key: string };

/** What staff decide, each with its ground. */
export type DecisionCommand =
  | { readonly type: 'lift-hold' }
  | { readonly type: 'assign'; readonly to: string }
  | { readonly type: 'lock-out'; readonly staff: string }
  | { readonly type: 'let-in'; readonly staff: string; readonly text: string }
  | {
      readonly type: 'refuse';
      readonly scope: 'whole' | 'part';
      readonly ground: RefusalGround;
      readonly text: string;
      /** What the part is, where a package answers the request. */
      readonly items?: readonly RefusedItem[];
      /** The number in the case of the refusal that this one takes the place of. */
      readonly restates?: number;
      readonly evidence?: Extract<TwoPersonDecision, { readonly kind: 'refuse-whole' }>['evidence'];
    }
  | { readonly type: 'take-back-refusal'; readonly refusal: number }
  | ({
      readonly type: 'charge-fee';
      /** Whether the person has had an answer in an earlier case; told with `further-copy`. */
      readonly earlierAnswer?: boolean;
    } & Omit<Extract<TwoPersonDecision, { readonly kind: 'charge-fee' }>, 'kind'>)
  | { readonly type: 'answer-fee'; readonly fee: string; readonly answer: EventOf<'fee-answered'>['answer'] }
  | { readonly type: 'approve-proposal'; readonly proposal: string }
  | { readonly type: 'drop-proposal'; readonly proposal: string }
  | {
      readonly type: 'end';
      readonly ending: Exclude<Ending, 'answered' | 'joined'>;
      readonly text: string | null;
    }
  | {
      readonly type: 'join';
      readonly into: string;
      /** When the other request was received, ISO 8601: the later joins the earlier, so that no date moves back. */
      readonly intoReceivedAt: string;
    }
  | { readonly type: 'absorb'; readonly case: string }
  | { readonly type: 'reopen'; readonly text: string | null }
  | { readonly type: 'split'; readonly matter: Matter; readonly rights: readonly Right[]; readonly case: string }
  | { readonly type: 'redirect'; readonly text: string | null }
  | {
      readonly type: 'stop-processing';
      readonly right: Right;
      readonly text: string;
      /** Whether staff say where they have entered it; else it is noted, and still to be done. */
      readonly entered: boolean;
    }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'close' };

/** The case's own life (Art. 5(1)(e), 5(2), 33). */
export type CustodyCommand =
  | { readonly type: 'set-legal-hold'; readonly text: string }
  | { readonly type: 'lift-legal-hold' }
  | { readonly type: 'object-to-retention'; readonly text: string }
  | { readonly type: 'decide-retention-objection'; readonly upheld: boolean; readonly text: string }
  | {
      readonly type: 'record-breach';
      /** ISO 8601: the 72 hours run from awareness. */
      readonly awareAt: string;
      /** The answer that went to the wrong person, which is taken back. */
      readonly round: number | null;
      readonly text: string;
    }
  | {
      readonly type: 'update-breach';
      readonly breach: string;
      readonly step: EventOf<'breach-updated'>['step'];
      readonly text: string;
    }
  | { readonly type: 'purge-material' }
  /** A package that nobody is to have any more is gone from its bucket. */
  | { readonly type: 'record-erasure'; readonly round: number; readonly attempt: number };

export interface OpenCommand {
  readonly type: 'open';
  readonly facts: Facts;
  readonly hold: HoldReason | null;
}

/** What can be asked of a case. Who asks is told by `CommandEnvelope.by`; what may be asked by whom is the handlers' matter. */
export type Command =
  | OpenCommand
  | { readonly type: 'record-execution'; readonly n: number }
  | IdentityCommand
  | SearchCommand
  | AnswerCommand
  | ClockCommand
  | DecisionCommand
  | CustodyCommand;

/** An identifier that records of the person teach. */
export type LearnedRef = IdentifierRef & Pick<EventOf<'identifier-learned'>, 'weight' | 'disputed'>;

interface SystemCounts {
  readonly result: SystemResult;
  readonly records: number;
  readonly files: number;
  readonly possible: number;
  /** 0 unless it is given. */
  readonly disputed?: number;
  /** How much there is of each kind of record, where it was counted. */
  readonly resources?: readonly HeldResource[];
  /** For `failed`: a code of what was tried. */
  readonly reason?: string;
  /** For `withheld`: the legal ground. */
  readonly ground?: string;
}

/** A command with who gave it and its id; the same id again does nothing again. */
export interface CommandEnvelope {
  readonly commandId: string;
  readonly by: Actor;
  readonly command: Command;
}

/** Why a command was not carried out: a value, not an exception. */
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
  | 'in-progress';

export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly rule: RefusalRule;
  readonly values: RefusalValues;
  /** In English, with the rule and the date where there is one; never a personal value. */
  readonly message: string;
}
