import type { Command } from '#domain/case/command.ts';
import type { Refusal } from '#domain/case/decision.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { ContactRef, Matter } from '#domain/case/vocabulary.ts';
import type { Contact } from '#domain/contact.ts';
import type { Localised } from '#domain/language.ts';
import type { Right } from '#domain/rights.ts';
import type { Incomplete } from './incomplete.ts';

/** What a command takes of the world to become one of the domain: words to keep, another case to look at. */
export interface Means {
  readonly state: OpenedCase;
  /** ISO 8601. */
  readonly now: string;
  /** Opaque id of whoever gives the command. */
  readonly member: string;
  /** Unique to this command. */
  readonly commandId: string;
  /** Keeps what people wrote on the subject profile, and gives its id for the log. */
  keep(words: unknown): Promise<string>;
  /** Keeps a contact point, and gives its reference for the log. */
  keepContact(contact: Contact): Promise<ContactRef>;
  /** An address that we can send mail to; `undefined` for what is none. */
  emailOf(text: string): Contact | undefined;
  /** Whether an address is one of our own, and not where the case is written to already. */
  wouldReachUs(contact: Contact): boolean;

  /** The day of a receipt (an ISO 8601 instant) by the calendar of the case, and what is counted from it. */
  datesFrom(
    receivedAt: string,
  ): Pick<Extract<Command, { readonly type: 'correct-receipt' }>, 'receivedLocalDate' | 'due' | 'extendedDue'>;

  /** Whether the organisation lists its people. */
  readonly listsPeople: boolean;
  isKnownStaff(member: string): Promise<boolean>;
  /** Whether the case concerns them, or somebody whose manager they are. */
  isKeptOut(member: string): boolean;
  /** Whether whoever gives the command may search a system by hand (practice 1). */
  maySearch(system: string): Promise<boolean>;

  /** Another case, and whether it is written to at the same place as this one; `undefined` where there is none. */
  otherCase(reference: string): Promise<{ readonly state: OpenedCase; readonly sameContact: boolean } | undefined>;
  /** The reference of the case that a part goes on as. */
  referenceOfPart(matter: Matter, rights: readonly Right[]): Promise<string>;
  /** Whether the person has been answered in another case. */
  wasAnsweredBefore(): Promise<boolean>;

  /** Ids of the ways to prove who asks that a question may name. */
  methodsToAsk(): Promise<readonly string[]>;
  /** Hashes of the personnummer that one person can have beside this one; `undefined` before the search. */
  personnummerBeside(identifier: string): readonly string[] | undefined;
  /** What a kind of record of a system is called, the system first; `undefined` where there is no such kind. */
  titleOfKind(system: string, resource: string): Promise<Localised | undefined>;
  /** Keeps what was copied out by hand, and gives the page that holds it. */
  keepEntries(system: string, entries: readonly { readonly heading: string; readonly text: string }[]): Promise<number>;
}

/** A code that is compared with the one that was sent, and proves who asks where it is right. */
export interface CodeToTry {
  readonly type: 'try-code';
  readonly code: string;
}

/** What a command of staff comes to: one of the domain, or why it cannot be. */
export type Wanted = Command | CodeToTry | Incomplete | Refusal;
