import { Readable } from 'node:stream';
import type { AnyConnector, AttachmentSource } from '#connectors/sdk/connector.ts';
import { ConnectorFailure } from '#connectors/sdk/failure.ts';
import type { Client } from '#connectors/sdk/requester.ts';
import type { IdentifiedCandidate, SortedPage } from '#connectors/sdk/search-pages.ts';
import { isBlank, textIn, type VendorValue } from '#connectors/sdk/vendor-values.ts';
import { sha256 } from '#domain/canonical/canonical.ts';
import { keyText } from '#domain/findings/belonging.ts';
import type {
  ApartRecord,
  FindingsPage,
  KeptFinding,
  StoredAttachment,
  Unread,
  UnreadReason,
} from '#domain/findings/finding.ts';
import { isJsonObject } from '#domain/json.ts';
import { Unreadable, unreadableIn } from '#domain/json-reader.ts';
import { documentKey, type Findings } from '#store/findings.ts';

/** Identifies a page: its search and its number. */
interface PageOf {
  readonly caseId: string;
  readonly system: string;
  readonly wave: number;
  /** The number of the search within the wave: 0 is the first search. */
  readonly run: number;
  readonly page: number;
  /** When the system responded, ISO 8601. */
  readonly asOf: string;
}

/** What `keepPage` needs to know of a search. */
interface Keeping {
  readonly findings: Findings;
  readonly connector: AnyConnector;
  /**
   * Documents that an earlier wave has stored, by the text of the record's key. These documents are not fetched again.
   */
  readonly documents: ReadonlyMap<string, readonly StoredAttachment[]>;
}

/**
 * Stores a page of a search. The documents of the person's records are stored too. For all other records the fields are
 * stored, and how to fetch their documents if the records turn out to be the person's. Returns the stored page. If an
 * earlier try of the same search has stored the page, that page is returned.
 */
export async function keepPage(
  { findings, connector, documents }: Keeping,
  client: Client,
  of: PageOf,
  sorted: SortedPage,
): Promise<FindingsPage> {
  const { caseId, system, wave, run, page, asOf } = of;
  const kept: KeptFinding[] = [];
  const unread: Unread[] = [];
  for (const candidate of sorted.belongs) {
    const { finding, missing } = await keepRecord(findings, client, of, candidate, documents.get(keyText(candidate)));
    kept.push(finding);
    unread.push(...missing);
  }
  for (const { resource, id, data } of sorted.possible) {
    const reason = unreadIdentifier(connector, { resource, data });
    if (reason !== undefined) unread.push({ resource, id, document: null, certain: false, reason });
  }
  const content: FindingsPage = {
    v: 2,
    system,
    wave,
    page,
    asOf,
    findings: kept,
    unread,
    disputed: sorted.disputed.map((one) => ({ ...apart(one), by: [...one.by], against: [...one.against] })),
    possible: sorted.possible.map(apart),
    unplaced: sorted.unplaced.map(apart),
    learned: [...sorted.taught],
    next: sorted.next,
  };
  return await findings.putPage(caseId, content, run);
}

/** A stored record that did not count as the person's, turned back into the form in which the search found it. */
export function candidateOf({ unreadable, data, partOf, attachments, ...one }: ApartRecord): IdentifiedCandidate {
  return {
    ...one,
    // The fields of a part do not decide; the record that contains the part does.
    isUnclear: false,
    data: unreadable === null ? data : { unreadable: new Unreadable(unreadable) },
    ...(partOf === null ? {} : { partOf }),
    attachments: attachments.map(({ fetch: { call, path, query }, ...source }) => ({
      ...source,
      fetch: { call, ...(path === undefined ? {} : { path }), ...(query === undefined ? {} : { query }) },
    })),
  };
}

function apart({ resource, id, data, partOf, identifiers, attachments = [] }: IdentifiedCandidate): ApartRecord {
  const isReadable = isJsonObject(data);
  return {
    resource,
    id,
    data: isReadable ? data : {},
    unreadable: isReadable ? null : (unreadableIn(data) ?? 'not-text'),
    partOf: partOf ?? null,
    identifiers: [...identifiers],
    attachments: attachments.map(unfetched),
  };
}

function unfetched({
  fetch: { call, path, query = {} },
  ...source
}: AttachmentSource): ApartRecord['attachments'][number] {
  const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return {
    id: source.id,
    title: source.title,
    mediaType: source.mediaType,
    fetch: { call, ...(path === undefined ? {} : { path: { ...path } }), query: Object.fromEntries(asked) },
  };
}

/**
 * Why nobody can tell to whom a record belongs: an identifying field cannot be read. `undefined` if all can be read.
 */
function unreadIdentifier(
  { identifying }: AnyConnector,
  { resource, data }: Pick<IdentifiedCandidate, 'resource' | 'data'>,
): UnreadReason | undefined {
  const fields = Object.entries((Object.hasOwn(identifying, resource) ? identifying[resource] : undefined) ?? {});
  return fields
    .map(([field, { weight }]) => {
      const value = Object.hasOwn(data, field) ? (data[field] ?? null) : null;
      return unreadableIn(value) ?? (weight === 'own' && !isTextual(value) ? ('another-shape' as const) : undefined);
    })
    .find((reason) => reason !== undefined);
}

/** Whether an identifier can be read from a value: a text, a number, a list of texts and numbers, or nothing. */
function isTextual(value: VendorValue): boolean {
  if (Array.isArray(value)) return value.every((one: VendorValue) => isTextual(one));
  return isBlank(value) || typeof value === 'string' || textIn(value) !== undefined;
}

/** Stores the documents of a record. `missing` lists the documents that could not be fetched. */
interface Kept {
  readonly finding: KeptFinding;
  readonly missing: readonly Unread[];
}

async function keepRecord(
  findings: Findings,
  client: Client,
  of: PageOf,
  candidate: SortedPage['belongs'][number],
  keptBefore: readonly StoredAttachment[] | undefined,
): Promise<Kept> {
  const { resource, id, data, identifiers, tie } = candidate;
  const isReadable = isJsonObject(data);
  const attachments: StoredAttachment[] = [...(keptBefore ?? [])];
  const missing: Unread[] = [];
  // The documents of an unreadable record are not stored, because they mean little without the record.
  for (const source of isReadable && keptBefore === undefined ? (candidate.attachments ?? []) : []) {
    const stored = await keepDocument(findings, client, of, candidate, source);
    if ('key' in stored) attachments.push(stored);
    else missing.push({ resource, id, document: source.title, certain: true, reason: stored.reason });
  }
  const finding = {
    resource,
    id,
    data: isReadable ? data : {},
    partOf: candidate.partOf ?? null,
    attachments,
    identifiers: [...identifiers],
    tie: tie.as === 'part' ? tie : { as: tie.as, by: [...tie.by] },
    unreadable: isReadable ? null : (unreadableIn(data) ?? 'not-text'),
  };
  return { finding, missing };
}

async function keepDocument(
  findings: Findings,
  client: Client,
  { caseId, system, run }: PageOf,
  candidate: IdentifiedCandidate,
  source: AttachmentSource,
): Promise<StoredAttachment | { readonly reason: UnreadReason }> {
  // A document that an earlier search stored is not overwritten, because it may have changed in the system.
  const of = `${candidate.resource}/${candidate.id}/${source.id}`;
  const id = sha256(run === 0 ? of : `${run}/${of}`).slice(0, 32);
  const key = documentKey(caseId, system, id);
  try {
    const body = await client.download(source.fetch.call, source.fetch);
    const content = Readable.from(withFailure(body, source.fetch.call));
    const { bytes, sha256: hash } = await findings.putDocument(key, content);
    return { id: source.id, title: source.title, mediaType: source.mediaType, bytes, sha256: hash, key };
  } catch (error) {
    // Another try would fail in the same way. So the file is listed as missing, and the search continues.
    if (error instanceof ConnectorFailure && (error.code === 'too-large' || error.code === 'address-refused'))
      return { reason: error.code };
    throw error;
  }
}

/** Yields the bytes of a document. If the download breaks off, the failure counts as a failure of the system. */
async function* withFailure(
  body: AsyncIterable<Uint8Array>,
  call: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* body;
  } catch (error) {
    if (error instanceof ConnectorFailure) throw error;
    throw new ConnectorFailure('unavailable', `${call}: the download of the document broke off`, { cause: error });
  }
}
