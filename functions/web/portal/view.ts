import type { Asked, MethodGivenBy } from '#domain/identity-methods/methods.ts';
import type * as z from 'zod';
import type { WishType } from '#api/subject-wish.ts';
import type { statusSchema } from '#api/subject.ts';
import type { Ending, Matter } from '#domain/case/vocabulary.ts';
import type { Language } from '#domain/language.ts';
import type { Right } from '#domain/rights.ts';

/** What every page is told. */
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
  /** Where one may write instead of using the form. */
  readonly email: string;
}

/** What stands in the form: empty, or what the person sent. */
export interface RequestForm {
  /** Names the submission: sent twice it is one request. */
  readonly key: string;
  readonly controller: string;
  readonly rights: readonly Right[];
  readonly typed: Readonly<Record<TextFieldName, string>>;
}

export interface RequestView {
  readonly controllers: readonly ControllerChoice[];
  /** Whether the form has a field for a personnummer: only where it can be of use. */
  readonly asksPersonnummer: boolean;
  readonly form: RequestForm;
  /** Fields that need to be corrected. */
  readonly wrong: readonly FieldName[];
  /** The same form was sent before with other details. */
  readonly sentBefore: boolean;
}

export type CaseStatus = z.infer<typeof statusSchema>['status'];

/** How the latest code for a purpose stands. Times are ISO 8601. */
export type CodeState =
  | { readonly kind: 'none' }
  /** In our mail; whoever looks may be a stranger, and is not told whether and when one was sent. */
  | { readonly kind: 'in-mail' }
  | {
      readonly kind: 'open';
      /** When it was sent; `undefined` before that. */
      readonly sentAt: string | undefined;
      /** The service for mail or SMS did not take it; it is tried again. */
      readonly failed: boolean;
      readonly validUntil: string;
      /** Masked; where it went by SMS. */
      readonly number?: string;
      readonly byPost?: true;
    }
  | { readonly kind: 'over'; readonly why: 'expired' | 'used' | 'too-many-tries' };

/** Codes for one purpose. */
export interface Codes {
  readonly latest: CodeState;
  /** From when (ISO 8601) another one may be asked for; `undefined` where it may now. */
  readonly moreFrom: string | undefined;
  /** Masked; where the next one goes by SMS without being asked for that way. */
  readonly number?: string;
}

/** Why an attempt with a code came to nothing. */
export type CodeTrouble =
  | { readonly code: 'code-wrong'; readonly triesLeft: number }
  /** `from`: ISO 8601, when another code may be asked for. */
  | { readonly code: 'too-many-codes'; readonly from: string; readonly timeZone: string }
  | {
      readonly code:
        | 'code-missing'
        | 'code-malformed'
        | 'no-code'
        | 'code-expired'
        | 'code-used'
        | 'too-many-tries'
        /** Too many were typed with the key of whoever made the request: the one in a letter takes more. */
        | 'use-the-link'
        /** The page that the link in our mail leads to is where it is done. */
        | 'use-the-mail'
        | 'not-available'
        | 'contact-not-confirmed'
        | 'sign-in-first'
        | 'not-now';
    };

/** A way to prove who asks. */
export type MethodView =
  | { readonly kind: Exclude<Asked, 'sms-code' | MethodGivenBy<'sign-in'>> }
  /** `number` is masked. */
  | { readonly kind: 'sms-code'; readonly number: string }
  /** `id` is the last part of the address where it begins. */
  | { readonly kind: MethodGivenBy<'sign-in'>; readonly id: string; readonly name: string | undefined };

export type OfferReason = 'first' | 'asked' | 'waiting' | 'enough' | 'not-needed' | 'over';

/** Why a wish came to nothing: the field that has to be corrected, or what stands in its way. */
export type WishProblem =
  | 'text'
  | 'email'
  | 'old'
  | 'confirm'
  | 'stronger-proof'
  | 'mailed-link'
  | 'too-many'
  | 'not-now';

/** A wish that came to nothing, with what was typed. */
export interface WishTrouble {
  readonly type: WishType;
  readonly problem: WishProblem;
  /** The question that was answered, if it was one. */
  readonly asking: string;
  readonly typed: { readonly text: string; readonly email: string; readonly old?: OldContact };
}
export type OldContact = 'in-use' | 'lost' | 'shared' | 'unsafe';

export interface CaseView {
  readonly reference: string;
  readonly status: CaseStatus;
  /** Name of the controller that was asked, and where one writes to it. */
  readonly controller: string;
  readonly email: string;
  /** What is asked for; a complaint or a claim has no rights. */
  readonly matter: Matter;
  readonly rights: readonly Right[];
  /** What was asked for with this and goes on as cases of their own. */
  readonly parts: readonly {
    readonly reference: string;
    readonly matter: Matter;
    readonly rights: readonly Right[];
    readonly status: CaseStatus;
    /** Local dates, `YYYY-MM-DD`. */
    readonly received: string;
    readonly due: string;
    readonly extended: boolean;
    /** Opens the page of that case. */
    readonly accessToken: string;
  }[];
  /** The case that this one came in with. */
  readonly partOf: string | undefined;
  /** IANA name; times and dates are shown in it. */
  readonly timeZone: string;
  /** Local dates, `YYYY-MM-DD`. */
  readonly received: string;
  readonly due: string;
  readonly extended: boolean;
  /** Whole days to the due date, or `undefined` when nothing is owed any more. */
  readonly daysLeft: number | undefined;
  /** Whether the next thing to happen is a machine's: then the page may load itself again. */
  readonly machineWorks: boolean;
  readonly identity: Codes;
  readonly download: Codes;
  /** What may be asked of the person now, and why. */
  readonly offer: { readonly why: OfferReason; readonly methods: readonly MethodView[] };
  /** What proves enough to write to a new address while the old one cannot be told. */
  readonly strongMethods: readonly MethodView[];
  /** What staff have asked; `key` names the form. */
  readonly questions: readonly {
    readonly asking: string;
    readonly about: 'identity' | 'clarification';
    readonly text: string;
    readonly key: string;
  }[];
  /** How a closed case ended. */
  readonly ending: Ending | undefined;
  /** Last day on which a withdrawal can be taken back. */
  readonly undoUntil: string | null;
  /** Whether whoever looks has only the key of the request, and may be a stranger. */
  readonly needsMailedLink: boolean;
  /** What else can be asked of the case now; `key` names the form. */
  readonly wishes: readonly { readonly type: WishType; readonly key: string }[];
  /** From when a changed address is written to, while that lies ahead. */
  readonly contactFrom: string | undefined;
  /** From when letters go by post, while that lies ahead. */
  readonly postFrom: string | undefined;
  /** One of the two is to come, and no day is known for it yet. */
  readonly contactWaits: boolean;
  /** No answer can be fetched before the present contact address is confirmed. */
  readonly mustConfirm: boolean;
  /** The contact address that a code is to confirm, if one is: a new one, or the present one. */
  readonly confirm:
    | ({
        /** Whether a code can be asked for and entered; else the person signs in first. */
        readonly mayEnter: boolean;
        readonly codes: Codes;
        /** Ways of signing in again. */
        readonly methods: readonly MethodView[];
      } & (
        | { readonly which: 'new' }
        /** The address comes masked; of a new one nothing is shown. */
        | { readonly which: 'present'; readonly address: string }
      ))
    | undefined;
  /** Answers that can be fetched, latest first, with local dates. */
  readonly answers: readonly { readonly round: number; readonly delivered: string; readonly until: string }[];
  /** Titles of the systems whose answers are still to come. */
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
