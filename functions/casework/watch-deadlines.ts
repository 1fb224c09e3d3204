import type { Command } from '#domain/case/command.ts';
import { hasEnded } from '#domain/case/state.ts';
import { daysBetween, localDate } from '#domain/clock/deadline.ts';
import type { Anchors } from '#store/anchors.ts';
import { act } from './act.ts';
import { anchorHead } from './anchor-head.ts';
import type { Casework } from './casework.ts';
import { loadCase } from './commit-command.ts';

const warnings = [10, 5, 2, 0];
const most = 20_000;

/** What the watch found, for the alarm: cases that are late. */
export interface Watched {
  readonly cases: number;
  readonly late: number;
}

/**
 * Works the queue by legal date at `now` (ISO 8601): warns, moves the cut-off so that what is ready goes out in time,
 * and on the last day without an answer owes the person a letter that says so. Anchors every open log on the way.
 */
export async function watchDeadlines(casework: Casework, anchors: Anchors, now: string): Promise<Watched> {
  const cases = await casework.summaries.list('open', most);
  let late = 0;
  for (const { caseId } of cases)
    try {
      if (await watchCase(casework, anchors, caseId, now)) late += 1;
    } catch (error) {
      casework.report('watch the deadline', error, caseId);
    }
  return { cases: cases.length, late };
}

async function watchCase(casework: Casework, anchors: Anchors, caseId: string, now: string): Promise<boolean> {
  const { state, head } = await loadCase(casework, caseId);
  if (state.status === 'absent' || hasEnded(state)) return false;
  await anchorHead(anchors, caseId, head, now);
  const by = { kind: 'clock', id: 'watch-deadlines' } as const;
  const give = async (commandId: string, command: Command): Promise<void> => {
    const acted = await act(casework, caseId, { commandId, by, command }, now);
    if (!acted.ok && acted.code !== 'out-of-order' && acted.code !== 'case-ended')
      throw new Error(`the watch gave a command that was refused: ${acted.code}`);
  };
  const daysLeft = daysBetween(localDate(now, state.facts.timeZone), state.due);
  const warning = warnings.filter((days) => daysLeft <= days).at(-1);
  if (warning !== undefined && state.deliveries.length === 0)
    await give(`warn/${state.due}/${warning}`, { type: 'warn-deadline', daysLeft: warning });
  if (state.status === 'gathering' && daysLeft <= casework.organisation.policy.cutOffDaysBeforeDue)
    await give(`cut-off/${state.round}`, { type: 'reach-cut-off', round: state.round });
  if (daysLeft <= 0 && state.deliveries.length === 0) await give(`status/${state.due}`, { type: 'owe-status' });
  return daysLeft < 0 && state.deliveries.length === 0;
}
