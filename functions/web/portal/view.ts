import type { Asked, MethodGivenBy } from '#domain/identity-methods/methods.ts';
import type * as z from 'zod';
import type { WishType } from '#api/subject-wish.ts';
import type { statusSchema } from '#api/subject.ts';
import type { Ending, Matter } from '#domain/case/vocabulary.ts';
import type { Language } from '#domain/language.ts';
import type { Right } from '#domain/rights.ts';

/** What every page of the portal needs. */
export interface PageFrame {
  readonly language: Language;
  readonly organisation: string;
  /** Path of this page, for the link to the same page in the other language. */
  readonly path: string;
}

/** The text inputs of the request form. */
export const textFields = ['email', 'phone', 'customerNumber', 'personnummer', 'message'] as const;
export type TextFieldName = (typeof textFields)[number];
export type FieldName = TextFieldName | 'controller' | 'rights';

export interface ControllerChoice {
  readonly id: string;
  readonly name: string;
  /** The address to which a request can be mailed instead of using the form. */
  readonly email: string;
}

/** The values in the request form: empty at first, then as the person sent them. */
export interface RequestForm {
  /** The idempotency key of the form. A form that is sent twice makes one request. */
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
  /** Whether the form was sent before with the same key and other values. */
  readonly sentBefore: boolean;
}

export type CaseStatus = z.infer<typeof statusSchema>['status'];

/** The state of the latest code for one purpose. Times are ISO 8601. */
export type CodeState =
  | { readonly kind: 'none' }
  /**
   * If there is a code, it is in our mail. The visitor may be a stranger, so the page does not say whether or when a
   * code was sent.
   */
  | { readonly kind: 'in-mail' }
  | {
      readonly kind: 'open';
      /** When the code was sent; `undefined` if it has not been sent yet. */
      readonly sentAt: string | undefined;
      /** Whether the service for mail or SMS did not accept the code. Sending is tried again. */
      readonly failed: boolean;
      readonly validUntil: string;
      /** The masked telephone number, if the code was sent by SMS. */
      readonly number?: string;
      readonly byPost?: true;
    }
  | { readonly kind: 'over'; readonly why: 'expired' | 'used' | 'too-many-tries' };

/** The codes for one purpose. */
export interface Codes {
  readonly latest: CodeState;
  /** From when (ISO 8601) another code can be requested; `undefined` if one can be requested now. */
  readonly moreFrom: string | undefined;
  /** The masked telephone number, if the next code is sent by SMS and the person has no choice. */
  readonly number?: string;
}

/** Why an attempt to enter or request a code failed. */
export type CodeTrouble =
  | { readonly code: 'code-wrong'; readonly triesLeft: number }
  /** `from`: when another code can be requested (ISO 8601). */
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
         * Too many codes were entered with the access token of the request form. The link in a letter allows more
         * attempts.
         */
        | 'use-the-link'
        /** The action is possible only on the page that the link in our mail opens. */
        | 'use-the-mail'
        | 'not-available'
        | 'contact-not-confirmed'
        | 'sign-in-first'
        | 'not-now';
    };

/** A method by which the person can prove their identity. */
export type MethodView =
  | { readonly kind: Exclude<Asked, 'sms-code' | MethodGivenBy<'sign-in'>> }
  /** `number` is masked. */
  | { readonly kind: 'sms-code'; readonly number: string }
  /** `id` is the last part of the path at which the sign-in begins. */
  | { readonly kind: MethodGivenBy<'sign-in'>; readonly id: string; readonly name: string | undefined };

export type OfferReason = 'first' | 'asked' | 'waiting' | 'enough' | 'not-needed' | 'over';

/** Why a wish failed: the field that is wrong, or another reason. */
export type WishProblem =
  | 'text'
  | 'email'
  | 'old'
  | 'confirm'
  | 'stronger-proof'
  | 'mailed-link'
  | 'too-many'
  | 'not-now';

/** A wish that failed, with the text that the person typed. */
export interface WishTrouble {
  readonly type: WishType;
  readonly problem: WishProblem;
  /** The id of the question that the wish answers; empty for other wishes. */
  readonly asking: string;
  readonly typed: { readonly text: string; readonly email: string; readonly old?: OldContact };
}
export type OldContact = 'in-use' | 'lost' | 'shared' | 'unsafe';

export interface CaseView {
  readonly reference: string;
  readonly status: CaseStatus;
  /** The name of the controller. `email` is the controller's address. */
  readonly controller: string;
  readonly email: string;
  /** What the case is about. A complaint or a claim has no rights. */
  readonly matter: Matter;
  readonly rights: readonly Right[];
  /** The cases that were split off from this request, each for other rights or matters. */
  readonly parts: readonly {
    readonly reference: string;
    readonly matter: Matter;
    readonly rights: readonly Right[];
    readonly status: CaseStatus;
    /** Local dates, `YYYY-MM-DD`. */
    readonly received: string;
    readonly due: string;
    readonly extended: boolean;
    /** The token for the link to the page of that case. */
    readonly accessToken: string;
  }[];
  /** The reference of the case from which this case was split off. */
  readonly partOf: string | undefined;
  /** The time zone of the times and dates on the page (IANA name). */
  readonly timeZone: string;
  /** Local dates, `YYYY-MM-DD`. */
  readonly received: string;
  readonly due: string;
  readonly extended: boolean;
  /** Whole days until the last day for the answer; `undefined` if no answer is owed any more. */
  readonly daysLeft: number | undefined;
  /** Whether the next step is automatic. If so, the page can offer to reload itself. */
  readonly machineWorks: boolean;
  readonly identity: Codes;
  readonly download: Codes;
  /** The methods of proof that the page offers now, and why. */
  readonly offer: { readonly why: OfferReason; readonly methods: readonly MethodView[] };
  /**
   * The methods of a strong proof. The person needs one to change the address if the old contact point cannot be told
   * of the change.
   */
  readonly strongMethods: readonly MethodView[];
  /** The questions that staff asked. `key` is the idempotency key of the form for the answer. */
  readonly questions: readonly {
    readonly asking: string;
    readonly about: 'identity' | 'clarification';
    readonly text: string;
    readonly key: string;
  }[];
  /** How a closed case ended. */
  readonly ending: Ending | undefined;
  /** Last day on which a withdrawal can be cancelled. */
  readonly undoUntil: string | null;
  /** Whether the visitor has only the access token of the request form, so that they may be a stranger. */
  readonly needsMailedLink: boolean;
  /** Other wishes that are possible now. `key` is the idempotency key of the form. */
  readonly wishes: readonly { readonly type: WishType; readonly key: string }[];
  /** The day on which a changed address takes effect, as long as that day has not come. */
  readonly contactFrom: string | undefined;
  /** The day from which letters go by post, as long as that day has not come. */
  readonly postFrom: string | undefined;
  /** Whether a change of address, or the change to letters by post, waits, and its day is not known yet. */
  readonly contactWaits: boolean;
  /** Whether the present contact address must be confirmed before an answer can be fetched. */
  readonly mustConfirm: boolean;
  /**
   * The contact address that must be confirmed by a code: a new one, or the present one. `undefined` if none must be
   * confirmed.
   */
  readonly confirm:
    | ({
        /** Whether the person can request and enter a code. If not, the person must sign in first. */
        readonly mayEnter: boolean;
        readonly codes: Codes;
        /** The methods with which the person can sign in again. */
        readonly methods: readonly MethodView[];
      } & (
        | { readonly which: 'new' }
        /** `address` is masked. A new address is not shown at all. */
        | { readonly which: 'present'; readonly address: string }
      ))
    | undefined;
  /** Answers that can be fetched, the latest first. Dates are local, `YYYY-MM-DD`. */
  readonly answers: readonly { readonly round: number; readonly delivered: string; readonly until: string }[];
  /** Titles of the systems whose results are not in an answer yet. */
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
  /** The sentence on withheld data that every answer has. */
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
