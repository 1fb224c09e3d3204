import type { RefusalGround } from '#domain/case/vocabulary.ts';
import type { Asked, MethodGivenBy } from '#domain/identity-methods/methods.ts';

/** A calendar date, `YYYY-MM-DD`; letters write it out in words. */
export type LetterDate = string;

/** A list that cannot be empty: the law demands at least one. */
export type AtLeastOne<T> = readonly [T, ...T[]];

/** The list, if it is not empty. */
export function atLeastOne<T>(items: readonly T[]): AtLeastOne<T> | undefined {
  const [first, ...others] = items;
  return first === undefined ? undefined : [first, ...others];
}

/** An amount in the smallest unit of its currency (ISO 4217, two decimals): 12 050 is 120.50. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** A ground for a refusal; `other-law` names its law, "lagen (2018:558) om företagshemligheter 2 §". */
export type Ground =
  | { readonly code: Exclude<RefusalGround, 'other-law'> }
  | { readonly code: 'other-law'; readonly law: string };

/** One set of data, or one thing asked for, that is refused (Art. 12(4)). */
export interface RefusedItem {
  /** A description without the data themselves: "Anteckningar i kundregistret". */
  readonly what: string;
  readonly ground: Ground;
  /** Why the ground applies. */
  readonly reason: string;
  /** Last day of a hold. */
  readonly until?: LetterDate;
}

/**
 * A system whose result is still to come, or will not come: `given-up` could not be searched and is not searched again.
 */
export interface MissingSystem {
  readonly title: string;
  readonly outcome: 'failed' | 'pending' | 'stronger-proof' | 'given-up';
}

/** What a question means for the period. */
export interface AskedTime {
  readonly askedDate: LetterDate;
  /** Whether the period is suspended until the person replies. */
  readonly suspends: boolean;
  /** The last day for the answer without suspensions. */
  readonly unsuspendedDue: LetterDate;
}

/** The last day for an answer. */
export interface LastDay {
  /** With every suspension; `null` while one is open. */
  readonly due: LetterDate | null;
  /** Without suspensions. */
  readonly unsuspendedDue: LetterDate;
}

/** Who has been told of a rectification, an erasure or a restriction (Art. 19). */
export interface Notified {
  readonly told: readonly string[];
  /** Recipients who could not be told, or only with disproportionate effort. */
  readonly notTold: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * How a recipient or a processor finds the record: by their own or a shared number, or on a page behind a sign-in.
 * Never by a name, an address or a personnummer, because the letter goes by mail.
 */
export type RecordPointer =
  | {
      readonly kind: 'customer-number' | 'contract-number' | 'order-number' | 'record-number';
      readonly value: string;
    }
  | { readonly kind: 'secure-page'; readonly address: string };

/** A method to prove identity, or the right to ask for somebody else. */
export type ProofMethod =
  | { readonly method: Exclude<Asked, MethodGivenBy<'sign-in'>> }
  /** `name` is the name that people know: "BankID". */
  | { readonly method: MethodGivenBy<'sign-in'>; readonly name: string }
  /** Details of an order or an invoice, for former customers (practice 5). */
  | { readonly method: 'order-details' }
  /** A power of attorney, or a decision on guardianship or custody. */
  | { readonly method: 'mandate' };
