import type { Readable } from 'node:stream';
import type { Resources } from '#domain/findings/annotation.ts';
import type { Finding, Unread } from '#domain/findings/finding.ts';
import type { Language, Localised } from '#domain/language.ts';
import type { Ground } from '#letters/parts.ts';
import type { Activity, Controller } from '#domain/organisation/organisation.ts';

/** The outcome of a system: every system of the controller has exactly one in an answer. */
export const outcomes = ['found', 'nothing-held', 'withheld', 'failed', 'pending'] as const;
export type Outcome = (typeof outcomes)[number];

/** One kind of record that is refused. */
export interface RefusedKind {
  readonly resource: string;
  readonly ground: Ground;
  readonly reason: string;
  /** Last day of the refusal, `YYYY-MM-DD`. */
  readonly until?: string;
  /** The number of records according to the log, if the package does not read them. */
  readonly known: number;
}

/** Records of the answer, a page at a time. */
export interface AnswerPage {
  readonly findings: readonly Finding[];
  /** Records of the person that could not be read. */
  readonly unread: readonly Unread[];
}

/** One system, as the answer describes it. */
export interface SystemAnswer {
  readonly id: string;
  readonly title: Localised;
  readonly outcome: Outcome;
  /** The kind of failure, or what is awaited: a code, which the answer puts into words. */
  readonly reason?: string;
  /** A failed search that is not repeated: no supplement will follow. */
  readonly givenUp?: boolean;
  /** Legal ground of the withheld records. */
  readonly ground?: string;
  /** When the system was searched, ISO 8601; absent while it is pending. */
  readonly asOf?: string;
  /** The earlier answer that delivered its data, if there is one. */
  readonly deliveredIn?: number;
  /** Records that no verified identifier ties to the person. Neither these nor the disputed ones are in the package. */
  readonly possible: number;
  /** Records that one identifier ties to the person, and another to somebody else. */
  readonly disputed: number;
  readonly resources: Resources;
  /** The refused kinds of its records (Art. 12(4)): the package leaves them out, and lists them with the ground. */
  readonly refused: readonly RefusedKind[];
  /** Data that the search of the system does not read; empty if staff searched it. */
  readonly doesNotRead: readonly { readonly what: Localised; readonly why: Localised }[];
  /** Stored pages in order, read again at each call; empty for a system without findings or delivered earlier. */
  pages(): AsyncIterable<AnswerPage>;
}

/**
 * How many records may be about the person, in a system that holds no other record of theirs. If it is not 0, the
 * answer must not say that the system holds nothing about the person.
 */
export function uncertainIn({
  outcome,
  possible,
  disputed,
}: Pick<SystemAnswer, 'outcome' | 'possible' | 'disputed'>): number {
  return outcome === 'nothing-held' ? possible + disputed : 0;
}

/** The whole input of an answer: the same input gives the same bytes. */
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
  /** The last day for the answer, `YYYY-MM-DD`: an extension moves it, a suspension does not. */
  readonly dueDate: string;
  readonly systems: readonly SystemAnswer[];
  /** The activities of the register that use the named systems. */
  readonly activities: readonly Activity[];
  /** The stored document behind an attachment, by its key. */
  document(key: string): Promise<Readable>;
}
