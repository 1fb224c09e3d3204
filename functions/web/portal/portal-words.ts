import type { Right } from '#domain/rights.ts';
import type { WishType } from '#api/subject-wish.ts';
import type {
  CaseStatus,
  CodeTrouble,
  FieldName,
  OldContact,
  TextFieldName,
  TroubleName,
  WishProblem,
} from './view.ts';

/**
 * All texts of the portal in one language, without markup. A parameter with a date gets the date as it is shown (`21
 * december 2026`), not as ISO 8601.
 */
export interface PortalWords {
  readonly languageName: string;
  readonly frame: {
    readonly skip: string;
    readonly languages: string;
    readonly home: string;
    readonly about: string;
    readonly errorInTitle: string;
    readonly thereIsAProblem: string;
    readonly optional: string;
  };
  readonly rights: Readonly<Record<Right, { readonly name: string; readonly explanation: string }>>;
  readonly request: {
    readonly title: string;
    readonly description: string;
    readonly lead: (organisation: string) => string;
    readonly promises: readonly { readonly title: string; readonly text: string }[];
    readonly otherWays: string;
    readonly stepsTitle: string;
    readonly steps: readonly string[];
    readonly controller: string;
    readonly controllerHint: string;
    readonly rights: string;
    readonly rightsHint: string;
    readonly contact: string;
    readonly contactHint: string;
    readonly labels: Readonly<Record<TextFieldName, string>>;
    readonly hints: Readonly<Record<TextFieldName, string>>;
    readonly message: string;
    readonly errors: Readonly<Record<FieldName, string>>;
    readonly sentBefore: string;
    readonly submit: string;
    readonly afterSubmit: string;
  };
  readonly case: {
    readonly title: string;
    readonly description: string;
    readonly reference: string;
    readonly asked: string;
    readonly concerns: string;
    readonly parts: {
      readonly title: string;
      readonly text: string;
      readonly dates: (received: string, due: string) => string;
      readonly partOf: string;
    };
    readonly matters: { readonly complaint: string; readonly claim: string };
    readonly received: string;
    readonly due: string;
    readonly extended: string;
    readonly daysLeft: (days: number) => string;
    readonly status: Readonly<Record<CaseStatus, { readonly name: string; readonly text: string }>>;
    readonly progress: string;
    readonly steps: readonly string[];
    readonly done: string;
    readonly now: string;
    /** Where a code was sent: the present contact address, a new one, or a telephone number (masked). */
    readonly codeTo: { readonly own: string; readonly new: string; readonly number: (number: string) => string };
    readonly codeSent: (to: string, sentAt: string, validUntil: string) => string;
    readonly codeToBeSent: (to: string) => string;
    readonly codeNotSent: (to: string) => string;
    readonly codeByPost: string;
    /** For a visitor who may be a stranger: the text does not say whether or when a code was sent. */
    readonly codeInMail: string;
    readonly noCodeYet: string;
    readonly codeOver: Readonly<Record<'expired' | 'used' | 'too-many-tries', string>>;
    readonly codeLabel: string;
    readonly codeHint: Readonly<Record<CodeCarrier, string>>;
    /** `from` is the time from which another code can be requested. */
    readonly noMoreCodes: (from: string) => string;
    readonly identity: {
      readonly title: string;
      readonly text: Readonly<Record<CodeCarrier, string>>;
      readonly submit: string;
    };
    /** The heading above the methods of proof other than a code. */
    readonly otherMethods: string;
    readonly stronger: {
      readonly title: Readonly<Record<'waiting' | 'asked' | 'first', string>>;
      readonly text: Readonly<Record<'waiting' | 'asked' | 'first', readonly string[]>>;
      readonly noMethod: string;
    };
    readonly confirm: {
      readonly title: Readonly<Record<'new' | 'present', string>>;
      /**
       * `new` does not contain the new address, because somebody else who can read the old mailbox can open this page.
       */
      readonly text: { readonly new: string; readonly present: (masked: string) => string };
      readonly signIn: string;
      /** The page adds the controller's mail address after this text. */
      readonly noMethod: string;
      readonly submit: string;
      readonly wrong: string;
    };
    readonly nothingMore: { readonly enough: string; readonly stop: string; readonly notYet: string };
    readonly questions: {
      readonly title: string;
      readonly why: Readonly<Record<'identity' | 'clarification', string>>;
      readonly label: string;
      readonly submit: string;
      readonly everything: string;
    };
    readonly wishes: {
      readonly title: string;
      readonly summaries: Readonly<Record<'change-contact' | 'withdraw' | 'complain' | 'object-to-record', string>>;
      readonly contactFrom: (date: string) => string;
      readonly postFrom: (date: string) => string;
      readonly contactWaits: string;
      readonly contact: {
        readonly text: string;
        /** Replaces the form if the visitor has only the access token that the request form returned. */
        readonly withLink: string;
        readonly again: string;
        readonly stronger: string;
        readonly email: string;
        readonly old: string;
        readonly olds: Readonly<Record<OldContact, string>>;
        readonly submit: string;
      };
      readonly withdraw: { readonly text: string; readonly confirm: string; readonly submit: string };
      readonly complain: {
        readonly text: string;
        readonly label: string;
        readonly damages: string;
        readonly submit: string;
      };
      readonly record: { readonly text: string; readonly label: string; readonly submit: string };
      readonly undo: { readonly title: string; readonly text: (until: string) => string; readonly submit: string };
      readonly goOn: { readonly title: string; readonly text: string; readonly label: string; readonly submit: string };
      readonly errors: Readonly<Record<WishProblem, string>>;
      readonly done: Readonly<Record<WishType, string>>;
    };
    readonly back: string;
    readonly newCode: string;
    readonly newCodeHint: Readonly<Record<CodeCarrier, string>>;
    /** The labels of the two buttons, if the person can choose between mail and SMS. `number` is masked. */
    readonly newCodeBy: { readonly mail: string; readonly sms: (number: string) => string };
    readonly answers: {
      readonly title: string;
      readonly text: (number: string | undefined) => string;
      readonly confirmFirst: string;
      readonly sendCode: string;
    };
    readonly download: (round: number) => string;
    readonly answer: (round: number) => string;
    readonly availableUntil: (delivered: string, until: string) => string;
    readonly addressLives: string;
    readonly pendingTitle: string;
    readonly pendingText: string;
    readonly trouble: (trouble: Exclude<CodeTrouble, { readonly code: 'too-many-codes' }>) => string;
    readonly reload: string;
    readonly followOn: string;
    readonly followOff: string;
    readonly closePage: string;
  };
  /** The page of an attached request after its case has ended (`attached-page.ts`). */
  readonly attachedEnded: {
    readonly text: string;
    readonly again: string;
    /** The page adds the controller's mail address after this text. */
    readonly questions: string;
  };
  /** The page after too many requests from one network. */
  readonly tooMany: {
    readonly title: string;
    readonly text: (when: string) => string;
    /** The page adds the controller's mail address after this text. */
    readonly instead: string;
  };
  /** The page after too many requests for one contact address on one day. */
  readonly enoughKept: {
    readonly title: string;
    readonly text: string;
    /** The page adds the controller's mail address after this text. */
    readonly instead: string;
  };
  readonly information: {
    readonly title: string;
    readonly description: string;
    readonly lead: string;
    readonly how: { readonly title: string; readonly paragraphs: readonly string[] };
    readonly identity: { readonly title: string; readonly paragraphs: readonly string[] };
    readonly rights: { readonly title: string };
    readonly kept: { readonly title: string; readonly text: (material: number, profile: number) => readonly string[] };
    readonly complaint: { readonly title: string; readonly text: string; readonly court: string };
    readonly contact: { readonly title: string; readonly officer: string; readonly number: string };
    readonly ask: string;
  };
  readonly trouble: Readonly<Record<TroubleName, TroubleWords>>;
}

/** How a code is sent. */
export type CodeCarrier = 'mail' | 'sms' | 'post';

/** The texts of a page that says what went wrong and what the person can do. */
export interface TroubleWords {
  readonly title: string;
  readonly text: string;
}
