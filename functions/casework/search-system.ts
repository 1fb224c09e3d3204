import { Readable } from 'node:stream';
import { createClient, type Client, type Surroundings } from '#connectors/sdk/requester.ts';
import type { AnyConnector, AttachmentSource, Candidate } from '#connectors/sdk/connector.ts';
import { ConnectorFailure } from '#connectors/sdk/failure.ts';
import { searchPages, type JudgedPage } from '#connectors/sdk/search-pages.ts';
import { isSearchedBy } from '#domain/case/confirmed-contact.ts';
import type { Gathering, HeldResource } from '#domain/case/state.ts';
import { missingWaves } from '#domain/case/outcome.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { sha256 } from '#domain/canonical/canonical.ts';
import type {
  Finding,
  FindingsPage,
  RecordKey,
  StoredAttachment,
  Unread,
  UnreadReason,
} from '#domain/findings/finding.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { isJsonObject } from '#domain/json.ts';
import { unreadableIn } from '#domain/json-reader.ts';
import type { NormaliseContext } from '#domain/identifiers/normalise.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import { documentKey, type Findings } from '#store/findings.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Records } from './casework.ts';
import { commitCommand, type Acted } from './commit-command.ts';
import { contactHash, identifierHash } from './keys.ts';
import { timeAfter } from './time-after.ts';

/** What a search needs besides the records. */
export interface SearchMeans {
  readonly records: Records;
  readonly findings: Findings;
  readonly connector: AnyConnector;
  readonly installation: { readonly settings: unknown; readonly secret: unknown };
  readonly surroundings: Surroundings;
  /** The description with this hash, which the case is handled under. */
  organisationAt(hash: string): Promise<Organisation>;
}

/** One search: a system and a wave. */
export interface AskedSearch {
  readonly caseId: string;
  readonly system: string;
  readonly wave: number;
}

// The search stops for this call when less than this is left, and goes on in the next from the last page kept.
const reserve = 60_000;
const mostPages = 20_000;

/**
 * Searches one system for one wave, page by page; each page is kept before the next is asked for, so that a killed
 * search asks for no kept page again. Ends in a recorded answer: found, nothing held, or failed with what was tried. `now` is
 * when this call begins, ISO 8601.
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
  // What protects somebody is decided on first; then the workflow asks for the search again.
  if (!started.ok) return started.rule === 'circumstance-undecided' ? { done: true } : started;
  const state = started.state;
  if (state.status !== 'gathering' || !owes(state, system, wave)) return { done: true };
  const profile = await records.profiles.get(caseId);
  if (profile === undefined) throw new Error('a case that is searched has no subject profile');

  const kept = {
    pages: 0,
    records: 0,
    files: 0,
    possible: 0,
    unread: 0,
    resources: new Map<string, HeldResource>(),
    learned: new Map<string, Identifier>(),
  };
  const roots: RecordKey[] = [];
  let cursor: FindingsPage['next'] = null;
  let complete = false;
  const count = (page: FindingsPage): void => {
    kept.pages += 1;
    kept.records += page.findings.length;
    kept.files += page.findings.reduce((sum, { attachments }) => sum + attachments.length, 0);
    kept.possible += page.possible.length;
    kept.unread += page.unread.length;
    for (const finding of page.findings) addTo(kept.resources, finding);
    roots.push(...page.roots);
    for (const identifier of page.learned) kept.learned.set(identifierHash(profile.caseKey, identifier), identifier);
    cursor = page.next;
    complete = page.next === null;
  };
  for await (const page of findings.pages(caseId, system, wave)) count(page);

  const verified = verifiedIdentifiers(state, profile, wave);
  const earlier = await keptInEarlierWaves(findings, asked);
  let failure: ConnectorFailure | undefined;
  if (!complete)
    try {
      if (verified.ofWave.length === 0)
        throw new ConnectorFailure('nothing-to-search-by', 'no proven identifier can be searched for');
      const installed = connector.install(means.installation);
      const client = createClient(
        connector,
        installed.origins,
        async (requester) => await installed.authorise(requester),
        surroundings,
      );
      const pages = searchPages(connector, installed, client, {
        verified: verified.all,
        rejected: [],
        wanted: verified.ofWave,
        cursor,
        before: { belonging: roots, unplaced: [], apart: [] },
        reading: await readingOf(means, state, now),
      });
      for await (const judged of pages) {
        if (kept.pages >= mostPages) throw new ConnectorFailure('too-many-pages', `more than ${mostPages} pages`);
        count(await keepPage(means, client, asked, kept.pages + 1, fresh(judged, earlier), timeAfter(records, now)));
        if (judged.next !== null && surroundings.timeLeft() < reserve) return { done: false };
      }
    } catch (error) {
      if (!(error instanceof ConnectorFailure)) throw error;
      failure = error;
    }
  // What was read is delivered; that something was not must not look like the end of the search.
  if (failure === undefined && kept.unread > 0)
    failure = new ConnectorFailure('unread-records', 'something that belongs to the person could not be read');

  const learned = [...kept.learned].filter(
    ([, one]) => !verified.all.some((known) => known.kind === one.kind && known.value === one.value),
  );
  for (const [hash, identifier] of learned) await records.profiles.addIdentifier(caseId, hash, identifier);
  const answered = await commitCommand(
    records,
    caseId,
    {
      commandId: `SearchSystem/${system}/${wave}/answer/${retriesOf(state, system)}`,
      by,
      command: {
        type: 'answer-search',
        system,
        wave,
        learned: learned.map(([hash, { kind }]) => ({ kind, hash })),
        result: failure !== undefined ? 'failed' : kept.records > 0 ? 'found' : 'nothing-held',
        records: kept.records,
        files: kept.files,
        possible: kept.possible,
        resources: [...kept.resources.values()],
        ...(failure === undefined ? {} : { reason: failure.code }),
      },
    },
    timeAfter(records, now),
  );
  return answered.ok ? { done: true } : answered;
}

function addTo(counts: Map<string, HeldResource>, { resource, attachments }: Finding): void {
  const { records, files } = counts.get(resource) ?? { records: 0, files: 0 };
  counts.set(resource, { resource, records: records + 1, files: files + attachments.length });
}

/** How the controller of the case reads the identifiers of a record: by its own number formats and its interim switch. */
async function readingOf(means: SearchMeans, { facts }: Gathering, now: string): Promise<NormaliseContext> {
  const { allowInterimNumbers, numbers } = controllerOf(
    await means.organisationAt(facts.organisation),
    facts.controller,
  );
  return { today: localDate(now, facts.timeZone), allowInterim: allowInterimNumbers, numbers };
}

/** Keys of the records that earlier waves have kept: what they found is not fetched, counted and answered twice. */
async function keptInEarlierWaves(findings: Findings, asked: AskedSearch): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  if (asked.wave === 1) return keys;
  for await (const page of findings.pages(asked.caseId, asked.system))
    if (page.wave < asked.wave) for (const finding of page.findings) keys.add(keyText(finding));
  return keys;
}

function fresh(judged: JudgedPage, earlier: ReadonlySet<string>): JudgedPage {
  return { ...judged, belongs: judged.belongs.filter((candidate) => !earlier.has(keyText(candidate))) };
}

function keyText(key: RecordKey): string {
  return `${key.resource}/${key.id}`;
}

function owes(state: Gathering, system: string, wave: number): boolean {
  const searched = state.systems.find(({ id }) => id === system);
  return searched !== undefined && missingWaves(searched, state).includes(wave);
}

function retriesOf(state: Gathering, system: string): number {
  return state.systems.find(({ id }) => id === system)?.retries ?? 0;
}

/**
 * The person's verified identifiers up to a wave: what was proven, and what systems taught and staff accepted. What was
 * merely stated, the address that we write to among it, is searched for only once it is proven, or confirmed where staff
 * have proven the person and named it.
 */
function verifiedIdentifiers(
  state: Gathering,
  profile: SubjectProfile,
  wave: number,
): { readonly all: readonly Identifier[]; readonly ofWave: readonly Identifier[] } {
  const accepted = state.learned.flatMap(({ identifier, decision }) =>
    decision !== null && decision.accepted ? [{ wave: decision.wave, identifier }] : [],
  );
  const { identifier } = state.identity;
  const later = [...state.proven, ...accepted];
  // Where nothing is searched by the first proof, the first wave is searched again by what came after it.
  const searched = isSearchedBy(state, identifier)
    ? [{ wave: 1, identifier }, ...later]
    : later.map((one) => (wave === 1 ? { ...one, wave } : one));
  const known = searched
    .filter((one) => one.wave <= wave)
    .flatMap(({ identifier, wave: from }) =>
      identifiersOf(profile, identifier.hash).map((value) => ({ wave: from, value })),
    )
    // Which system taught its identifiers first is chance: pages are the same whatever the order was.
    .toSorted((a, b) => (spelled(a.value) < spelled(b.value) ? -1 : 1));
  return {
    all: known.map(({ value }) => value),
    ofWave: known.filter((one) => one.wave === wave).map(({ value }) => value),
  };
}

function spelled({ kind, value }: Identifier): string {
  return `${kind}:${value}`;
}

/** The identifier that a reference in the log stands for; none where it is a postal address, or erased. */
function identifiersOf(profile: SubjectProfile, hash: string): readonly Identifier[] {
  const values = [profile.contact, ...profile.claimed, ...Object.values(profile.contacts)];
  const value = values.find((one) => contactHash(profile.caseKey, one) === hash) ?? profile.identifiers[hash];
  return value === undefined || value.kind === 'postalAddress' ? [] : [value];
}

async function keepPage(
  means: SearchMeans,
  client: Client,
  asked: AskedSearch,
  number: number,
  judged: JudgedPage,
  asOf: string,
): Promise<FindingsPage> {
  const findings: Finding[] = [];
  const unread: Unread[] = [];
  for (const candidate of judged.belongs) {
    const { finding, missing } = await keepRecord(means, client, asked, candidate);
    if (finding !== undefined) findings.push(finding);
    unread.push(...missing);
  }
  for (const { resource, id, data } of judged.possible) {
    const reason = unreadIdentifier(means.connector, { resource, data });
    if (reason !== undefined) unread.push({ resource, id, document: null, certain: false, reason });
  }
  return await means.findings.putPage(asked.caseId, {
    v: 1,
    system: asked.system,
    wave: asked.wave,
    page: number,
    asOf,
    findings,
    unread,
    possible: [...judged.disputed, ...judged.possible].map(({ resource, id }) => ({ resource, id })),
    learned: judged.taught.map(({ kind, value }) => ({ kind, value })),
    roots: judged.belongs.map(({ resource, id }) => ({ resource, id })),
    next: judged.next,
  });
}

/** Why it cannot be told whose a record is: a field by which it would be known could not be read. */
function unreadIdentifier(
  { identifying }: AnyConnector,
  { resource, data }: Pick<Candidate, 'resource' | 'data'>,
): UnreadReason | undefined {
  const fields = Object.keys((Object.hasOwn(identifying, resource) ? identifying[resource] : undefined) ?? {});
  return fields
    .map((field) => (Object.hasOwn(data, field) ? unreadableIn(data[field] ?? null) : undefined))
    .find((reason) => reason !== undefined);
}

/** A record as it is kept; none where it could not be read. `missing`: what of it could not. */
interface Kept {
  readonly finding?: Finding;
  readonly missing: readonly Unread[];
}

async function keepRecord(means: SearchMeans, client: Client, asked: AskedSearch, candidate: Candidate): Promise<Kept> {
  const { resource, id, data } = candidate;
  // The record as a whole is named; its documents without it would not be understood.
  if (!isJsonObject(data))
    return { missing: [{ resource, id, document: null, certain: true, reason: unreadableIn(data) ?? 'not-text' }] };
  const attachments: StoredAttachment[] = [];
  const missing: Unread[] = [];
  for (const source of candidate.attachments ?? []) {
    const stored = await keepDocument(means, client, asked, candidate, source);
    if ('key' in stored) attachments.push(stored);
    else missing.push({ resource, id, document: source.title, certain: true, reason: stored.reason });
  }
  return { finding: { resource, id, data, partOf: candidate.partOf ?? null, attachments }, missing };
}

async function keepDocument(
  means: SearchMeans,
  client: Client,
  asked: AskedSearch,
  candidate: Candidate,
  source: AttachmentSource,
): Promise<StoredAttachment | { readonly reason: UnreadReason }> {
  const id = sha256(`${candidate.resource}/${candidate.id}/${source.id}`).slice(0, 32);
  const key = documentKey(asked.caseId, asked.system, id);
  try {
    const body = await client.download(source.fetch.call, source.fetch);
    const content = Readable.from(withFailure(body, source.fetch.call));
    const { bytes, sha256: hash } = await means.findings.putDocument(key, content);
    return { id: source.id, title: source.title, mediaType: source.mediaType, bytes, sha256: hash, key };
  } catch (error) {
    // Trying again would end the same way: the file is named as missing, and the search goes on.
    if (error instanceof ConnectorFailure && (error.code === 'too-large' || error.code === 'address-refused'))
      return { reason: error.code };
    throw error;
  }
}

/** A document that breaks off is the system's failure, not ours. */
async function* withFailure(
  body: AsyncIterable<Uint8Array>,
  call: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* body;
  } catch (error) {
    if (error instanceof ConnectorFailure) throw error;
    throw new ConnectorFailure('unavailable', `${call}: the document broke off`, { cause: error });
  }
}
