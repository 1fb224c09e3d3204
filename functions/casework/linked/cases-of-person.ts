import { fold, readCommit } from '#domain/case/log/commit.ts';
import type { CaseEvent } from '#domain/case/events.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { Casework } from '../commit/casework.ts';
import { partKey } from './part-key.ts';

/** A case, with the events and the state that were read from its log. */
export interface LoggedCase {
  readonly state: OpenedCase;
  readonly events: readonly CaseEvent[];
}

/**
 * This case and all cases that are known to belong to the same person: parts, later requests and joined cases. If one
 * letter contained the requests of several people, the cases of the other people are left out (practice 14 in
 * `domain/README.md`).
 */
export async function casesOfPerson(casework: Casework, caseId: string): Promise<readonly LoggedCase[]> {
  const found = new Map<string, LoggedCase>();
  const ids = new Set([caseId]);
  for (const id of ids) {
    const texts = await casework.log.read(id);
    const { state } = fold(texts);
    if (state === undefined) continue;
    found.set(id, { state, events: texts.flatMap((text) => readCommit(text).events) });
    for (const linked of await linkedTo(casework, state)) ids.add(linked);
  }
  return [...found.values()];
}

/**
 * The ids of the person's cases that are directly linked to a case: its parts, the cases that were joined to it, the
 * case to which it was joined, and the case from which it was opened.
 */
export async function linkedTo(casework: Casework, state: OpenedCase): Promise<readonly string[]> {
  const into = state.stage.kind === 'closed' ? (state.common.closings.at(-1)?.into ?? null) : null;
  return [
    ...state.common.splits.map((split) => split.case),
    ...state.common.absorbed,
    ...(into === null ? [] : [into]),
    ...(await wholeOf(casework, state)),
  ];
}

/** The id of the case from which this case was opened, if both belong to the same person. */
async function wholeOf(
  { keys, log }: Casework,
  {
    common: {
      caseId,
      facts: { origin, matter, rights },
    },
  }: OpenedCase,
): Promise<readonly string[]> {
  if (origin === null) return [];
  if (origin.as === 'split') return [origin.case];
  // `origin.as` is `bundle`: this case is either a further request of the same person, or the request of another person
  // from the same letter. The id of a further request is derived like the id of a part (`partOf` in `open-part.ts`), so
  // the loop derives these ids and compares them. The numbers (`again`) have no gap, so the first id without a case
  // ends the loop. The id of another person's case is derived differently.
  for (let again = 0; ; again += 1) {
    const id = keys.caseId(`split/${origin.case}`, partKey(matter, rights, again));
    if (id === caseId) return [origin.case];
    if ((await log.read(id)).length === 0) return [];
  }
}
