import * as z from 'zod';
import { canonical, sha256 } from '../../canonical/canonical.ts';
import type { CaseEvent } from '../events.ts';
import { eventSchema } from '../events.ts';
import { evolveCommit } from '../evolve.ts';
import type { CaseState } from '../state.ts';
import { upcast } from './upcast.ts';

/**
 * One decision as it is stored: all of its events or none. Each `seq` can be stored only once in a case, so two
 * processes cannot both store a commit with the same number.
 */
export const commitSchema = z.strictObject({
  caseId: z.string().min(1),
  seq: z.number().int().positive(),
  commandId: z.string().min(1),
  prevHash: z.string().regex(/^[0-9a-f]{64}$/),
  events: z.array(eventSchema).min(1),
});
export type Commit = Readonly<z.infer<typeof commitSchema>>;

/** `prevHash` of the first commit. */
export const genesis = '0'.repeat(64);

/** A commit as its stored text (RFC 8785). The next commit holds the hash of that text. */
export interface StoredCommit {
  readonly seq: number;
  readonly text: string;
  readonly hash: string;
}

/** The end of a log, after which the next commit is stored. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export const noCommits: Head = { seq: 0, hash: genesis };

/** Makes the commit that follows `head`. The events are parsed, so that an undeclared event is never stored. */
export function makeCommit(caseId: string, head: Head, commandId: string, events: readonly CaseEvent[]): StoredCommit {
  const commit = commitSchema.parse({ caseId, seq: head.seq + 1, commandId, prevHash: head.hash, events });
  const text = canonical(commit);
  return { seq: commit.seq, text, hash: sha256(text) };
}

/** The stored log is inconsistent. The message names the place, never the content. */
export class DamagedLog extends Error {
  override readonly name = 'DamagedLog';
}

/** The state of a case, and the end of its log, after some commits. */
export interface Folded {
  readonly state: CaseState;
  readonly head: Head;
}

/** The state and the head before the first commit. */
export const nothing: Folded = { state: undefined, head: noCommits };

/** Folds the texts of all stored commits, in order. Throws `DamagedLog` if the chain is broken. */
export function fold(texts: readonly string[]): Folded {
  return foldOn(nothing, texts);
}

/**
 * Folds the texts of the stored commits that follow `before`, in order, into the state and the head. Throws
 * `DamagedLog` if the chain is broken.
 */
export function foldOn(before: Folded, following: readonly string[]): Folded {
  if (following.length === 0) return before;
  let { state, head } = before;
  // All commits share one set of command ids. With a copy of the set for each commit, the time would be quadratic in
  // the number of commits.
  const seen = new Set(state?.common.seen);
  for (const text of following) {
    const commit = readCommit(text);
    if (commit.seq !== head.seq + 1 || commit.prevHash !== head.hash)
      throw new DamagedLog(`commit ${head.seq + 1} does not follow the one before`);
    seen.add(commit.commandId);
    state = evolveCommit(state, commit, seen);
    head = { seq: commit.seq, hash: sha256(text) };
  }
  return { state, head };
}

/** Parses a stored commit, and converts events of earlier versions to the latest version. */
export function readCommit(text: string): Commit {
  const parsed: unknown = JSON.parse(text);
  return commitSchema.parse(upcast(parsed));
}
