import type * as z from 'zod';
import type { statusSchema } from '#api/subject.ts';
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
  | { readonly kind: 'open'; readonly sentAt: string; readonly validUntil: string }
  | { readonly kind: 'over'; readonly why: 'expired' | 'used' | 'too-many-tries' };

/** Codes for one purpose. */
export interface Codes {
  readonly latest: CodeState;
  /** Whether another one may be sent now. */
  readonly more: boolean;
}

/** Why an attempt with a code came to nothing. */
export type CodeTrouble =
  | { readonly code: 'code-wrong'; readonly triesLeft: number }
  | {
      readonly code:
        | 'code-missing'
        | 'code-malformed'
        | 'no-code'
        | 'code-expired'
        | 'code-used'
        | 'too-many-tries'
        | 'too-many-codes'
        | 'not-available'
        | 'not-now';
    };

export interface CaseView {
  readonly reference: string;
  readonly status: CaseStatus;
  /** Name of the controller that was asked. */
  readonly controller: string;
  readonly rights: readonly Right[];
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

export type TroubleName = 'not-found' | 'no-page' | 'malformed' | 'too-large' | 'elsewhere' | 'busy' | 'broken';
