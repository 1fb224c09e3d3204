import type { Asked, MethodGivenBy } from '#domain/identity-methods/methods.ts';
import type * as z from 'zod';
import type { WishType } from '#api/subject-wish.ts';
import type { statusSchema } from '#api/subject.ts';
import type { Ending, Matter } from '#domain/case/vocabulary.ts';
import type { Language } from '#domain/language.ts';
import type { Right } from '#domain/rights.ts';

/** The data that every page of the portal needs. */
export interface PageFrame {
  readonly language: Language;
  readonly organisation: string;
  /** The path of this page, from which the link to the other language is made. */
  readonly path: string;
}

/**
 * The fields of the request form into which people type text. The form also has two choices: `controller` and `rights`.
 */
export const textFields = ['email', 'phone', 'customerNumber', 'personnummer', 'message'] as const;
export type TextFieldName = (typeof textFields)[number];
export type FieldName = TextFieldName | 'controller' | 'rights';

export interface ControllerChoice {
  readonly id: string;
  readonly name: string;
  /** The address to which people can mail a request instead of using the form. */
  readonly email: string;
}

/**
 * The values of the request form. In a new form only the right of access is chosen. After a failed attempt the form has
 * the values that the person sent.
 */
export interface RequestForm {
  /** The idempotency key: if the browser sends the same form twice, only one request is stored. */
  readonly key: string;
  readonly controller: string;
  readonly rights: readonly Right[];
  readonly typed: Readonly<Record<TextFieldName, string>>;
}

export interface RequestView {
  readonly controllers: readonly ControllerChoice[];
  /** Whether the form has a field for a personnummer. */
  readonly asksPersonnummer: boolean;
  readonly form: RequestForm;
  /** The fields that the person must correct. */
  readonly wrong: readonly FieldName[];
  /** Whether this form was not stored, because a form with the same key and other values was sent before. */
  readonly sentBefore: boolean;
}

export type CaseStatus = z.infer<typeof statusSchema>['status'];

/** The state of the latest code for one purpose: identity, download or a contact address. Times are ISO 8601. */
export type CodeState =
  | { readonly kind: 'none' }
  /**
   * The visitor may be a stranger, so the page does not tell whether a code was sent. The page only says: if a code was
   * sent, it is in the mail from us.
   */
  | { readonly kind: 'in-mail' }
  | {
      readonly kind: 'open';
      /** When the code was sent. `undefined` if it has not been sent yet. */
      readonly sentAt: string | undefined;
      /** Whether the mail or SMS service rejected the code. The code will be sent again. */
      readonly failed: boolean;
      readonly validUntil: string;
      /** The masked telephone number. Absent if the code was not sent by SMS. */
      readonly number?: string;
      readonly byPost?: true;
    }
  | { readonly kind: 'over'; readonly why: 'expired' | 'used' | 'too-many-tries' };

/** The latest code for one purpose, and whether the person can request another. */
export interface Codes {
  readonly latest: CodeState;
  /** The time (ISO 8601) from which the person can request another code. `undefined` if they can do so now. */
  readonly moreFrom: string | undefined;
  /**
   * The masked telephone number, if the next code goes by SMS. Absent if it goes by mail, or if the person can choose.
   */
  readonly number?: string;
}

/** Why a code could not be entered or requested. */
export type CodeTrouble =
  | { readonly code: 'code-wrong'; readonly triesLeft: number }
  /** `from` is the time (ISO 8601) from which another code can be requested. */
  | { readonly code: 'too-many-codes'; readonly from: string; readonly timeZone: string }
  | {
      readonly code:
        | 'code-missing'
        | 'code-malformed'
        | 'no-code'
        | 'code-expired'
        | 'code-used'
        | 'too-many-tries'
        /**
         * The visitor came from the request form, not from a letter, and has entered too many wrong codes. The link in
         * a letter allows more attempts.
         */
        | 'use-the-link'
        /** The visitor must open the page with the link in a letter from us. */
        | 'use-the-mail'
        | 'not-available'
        | 'contact-not-confirmed'
        | 'sign-in-first'
        | 'not-now';
    };

/** A method with which the person can prove their identity. */
export type MethodView =
  | { readonly kind: Exclude<Asked, 'sms-code' | MethodGivenBy<'sign-in'>> }
  /** `number` is the masked telephone number. */
  | { readonly kind: 'sms-code'; readonly number: string }
  /**
   * The sign-in starts at the path of the case + `/sign-in/` + `id`. `name` is the name that people know, such as
   * `BankID`.
   */
  | { readonly kind: MethodGivenBy<'sign-in'>; readonly id: string; readonly name: string | undefined };

export type OfferReason = 'first' | 'asked' | 'waiting' | 'enough' | 'not-needed' | 'over';

/** Why a wish was not carried out. `text`, `email`, `old` and `confirm` name the input that the person must correct. */
export type WishProblem =
  | 'text'
  | 'email'
  | 'old'
  | 'confirm'
  | 'stronger-proof'
  | 'mailed-link'
  | 'too-many'
  | 'not-now';

/** A wish that was not carried out, with the text that the person typed. */
export interface WishTrouble {
  readonly type: WishType;
  readonly problem: WishProblem;
  /** The id of the question that the person answered; empty if the wish is not an answer to a question. */
  readonly asking: string;
  readonly typed: { readonly text: string; readonly email: string; readonly old?: OldContact };
}
export type OldContact = 'in-use' | 'lost' | 'shared' | 'unsafe';

export interface CaseView {
  readonly reference: string;
  readonly status: CaseStatus;
  /** The name of the controller. */
  readonly controller: string;
  readonly email: string;
  /** What the person sent: a request, a complaint or a claim. Only a request has `rights`. */
  readonly matter: Matter;
  readonly rights: readonly Right[];
  /** The cases that were split off from this request. */
  readonly parts: readonly {
    readonly reference: string;
    readonly matter: Matter;
    readonly rights: readonly Right[];
    readonly status: CaseStatus;
    /** A local date, `YYYY-MM-DD`. `due` has the same form. */
    readonly received: string;
    readonly due: string;
    readonly extended: boolean;
    /** The token in the link to the page of that case. */
    readonly accessToken: string;
  }[];
  /** The reference of the original case, if this case was split off. */
  readonly partOf: string | undefined;
  /** The time zone (IANA name) in which the page shows dates and times. */
  readonly timeZone: string;
  /** A local date, `YYYY-MM-DD`. `due` has the same form. */
  readonly received: string;
  readonly due: string;
  readonly extended: boolean;
  /** The number of whole days until the last day for the answer. `undefined` if no answer has to be sent any more. */
  readonly daysLeft: number | undefined;
  /** Whether the workflow takes the next step without a person. The page then offers to reload itself. */
  readonly machineWorks: boolean;
  readonly identity: Codes;
  readonly download: Codes;
  /**
   * The methods of proof that the person can use now. `why` says why a proof is requested, or why not
   * (`casework/identity/identity-offer.ts` explains the values).
   */
  readonly offer: { readonly why: OfferReason; readonly methods: readonly MethodView[] };
  /**
   * The methods that give a strong proof, such as an e-ID. The person needs a strong proof to change the contact
   * address if we cannot send a warning to the old address.
   */
  readonly strongMethods: readonly MethodView[];
  /**
   * The questions of staff that the person has not answered yet. `asking` is the id of the question, and `key` is the
   * idempotency key of the form for the answer.
   */
  readonly questions: readonly {
    readonly asking: string;
    readonly about: 'identity' | 'clarification';
    readonly text: string;
    readonly key: string;
  }[];
  /** How the case ended. `undefined` while it is open. */
  readonly ending: Ending | undefined;
  /** The last day on which the person can cancel a withdrawal; `null` if there is no withdrawal to cancel. */
  readonly undoUntil: string | null;
  /** Whether the visitor came from the request form and not from a letter, and so may be a stranger. */
  readonly needsMailedLink: boolean;
  /** The wishes that the person can make now. `key` is the idempotency key of the form for the wish. */
  readonly wishes: readonly { readonly type: WishType; readonly key: string }[];
  /**
   * The local date from which letters go to a new contact address. `undefined` if no such change waits, or if its day
   * is not known yet.
   */
  readonly contactFrom: string | undefined;
  /**
   * The local date from which letters go by post. `undefined` if no such change waits, or if its day is not known yet.
   */
  readonly postFrom: string | undefined;
  /**
   * Whether one of these two changes waits and has no day yet, because staff must first decide on a circumstance (such
   * as a shared mailbox).
   */
  readonly contactWaits: boolean;
  /** Whether the person must confirm the contact address before they can download an answer. */
  readonly mustConfirm: boolean;
  /** The contact address that the person must confirm with a code. `undefined` if there is none. */
  readonly confirm:
    | ({
        /** Whether the person can request and enter a code now. If `false`, the person must sign in first. */
        readonly mayEnter: boolean;
        readonly codes: Codes;
        /** The methods with which the person can sign in. */
        readonly methods: readonly MethodView[];
      } & (
        | { readonly which: 'new' }
        /** `address` is masked. A new address is not shown at all, because somebody else may read the old mailbox. */
        | { readonly which: 'present'; readonly address: string }
      ))
    | undefined;
  /**
   * The answers that the person can download, the latest first. `delivered` and `until` are local dates, `YYYY-MM-DD`.
   */
  readonly answers: readonly { readonly round: number; readonly delivered: string; readonly until: string }[];
  /** The titles of the systems whose results are in no answer yet. */
  readonly pending: readonly string[];
}

export interface InformationView {
  readonly controllers: readonly {
    readonly name: string;
    readonly organisationNumber: string;
    readonly address: readonly string[];
    readonly email: string;
    readonly officer: string | undefined;
    readonly authority: { readonly name: string; readonly website: string; readonly email: string };
  }[];
  /** The sentence about withheld data that every answer contains, whether data were withheld or not. */
  readonly standingSentence: string;
  readonly materialDays: number;
  readonly profileDays: number;
}

export type TroubleName =
  | 'not-found'
  | 'no-page'
  | 'form-address'
  | 'malformed'
  | 'too-large'
  | 'elsewhere'
  | 'busy'
  | 'broken'
  | 'sign-in-unknown'
  | 'sign-in-expired'
  | 'sign-in-cancelled'
  | 'sign-in-no-match'
  | 'sign-in-not-now'
  | 'sign-in-failed'
  | 'sign-in-unavailable';
