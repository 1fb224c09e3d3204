import type { ConnectorKinds } from '#connectors/sdk/kinds-of.ts';
import type { Command } from '#domain/case/command.ts';
import { refuse } from '#domain/case/refusals/refuse.ts';
import type { CaseState, OpenedCase } from '#domain/case/state.ts';
import { isAtStandstill } from '#domain/case/circumstances/standstill.ts';
import { searchOf } from '#domain/case/state.ts';
import { nextStep, searchesDue, type DueSearch } from '#domain/case/waits.ts';
import { policyOf } from '#domain/organisation/scope.ts';
import type { Findings } from '#store/findings.ts';
import type { SearchOrders } from '#store/search-orders.ts';
import { nextSchema, type CaseStep, type Next } from '#workflows/payloads.ts';
import { anchorHeads, type Anchoring } from '../commit/anchor-head.ts';
import type { Casework } from '../commit/casework.ts';
import { commitCommand, loadCase, loadCaseAgain, type Acted } from '../commit/commit-command.ts';
import { tellOfDeliveredNotTheirs } from '../answer/delivered-not-theirs.ts';
import { orderSearches, repetitionsOf, searchIds } from '../search/order-searches.ts';
import { plannedSystems } from '../search/planned-systems.ts';
import { resultCommand } from '../search/record-search.ts';
import { settledSearches } from '../search/settled-searches.ts';

export type TakenStep =
  | { readonly ok: true; readonly state: CaseState; readonly output: Next | Record<string, never> }
  | Exclude<Acted, { readonly ok: true }>;

/** What the steps before and after a search need. */
export interface Searching {
  /** For each system that a connector searches: its id, and the name of the Lambda function that searches it. */
  readonly functions: Readonly<Record<string, string>>;
  readonly orders: SearchOrders;
  /**
   * The kinds of identifier by which the connector of a system searches, and the kinds that the records of the system
   * can contain.
   */
  kindsOf(system: string): ConnectorKinds;
}

/** Carries out one step of the workflow at `now` (ISO 8601). If the case has passed the step, nothing happens. */
export async function takeStep(
  casework: Casework,
  anchoring: Anchoring,
  findings: Findings,
  searching: Searching,
  step: CaseStep,
  now: string,
): Promise<TakenStep> {
  const { state, head } = await loadCase(casework, step.caseId);
  if (state === undefined) return refuse('no-such-case');
  const idle: TakenStep = { ok: true, state, output: {} };
  const give = async (commandId: string, command: Command): Promise<TakenStep> => {
    const acted = await commitCommand(
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
      const orphan = orphanedSearch(state, searching.functions);
      if (orphan === undefined) return await nextOf(casework, findings, searching, state, head.seq, now);
      const failed = await give(`next/${orphan.system}/${orphan.wave}/${repetitionsIn(state, orphan.system)}`, {
        ...notSearched(orphan),
        reason: 'system-removed',
      });
      return failed.ok ? await takeStep(casework, anchoring, findings, searching, step, now) : failed;
    }
    case 'record-search': {
      const { caseId, system, wave, run, end } = step;
      const command = await resultCommand(casework, searching.orders, state, { caseId, system, wave, run }, end);
      if (command === undefined) return idle;
      // `commitCommand` does not settle the case, as `act` does. The wait that follows the wave settles it once for all
      // results.
      const by = { kind: 'workflow', id: step.step } as const;
      const commandId = `Record/${system}/${wave}/${run}`;
      const recorded = await commitCommand(casework, caseId, { commandId, by, command }, now);
      return recorded.ok ? { ok: true, state: recorded.state, output: {} } : recorded;
    }
    case 'fail-search':
      if (state.stage.kind !== 'gathering') return idle;
      return await give(`fail-search/${step.system}/${step.wave}/${repetitionsIn(state, step.system)}`, {
        ...notSearched(step),
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
      // If the anchors of the log and of the views cannot be stored, the answer is not delivered.
      await anchorHeads(anchoring, step.caseId, head, now);
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
      if (closed.ok) await anchorHeads(anchoring, step.caseId, (await loadCase(casework, step.caseId)).head, now);
      return closed;
    }
  }
}

/**
 * A search that is due in a system whose search function is no longer deployed. The search counts as failed, so that
 * the answer still names the system.
 */
function orphanedSearch(state: OpenedCase, searchFunctions: Readonly<Record<string, string>>): DueSearch | undefined {
  const search = searchOf(state);
  if (search === undefined || nextStep(state) !== 'search') return undefined;
  return searchesDue(search).find(({ system }) => searchFunctions[system] === undefined);
}

/** The result of a search that was not made. */
function notSearched({ system, wave }: DueSearch): Extract<Command, { readonly type: 'answer-search' }> {
  return { type: 'answer-search', system, wave, learned: [], result: 'failed', records: 0, files: 0, possible: 0 };
}

/**
 * The next step. If it is a search, one commit records that all searches of the wave begin, and each search gets its
 * order.
 */
async function nextOf(
  casework: Casework,
  findings: Findings,
  searching: Searching,
  state: OpenedCase,
  seq: number,
  now: string,
): Promise<TakenStep> {
  if (nextStep(state) !== 'search') return { ok: true, state, output: whatNext(state, searching.functions) };
  const { caseId } = state.common;
  const planned = searchOf(state);
  const searches = planned === undefined ? [] : searchesDue(planned);
  const begun = await commitCommand(
    casework,
    caseId,
    {
      commandId: `NextStep/${seq}`,
      by: { kind: 'workflow', id: 'next' },
      command: { type: 'start-searches', searches },
    },
    now,
  );
  // The commit is refused if the case has ended meanwhile, or if staff must first decide on a circumstance. The next
  // step is then computed from the new state of the case.
  if (!begun.ok && begun.rule !== 'circumstance-undecided' && begun.rule !== 'case-ended') return begun;
  const { state: after } = begun.ok ? begun : await loadCaseAgain(casework, caseId);
  if (after === undefined) return refuse('no-such-case');
  const search = searchOf(after);
  if (nextStep(after) === 'search' && search !== undefined)
    await orderSearches(
      { ...searching, findings, records: casework, organisationAt: casework.organisationAt },
      after.common,
      search,
    );
  return { ok: true, state: after, output: whatNext(after, searching.functions) };
}

function whatNext(state: OpenedCase, searchFunctions: Readonly<Record<string, string>>): Next {
  const search = searchOf(state);
  const next = nextStep(state);
  const searches =
    next === 'search' && search !== undefined
      ? searchIds(state.common, search).map(({ system, wave, run }) => {
          const functionName = searchFunctions[system];
          if (functionName === undefined) throw new Error(`no Lambda function searches the system ${system}`);
          return { system, wave, run, functionName };
        })
      : [];
  return nextSchema.parse({ next, round: search?.round ?? 0, searches });
}

function repetitionsIn(state: OpenedCase, system: string): number {
  const search = searchOf(state);
  return search === undefined ? 0 : repetitionsOf(search, system);
}
