import type { ConnectorKinds } from '#connectors/sdk/kinds-of.ts';
import type { Common, Search } from '#domain/case/state.ts';
import { isForAdopted } from '#domain/case/search/waves.ts';
import { searchesDue } from '#domain/case/waits.ts';
import type { RecordKey } from '#domain/findings/finding.ts';
import { meaningIn, type KnownIdentifier } from '#domain/findings/knowledge.ts';
import type { SearchId, SearchOrder } from '#domain/findings/search-order.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import type { Findings } from '#store/findings.ts';
import type { SearchOrders } from '#store/search-orders.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Records } from '../commit/casework.ts';
import { adoptedRecords } from './decided-records.ts';
import { knownIdentifiers } from './known-identifiers.ts';

/** What `orderSearches` needs. */
export interface OrderMeans {
  readonly records: Pick<Records, 'profiles'>;
  /** The store in which earlier searches stored the records that staff adopted. */
  readonly findings: Findings;
  readonly orders: SearchOrders;
  /**
   * The kinds of identifier by which the connector of a system searches, and the kinds that the records of the system
   * can contain.
   */
  kindsOf(system: string): ConnectorKinds;
  /**
   * Reads the organisation's description with this hash. A case keeps the description that was in force when it was
   * opened.
   */
  organisationAt(hash: string): Promise<Organisation>;
}

/** The searches that are still to be made in a case, each with how often staff have asked for it again (`run`). */
export function searchIds({ caseId }: Pick<Common, 'caseId'>, search: Search): readonly SearchId[] {
  return searchesDue(search).map(({ system, wave }) => ({ caseId, system, wave, run: repetitionsOf(search, system) }));
}

/** How often staff have asked for another search of a system. */
export function repetitionsOf({ systems }: Pick<Search, 'systems'>, system: string): number {
  return systems.find(({ id }) => id === system)?.retries ?? 0;
}

/**
 * Writes the orders for all searches that are to be made now. An order tells the search function of one system what it
 * needs, so that the function reads neither the log nor the subject profile. Orders that were written before are
 * replaced, so that a new execution of the workflow searches with the identifiers that are known now.
 */
export async function orderSearches(means: OrderMeans, common: Common, search: Search): Promise<void> {
  const profile = await means.records.profiles.get(common.caseId);
  if (profile === undefined) throw new Error('a case that is being searched has no subject profile');
  const organisation = await means.organisationAt(common.facts.organisation);
  const { allowInterimNumbers, numbers } = controllerOf(organisation, common.facts.controller);
  const reading = { timeZone: common.facts.timeZone, allowInterimNumbers, numbers };
  await Promise.all(
    searchIds(common, search).map(async (id) => {
      const system = search.systems.find((one) => one.id === id.system);
      const adopted = system === undefined ? [] : await adoptedRecords(means.findings, common, profile, system);
      await means.orders.put({ ...orderOf(common, search, profile, id, means.kindsOf(id.system), adopted), reading });
    }),
  );
}

/** Withdraws the orders of all searches without a result, so that a search that has not begun is not made. */
export async function withdrawOrders(orders: SearchOrders, common: Common, search: Search): Promise<void> {
  await Promise.all(searchIds(common, search).map(async (id) => await orders.withdraw(id)));
}

function orderOf(
  common: Common,
  search: Search,
  profile: SubjectProfile,
  id: SearchId,
  kinds: ConnectorKinds,
  adopted: readonly RecordKey[],
): Omit<SearchOrder, 'reading'> {
  const known = knownIdentifiers(common, search, profile, id.wave);
  // An order leaves out two sorts of identifiers: a number that another system issued, because the same number may be
  // somebody else's here, and a kind by which this system is not searched and which its records cannot contain.
  const read = (all: readonly KnownIdentifier[]): KnownIdentifier[] =>
    meaningIn(all, id.system).filter(({ kind }) => kinds.reads.includes(kind));
  const verified = read(known.verified);
  const isForRecords = isForAdopted(search, id.system, id.wave);
  const isSearchable = isForRecords ? adopted.length > 0 : known.isSearchable;
  const by = isForRecords ? known.verified : known.ofWave;
  return {
    v: 1,
    ...id,
    searchBy: !isSearchable ? 'nothing-left' : by.length === 0 ? 'nothing-proven' : 'wanted',
    wanted: read(by).filter(({ kind }) => kinds.accepts.includes(kind)),
    verified,
    rejected: read(known.rejected),
    ...(adopted.length === 0 ? {} : { adopted: [...adopted] }),
    otherKinds: [...new Set(known.verified.filter((one) => !verified.includes(one)).map(({ kind }) => kind))],
  };
}
