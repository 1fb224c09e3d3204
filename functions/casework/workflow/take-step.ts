import type { Command } from '#domain/case/command.ts';
import { refuse } from '#domain/case/refusals/refuse.ts';
import type { CaseState, OpenedCase } from '#domain/case/state.ts';
import { isAtStandstill } from '#domain/case/circumstances/standstill.ts';
import { searchOf } from '#domain/case/state.ts';
import { nextStep, searchesDue, type DueSearch } from '#domain/case/waits.ts';
import { policyOf } from '#domain/organisation/scope.ts';
import type { Anchors } from '#store/anchors.ts';
import type { Findings } from '#store/findings.ts';
import { nextSchema, type CaseStep, type Next } from '#workflows/payloads.ts';
import { act } from '../commit/act.ts';
import { anchorHead } from '../commit/anchor-head.ts';
import type { Casework } from '../commit/casework.ts';
import { loadCase, type Acted } from '../commit/commit-command.ts';
import { tellOfDeliveredNotTheirs } from '../answer/delivered-not-theirs.ts';
import { plannedSystems } from '../search/planned-systems.ts';
import { settledSearches } from '../search/settled-searches.ts';

export type TakenStep =
  | { readonly ok: true; readonly state: CaseState; readonly output: Next | Record<string, never> }
  | Exclude<Acted, { readonly ok: true }>;

/**
 * Carries out one step of the workflow at `now` (ISO 8601). If the case has passed the step, nothing happens.
 * `searchFunctions` has the Lambda function that searches each automatic system.
 */
export async function takeStep(
  casework: Casework,
  anchors: Anchors,
  findings: Findings,
  searchFunctions: Readonly<Record<string, string>>,
  step: CaseStep,
  now: string,
): Promise<TakenStep> {
  const { state, head } = await loadCase(casework, step.caseId);
  if (state === undefined) return refuse('no-such-case');
  const idle: TakenStep = { ok: true, state, output: {} };
  const give = async (commandId: string, command: Command): Promise<TakenStep> => {
    const acted = await act(
      casework,
      step.caseId,
      { commandId, by: { kind: 'workflow', id: step.step }, command },
      now,
    );
    return acted.ok ? { ok: true, state: acted.state, output: {} } : acted;
  };
  switch (step.step) {
    case 'open':
      return idle;
    case 'plan-search':
      if (state.stage.kind !== 'planning' || isAtStandstill(state)) return idle;
      return await give('PlanSearch', { type: 'plan-search', systems: await plannedSystems(casework, state.common) });
    case 'next': {
      await tellOfDeliveredNotTheirs(casework, findings, state, now);
      const orphan = orphanedSearch(state, searchFunctions);
      if (orphan === undefined) return { ok: true, state, output: whatNext(state, searchFunctions) };
      const failed = await give(`next/${orphan.system}/${orphan.wave}/${retriesOf(state, orphan.system)}`, {
        type: 'answer-search',
        ...orphan,
        learned: [],
        result: 'failed',
        records: 0,
        files: 0,
        possible: 0,
        reason: 'system-removed',
      });
      return failed.ok ? await takeStep(casework, anchors, findings, searchFunctions, step, now) : failed;
    }
    case 'fail-search':
      if (state.stage.kind !== 'gathering') return idle;
      return await give(`fail-search/${step.system}/${step.wave}/${retriesOf(state, step.system)}`, {
        type: 'answer-search',
        system: step.system,
        wave: step.wave,
        learned: [],
        result: 'failed',
        records: 0,
        files: 0,
        possible: 0,
        reason: 'search-broke-down',
      });
    case 'screen':
      if (state.stage.kind !== 'gathering' || state.stage.search.round !== step.round || isAtStandstill(state))
        return idle;
      // After a correction the same round is screened again. A command id has an effect only once, so this id contains
      // the number of the last commit.
      return await give(`Screen/${step.round}/${head.seq}`, {
        type: 'screen',
        round: step.round,
        settled: await settledSearches(casework, findings, state.common, state.stage.search),
      });
    case 'deliver': {
      if (state.stage.kind !== 'assembled' || state.stage.search.round !== step.round || isAtStandstill(state))
        return idle;
      // If the anchor of the log cannot be stored, the answer is not delivered.
      await anchorHead(anchors, step.caseId, head, now);
      const { downloadDays } = policyOf(
        await casework.organisationAt(state.common.facts.organisation),
        state.common.facts.controller,
      );
      return await give(`Deliver/${step.round}`, {
        type: 'deliver',
        round: step.round,
        days: downloadDays,
      });
    }
    case 'close': {
      if (state.stage.kind === 'closed') return idle;
      const closed = await give('Close', { type: 'close' });
      if (closed.ok) await anchorHead(anchors, step.caseId, (await loadCase(casework, step.caseId)).head, now);
      return closed;
    }
  }
}

/**
 * A search that is due in a system which is no longer deployed. The search counts as failed, so that the answer still
 * names the system.
 */
function orphanedSearch(state: OpenedCase, searchFunctions: Readonly<Record<string, string>>): DueSearch | undefined {
  const search = searchOf(state);
  if (search === undefined || nextStep(state) !== 'search') return undefined;
  return searchesDue(search).find(({ system }) => searchFunctions[system] === undefined);
}

function whatNext(state: OpenedCase, searchFunctions: Readonly<Record<string, string>>): Next {
  const search = searchOf(state);
  const next = nextStep(state);
  const searches =
    next === 'search' && search !== undefined
      ? searchesDue(search).map(({ system, wave }) => {
          const functionName = searchFunctions[system];
          if (functionName === undefined) throw new Error(`no Lambda function searches the system ${system}`);
          return { system, wave, functionName };
        })
      : [];
  return nextSchema.parse({ next, round: search?.round ?? 0, searches });
}

function retriesOf(state: OpenedCase, system: string): number {
  return searchOf(state)?.systems.find(({ id }) => id === system)?.retries ?? 0;
}
