import type { Command } from '#domain/case/command.ts';
import type { RefusedCommand } from '#domain/case/decision.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { ContactRef, Matter } from '#domain/case/vocabulary.ts';
import type { Contact } from '#domain/contact.ts';
import type { Localised } from '#domain/language.ts';
import type { Right } from '#domain/rights.ts';
import type { Incomplete } from './incomplete.ts';

/** What a command needs in order to become a command of the domain: storing words, looking at another case. */
export interface Means {
  readonly state: OpenedCase;
  /** ISO 8601. */
  readonly now: string;
  /** Opaque id of the member of staff. */
  readonly member: string;
  /** Unique to this command. */
  readonly commandId: string;
  /** Keeps what people wrote on the subject profile, and gives its id for the log. */
  keep(words: unknown): Promise<string>;
  /** Keeps a contact point, and gives its reference for the log. */
  keepContact(contact: Contact): Promise<ContactRef>;
  /** An address that we can send mail to; `undefined` for any other text. */
  emailOf(text: string): Contact | undefined;
  /** Whether an address is one of our own and not yet the contact point of the case. */
  wouldReachUs(contact: Contact): boolean;

  /** The day of a receipt (an ISO 8601 instant) in the calendar of the case, and the dates that follow from it. */
  datesFrom(
    receivedAt: string,
  ): Pick<Extract<Command, { readonly type: 'correct-receipt' }>, 'receivedLocalDate' | 'due' | 'extendedDue'>;

  /** Whether the organisation lists its people. */
  readonly listsPeople: boolean;
  isKnownStaff(member: string): Promise<boolean>;
  /** Whether the case concerns this person, or somebody whom they manage. */
  isKeptOut(member: string): boolean;
  /** Whether this member of staff may search a system by hand (practice 1). */
  maySearch(system: string): Promise<boolean>;

  /** Another case, and whether both have the same contact point; `undefined` if there is no such case. */
  otherCase(reference: string): Promise<{ readonly state: OpenedCase; readonly sameContact: boolean } | undefined>;
  /** The reference of the case that a part becomes. */
  referenceOfPart(matter: Matter, rights: readonly Right[]): Promise<string>;
  /** Whether the person has been answered in another case. */
  wasAnsweredBefore(): Promise<boolean>;

  /** Ids of the ways to prove who asks that a question may name. */
  methodsToAsk(): Promise<readonly string[]>;
  /** Hashes of other personnummer that may be the same person's; `undefined` before the search. */
  personnummerBeside(identifier: string): readonly string[] | undefined;
  /** The title of a kind of record, with its system first; `undefined` if there is no such kind. */
  titleOfKind(system: string, resource: string): Promise<Localised | undefined>;
  /** Stores what was copied out by hand, and gives the page that holds it. */
  keepEntries(system: string, entries: readonly { readonly heading: string; readonly text: string }[]): Promise<number>;
}

/** A code to compare with the code that was sent. The right code proves identity. */
export interface CodeToTry {
  readonly type: 'try-code';
  readonly code: string;
}

/** The result of a command of staff: a command of the domain, or the reason why it cannot be given. */
export type Wanted = Command | CodeToTry | Incomplete | RefusedCommand;
