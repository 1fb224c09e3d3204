import type { AskReason, Method } from '#domain/case/vocabulary.ts';
import type { AskedTime, AtLeastOne, LastDay, LetterDate } from './parts.ts';

/** A way for the person to prove who asks, or that they may ask for somebody else. */
export type ProofMethod =
  | { readonly method: Exclude<Method, 'e-id' | 'override'> }
  /** `name` is what the person knows it as: "BankID". */
  | { readonly method: 'e-id'; readonly name: string }
  /** Details of an order or an invoice, for former customers (practice 5). */
  | { readonly method: 'order-details' }
  /** A power of attorney, or a decision on guardianship or custody. */
  | { readonly method: 'mandate' };

/** Letters about who asks. */
export type IdentityContent =
  /** More is needed to know who asks (Art. 12(6)). */
  | {
      readonly kind: 'identity-request';
      readonly why: Exclude<AskReason, 'large-amount' | 'request-not-understood'>;
      /** What gives reason to doubt in this case, if more is to be said than `why` says. */
      readonly explanation: string;
      readonly methods: AtLeastOne<ProofMethod>;
      /** How many days after the end of the case what is given for the check is erased (Art. 13(2)(a)). */
      readonly keptDays: number;
      readonly time: AskedTime;
      readonly statusLink: string;
    }
  /** We cannot tell which data are the person's (Art. 11(2)). */
  | {
      readonly kind: 'cannot-identify';
      readonly lastDay: LastDay;
      readonly why: 'not-tied-to-anybody' | 'not-tied-to-what-was-given';
      readonly explanation: string;
      /** Data with which we could find them: "ordernummer", "tid och plats för inspelningen". */
      readonly wouldHelp: AtLeastOne<string>;
    }
  /** A one-time code. By post it holds for days. */
  | ({
      readonly kind: 'one-time-code';
      readonly purpose: 'identity' | 'download';
      readonly oneTimeCode: string;
      readonly statusLink: string;
    } & (
      | { readonly sentTo: 'email' | 'phone'; readonly minutes: number }
      | { readonly sentTo: 'post'; readonly lastDay: LetterDate }
    ))
  /** A code to an address that nobody has proven yet: it holds no way into the case. */
  | {
      readonly kind: 'one-time-code';
      readonly purpose: 'contact';
      readonly oneTimeCode: string;
      readonly sentTo: 'email';
      readonly minutes: number;
    }
  /** It has not been proven who asks (Art. 12(6), 12(4)). */
  | {
      readonly kind: 'identity-not-proven';
      readonly why: 'no-proof-came' | 'proof-does-not-match';
      readonly askedDate: LetterDate;
      readonly alternatives: AtLeastOne<ProofMethod>;
      readonly statusLink: string;
    }
  /** The request concerns somebody who has died (recital 27). */
  | {
      readonly kind: 'deceased';
      /** What the contract gives the estate instead, and how: whole sentences. */
      readonly estateRoute: string;
      readonly estateContact: string;
    }
  /**
   * Where we write to was changed; goes to the old contact point. Holds neither the new one nor a way into the case.
   */
  | { readonly kind: 'contact-changed'; readonly changedDate: LetterDate }
  /** From now on we write here; goes to the new contact point. Links that were mailed before open nothing any more. */
  | { readonly kind: 'new-link'; readonly statusLink: string }
  /** A mail asked for a change in the case and nobody vouches for its sender: the person can make it on the page. */
  | { readonly kind: 'confirm-on-page'; readonly statusLink: string };
