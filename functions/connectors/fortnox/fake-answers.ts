import type { FakeAnswer, FakeRequest } from '../sdk/fake.ts';
import { textOf, type FakeRecord } from './fake-records.ts';

/** One kind of record of the stand-in: its records by number, and the search parameters of its list call. */
export interface FakeResource {
  /** The JSON property that holds one record, and the one that holds a list of records. */
  readonly names: { readonly one: string; readonly list: string };
  readonly records: Map<string, FakeRecord>;
  /** For each search parameter, the field of the record that it is compared with. */
  readonly filters: Readonly<Record<string, string>>;
  /** The short form of a record in the response of the list call. */
  row(record: FakeRecord): FakeRecord;
}

const byNumber = new Intl.Collator('sv', { numeric: true });

/**
 * Responds to a list call with one page, sorted by number. The call may have one search parameter, compared as `ILIKE
 * '%value%'`, and also `filter` (`active` or `inactive`).
 */
export function listAnswer(resource: FakeResource, request: FakeRequest, mostPerPage: number): FakeAnswer {
  const asked = [...request.query.keys()].filter((name) => resource.filters[name] !== undefined);
  if (asked.length > 1) return failure(400, 2_000_588, 'Ogiltig parameter i anropet.');
  const found = [...resource.records]
    .sort(([a], [b]) => byNumber.compare(a, b))
    .map(([, record]) => record)
    .filter((record) =>
      asked.every((name) => isLike(textOf(record, resource.filters[name] ?? ''), request.query.get(name) ?? '')),
    )
    .filter((record) => isOfState(record, request.query.get('filter')));
  const limit = Math.min(Number(request.query.get('limit') ?? 100), mostPerPage);
  const page = request.sameCursor ? 1 : Number(request.query.get('page') ?? 1);
  const meta = {
    '@TotalResources': found.length,
    '@TotalPages': Math.max(1, Math.ceil(found.length / limit)),
    '@CurrentPage': page,
  };
  const rows = found.slice((page - 1) * limit, page * limit).map((record) => resource.row(record));
  return { status: 200, json: { MetaInformation: meta, [resource.names.list]: rows } };
}

/** Responds with the record whose number is in the path. `present` makes the response from the record. */
export function recordAnswer(
  resource: FakeResource,
  request: FakeRequest,
  present: (record: FakeRecord) => FakeAnswer = (record) => ({ status: 200, json: { [resource.names.one]: record } }),
): FakeAnswer {
  const record = resource.records.get(request.params['number'] ?? '');
  // The properties of this error are in lower case, as in Fortnox's documentation. The properties of `failure` have
  // capitals, as in Fortnox's API description. A connector must read both.
  const error = { error: 1, message: 'Kan inte hitta posten.', code: 2_000_423 };
  return record === undefined ? { status: 404, json: { ErrorInformation: error } } : present(record);
}

/** An error, written as in Fortnox's API description. */
export function failure(status: number, code: number, message: string): FakeAnswer {
  return { status, json: { ErrorInformation: { Error: 1, Message: message, Code: code } } };
}

/** Whether a field matches a value in which `%` and `_` are wildcards. */
function isLike(field: string, value: string): boolean {
  const literal = value.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(literal.replaceAll('%', '.*').replaceAll('_', '.'), 'is').test(field);
}

function isOfState(record: FakeRecord, filter: string | null): boolean {
  if (filter !== 'active' && filter !== 'inactive') return true;
  return record['Active'] === (filter === 'active');
}
