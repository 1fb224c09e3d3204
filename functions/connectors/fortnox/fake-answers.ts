import type { FakeAnswer, FakeRequest } from '../sdk/fake.ts';
import { textOf, type FakeRecord } from './fake-records.ts';

/** One resource of the fake: its records by number, and the filters of its list call. */
export interface FakeResource {
  /** The names of the JSON properties that hold one record, and a list of records, in a response. */
  readonly names: { readonly one: string; readonly list: string };
  readonly records: Map<string, FakeRecord>;
  /** The field of the record that each query parameter filters by. */
  readonly filters: Readonly<Record<string, string>>;
  /** The shorter form of a record that the list call returns. */
  row(record: FakeRecord): FakeRecord;
}

/**
 * One page of the list, sorted by number. It takes at most one search parameter, which is compared as `ILIKE
 * '%value%'`, and `filter` in addition.
 */
export function listAnswer(resource: FakeResource, request: FakeRequest, mostPerPage: number): FakeAnswer {
  const asked = [...request.query.keys()].filter((name) => resource.filters[name] !== undefined);
  if (asked.length > 1) return failure(400, 2_000_588, 'Ogiltig parameter i anropet.');
  const found = [...resource.records]
    .sort(([a], [b]) => a.localeCompare(b, 'sv', { numeric: true }))
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

/** Returns the record whose number is in the path, in the form that `present` gives it. */
export function recordAnswer(
  resource: FakeResource,
  request: FakeRequest,
  present: (record: FakeRecord) => FakeAnswer = (record) => ({ status: 200, json: { [resource.names.one]: record } }),
): FakeAnswer {
  const record = resource.records.get(request.params['number'] ?? '');
  // Fortnox's documentation pages spell the properties of an error like this. Its API description spells them with
  // capitals.
  const error = { error: 1, message: 'Kan inte hitta posten.', code: 2_000_423 };
  return record === undefined ? { status: 404, json: { ErrorInformation: error } } : present(record);
}

/** An error as Fortnox's API description spells it. */
export function failure(status: number, code: number, message: string): FakeAnswer {
  return { status, json: { ErrorInformation: { Error: 1, Message: message, Code: code } } };
}

/** `%` and `_` in the value are wildcards. */
function isLike(field: string, value: string): boolean {
  const literal = value.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(literal.replaceAll('%', '.*').replaceAll('_', '.'), 'is').test(field);
}

function isOfState(record: FakeRecord, filter: string | null): boolean {
  if (filter !== 'active' && filter !== 'inactive') return true;
  return record['Active'] === (filter === 'active');
}
