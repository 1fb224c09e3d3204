import type { Reviewed } from '#domain/case/answer/commands.ts';
import type { Command } from '#domain/case/command.ts';
import type { RefusedCommand } from '#domain/case/decision.ts';
import type { WithdrawnIdentifier } from '#domain/case/search/withdrawn.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { ContactRef, Matter } from '#domain/case/vocabulary.ts';
import type { Contact } from '#domain/contact.ts';
import type { HandEntry } from '#domain/findings/manual.ts';
import type { Localised } from '#domain/language.ts';
import type { Right } from '#domain/rights.ts';
import type { Incomplete } from './incomplete.ts';

/** The functions with which `ask` of a command reads and stores data. `casework/staff` provides them. */
export interface Means {
  readonly state: OpenedCase;
  /** The current time, ISO 8601. */
  readonly now: string;
  /** The opaque id of the member of staff who gives the command. */
  readonly member: string;
  /** The id of this command, which is unique. */
  readonly commandId: string;
  /** Stores a text in the subject profile. Returns the id with which events refer to the text. */
  keep(words: unknown): Promise<string>;
  /** Stores a contact point in the subject profile. Returns the reference with which events refer to it. */
  keepContact(contact: Contact): Promise<ContactRef>;
  /** Parses an e-mail address. Returns `undefined` if the text is no address to which we can send mail. */
  emailOf(text: string): Contact | undefined;
  /**
   * Whether mail to this address would come back to our own mailboxes. For the current contact point of the case the
   * result is always `false`.
   */
  wouldReachUs(contact: Contact): boolean;

  /** The local day of receipt and the due dates, for a receipt at `receivedAt` (ISO 8601). */
  datesFrom(
    receivedAt: string,
  ): Pick<Extract<Command, { readonly type: 'correct-receipt' }>, 'receivedLocalDate' | 'due' | 'extendedDue'>;

  /** Whether the description of the organisation lists its people. */
  readonly listsPeople: boolean;
  isKnownStaff(member: string): Promise<boolean>;
  /** Whether this person is locked out of the case, or manages somebody who is. */
  isKeptOut(member: string): boolean;
  /**
   * Whether the member of staff who gives the command may search this system by hand (practice 1 in
   * `domain/README.md`).
   */
  maySearch(system: string): Promise<boolean>;
  /** Whether the organisation reserves this system for named people (`handlers`). */
  isReserved(system: string): Promise<boolean>;

  /**
   * Loads another case. `sameContact`: both cases have the same controller and contact point. Returns `undefined` if
   * there is no such case.
   */
  otherCase(reference: string): Promise<{ readonly state: OpenedCase; readonly sameContact: boolean } | undefined>;
  /** The reference for the new case to which these rights are split off. */
  referenceOfPart(matter: Matter, rights: readonly Right[]): Promise<string>;
  /** Whether another case of the person ended with an answer. */
  wasAnsweredBefore(): Promise<boolean>;

  /** Ids of the methods of proof that a question about identity may name. */
  methodsToAsk(): Promise<readonly string[]>;
  /**
   * Hashes of the other numbers in the case that may belong to the same person as the given personnummer. One person
   * can first have a samordningsnummer (for people who are not in the population register) and later a personnummer.
   * `undefined`: the search is not planned yet.
   */
  personnummerBeside(identifier: string): readonly string[] | undefined;
  /**
   * The other learned identifiers that no longer count if these identifiers are rejected. They were learned only from
   * records that these identifiers tied to the person, directly or through further identifiers.
   */
  withdrawnWith(identifiers: readonly string[]): Promise<readonly WithdrawnIdentifier[]>;
  /** The titles of the system and of the kind of record, joined by a colon. `undefined`: there is no such kind. */
  titleOfKind(system: string, resource: string): Promise<Localised | undefined>;
  /** The review of the answer as it is now; `nothingReviewed` if no answer is being reviewed. */
  reviewed(): Promise<Reviewed>;
  /**
   * Stores the records that staff copied from a system by hand. Returns the number of the stored page; `undefined` if an
   * entry names a file that is not stored.
   */
  keepEntries(system: string, entries: readonly Entry[]): Promise<number | undefined>;
  /** What staff have found so far in a system that they search by hand, in order. */
  handEntries(system: string): Promise<readonly HandEntry[]>;
}

/** What staff copied from a system by hand. `file` is the id of a stored file. */
export interface Entry {
  readonly heading: string;
  readonly text?: string | undefined;
  readonly files?: readonly { readonly file: string; readonly title: string }[] | undefined;
}

/** A code that the person gave to staff. If it equals the code that was sent, the identity is proven. */
export interface CodeToTry {
  readonly type: 'try-code';
  readonly code: string;
}

/** What `ask` returns: a command of the domain, a code to check, or a refusal. */
export type Wanted = Command | CodeToTry | Incomplete | RefusedCommand;
