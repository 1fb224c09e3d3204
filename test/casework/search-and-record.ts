// Makes one search as the workflow does: the order, the search, and the record of its result.
import type { Casework } from '#casework/commit/casework.ts';
import { commitCommand } from '#casework/commit/commit-command.ts';
import { orderSearches, repetitionsOf } from '#casework/search/order-searches.ts';
import { searchSystem, type Searched, type SearchMeans } from '#casework/search/search-system.ts';
import { takeStep, type Searching } from '#casework/workflow/take-step.ts';
import { kindsOf } from '#connectors/sdk/kinds-of.ts';
import type { AnyConnector } from '#connectors/sdk/connector.ts';
import { searchOf } from '#domain/case/state.ts';
import { identifierKinds } from '#domain/identifiers/identifier.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { Rig } from './rig.ts';
import { start } from './rig.ts';

export interface Means extends Omit<SearchMeans, 'orders' | 'now'> {
  readonly records: Casework;
  organisationAt(hash: string): Promise<Organisation>;
}

/** The input of the steps around the searches, for these connectors. The functions are named after the systems. */
export function searching(rig: Pick<Rig, 'orders'>, connectors: readonly AnyConnector[] = []): Searching {
  const all = { accepts: identifierKinds, reads: identifierKinds };
  return {
    functions: Object.fromEntries(connectors.map(({ id }) => [id, `search-${id}`])),
    orders: rig.orders,
    kindsOf: (system) => {
      const found = connectors.find(({ id }) => id === system);
      return found === undefined ? all : kindsOf(found);
    },
  };
}

/** Writes the order, makes one call of the search, and records the result if the call ended the search. */
export async function searchAndRecord(
  rig: Pick<Rig, 'orders' | 'anchors' | 'views' | 'findings' | 'state'>,
  means: Means,
  { caseId, system, wave }: { readonly caseId: string; readonly system: string; readonly wave: number },
  at = start,
): Promise<Searched> {
  const { records, organisationAt, connector } = means;
  const command = { type: 'start-searches', searches: [{ system, wave }] } as const;
  const by = { kind: 'workflow', id: 'test' } as const;
  const commandId = `start/${system}/${wave}/${(await rig.state(caseId)).common.seq}`;
  const begun = await commitCommand(records, caseId, { commandId, by, command }, at);
  if (!begun.ok) throw new Error(begun.code);
  const around = searching(rig, [{ ...connector, id: system }]);
  const search = searchOf(begun.state);
  if (search === undefined) throw new Error('the case is not searched');
  await orderSearches({ ...around, findings: means.findings, records, organisationAt }, begun.state.common, search);
  const of = { caseId, system, wave, run: repetitionsOf(search, system) };
  const end = await searchSystem({ ...means, orders: rig.orders, now: () => '' }, of, at);
  if (end === 'goes-on') return end;
  const step = { v: 2, step: 'record-search', ...of, end } as const;
  const recorded = await takeStep(records, rig, rig.findings, around, step, at);
  if (!recorded.ok) throw new Error(recorded.code);
  return end;
}
