import type { Right } from '../../rights.ts';
import type { MailLanguage } from '../mail-language.ts';

/**
 * How people ask in one language. Every text is a pattern over a sentence's words: `~` is up to eight words, `~3` up to
 * three, `x*` any word that begins with x, `(a|b c)` a choice, `(?:a )?` something that may be left out.
 */
export interface Phrasebook {
  readonly language: MailLanguage;
  readonly negations: readonly string[];
  /** Words after a negation that undo it: *not only*, *no longer*. */
  readonly undoing: readonly string[];
  /** First words of a question that asks about something rather than for it. */
  readonly asksHow: readonly string[];
  /** Who wonders how to do it oneself demands nothing that follows: *how I delete my account*. */
  readonly howOneself: string;
  /** Demands about everybody are nobody's request. */
  readonly everybody: readonly string[];
  /** Beginnings of words that make *I want my data ...* something else than access. */
  readonly otherDeeds: readonly string[];
  /** What somebody who wants access wants to get or see: *send*, *see*, *a copy*. */
  readonly gets: string;
  /** Words that can only be about access: *a copy*, *a registerutdrag*. */
  readonly copies: string;
  /** First words of a clause of its own behind a join: *and that you*, *and have it*. */
  readonly clauses: string;
  /** Mailing lists: to be taken off one is an objection to marketing, no erasure. */
  readonly lists: readonly string[];
  /** What a correction can be about; a bare *please correct it* counts only where one is named. */
  readonly correctable: readonly string[];
  readonly rights: Readonly<Record<Exclude<Right, 'objection'>, readonly string[]>>;
  /** *Please correct it*. */
  readonly correctIt: readonly string[];
  /** Objections on grounds of one's situation (Art. 21(1)). */
  readonly objection: readonly string[];
  /** Objections to direct marketing (Art. 21(2)). */
  readonly marketing: readonly string[];
  /** Names of rights that are a request when they stand nearly alone. */
  readonly names: Readonly<Partial<Record<Right, readonly string[]>>>;
  /** Verbs of asking, which make the mention of an article a request. */
  readonly ask: string;
  /** Somebody's own data are spoken of, whatever is wanted. */
  readonly mentions: readonly string[];
  /** Words of this law. */
  readonly legal: readonly string[];
  readonly firstPerson: readonly string[];
  /** What an agent calls the client, and what the client would say. */
  readonly client: readonly (readonly [string, string])[];
  readonly second: SecondPhrases;
  /** Only in a language in which requests were measured: in others a person reads each. */
  readonly listed: ListedPhrases | undefined;
  /** Words that speak of a right, whether or not it is asked for. */
  readonly words: Readonly<Record<Right, readonly string[]>>;
}

/** Rights that stand in a row by their names: *access to my data, rectification and erasure*. */
export interface ListedPhrases {
  /** What joins parts, besides a comma. */
  readonly joints: string;
  readonly names: readonly (readonly [right: Right, pattern: string])[];
  /** What may stand between that which asks, or a join, and the name. */
  readonly leads: string;
  /** What access is to: *my*, *personal data*. */
  readonly own: string;
  /** What another right can be of: *my*, *data*, *it*. */
  readonly objects: string;
  /** What else may follow a name. */
  readonly tails: string;
  /** Words of telling: what follows in the row is what is to be told about. */
  readonly informs: string;
}

/**
 * A second demand that calls by *it* or *everything* what the first has named: *send me my data and then erase it all*.
 * `_` is anything of `around`, `%` is `everything` or `it`; nothing else may stand in the clause.
 */
export interface SecondPhrases {
  /** *And*, *but*. A comma joins too. */
  readonly joins: string;
  /** What changes nothing in what is demanded: *then*, *please*, *from your systems*. */
  readonly around: string;
  /** Verbs that begin a demand of their own after a join. */
  readonly deeds: string;
  /** *Before*, which makes a deed the time of the demand. */
  readonly before: string;
  /** All that was spoken of, be it in the sentence before. */
  readonly everything: string;
  /** What the same sentence has named right before. */
  readonly it: string;
  readonly erase: readonly string[];
  /** A copy, before the erasure that is demanded too. */
  readonly copyFirst: readonly string[];
  /** Words of who wonders rather than demands: nothing is joined then. */
  readonly wonders: string;
}
