import { fold, readCommit } from '#domain/case/log/commit.ts';
import type { CaseEvent } from '#domain/case/events.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { Casework } from '../commit/casework.ts';

/** A case as its log has it. */
export interface LoggedCase {
  readonly state: OpenedCase;
  readonly events: readonly CaseEvent[];
}

/**
 * All cases that are known to be of the person of this one, which is among them: what was split off, what came up after
 * the end, and what was joined. Not those that only came together in one letter: they are of several people (practice 14).
 */
export async function casesOfPerson(casework: Casework, caseId: string): Promise<readonly LoggedCase[]> {
  const found = new Map<string, LoggedCase>();
  const ids = new Set([caseId]);
  for (const id of ids) {
    const texts = await casework.log.read(id);
    const { state } = fold(texts);
    if (state === undefined) continue;
    found.set(id, { state, events: texts.flatMap((text) => readCommit(text).events) });
    for (const linked of linkedTo(casework, state)) ids.add(linked);
  }
  return [...found.values()];
}

/** The ids of the cases of the same person that a case itself names. */
export function linkedTo(casework: Casework, state: OpenedCase): readonly string[] {
  const into = state.stage.kind === 'closed' ? (state.common.closings.at(-1)?.into ?? null) : null;
  return [
    ...state.common.splits.map((split) => split.case),
    ...state.common.absorbed,
    ...(into === null ? [] : [into]),
    ...wholeOf(casework, state),
  ];
}

/** The case that this one came from, where both are of the same person. */
function wholeOf(
  { keys }: Casework,
  {
    common: {
      caseId,
      facts: { origin, matter, rights },
    },
  }: OpenedCase,
): readonly string[] {
  if (origin === null) return [];
  // What comes up after the end is named as a part of the first case is; another person in the same letter is not.
  const part = [matter, ...rights.toSorted()].join('/');
  const isPart = origin.as === 'split' || keys.caseId(`split/${origin.case}`, part) === caseId;
  return isPart ? [origin.case] : [];
}
