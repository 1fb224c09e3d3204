import type { Readable } from 'node:stream';
import type { Resources } from '#domain/findings/annotation.ts';
import type { Finding, Unread } from '#domain/findings/finding.ts';
import type { Language, Localised } from '#domain/language.ts';
import type { Ground } from '#letters/parts.ts';
import type { Activity, Controller } from '#domain/organisation/organisation.ts';

/** How a system ended: every system of the controller has exactly one of these in an answer. */
export const outcomes = ['found', 'nothing-held', 'withheld', 'failed', 'pending'] as const;
export type Outcome = (typeof outcomes)[number];

/** One kind of record that is refused. */
export interface RefusedKind {
  readonly resource: string;
  readonly ground: Ground;
  readonly reason: string;
  /** Last day of a hold, `YYYY-MM-DD`. */
  readonly until?: string;
  /** How many records there are as far as the log tells, where the package does not read them. */
  readonly known: number;
}

/** Records that are answered, some at a time. */
export interface AnswerPage {
  readonly findings: readonly Finding[];
  /** What of the person could not be read. */
  readonly unread: readonly Unread[];
}

/** One system as the answer tells of it. */
export interface SystemAnswer {
  readonly id: string;
  readonly title: Localised;
  readonly outcome: Outcome;
  /** What was tried and failed, or what is awaited: a code, put in words by the answer. */
  readonly reason?: string;
  /** A failed search that is not tried any more: nothing will follow. */
  readonly givenUp?: boolean;
  /** Legal ground of what is withheld. */
  readonly ground?: string;
  /** When the system was asked, ISO 8601; absent while it is pending. */
  readonly asOf?: string;
  /** The answer in which its data were already delivered, when that was an earlier one. */
  readonly deliveredIn?: number;
  /** Records that nothing verified ties to the person. Neither these nor the disputed ones are in the package. */
  readonly possible: number;
  /** Records that something ties to the person, and of which something says that they are somebody else's. */
  readonly disputed: number;
  readonly resources: Resources;
  /** What of it is refused (Art. 12(4)): left out of the package, and listed there with its ground. */
  readonly refused: readonly RefusedKind[];
  /** What the search of the system leaves alone; empty where a person searched it. */
  readonly doesNotRead: readonly { readonly what: Localised; readonly why: Localised }[];
  /** Kept pages in order, read anew at each call; empty for a system without findings or delivered earlier. */
  pages(): AsyncIterable<AnswerPage>;
}

/**
 * How many records of a system that holds nothing else of the person may be about them. Where it is not 0, nothing may
 * say that the system holds nothing about the person.
 */
export function uncertainIn({
  outcome,
  possible,
  disputed,
}: Pick<SystemAnswer, 'outcome' | 'possible' | 'disputed'>): number {
  return outcome === 'nothing-held' ? possible + disputed : 0;
}

/** Everything an answer is made of: the same input gives the same bytes. */
export interface AnswerInput {
  readonly reference: string;
  readonly controller: Controller;
  readonly language: Language;
  readonly round: number;
  /** Whether the person has an earlier answer, one that was not taken back. */
  readonly supplements: boolean;
  /** `at` of `assembly-started`, ISO 8601 UTC. */
  readonly createdAt: string;
  readonly receivedAt: string;
  /** The day on which the time to answer surely ends, `YYYY-MM-DD`: an extension moves it, no suspension does. */
  readonly dueDate: string;
  readonly systems: readonly SystemAnswer[];
  /** The activities of the register that the named systems serve. */
  readonly activities: readonly Activity[];
  /** The stored document behind an attachment, by its key. */
  document(key: string): Promise<Readable>;
}
