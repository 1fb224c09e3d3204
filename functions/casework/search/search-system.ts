import type { AnyConnector } from '#connectors/sdk/connector.ts';
import { ConnectorFailure } from '#connectors/sdk/failure.ts';
import { contentOf, unreadContent, type GivenRecord } from '#connectors/sdk/same-id.ts';
import { createClient, type Surroundings } from '#connectors/sdk/requester.ts';
import { searchPages, type IdentifiedCandidate, type SearchInput } from '#connectors/sdk/search-pages.ts';
import { missingWaves } from '#domain/case/search/outcome.ts';
import { isAt, type Common, type Gathering } from '#domain/case/state.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { keyText } from '#domain/findings/belonging.ts';
import type { FindingsPage, RecordKey, StoredAttachment } from '#domain/findings/finding.ts';
import { knowledgeIn, meaningIn, type Knowledge } from '#domain/findings/knowledge.ts';
import { countsBy, evidenceOf, type Counts, type PageEvidence } from '#domain/findings/counts.ts';
import { isStandIn } from '#domain/findings/stand-in.ts';
import { standings } from '#domain/findings/standing.ts';
import { sameIdentifier } from '#domain/identifiers/identifier.ts';
import type { NormaliseContext } from '#domain/identifiers/normalise.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import type { Findings } from '#store/findings.ts';
import type { Records } from '../commit/casework.ts';
import { commitCommand, type Acted } from '../commit/commit-command.ts';
import { candidateOf, keepPage } from './keep-page.ts';
import { identifierHash } from '../commit/keys.ts';
import { knownIdentifiers } from './known-identifiers.ts';
import { timeAfter } from '../commit/time-after.ts';

/** What `searchSystem` needs: the stores, the connector with its settings and secret, and the network. */
export interface SearchMeans {
  readonly records: Records;
  readonly findings: Findings;
  readonly connector: AnyConnector;
  readonly installation: { readonly settings: unknown; readonly secret: unknown };
  readonly surroundings: Surroundings;
  /**
   * Reads the organisation's description with this hash. A case keeps the description that was in force when it was
   * opened.
   */
  organisationAt(hash: string): Promise<Organisation>;
}

/** One search that the workflow requests: one system in one wave. */
export interface AskedSearch {
  readonly caseId: string;
  readonly system: string;
  readonly wave: number;
}

// In milliseconds. If less time is left, the call stops after the stored page, and the next call continues there.
const reserve = 60_000;
const mostPages = 20_000;

/**
 * Searches one system in one wave, page by page. Each page is stored before the next page is requested, so a search
 * that was killed continues after the last stored page.
 *
 * At the end the log gets the result: found, nothing held, or failed with the reason. `now` (ISO 8601) is when this
 * call begins. `done` is false if the time ran out before the last page.
 */
export async function searchSystem(
  means: SearchMeans,
  asked: AskedSearch,
  now: string,
): Promise<{ readonly done: boolean } | Exclude<Acted, { readonly ok: true }>> {
  const { records, findings, connector, surroundings } = means;
  const { caseId, system, wave } = asked;
  const by = { kind: 'workflow', id: 'SearchSystem' } as const;
  const started = await commitCommand(
    records,
    caseId,
    { commandId: `SearchSystem/${system}/${wave}`, by, command: { type: 'start-search', system, wave } },
    now,
  );
  // Staff must first decide on a circumstance that protects somebody. Afterwards the workflow requests this search
  // again.
  if (!started.ok) return started.rule === 'circumstance-undecided' ? { done: true } : started;
  const state = started.state;
  if (!isAt(state, 'gathering') || !owes(state.stage, system, wave)) return { done: true };
  const profile = await records.profiles.get(caseId);
  if (profile === undefined) throw new Error('a case that is being searched has no subject profile');

  const known = knownIdentifiers(state.common, state.stage.search, profile, wave);
  const kept = await keptBefore(findings, asked, retriesOf(state.stage, system));
  let { cursor, complete } = kept;
  const count = (page: FindingsPage): void => {
    kept.pages.push(evidenceOf(page));
    kept.ofWave += 1;
    cursor = page.next;
    complete = page.next === null;
  };
  let failure: ConnectorFailure | undefined;
  // If staff have meanwhile rejected every identifier of the wave, the search makes no call.
  if (!complete && known.isSearchable)
    try {
      if (known.ofWave.length === 0)
        throw new ConnectorFailure('nothing-to-search-by', 'the case has no proven identifier to search for');
      const installed = connector.install(means.installation);
      const client = createClient(
        connector,
        installed.origins,
        async (requester) => await installed.authorise(requester),
        surroundings,
      );
      const pages = searchPages(connector, installed, client, {
        ...knowledgeIn(known, system),
        // A customer number that another system issued is left out, because the same number may name somebody else
        // here.
        wanted: meaningIn(known.ofWave, system),
        cursor,
        before: kept.before,
        reading: await readingOf(means, state.common, now),
      });
      for await (const sorted of pages) {
        if (kept.ofWave >= mostPages)
          throw new ConnectorFailure('too-many-pages', `the search returned more than ${mostPages} pages`);
        const of = { caseId, system, wave, run: kept.run, page: kept.ofWave + 1, asOf: timeAfter(records, now) };
        count(await keepPage({ ...means, documents: kept.documents }, client, of, sorted));
        if (sorted.next !== null && surroundings.timeLeft() < reserve) return { done: false };
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
  const learned = counted
    .taught()
    .filter((one) => !meaningIn(known.verified, system).some((other) => sameIdentifier(one, other)))
    .map(({ kind, value, weight, disputed }) => ({
      identifier: { kind, value },
      taught: { kind, hash: identifierHash(profile.caseKey, { kind, value }), weight, disputed },
    }));
  for (const { taught, identifier } of learned) await records.profiles.addIdentifier(caseId, taught.hash, identifier);
  const answered = await commitCommand(
    records,
    caseId,
    {
      commandId: `SearchSystem/${system}/${wave}/answer/${retriesOf(state.stage, system)}`,
      by,
      command: {
        type: 'answer-search',
        system,
        wave,
        learned: learned.map(({ taught }) => taught),
        result: failure !== undefined ? 'failed' : counts.records > 0 ? 'found' : 'nothing-held',
        ...counts,
        resources,
        ...(failure === undefined ? {} : { reason: failure.code }),
      },
    },
    timeAfter(records, now),
  );
  return answered.ok ? { done: true } : answered;
}

/** The stored pages after which a search continues. */
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
 * Reads the stored pages of a search. `retries` is how often staff have repeated the search. If the stored search was
 * completed before the latest repetition, the new search starts at the first page. The system may now return other
 * records.
 */
async function keptBefore(
  findings: Findings,
  { caseId, system, wave }: AskedSearch,
  retries: number,
): Promise<KeptBefore> {
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
      // A record whose id cannot be read has a placeholder as its id. Another wave uses the same placeholder for
      // another record, so the contents are not compared.
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
async function answeredPages(findings: Findings, { caseId, system, wave }: AskedSearch): Promise<PageEvidence[]> {
  const pages: PageEvidence[] = [];
  for await (const page of findings.pages(caseId, system))
    if (page.wave > 0 && page.wave <= wave) pages.push(evidenceOf(page));
  return pages;
}

/**
 * Counts the records of one system by its own pages. The screening later compares them with the records of the other
 * systems.
 */
function countedAlone(system: string, pages: readonly PageEvidence[], knowledge: Knowledge): Counts {
  const { look, together } = standings(knowledge);
  for (const page of pages) look(system, page);
  const counts = countsBy(together()(system));
  for (const page of pages) counts.add(page);
  return counts;
}

/**
 * How identifiers in the records are normalised: the number formats of the case's controller, and whether it allows
 * interim personnummer.
 */
async function readingOf(means: SearchMeans, { facts }: Pick<Common, 'facts'>, now: string): Promise<NormaliseContext> {
  const { allowInterimNumbers, numbers } = controllerOf(
    await means.organisationAt(facts.organisation),
    facts.controller,
  );
  return { today: localDate(now, facts.timeZone), allowInterim: allowInterimNumbers, numbers };
}

function owes({ search }: Gathering, system: string, wave: number): boolean {
  const searched = search.systems.find(({ id }) => id === system);
  return searched !== undefined && missingWaves(searched, search).includes(wave);
}

function retriesOf({ search }: Gathering, system: string): number {
  return search.systems.find(({ id }) => id === system)?.retries ?? 0;
}
