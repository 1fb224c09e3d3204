import type { RefusalGround } from '#domain/case/vocabulary.ts';
import type { Asked, MethodGivenBy } from '#domain/identity-methods/methods.ts';

/** A calendar date, `YYYY-MM-DD`; letters write it out in words. */
export type LetterDate = string;

/** A list with at least one item. A letter has such a list if the law demands at least one item. */
export type AtLeastOne<T> = readonly [T, ...T[]];

/** The list, or `undefined` if it is empty. */
export function atLeastOne<T>(items: readonly T[]): AtLeastOne<T> | undefined {
  const [first, ...others] = items;
  return first === undefined ? undefined : [first, ...others];
}

/** An amount in the smallest unit of its currency (ISO 4217, two decimals). The amount 12050 means 120.50. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** The ground of a refusal. `other-law` comes with the law: "lagen (2018:558) om företagshemligheter 2 §". */
export type Ground =
  | { readonly code: Exclude<RefusalGround, 'other-law'> }
  | { readonly code: 'other-law'; readonly law: string };

/** One set of data, or one thing that the person asked for, that is refused (Art. 12(4)). */
export interface RefusedItem {
  /** A description that does not disclose the data: "Anteckningar i kundregistret". */
  readonly what: string;
  readonly ground: Ground;
  /** Why the ground applies. */
  readonly reason: string;
  /** Last day on which the refusal applies. */
  readonly until?: LetterDate;
}

/**
 * A system whose result is not in the answer. `given-up`: the system could not be searched and is not searched again.
 */
export interface MissingSystem {
  readonly title: string;
  readonly outcome: 'failed' | 'pending' | 'stronger-proof' | 'given-up';
}

/** What a question to the person means for the period. */
export interface AskedTime {
  readonly askedDate: LetterDate;
  /** Whether the period is suspended until the person replies. */
  readonly suspends: boolean;
  /** The last day for the answer without suspensions. */
  readonly unsuspendedDue: LetterDate;
}

/** The last day for an answer. */
export interface LastDay {
  /** The last day, if every suspension is counted; `null` while a suspension is open. */
  readonly due: LetterDate | null;
  /** The last day, if no suspension is counted. */
  readonly unsuspendedDue: LetterDate;
}

/** Who has been told of a rectification, an erasure or a restriction (Art. 19). */
export interface Notified {
  readonly told: readonly string[];
  /** Recipients who were not told, because that was impossible or a disproportionate effort. */
  readonly notTold: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * How a recipient or a processor finds the record: by their own number, by a shared number, or on a page behind a
 * sign-in. A letter goes by mail, so it never names the person, an address or a personnummer for this.
 */
export type RecordPointer =
  | {
      readonly kind: 'customer-number' | 'contract-number' | 'order-number' | 'record-number';
      readonly value: string;
    }
  | { readonly kind: 'secure-page'; readonly address: string };

/** A method to prove one's identity, or one's right to ask for somebody else. */
export type ProofMethod =
  | { readonly method: Exclude<Asked, MethodGivenBy<'sign-in'>> }
  /** `name` is what people call the sign-in, such as "BankID". */
  | { readonly method: MethodGivenBy<'sign-in'>; readonly name: string }
  /** Details of an order or an invoice, asked of former customers (practice 5). */
  | { readonly method: 'order-details' }
  /** A power of attorney, or a decision on guardianship or custody. */
  | { readonly method: 'mandate' };
