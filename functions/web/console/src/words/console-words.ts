import type { Role } from '#commands/role.ts';
import type { IdentifierKind } from '#domain/identifiers/identifier.ts';
import type { MailMark } from '#domain/mail/marks.ts';
import type { Language } from '#domain/language.ts';
import type { Right } from '#domain/rights.ts';
import type { TroubleCode } from '../api/problem.ts';
import type { Channel, EventType, HoldReason, Status, WaitingFor } from '../logic/known.ts';
import type { countsOf, ListName } from '../logic/queue.ts';
import type { System } from '../logic/task.ts';
import type { FormWords } from './en/forms.ts';
import type { LawWords } from './en/law.ts';
import type { PageWords } from './en/pages.ts';
import type { ReviewWords } from './en/review.ts';
import type { TermWords } from './en/terms.ts';

export type Outcome = System['outcome'];

/**
 * All texts of the console in one language. The functions take dates that are already formatted, such as `21 Dec 2026`.
 * No text contains markup.
 */
export interface ConsoleWords {
  readonly languageName: string;
  readonly frame: {
    readonly product: string;
    readonly skip: string;
    readonly language: string;
    readonly queue: string;
    readonly signOut: string;
    readonly signedInAs: (name: string) => string;
    readonly noSuchPage: string;
    readonly backToQueue: string;
    readonly loading: string;
    readonly broken: string;
    readonly brokenText: string;
    readonly reloadPage: string;
    readonly cancel: string;
    /** Says in which time zone (IANA name) the times on the page are. */
    readonly zone: (zone: string) => string;
  };
  readonly signIn: {
    readonly title: string;
    readonly text: string;
    readonly submit: string;
    readonly failed: string;
    readonly unreachable: string;
    readonly ended: string;
    readonly endedText: string;
    readonly noRole: string;
    readonly notConfigured: string;
  };
  readonly roles: Readonly<Record<Role, string>>;
  readonly queue: {
    readonly title: string;
    /** `more`: whether there are cases that are not loaded yet. */
    readonly lead: (counts: ReturnType<typeof countsOf> & { readonly more: boolean }) => string;
    readonly showMore: string;
    /** Shown beside the button that loads more: how many cases are loaded. */
    readonly loaded: (lines: number) => string;
    readonly list: string;
    readonly lists: Readonly<Record<ListName, string>>;
    readonly reference: string;
    readonly find: string;
    /** Shown in place of the last day, if the case has ended. */
    readonly noDate: string;
    readonly refresh: string;
    readonly refreshed: (time: string) => string;
    readonly controller: string;
    readonly status: string;
    readonly all: string;
    readonly empty: string;
    readonly emptyText: string;
    readonly noMatch: string;
    readonly columns: {
      readonly due: string;
      readonly case: string;
      readonly status: string;
      readonly waitsFor: string;
      readonly received: string;
    };
    readonly open: (reference: string) => string;
    readonly failed: (systems: string) => string;
    readonly pending: (systems: string) => string;
    readonly extended: string;
  };
  readonly daysLeft: (days: number) => string;
  readonly statuses: Readonly<Record<Status, string>>;
  /** What a case waits for, as part of a sentence. */
  readonly waiting: Readonly<Record<WaitingFor, string>>;
  readonly ended: string;
  readonly holds: Readonly<Record<HoldReason, string>>;
  readonly rights: Readonly<Record<Right, string>>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly languages: Readonly<Record<Language, string>>;
  readonly identifiers: Readonly<Record<IdentifierKind, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  /** The text for the outcome of a system if every record that was found may be somebody else's. */
  readonly uncertain: string;
  /** The texts for why a search failed, by the code of the failure (`timeout`, for example). */
  readonly failures: Readonly<Record<string, string>>;
  readonly events: Readonly<Record<string, string>>;
  readonly actors: {
    readonly subject: string;
    readonly workflow: string;
    readonly clock: string;
    readonly staff: (id: string) => string;
    readonly you: string;
  };
  readonly case: {
    readonly title: (reference: string) => string;
    readonly due: string;
    readonly received: string;
    readonly controller: string;
    readonly rights: string;
    readonly channel: string;
    readonly language: string;
    readonly round: string;
    readonly contact: string;
    readonly contactErased: string;
    readonly claimed: string;
    /** The button that shows a masked value in full. */
    readonly reveal: {
      readonly show: string;
      readonly hide: string;
      /** What the button shows, for users of screen readers. It follows the label of the button. */
      readonly of: (what: string, masked: string) => string;
      readonly logged: string;
      readonly name: string;
      readonly address: string;
    };
    readonly message: string;
    readonly noMessage: string;
    /** Warnings about a mail, shown above the mail. */
    readonly marks: Readonly<Record<MailMark, string>>;
    readonly hold: string;
    readonly waits: string;
    readonly nothingForYou: string;
    readonly machineWorks: string;
    readonly personWorks: string;
    readonly proofWorks: string;
    readonly isOver: string;
    readonly systemsPending: string;
    readonly systems: string;
    readonly noSystems: string;
    readonly columns: {
      readonly system: string;
      readonly outcome: string;
      readonly records: string;
      readonly files: string;
      readonly possible: string;
      readonly disputed: string;
      readonly asOf: string;
      readonly delivered: string;
    };
    readonly modes: Readonly<Record<System['mode'], string>>;
    readonly deliveredIn: (round: number) => string;
    readonly reason: string;
    readonly ground: string;
    readonly identifiersTitle: (count: number) => string;
    readonly decisions: { readonly open: string; readonly accepted: string; readonly rejected: string };
    readonly timeline: string;
    readonly technical: string;
    readonly letters: string;
    readonly noLetters: string;
    readonly sent: (time: string) => string;
    readonly beingSent: string;
    readonly notSent: (triedAt: string) => string;
    readonly answers: string;
    readonly noAnswers: string;
    readonly answer: (round: number, delivered: string, until: string) => string;
    readonly size: (files: number, bytes: number) => string;
    readonly codeAsked: (time: string) => string;
    readonly fetched: (time: string) => string;
    readonly notFetched: string;
    readonly notes: string;
    readonly noNotes: string;
    readonly by: (who: string) => string;
    readonly log: string;
    readonly views: string;
    readonly viewsText: string;
    readonly logText: string;
    readonly reload: string;
    readonly reloaded: string;
  };
  /**
   * Why the user cannot do a task. `rules` has other texts for rules whose usual text would explain too little here.
   */
  readonly blocks: { readonly role: (role: Role) => string; readonly rules: Readonly<Record<string, string>> };
  /** The names of fields in error messages. */
  readonly fields: Readonly<Record<string, string>>;
  readonly terms: TermWords;
  readonly forms: FormWords;
  readonly law: LawWords;
  readonly pages: PageWords;
  readonly review: ReviewWords;
  readonly trouble: {
    readonly title: string;
    /** Shown if the console cannot know whether the API received the command. */
    readonly uncertain: string;
    readonly notLoaded: string;
    readonly reloadCase: string;
    readonly tryAgain: string;
    readonly fields: (fields: string) => string;
    readonly codes: Readonly<Record<TroubleCode, string>>;
  };
}

/** The text for a code. A code without a text is returned unchanged. */
export function wordFor<K extends string>(words: Readonly<Record<K, string>>, code: string): string {
  return Object.entries<string>(words).find(([key]) => key === code)?.[1] ?? code;
}

/**
 * The text for the outcome of a system. If records were found that may be the person's, the text must not say that
 * nothing is held.
 */
export function outcomeInWords(
  words: ConsoleWords,
  { outcome, possible, disputed }: Pick<System, 'outcome' | 'possible' | 'disputed'>,
): string {
  return outcome === 'nothing-held' && possible + disputed > 0 ? words.uncertain : words.outcomes[outcome];
}

/**
 * The texts for the grounds on which data are withheld. `grounds` is a list such as `others-rights, abuse`. A ground
 * that is not a code, such as the name of a law, is returned unchanged.
 */
export function groundsInWords(words: ConsoleWords, grounds: string): string {
  return grounds
    .split(', ')
    .map((one) => wordFor(words.terms.grounds, one))
    .join(', ');
}

/**
 * The text for the actor of an event in the timeline. `by` is the actor, such as `staff:ID` or `workflow`; `memberId`
 * is the id of the user.
 */
export function actorWords(words: ConsoleWords, by: string, memberId: string): string {
  const staff = by.startsWith('staff:') ? by.slice('staff:'.length) : undefined;
  if (staff !== undefined) return staff === memberId ? words.actors.you : words.actors.staff(staff);
  const { subject, workflow, clock } = words.actors;
  return wordFor({ subject, workflow, clock }, by);
}

/** Events about technical steps. The timeline shows them only if the user asks for them. */
export const technicalEvents: ReadonlySet<string> = new Set<EventType>([
  'execution-started',
  'code-tried',
  'search-started',
  'result-sealed',
  'letter-intended',
  'assembly-started',
]);
