import type { Command } from '#domain/case/command.ts';
import { isAtStandstill } from '#domain/case/circumstances/standstill.ts';
import { searchOf, type OpenedCase } from '#domain/case/state.ts';
import type { SearchId } from '#domain/findings/search-order.ts';
import type { SearchOrders } from '#store/search-orders.ts';
import type { Records } from '../commit/casework.ts';
import { identifierHash } from '../commit/keys.ts';
import { withdrawOrders } from './order-searches.ts';

/**
 * How the workflow says that a search ended. `searched`: with a result. `withdrawn`: without a result, because its
 * order was withdrawn. `failed`: the last try of the Lambda function ended with an error.
 */
export type SearchEnd = 'searched' | 'withdrawn' | 'failed';

/**
 * The command that commits the result of a search to its case; `undefined` if there is nothing to commit. The
 * identifiers that the search learned are added to the subject profile, because the log holds only their hashes.
 *
 * If staff must first decide on a circumstance, the case waits, and the orders of the searches that have not begun are
 * withdrawn.
 */
export async function resultCommand(
  records: Pick<Records, 'profiles'>,
  orders: SearchOrders,
  state: OpenedCase,
  of: SearchId,
  end: SearchEnd,
): Promise<Extract<Command, { readonly type: 'answer-search' }> | undefined> {
  const search = searchOf(state);
  if (search !== undefined && isAtStandstill(state)) await withdrawOrders(orders, state.common, search);
  if (state.stage.kind !== 'gathering' || end === 'withdrawn') return undefined;
  const answer = { type: 'answer-search', system: of.system, wave: of.wave } as const;
  const result = await orders.result(of);
  if (result === undefined) {
    if (end === 'searched') throw new Error('a search that ended has no result');
    const nothing = { records: 0, files: 0, possible: 0 };
    return { ...answer, learned: [], result: 'failed', ...nothing, reason: 'search-broke-down' };
  }
  const profile = await records.profiles.get(of.caseId);
  if (profile === undefined) throw new Error('a case that is being searched has no subject profile');
  const learned = result.learned.map(({ kind, value, weight, disputed }) => ({
    identifier: { kind, value },
    ref: { kind, hash: identifierHash(profile.caseKey, { kind, value }), weight, disputed },
  }));
  for (const { identifier, ref } of learned) await records.profiles.addIdentifier(of.caseId, ref.hash, identifier);
  const { records: found, files, possible, disputed, resources, reason } = result;
  return {
    ...answer,
    learned: learned.map(({ ref }) => ref),
    result: result.result,
    records: found,
    files,
    possible,
    disputed,
    resources,
    ...(reason === undefined ? {} : { reason }),
  };
}
