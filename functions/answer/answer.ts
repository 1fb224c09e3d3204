import type { Readable } from 'node:stream';
import type { Resources } from '#domain/findings/annotation.ts';
import type { Finding, StoredAttachment, Unread } from '#domain/findings/finding.ts';
import type { Language, Localised } from '#domain/language.ts';
import type { AlikeRules } from '#domain/review/alike.ts';
import type { ReviewEntry } from '#domain/review/entry.ts';
import type { ReviewLine } from '#domain/review/line.ts';
import type { PageRange } from '#domain/review/pages.ts';
import type { Ground } from '#letters/parts.ts';
import type { LookFor } from './last-look.ts';
import type { Activity, Controller } from '#domain/organisation/organisation.ts';

/**
 * What the answer says about a system. Each system of the controller has exactly one outcome. `withheld`: staff refused
 * its records. `pending`: the search has not ended, or the data wait for a stronger proof of identity.
 */
export const outcomes = ['found', 'nothing-held', 'withheld', 'failed', 'pending'] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * A kind of record of one system that staff refused to disclose (Art. 12(4)). The package leaves out all records of
 * this kind.
 */
export interface RefusedKind {
  readonly resource: string;
  readonly ground: Ground;
  /** The reason of the refusal, and the id of the text on the subject profile that holds it. */
  readonly reason: string;
  readonly text: string;
  /** Last day of the refusal, `YYYY-MM-DD`. Absent: the refusal has no end. */
  readonly until?: string;
  /**
   * The number of records of this kind according to the log. The answer uses it only if it cannot count the records
   * itself, for example because an earlier answer contained the data of the system.
   */
  readonly known: number;
}

/** Something that the search found, with the decisions of the review on its stored version. */
export type Decided<Found> = Found & { readonly decisions: readonly ReviewEntry[] };

/** One page of a system's search results, as the search stored it. */
export interface AnswerPage {
  readonly findings: readonly Decided<Finding>[];
  /**
   * Records and documents that could not be read, and that are or may be about the person. For a document, `decisions`
   * are those on its record.
   */
  readonly unread: readonly Decided<Unread>[];
}

/** A copy of a document without some of its pages, and a file with its text, by their keys in S3. */
export interface StoredCut {
  readonly key: string;
  readonly textKey: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What staff decided in the review, apart from the decisions on single records. */
export interface AnswerReview {
  /** The key of the case, with which the ids of documents are made. */
  readonly key: string;
  readonly alike: AlikeRules;
  /**
   * The stored copy of a document without some of its pages. `undefined`: there is none, so the answer leaves out the whole
   * document and must not be released.
   */
  cut(document: StoredAttachment, without: readonly PageRange[]): Promise<StoredCut | undefined>;
  /** The ground and the reason of a line in words. The reason is empty if the ground says enough. */
  inWords(line: Pick<ReviewLine, 'ground' | 'text'>): { readonly ground: Ground; readonly reason: string };
}

/** What the answer knows about one system. */
export interface SystemAnswer {
  readonly id: string;
  readonly title: Localised;
  readonly outcome: Outcome;
  /** Code that says why the search failed, or what the system waits for. `reasonWords` puts the code into words. */
  readonly reason?: string;
  /** `true`: the search failed and is not repeated, so no supplement follows. */
  readonly givenUp?: boolean;
  /** Code of the legal ground on which the records are withheld. Several codes are separated by `, `. */
  readonly ground?: string;
  /** When the system was searched, ISO 8601. Absent while the outcome is `pending`. */
  readonly asOf?: string;
  /** The number of the earlier answer that contained the system's data. Absent if no earlier answer did. */
  readonly deliveredIn?: number;
  /**
   * The number of records that no verified identifier ties to the person, and that may still be the person's. The
   * package does not contain these records.
   */
  readonly possible: number;
  /**
   * The number of records that name the person and also somebody else, for example a second personnummer. What points
   * to the other person may be in another record. The package does not contain these records.
   */
  readonly disputed: number;
  readonly resources: Resources;
  /**
   * The kinds of record that staff refused (Art. 12(4)). The package does not contain these records, but lists each
   * kind with its ground.
   */
  readonly refused: readonly RefusedKind[];
  /** Data that the connector cannot read in this system. Empty if staff searched the system by hand. */
  readonly doesNotRead: readonly { readonly what: Localised; readonly why: Localised }[];
  /**
   * The stored pages in order. Each call reads the pages from the start. There are no pages if nothing was found, if an
   * earlier answer contained the system's data, or if the data wait for a stronger proof of identity.
   */
  pages(): AsyncIterable<AnswerPage>;
}

/**
 * The number of possible and disputed records of a system with the outcome `nothing-held`, and 0 for any other outcome.
 * If the number is above 0, the answer must not say that the system holds nothing about the person.
 */
export function uncertainIn({
  outcome,
  possible,
  disputed,
}: Pick<SystemAnswer, 'outcome' | 'possible' | 'disputed'>): number {
  return outcome === 'nothing-held' ? possible + disputed : 0;
}

/** All the input from which a package is made. The same input gives the same bytes. */
export interface AnswerInput {
  readonly reference: string;
  readonly controller: Controller;
  readonly language: Language;
  readonly round: number;
  /** Whether this answer supplements an earlier one. An earlier answer that was taken back does not count. */
  readonly supplements: boolean;
  /** The time of the event `assembly-started`, ISO 8601 UTC. */
  readonly createdAt: string;
  readonly receivedAt: string;
  /** The last day for the answer, `YYYY-MM-DD`. An extension moves the day; a suspension does not. */
  readonly dueDate: string;
  readonly systems: readonly SystemAnswer[];
  readonly review: AnswerReview;
  /** The activities in the record of processing (Art. 30) that use at least one of `systems`. */
  readonly activities: readonly Activity[];
  /** The values that must not be in the package. Absent: the package is not searched. */
  readonly lookFor?: LookFor;
  /** Opens the content of a stored document. `key` is its key in S3. */
  document(key: string): Promise<Readable>;
}
