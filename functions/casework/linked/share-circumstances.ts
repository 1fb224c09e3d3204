import type { Command } from '#domain/case/command.ts';
import type { CaseEvent } from '#domain/case/events.ts';
import { contactWaits } from '#domain/case/circumstances/standing-time.ts';
import type { OpenedCase, Common } from '#domain/case/state.ts';
import { circumstanceSchema, type Circumstance, type WaitingContact } from '#domain/case/vocabulary.ts';
import type { Casework } from '../commit/casework.ts';
import { casesOfPerson, linkedTo, type LoggedCase } from './cases-of-person.ts';
import { commitCommand } from '../commit/commit-command.ts';
import { keepWords } from '../profile/keep-words.ts';

const machine = { kind: 'workflow', id: 'settle' } as const;

/**
 * The actor with which `stopTime` in `commit/settle.ts` marks a circumstance again that an earlier version of Utdrag
 * marked. Such an event is no new decision, so this file ignores it.
 */
export const marksAgain = { kind: 'workflow', id: 'stop-time' } as const;

/** One case of the person, with its events about one circumstance, oldest first. */
interface Case {
  readonly state: OpenedCase;
  readonly said: readonly CaseEvent[];
}

/**
 * Copies circumstances between all cases of a person at `now` (ISO 8601). A circumstance, such as protected identity,
 * is about the person, so it must apply in every case. Returns the ids of the changed cases.
 *
 * If the last event about a circumstance in a case is by staff, that case keeps the decision of its staff. Every other
 * case copies from a case in which the last event is by staff, preferably one in which the circumstance applies. There
 * is one exception: if staff removed a circumstance in one case and later set it in another, it is set in the first
 * case again.
 */
export async function shareCircumstances(
  casework: Casework,
  state: OpenedCase,
  now: string,
): Promise<readonly string[]> {
  if ((await linkedTo(casework, state)).length === 0) return [];
  const logged = await casesOfPerson(casework, state.common.caseId);
  const changed = new Set<string>();
  for (const circumstance of circumstanceSchema.options) {
    const cases = logged.map((one) => ({ state: one.state, said: saidOf(one, circumstance) }));
    for (const to of cases) {
      const from = sourceFor(to, cases, circumstance);
      if (from !== undefined && (await follow(casework, from, to, circumstance, now)))
        changed.add(to.state.common.caseId);
    }
  }
  return [...changed];
}

/** The events of a case about a circumstance: marks, and decisions on them. */
function saidOf({ events }: LoggedCase, circumstance: Circumstance): readonly CaseEvent[] {
  return events
    .filter((event) => event.type === 'circumstance-marked' || event.type === 'circumstance-decided')
    .filter((event) => event.circumstance === circumstance && event.by.id !== marksAgain.id);
}

/**
 * When staff set, removed or decided on the circumstance in a case. `undefined` if the last event about it is not by
 * staff, for example a copy from another case.
 */
function lastWord({ said }: Case): string | undefined {
  const last = said.at(-1);
  return last?.by.kind === 'staff' ? last.at : undefined;
}

/** Finds the case from which `to` copies the circumstance; `undefined` if there is none. */
function sourceFor(to: Case, known: readonly Case[], circumstance: Circumstance): Case | undefined {
  const speaking = known
    .filter((one) => one !== to && lastWord(one) !== undefined)
    .toSorted((a, b) => ((lastWord(a) ?? '') < (lastWord(b) ?? '') ? -1 : 1));
  const marked = speaking.findLast(({ state }) => state.common.circumstances.has(circumstance));
  const own = lastWord(to);
  if (own === undefined) return marked ?? speaking.at(-1);
  const isLater = marked !== undefined && (lastWord(marked) ?? '') > own;
  return isLater && !to.state.common.circumstances.has(circumstance) ? marked : undefined;
}

/**
 * Sets or removes the circumstance in `to` as in `from`, and copies a decision that it applies. Returns whether `to`
 * has changed.
 */
async function follow(
  casework: Casework,
  from: Case,
  to: Case,
  circumstance: Circumstance,
  now: string,
): Promise<boolean> {
  const { caseId } = to.state.common;
  const give = async (name: string, command: Command): Promise<OpenedCase> => {
    const commandId = `mirror/${from.state.common.caseId}/circumstance/${circumstance}${name}`;
    const acted = await commitCommand(casework, caseId, { commandId, by: machine, command }, now);
    if (!acted.ok) throw new Error(`a case refused ${command.type}, copied from another case: ${acted.code}`);
    return acted.state;
  };
  const present = from.state.common.circumstances.has(circumstance);
  const count = to.said.length;
  const isKnown = to.state.common.circumstances.has(circumstance) === present;
  const isDecided = !to.state.common.undecided.has(circumstance) || from.state.common.undecided.has(circumstance);
  // A case whose profile was erased records nothing.
  if ((isKnown && isDecided) || (await casework.profiles.get(caseId)) === undefined) return false;
  const after = isKnown
    ? to.state
    : await give(count === 0 ? '' : `/${count + 1}`, { type: 'mark-circumstance', circumstance, present });
  if (!after.common.undecided.has(circumstance) || from.state.common.undecided.has(circumstance)) return !isKnown;
  const contact = contactFor(from.state.common, after.common, now);
  if (contact === undefined) return !isKnown;
  const text = await keepWords(casework, caseId, from.state.common.caseId);
  const decision = { type: 'decide-circumstance', circumstance, applies: true, text } as const;
  await give(`/decided/${count + (isKnown ? 0 : 1)}`, contact === null ? decision : { ...decision, contact });
  return true;
}

/**
 * What a copied decision says about a change of the contact point that waits in `to`: it goes on if a change also waits
 * in `from`, and is called back if the change was called back in `from`. `null`: no change waits in `to`. `undefined`:
 * only `to` has such a change, so the staff of `to` decide.
 */
function contactFor(from: Common, to: Common, now: string): WaitingContact | null | undefined {
  if (!contactWaits(to, now)) return null;
  if (contactWaits(from, now)) return 'goes-on';
  const last = from.contactChanges.at(-1);
  const isCalledBack = last !== undefined && last.from.hash === last.to.hash;
  return isCalledBack && last.at >= (to.contactChanges.at(-1)?.at ?? to.post?.at ?? '') ? 'called-back' : undefined;
}
