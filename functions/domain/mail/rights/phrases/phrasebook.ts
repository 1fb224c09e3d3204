import type { Right } from '../../../rights.ts';
import type { MailLanguage } from '../../words/mail-language.ts';

/**
 * The phrases with which people ask in one language. Every text is a pattern over a sentence's words: `~` is up to
 * eight words, `~3` up to three, `x*` any word that begins with x, `(a|b c)` a choice, and `(?:a )?` an optional part.
 */
export interface Phrasebook {
  readonly language: MailLanguage;
  readonly negations: readonly string[];
  /** Words that cancel a negation directly before them: *only* in *not only*, *longer* in *no longer*. */
  readonly undoing: readonly string[];
  /** First words of a question about something. Such a question does not demand the thing. */
  readonly asksHow: readonly string[];
  /** Words of a person who asks how to do something themselves, and so demands nothing: *how I delete my account*. */
  readonly howOneself: string;
  /** Words for everybody's data. A demand about everybody's data does not count as the person's request. */
  readonly everybody: readonly string[];
  /**
   * Beginnings of words such as *delete*. If one of them follows *I want my data ...*, the person does not ask for
   * access.
   */
  readonly otherDeeds: readonly string[];
  /** Verbs and objects of a request for access: *send*, *see*, *a copy*. */
  readonly gets: string;
  /** Words that always mean a request for access: *a copy*, *a registerutdrag*. */
  readonly copies: string;
  /** First words of a clause with an action of its own, after a conjunction: *and that you*, *and have it*. */
  readonly clauses: string;
  /**
   * Words for mailing lists. A demand to be removed from one is an objection to marketing, and not a request for
   * erasure.
   */
  readonly lists: readonly string[];
  /** Things that can be corrected. *Please correct it* counts only if one of them is named. */
  readonly correctable: readonly string[];
  readonly rights: Readonly<Record<Exclude<Right, 'objection'>, readonly string[]>>;
  /** Demands that do not name what is to be corrected: *please correct it*. */
  readonly correctIt: readonly string[];
  /** Objections for reasons of the person's own situation (Art. 21(1)). */
  readonly objection: readonly string[];
  /** Objections to direct marketing (Art. 21(2)). */
  readonly marketing: readonly string[];
  /** Names of rights. A name that has almost no other words beside it is a request. */
  readonly names: Readonly<Partial<Record<Right, readonly string[]>>>;
  /** Verbs of asking. If a sentence has one of them, the mention of an article is a request. */
  readonly ask: string;
  /** Words that mention the writer's own data and express no wish. */
  readonly mentions: readonly string[];
  /** Words for the GDPR and for data protection law. */
  readonly legal: readonly string[];
  readonly firstPerson: readonly string[];
  /** Words of an agent for the client, and the words that the client would use instead: *my client* and *i*. */
  readonly client: readonly (readonly [string, string])[];
  readonly second: SecondPhrases;
  /**
   * Phrases for a list of rights. Only the measured languages have them: in another language, staff read every request.
   */
  readonly listed: ListedPhrases | undefined;
  /** Words that mention a right, whether or not the sentence asks for it. */
  readonly words: Readonly<Record<Right, readonly string[]>>;
}

/** Names of rights in a list: *access to my data, rectification and erasure*. */
export interface ListedPhrases {
  /** Conjunctions. A comma always counts as one. */
  readonly joints: string;
  readonly names: readonly (readonly [right: Right, pattern: string])[];
  /** Words that may be between the name of a right and the words of asking or a conjunction before it. */
  readonly leads: string;
  /** Objects of access: *my*, *personal data*. */
  readonly own: string;
  /** Objects of the other rights: *my*, *data*, *it*. */
  readonly objects: string;
  /** Words that may follow the name of a right. */
  readonly tails: string;
  /**
   * Words such as *inform me about*. The person wants to know about the rights that follow, and does not demand them.
   */
  readonly informs: string;
}

/**
 * A second demand, which calls the object of the first *it* or *everything*: *send me my data and then erase it all*.
 * `_` is any of the words in `around`, and `%` is one of `everything` or `it`. The clause may have no other words.
 */
export interface SecondPhrases {
  /** Conjunctions such as *and* and *but*. A comma is a conjunction too. */
  readonly joins: string;
  /** Words that make no difference to a demand: *then*, *please*, *from your systems*. */
  readonly around: string;
  /** Verbs that begin a new demand after a conjunction. */
  readonly deeds: string;
  /** Words such as *before*. An action after them only says when something is demanded: *before you erase it*. */
  readonly before: string;
  /** Words for everything that was mentioned, also in the sentence before. */
  readonly everything: string;
  /** Pronouns for the object that the same sentence has already named: *it*, *them*. */
  readonly it: string;
  readonly erase: readonly string[];
  /** Demands for a copy in a text that also demands erasure: *send me a copy first*. */
  readonly copyFirst: readonly string[];
  /** Words such as *whether* and *if*. A sentence with one of them has no second demand. */
  readonly wonders: string;
}
