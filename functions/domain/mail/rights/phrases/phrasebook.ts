import type { Right } from '../../../rights.ts';
import type { MailLanguage } from '../../words/mail-language.ts';

/**
 * How people ask in one language. Every text is a pattern over a sentence's words: `~` is up to eight words, `~3` up to
 * three, `x*` any word that begins with x, `(a|b c)` a choice, `(?:a )?` an optional part.
 */
export interface Phrasebook {
  readonly language: MailLanguage;
  readonly negations: readonly string[];
  /** Words after a negation that cancel it: *not only*, *no longer*. */
  readonly undoing: readonly string[];
  /** First words of a question about something, which does not ask for it. */
  readonly asksHow: readonly string[];
  /** Words of somebody who wonders how to do something oneself, and so demands nothing: *how I delete my account*. */
  readonly howOneself: string;
  /** A demand that concerns everybody is no person's request. */
  readonly everybody: readonly string[];
  /** Beginnings of words after which *I want my data ...* does not ask for access. */
  readonly otherDeeds: readonly string[];
  /** Verbs and objects of a request for access: *send*, *see*, *a copy*. */
  readonly gets: string;
  /** Words that always mean access: *a copy*, *a registerutdrag*. */
  readonly copies: string;
  /** First words of a separate clause behind a conjunction: *and that you*, *and have it*. */
  readonly clauses: string;
  /** Mailing lists: a request to leave one is an objection to marketing, and no erasure. */
  readonly lists: readonly string[];
  /** Objects of a correction; a bare *please correct it* counts only if one of them is named. */
  readonly correctable: readonly string[];
  readonly rights: Readonly<Record<Exclude<Right, 'objection'>, readonly string[]>>;
  /** *Please correct it*. */
  readonly correctIt: readonly string[];
  /** Objections on grounds of one's situation (Art. 21(1)). */
  readonly objection: readonly string[];
  /** Objections to direct marketing (Art. 21(2)). */
  readonly marketing: readonly string[];
  /** Names of rights that are a request if they stand nearly alone. */
  readonly names: Readonly<Partial<Record<Right, readonly string[]>>>;
  /** Verbs of asking: with one of them the mention of an article is a request. */
  readonly ask: string;
  /** Mentions of the writer's own data, without a wish. */
  readonly mentions: readonly string[];
  /** Words that refer to this law. */
  readonly legal: readonly string[];
  readonly firstPerson: readonly string[];
  /** What an agent calls the client, and what the client would say instead. */
  readonly client: readonly (readonly [string, string])[];
  readonly second: SecondPhrases;
  /** Only in a language whose requests were measured: in others a person reads every request. */
  readonly listed: ListedPhrases | undefined;
  /** Words that mention a right, whether or not it is asked for. */
  readonly words: Readonly<Record<Right, readonly string[]>>;
}

/** Rights that are named in a row: *access to my data, rectification and erasure*. */
export interface ListedPhrases {
  /** Conjunctions, beside a comma. */
  readonly joints: string;
  readonly names: readonly (readonly [right: Right, pattern: string])[];
  /** Words that may stand between the requesting words, or a conjunction, and the name. */
  readonly leads: string;
  /** Objects of access: *my*, *personal data*. */
  readonly own: string;
  /** Objects of another right: *my*, *data*, *it*. */
  readonly objects: string;
  /** Words that may follow a name. */
  readonly tails: string;
  /** Words of informing: the following names are subjects of information. */
  readonly informs: string;
}

/**
 * A second demand that refers by *it* or *everything* to the object of the first: *send me my data and then erase it
 * all*. `_` is any part of `around`, `%` is `everything` or `it`; the clause contains nothing else.
 */
export interface SecondPhrases {
  /** *And*, *but*. A comma is a conjunction too. */
  readonly joins: string;
  /** Words that do not change a demand: *then*, *please*, *from your systems*. */
  readonly around: string;
  /** Verbs that begin a separate demand after a conjunction. */
  readonly deeds: string;
  /** *Before*, which turns an action into the time of the demand. */
  readonly before: string;
  /** Words for everything mentioned, also in the sentence before. */
  readonly everything: string;
  /** Words for the object that the same sentence has just named. */
  readonly it: string;
  readonly erase: readonly string[];
  /** A copy before the erasure that is also demanded. */
  readonly copyFirst: readonly string[];
  /** Words of wondering, after which nothing is demanded. */
  readonly wonders: string;
}
