import type { Command } from '#domain/case/command.ts';
import type { RefusedCommand } from '#domain/case/decision.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { ContactRef, Matter } from '#domain/case/vocabulary.ts';
import type { Contact } from '#domain/contact.ts';
import type { Localised } from '#domain/language.ts';
import type { Right } from '#domain/rights.ts';
import type { Incomplete } from './incomplete.ts';

/** What a command may look up and store before it becomes a command of the domain. */
export interface Means {
  readonly state: OpenedCase;
  /** ISO 8601. */
  readonly now: string;
  /** Opaque id of the member of staff. */
  readonly member: string;
  /** The id of this command; no other command has it. */
  readonly commandId: string;
  /** Stores a text on the subject profile, and returns the id by which the log names it. */
  keep(words: unknown): Promise<string>;
  /** Stores a contact point on the subject profile, and returns its reference for the log. */
  keepContact(contact: Contact): Promise<ContactRef>;
  /** The e-mail address in a text; `undefined` if the text is no address that we can send mail to. */
  emailOf(text: string): Contact | undefined;
  /** Whether an address is one of our own. The present contact point of the case does not count as our own. */
  wouldReachUs(contact: Contact): boolean;

  /** The day of a receipt (an ISO 8601 instant) in the calendar of the case, and the due dates for that day. */
  datesFrom(
    receivedAt: string,
  ): Pick<Extract<Command, { readonly type: 'correct-receipt' }>, 'receivedLocalDate' | 'due' | 'extendedDue'>;

  /** Whether the organisation's description lists its people. */
  readonly listsPeople: boolean;
  isKnownStaff(member: string): Promise<boolean>;
  /** Whether this member of staff is locked out of the case, or manages somebody who is. */
  isKeptOut(member: string): boolean;
  /** Whether this member of staff may search a system by hand (practice 1). */
  maySearch(system: string): Promise<boolean>;

  /**
   * Another case, and whether both cases have the same controller and contact point; `undefined` if there is no such
   * case.
   */
  otherCase(reference: string): Promise<{ readonly state: OpenedCase; readonly sameContact: boolean } | undefined>;
  /** The reference of the case to which a part is split off. */
  referenceOfPart(matter: Matter, rights: readonly Right[]): Promise<string>;
  /** Whether the person has got an answer in another case. */
  wasAnsweredBefore(): Promise<boolean>;

  /** Ids of the methods of proof that a question about identity may name. */
  methodsToAsk(): Promise<readonly string[]>;
  /** Hashes of the other personnummer that may belong to the same person; `undefined` before the search. */
  personnummerBeside(identifier: string): readonly string[] | undefined;
  /** The title of a kind of record, after the title of its system; `undefined` if there is no such kind. */
  titleOfKind(system: string, resource: string): Promise<Localised | undefined>;
  /** Stores what staff copied out of a system by hand, and returns the number of the page that has it. */
  keepEntries(system: string, entries: readonly { readonly heading: string; readonly text: string }[]): Promise<number>;
}

/** A code to compare with the code that was sent. The right code proves identity. */
export interface CodeToTry {
  readonly type: 'try-code';
  readonly code: string;
}

/** What a command of staff becomes: a command of the domain, a code to try, or the reason why it cannot be given. */
export type Wanted = Command | CodeToTry | Incomplete | RefusedCommand;
