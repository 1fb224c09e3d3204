import type { Asked, MethodGivenBy } from '#domain/identity-methods/methods.ts';
import type * as z from 'zod';
import type { WishType } from '#api/subject-wish.ts';
import type { statusSchema } from '#api/subject.ts';
import type { Ending, Matter } from '#domain/case/vocabulary.ts';
import type { Language } from '#domain/language.ts';
import type { Right } from '#domain/rights.ts';

/** The input of every page. */
export interface PageFrame {
  readonly language: Language;
  readonly organisation: string;
  /** Path of this page, for the link to the other language. */
  readonly path: string;
}

/** Fields of the request form that are typed in. */
export const textFields = ['email', 'phone', 'customerNumber', 'personnummer', 'message'] as const;
export type TextFieldName = (typeof textFields)[number];
export type FieldName = TextFieldName | 'controller' | 'rights';

export interface ControllerChoice {
  readonly id: string;
  readonly name: string;
  /** The address to write to instead of using the form. */
  readonly email: string;
}

/** The contents of the form: empty, or as the person sent it. */
export interface RequestForm {
  /** The idempotency key: a form that is sent twice is one request. */
  readonly key: string;
  readonly controller: string;
  readonly rights: readonly Right[];
  readonly typed: Readonly<Record<TextFieldName, string>>;
}

export interface RequestView {
  readonly controllers: readonly ControllerChoice[];
  /** Whether the form has a field for a personnummer: only if it is useful. */
  readonly asksPersonnummer: boolean;
  readonly form: RequestForm;
  /** Fields to correct. */
  readonly wrong: readonly FieldName[];
  /** The same form was sent before with other contents. */
  readonly sentBefore: boolean;
}

export type CaseStatus = z.infer<typeof statusSchema>['status'];

/** The latest code for a purpose. Times are ISO 8601. */
export type CodeState =
  | { readonly kind: 'none' }
  /** In our mail. The visitor may be a stranger, and is not told whether and when a code was sent. */
  | { readonly kind: 'in-mail' }
  | {
      readonly kind: 'open';
      /** When it was sent; `undefined` before that. */
      readonly sentAt: string | undefined;
      /** The service for mail or SMS did not accept it; it is tried again. */
      readonly failed: boolean;
      readonly validUntil: string;
      /** Masked; if it was sent by SMS. */
      readonly number?: string;
      readonly byPost?: true;
    }
  | { readonly kind: 'over'; readonly why: 'expired' | 'used' | 'too-many-tries' };

/** Codes for one purpose. */
export interface Codes {
  readonly latest: CodeState;
  /** From when (ISO 8601) another can be requested; `undefined` if it can now. */
  readonly moreFrom: string | undefined;
  /** Masked; if the next one is sent by SMS without a choice. */
  readonly number?: string;
}

/** Why an attempt with a code failed. */
export type CodeTrouble =
  | { readonly code: 'code-wrong'; readonly triesLeft: number }
  /** `from`: ISO 8601, when another code can be requested. */
  | { readonly code: 'too-many-codes'; readonly from: string; readonly timeZone: string }
  | {
      readonly code:
        | 'code-missing'
        | 'code-malformed'
        | 'no-code'
        | 'code-expired'
        | 'code-used'
        | 'too-many-tries'
        /** Too many were entered with the requester's key: the link in a letter allows more. */
        | 'use-the-link'
        /** It can be done only on the page that the link in our mail opens. */
        | 'use-the-mail'
        | 'not-available'
        | 'contact-not-confirmed'
        | 'sign-in-first'
        | 'not-now';
    };

/** A method of proving identity. */
export type MethodView =
  | { readonly kind: Exclude<Asked, 'sms-code' | MethodGivenBy<'sign-in'>> }
  /** `number` is masked. */
  | { readonly kind: 'sms-code'; readonly number: string }
  /** `id` is the last part of the address at which it begins. */
  | { readonly kind: MethodGivenBy<'sign-in'>; readonly id: string; readonly name: string | undefined };

export type OfferReason = 'first' | 'asked' | 'waiting' | 'enough' | 'not-needed' | 'over';

/** Why a wish failed: the field to correct, or the reason. */
export type WishProblem =
  | 'text'
  | 'email'
  | 'old'
  | 'confirm'
  | 'stronger-proof'
  | 'mailed-link'
  | 'too-many'
  | 'not-now';

/** A failed wish, with the typed text. */
export interface WishTrouble {
  readonly type: WishType;
  readonly problem: WishProblem;
  /** The question that was answered, if any. */
  readonly asking: string;
  readonly typed: { readonly text: string; readonly email: string; readonly old?: OldContact };
}
export type OldContact = 'in-use' | 'lost' | 'shared' | 'unsafe';

export interface CaseView {
  readonly reference: string;
  readonly status: CaseStatus;
  /** Name of the controller that was asked, and its address. */
  readonly controller: string;
  readonly email: string;
  /** The rights; a complaint or a claim has none. */
  readonly matter: Matter;
  readonly rights: readonly Right[];
  /** Rights that were asked for in the same request and became cases of their own. */
  readonly parts: readonly {
    readonly reference: string;
    readonly matter: Matter;
    readonly rights: readonly Right[];
    readonly status: CaseStatus;
    /** Local dates, `YYYY-MM-DD`. */
    readonly received: string;
    readonly due: string;
    readonly extended: boolean;
    /** The key to the page of that case. */
    readonly accessToken: string;
  }[];
  /** The case with which this one came. */
  readonly partOf: string | undefined;
  /** IANA name of the time zone of times and dates. */
  readonly timeZone: string;
  /** Local dates, `YYYY-MM-DD`. */
  readonly received: string;
  readonly due: string;
  readonly extended: boolean;
  /** Whole days to the due date, or `undefined` if nothing is owed any more. */
  readonly daysLeft: number | undefined;
  /** Whether the next step is automatic: then the page may reload itself. */
  readonly machineWorks: boolean;
  readonly identity: Codes;
  readonly download: Codes;
  /** The proof that the person is asked for now, and why. */
  readonly offer: { readonly why: OfferReason; readonly methods: readonly MethodView[] };
  /** The methods that suffice to write to a new address while the old contact cannot be told. */
  readonly strongMethods: readonly MethodView[];
  /** Questions of staff; `key` names the form. */
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
  /** Whether the visitor has only the requester's key, and may be a stranger. */
  readonly needsMailedLink: boolean;
  /** Other wishes that are possible now; `key` names the form. */
  readonly wishes: readonly { readonly type: WishType; readonly key: string }[];
  /** From when a changed address takes effect, until then. */
  readonly contactFrom: string | undefined;
  /** From when letters go by post, until then. */
  readonly postFrom: string | undefined;
  /** One of the two will follow, and its day is not known yet. */
  readonly contactWaits: boolean;
  /** No answer can be fetched until the present contact address is confirmed. */
  readonly mustConfirm: boolean;
  /** The contact address that a code confirms, if any: a new one, or the present one. */
  readonly confirm:
    | ({
        /** Whether a code can be requested and entered; else the person signs in first. */
        readonly mayEnter: boolean;
        readonly codes: Codes;
        /** Ways of signing in again. */
        readonly methods: readonly MethodView[];
      } & (
        | { readonly which: 'new' }
        /** The address is masked; a new one is not shown at all. */
        | { readonly which: 'present'; readonly address: string }
      ))
    | undefined;
  /** Answers that can be fetched, latest first, with local dates. */
  readonly answers: readonly { readonly round: number; readonly delivered: string; readonly until: string }[];
  /** Titles of the systems whose results are still to come. */
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
  /** Stands in every answer. */
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
