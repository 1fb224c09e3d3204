import type { AnyConnector } from '#connectors/sdk/connector.ts';
import { ConnectorFailure } from '#connectors/sdk/failure.ts';
import { contentOf, unreadContent, type GivenRecord } from '#connectors/sdk/same-id.ts';
import { createClient, type Surroundings } from '#connectors/sdk/requester.ts';
import { searchPages, type IdentifiedCandidate, type SearchInput } from '#connectors/sdk/search-pages.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { keyText } from '#domain/findings/belonging.ts';
import type { FindingsPage, RecordKey, StoredAttachment } from '#domain/findings/finding.ts';
import type { Knowledge } from '#domain/findings/knowledge.ts';
import { countsBy, evidenceOf, type Counts, type PageEvidence } from '#domain/findings/counts.ts';
import { isStandIn } from '#domain/findings/stand-in.ts';
import { knowledgeOf, type SearchId, type SearchOrder } from '#domain/findings/search-order.ts';
import { standings } from '#domain/findings/standing.ts';
import { sameIdentifier } from '#domain/identifiers/identifier.ts';
import type { NormaliseContext } from '#domain/identifiers/normalise.ts';
import type { Findings } from '#store/findings.ts';
import type { SearchOrders } from '#store/search-orders.ts';
import { candidateOf, keepPage } from './keep-page.ts';
import { timeAfter } from '../commit/time-after.ts';

/** What `searchSystem` needs: the stores, the connector with its settings and secret, the network, and the clock. */
export interface SearchMeans {
  readonly findings: Findings;
  readonly orders: Pick<SearchOrders, 'order' | 'putResult'>;
  readonly connector: AnyConnector;
  readonly installation: { readonly settings: unknown; readonly secret: unknown };
  readonly surroundings: Surroundings;
  /** Returns the current time, ISO 8601. */
  now(): string;
}

/**
 * How a call of a search ends. `searched`: the result is stored. `goes-on`: the time ran out before the last page, and
 * the next call continues. `withdrawn`: the order was withdrawn, and nothing was searched.
 */
export type Searched = 'searched' | 'goes-on' | 'withdrawn';

// In milliseconds. If less time is left before the timeout of the Lambda function, this call stops after the page that
// it has just stored, and the next call continues with the page after it.
const reserve = 60_000;
const mostPages = 20_000;

/**
 * Searches one system in one wave, page by page, for the identifiers in the order of the search. Each page is stored
 * before the next page is requested, so a search that was killed continues after the last stored page.
 *
 * At the end the result is stored: found, nothing held, or failed with the reason. A search neither reads nor writes
 * the log of the case, so a step of the workflow commits the result (`record-search.ts`). `now` (ISO 8601) is when this
 * call begins.
 */
export async function searchSystem(means: SearchMeans, asked: SearchId, now: string): Promise<Searched> {
  const { findings, orders, connector, surroundings } = means;
  const { caseId, system, wave, run } = asked;
  const order = await orders.order(asked);
  if (order === undefined) return 'withdrawn';

  const known = knowledgeOf(order);
  const kept = await keptBefore(findings, asked);
  let { cursor, complete } = kept;
  const count = (page: FindingsPage): void => {
    kept.pages.push(evidenceOf(page));
    kept.ofWave += 1;
    cursor = page.next;
    complete = page.next === null;
  };
  let failure: ConnectorFailure | undefined;
  if (!complete && order.searchBy !== 'nothing-left')
    try {
      if (order.searchBy === 'nothing-proven')
        throw new ConnectorFailure('nothing-to-search-by', 'the case has no proven identifier to search for');
      const installed = connector.install(means.installation);
      const client = createClient(
        connector,
        installed.origins,
        async (requester) => await installed.authorise(requester),
        surroundings,
      );
      const pages = searchPages(connector, installed, client, {
        ...known,
        wanted: order.wanted,
        ...(order.adopted === undefined ? {} : { adopted: order.adopted }),
        cursor,
        before: kept.before,
        reading: readingOf(order, now),
      });
      for await (const sorted of pages) {
        if (kept.ofWave >= mostPages)
          throw new ConnectorFailure('too-many-pages', `the search returned more than ${mostPages} pages`);
        const of = { caseId, system, wave, run: kept.run, page: kept.ofWave + 1, asOf: timeAfter(means, now) };
        count(await keepPage({ ...means, documents: kept.documents }, client, of, sorted));
        if (sorted.next !== null && surroundings.timeLeft() < reserve) return 'goes-on';
      }
    } catch (error) {
      if (!(error instanceof ConnectorFailure)) throw error;
      failure = error;
    }
  // If a repeated search fails before its last page, the results of the earlier search stay.
  const isBrokenOff = !complete && kept.run > 0;
  const counted = countedAlone(system, isBrokenOff ? await answeredPages(findings, asked) : kept.pages, known);
  const { resources, unread, ...counts } = counted.wave(wave);
  // Records that could be read are delivered. The failure is recorded too, so that the person learns that records are
  // missing.
  if (failure === undefined && unread > 0)
    failure = new ConnectorFailure('unread-records', 'a record of the person could not be read');
  await orders.putResult({
    v: 1,
    caseId,
    system,
    wave,
    run,
    result: failure !== undefined ? 'failed' : counts.records > 0 ? 'found' : 'nothing-held',
    ...counts,
    resources: [...resources],
    ...(failure === undefined ? {} : { reason: failure.code }),
    learned: counted.taught().filter((one) => !known.verified.some((other) => sameIdentifier(one, other))),
  });
  return 'searched';
}

/** What earlier calls and earlier waves have stored, so that a search can continue after it. */
interface KeptBefore {
  /** Pages of this wave and of all earlier waves, in order. */
  readonly pages: PageEvidence[];
  readonly before: SearchInput['before'];
  /** Documents that earlier waves stored. These documents are not downloaded again. */
  readonly documents: ReadonlyMap<string, readonly StoredAttachment[]>;
  /** The number of the search within the wave: 0 is the first search. */
  readonly run: number;
  /** How many pages this search has stored so far. */
  ofWave: number;
  readonly cursor: FindingsPage['next'];
  readonly complete: boolean;
}

/**
 * Reads the stored pages of a search. If staff have asked for another search since the stored one was completed, the
 * new search starts at the first page, because the system may now return other records.
 */
async function keptBefore(findings: Findings, { caseId, system, wave, run: retries }: SearchId): Promise<KeptBefore> {
  const documents = new Map<string, readonly StoredAttachment[]>();
  const pages: PageEvidence[] = [];
  const belonging: RecordKey[] = [];
  const given: GivenRecord[] = [];
  if (wave > 1)
    for await (const page of findings.pages(caseId, system)) {
      if (page.wave === 0 || page.wave >= wave) continue;
      pages.push(evidenceOf(page));
      belonging.push(...page.findings.map(({ resource, id }) => ({ resource, id })));
      for (const one of page.findings) documents.set(keyText(one), one.attachments);
      // A record whose id cannot be read has a placeholder as its id, such as `unread:1:2`. Another wave may use the
      // same placeholder for another record, so the contents of the two are not compared.
      for (const one of recordsOn(page)) given.push(isStandIn(one.id) ? { ...one, content: 'earlier' } : one);
    }
  const last = await findings.lastRun(caseId, system, wave);
  const ofRun: PageEvidence[] = [];
  const givenInRun: GivenRecord[] = [];
  const unplaced: IdentifiedCandidate[] = [];
  let cursor: FindingsPage['next'] = null;
  for await (const page of last.pages()) {
    ofRun.push(evidenceOf(page));
    givenInRun.push(...recordsOn(page));
    for (const part of page.unplaced) unplaced.push(candidateOf(part));
    cursor = page.next;
  }
  const complete = ofRun.length > 0 && cursor === null;
  if (complete && last.run < retries)
    return {
      pages,
      before: { belonging, unplaced: [], apart: [], given },
      documents,
      run: retries,
      ofWave: 0,
      cursor: null,
      complete: false,
    };
  for (const page of ofRun) belonging.push(...page.findings);
  const apart = ofRun.flatMap(({ disputed, possible }) => [...disputed, ...possible]);
  return {
    pages: [...pages, ...ofRun],
    before: { belonging, unplaced, apart, given: [...given, ...givenInRun] },
    documents,
    run: last.run,
    ofWave: ofRun.length,
    cursor,
    complete,
  };
}

/** Every record on a page, also those that do not belong to the person. */
function recordsOn({ findings, disputed, possible, unplaced }: FindingsPage): readonly GivenRecord[] {
  return [...findings, ...disputed, ...possible, ...unplaced].map(({ resource, id, data, partOf, unreadable }) => ({
    resource,
    id,
    content: unreadable === null ? contentOf({ data, partOf }) : unreadContent,
  }));
}

/** The pages of all completed searches of a system, up to and including this wave. */
async function answeredPages(findings: Findings, { caseId, system, wave }: SearchId): Promise<PageEvidence[]> {
  const pages: PageEvidence[] = [];
  for await (const page of findings.pages(caseId, system))
    if (page.wave > 0 && page.wave <= wave) pages.push(evidenceOf(page));
  return pages;
}

/**
 * Counts the records of one system, and considers only the pages of this system. The screening counts them again
 * together with the records of the other systems (`settled-searches.ts`).
 */
function countedAlone(system: string, pages: readonly PageEvidence[], knowledge: Knowledge): Counts {
  const { look, together } = standings(knowledge);
  for (const page of pages) look(system, page);
  const counts = countsBy(together()(system));
  for (const page of pages) counts.add(page);
  return counts;
}

/**
 * How identifiers in the records are normalised: the number formats of the case's controller, whether it allows interim
 * personnummer, and the date in its time zone.
 */
function readingOf(
  { reading: { timeZone, allowInterimNumbers, numbers } }: SearchOrder,
  now: string,
): NormaliseContext {
  return { today: localDate(now, timeZone), allowInterim: allowInterimNumbers, numbers };
}
