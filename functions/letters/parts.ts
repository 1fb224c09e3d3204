import type { RefusalGround } from '#domain/case/vocabulary.ts';
import type { Asked, MethodGivenBy } from '#domain/identity-methods/methods.ts';

/** A calendar date, `YYYY-MM-DD`. Letters write the month in words. */
export type LetterDate = string;

/** A list that the type checker knows is not empty. Letters use it where the law requires at least one item. */
export type AtLeastOne<T> = readonly [T, ...T[]];

/** Returns the list with its stricter type, or `undefined` if the list is empty. */
export function atLeastOne<T>(items: readonly T[]): AtLeastOne<T> | undefined {
  const [first, ...others] = items;
  return first === undefined ? undefined : [first, ...others];
}

/** An amount in hundredths of its currency (ISO 4217): 12050 means 120.50. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/**
 * The ground of a refusal. The ground `other-law` also names the law, such as "lagen (2018:558) om företagshemligheter
 * 2 §".
 */
export type Ground =
  | { readonly code: Exclude<RefusalGround, 'other-law'> }
  | { readonly code: 'other-law'; readonly law: string };

/** Something that we refuse (Art. 12(4)): a set of data, or another thing that the person requested. */
export interface RefusedItem {
  /**
   * A description that does not reveal the data, such as "Anteckningar i kundregistret" (notes in the customer
   * register).
   */
  readonly what: string;
  readonly ground: Ground;
  /** The facts that make the ground apply. */
  readonly reason: string;
  /** The last day on which the refusal applies. Absent: the refusal has no end. */
  readonly until?: LetterDate;
}

/**
 * A system of whose result the answer contains nothing, or only a part. `under-review`: staff have not decided on all
 * of it yet. `given-up`: the search failed, and we do not repeat it.
 */
export interface MissingSystem {
  readonly title: string;
  readonly outcome: 'failed' | 'pending' | 'under-review' | 'stronger-proof' | 'given-up';
}

/** When staff asked the person a question, and whether the question suspends the period for the answer. */
export interface AskedTime {
  readonly askedDate: LetterDate;
  /** Whether the period is suspended until the person replies. */
  readonly suspends: boolean;
  /** The last day for the answer, if no suspension is counted. */
  readonly unsuspendedDue: LetterDate;
}

/** The last day for the answer, with and without suspensions. */
export interface LastDay {
  /**
   * The last day with suspensions. `null` while we wait for a reply, because the end of that suspension is not known.
   */
  readonly due: LetterDate | null;
  /** The last day, if no suspension is counted. */
  readonly unsuspendedDue: LetterDate;
}

/**
 * The recipients of data that were corrected, erased or restricted (Art. 19): those whom we have told of it, and those
 * whom we have not.
 */
export interface Notified {
  readonly told: readonly string[];
  /** The recipients whom we could not tell, or only with disproportionate effort. */
  readonly notTold: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * Tells a recipient or a processor which record a letter is about: by a number, or by a page behind a sign-in. Other
 * people may read a mail, so the letter names neither the person nor an address nor a personnummer.
 */
export type RecordPointer =
  | {
      readonly kind: 'customer-number' | 'contract-number' | 'order-number' | 'record-number';
      readonly value: string;
    }
  | { readonly kind: 'secure-page'; readonly address: string };

/** What the person can give us to prove their identity, or their right to request somebody else's data. */
export type ProofMethod =
  | { readonly method: Exclude<Asked, MethodGivenBy<'sign-in'>> }
  /** `name` is the common name of the sign-in, such as "BankID". */
  | { readonly method: MethodGivenBy<'sign-in'>; readonly name: string }
  /** The number of an order or an invoice. Staff ask former customers for it, whose records may be found by it. */
  | { readonly method: 'order-details' }
  /** A power of attorney, or a decision on guardianship or custody. */
  | { readonly method: 'mandate' };
