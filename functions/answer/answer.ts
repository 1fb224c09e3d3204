import type { Readable } from 'node:stream';
import type { Resources } from '#domain/findings/annotation.ts';
import type { Finding, Unread } from '#domain/findings/finding.ts';
import type { Language, Localised } from '#domain/language.ts';
import type { Ground } from '#letters/parts.ts';
import type { Activity, Controller } from '#domain/organisation/organisation.ts';

/** The outcome of a system's search. An answer has one outcome for each system of the controller. */
export const outcomes = ['found', 'nothing-held', 'withheld', 'failed', 'pending'] as const;
export type Outcome = (typeof outcomes)[number];

/** One kind of record that the answer leaves out because it was refused. */
export interface RefusedKind {
  readonly resource: string;
  readonly ground: Ground;
  readonly reason: string;
  /** Last day on which the refusal applies, `YYYY-MM-DD`. */
  readonly until?: string;
  /** The number of records of this kind in the log. It is used if the package does not read the system's records. */
  readonly known: number;
}

/** One page of a system's records, as they were stored during the search. */
export interface AnswerPage {
  readonly findings: readonly Finding[];
  /** Data that belong to the person, or may belong to them, and could not be read. */
  readonly unread: readonly Unread[];
}

/** One system, as the answer describes it. */
export interface SystemAnswer {
  readonly id: string;
  readonly title: Localised;
  readonly outcome: Outcome;
  /** Code of the kind of failure, or of what is awaited. The answer puts it into words. */
  readonly reason?: string;
  /** Whether a failed search is not repeated. If so, no supplement will follow. */
  readonly givenUp?: boolean;
  /** Legal ground of the withheld records. */
  readonly ground?: string;
  /** When the system was searched, ISO 8601. Absent while the outcome is `pending`. */
  readonly asOf?: string;
  /** The number of the earlier answer that contained the system's data, if there is one. */
  readonly deliveredIn?: number;
  /** The number of records that no verified identifier ties to the person. They are not in the package. */
  readonly possible: number;
  /**
   * The number of records that one identifier ties to the person, and another to somebody else. They are not in the
   * package.
   */
  readonly disputed: number;
  readonly resources: Resources;
  /**
   * The refused kinds of the system's records (Art. 12(4)). The package leaves these records out, and lists their kinds
   * with the ground.
   */
  readonly refused: readonly RefusedKind[];
  /** Data that the search of the system does not read; empty if staff searched it. */
  readonly doesNotRead: readonly { readonly what: Localised; readonly why: Localised }[];
  /**
   * The stored pages in order; each call reads them again. Empty for a system without findings, and for a system whose
   * data an earlier answer contained.
   */
  pages(): AsyncIterable<AnswerPage>;
}

/**
 * How many records may be about the person, if the system holds no other record of the person; else 0. If the number is
 * not 0, the answer must not say that the system holds nothing about the person.
 */
export function uncertainIn({
  outcome,
  possible,
  disputed,
}: Pick<SystemAnswer, 'outcome' | 'possible' | 'disputed'>): number {
  return outcome === 'nothing-held' ? possible + disputed : 0;
}

/** The whole input of an answer. The same input gives the same bytes. */
export interface AnswerInput {
  readonly reference: string;
  readonly controller: Controller;
  readonly language: Language;
  readonly round: number;
  /** Whether the person has an earlier answer that was not taken back. */
  readonly supplements: boolean;
  /** `at` of `assembly-started`, ISO 8601 UTC. */
  readonly createdAt: string;
  readonly receivedAt: string;
  /** The last day for the answer, `YYYY-MM-DD`. An extension moves the day, a suspension does not. */
  readonly dueDate: string;
  readonly systems: readonly SystemAnswer[];
  /** The activities of the register that use one of the `systems`. */
  readonly activities: readonly Activity[];
  /** The content of a stored attachment, by its key in the storage. */
  document(key: string): Promise<Readable>;
}
