import type * as z from 'zod';
import type { Resources } from '#domain/findings/annotation.ts';
import type { RecordKey } from '#domain/findings/finding.ts';
import type { Identifier, IdentifierKind } from '#domain/identifiers/identifier.ts';
import type { Json } from '#domain/json.ts';
import type { Localised } from '#domain/language.ts';
import type { Right } from '#domain/rights.ts';
import type { IdentifiedRecord, IdentifyingFields } from './identifying.ts';
import type { VendorFields } from './vendor-values.ts';

export type SystemCategory = 'crm' | 'e-signing' | 'finance' | 'newsletter' | 'other';

/**
 * A call that the connector may make. The client refuses all other calls, because at some vendors even a GET request
 * changes data.
 */
export interface Call {
  readonly method: 'GET' | 'POST';
  /** The key of the base URL in `origins(settings)`. */
  readonly origin: string;
  /** Path template. `{name}` stands for one path segment, which is percent-encoded. */
  readonly path: string;
  /** The URL of the vendor's page about this call. */
  readonly source: string;
  /**
   * How the connector can check that a response is complete. `total`: the response reports the number of records.
   * `asked`: for each requested id, the response has the record or says that it does not exist. Missing: the response
   * has nothing to check.
   */
  readonly tells?: 'total' | 'asked';
  /**
   * Keys of `origins(settings)` to which a download may be redirected, such as a file store. Without them no redirect
   * is followed. A redirected request has no authorisation headers.
   */
  readonly redirectsTo?: readonly string[];
}

/** Data that a system may hold about a person and that the search does not read. */
export interface Unread {
  /** The data, as the package lists them for the person: a noun phrase, such as `Orders and offers`. */
  readonly what: Localised;
  /** Why the search does not read these data: a whole sentence for the person. */
  readonly why: Localised;
}

/**
 * Who carries out a right in the system. `automatic`: the connector. `manual`: staff. `unsupported`: nobody can.
 * `blocked-by-law`: the law forbids it.
 */
export type Ability = 'automatic' | 'manual' | 'unsupported' | 'blocked-by-law';

/** A document of a record. `casework/search` downloads it only if the record belongs to the person. */
export interface AttachmentSource {
  /** The id of the document, unique within the record. */
  readonly id: string;
  /** The name of the document for the person. The name is never used as a path. */
  readonly title: string;
  readonly mediaType: string;
  readonly fetch: CallArguments & { readonly call: string };
}

/**
 * A record that may belong to the person. `domain/findings` decides it by the identifying fields of the record, or of
 * the record in `partOf`.
 */
export interface Candidate extends RecordKey {
  /** The values by field name, as the system sent them. `resources` of the connector must describe every field. */
  readonly data: VendorFields;
  /**
   * The record of which this one is a part, such as the customer of an invoice. If it belongs to the person, this
   * record does too. It may be on an earlier or a later page.
   */
  readonly partOf?: RecordKey;
  readonly attachments?: readonly AttachmentSource[];
}

export interface Page {
  readonly candidates: readonly Candidate[];
  /** The cursor of the next page, which must differ from the cursor of this page. `null` if this is the last page. */
  readonly next: Json;
}

export interface CallArguments {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
}

export interface RequestArguments<T> extends CallArguments {
  readonly json?: Json;
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The schema with which the response is parsed. */
  readonly answer: z.ZodType<T>;
}

/** The only access of a connector to the network. */
export interface Requester {
  /**
   * Makes a declared call and parses the JSON of the response. Throws a `ConnectorFailure` if the system fails or the
   * response does not match the schema.
   */
  request<T>(call: string, args: RequestArguments<T>): Promise<T>;
  /** Like `request`, but returns `undefined` for a response with status 404. */
  find<T>(call: string, args: RequestArguments<T>): Promise<T | undefined>;
}

export interface SearchContext<Settings> extends Requester {
  readonly settings: Settings;
  /** The identifiers with which this wave searches, of the kinds that the connector accepts, normalised. */
  readonly identifiers: readonly Identifier[];
  /** The `next` of the last stored page; `null` at the start of a search. */
  readonly cursor: Json;
  /**
   * Whether the identifying fields of a record show that it belongs to the person, or staff adopted the record with this
   * id. A connector reads further data, such as the invoices of a customer, only if so.
   */
  isPerson(record: IdentifiedRecord & { readonly id: string }): boolean;
}

export interface AuthoriseContext<Settings, Secret> extends Requester {
  readonly settings: Settings;
  readonly secret: Secret;
}

export interface Limits {
  /** The maximum number of requests per second in one search. */
  readonly perSecond: number;
  /**
   * The time after which the client gives up a request without a response. For a document: the longest time without a
   * further piece.
   */
  readonly timeoutMilliseconds: number;
  /** Maximum size of a document in bytes; 1 GiB if missing. The answer lists a larger document as missing. */
  readonly mostFileBytes?: number;
}

/** The facts about a connector that are known before a search. */
export interface ConnectorDeclaration {
  /** The id of the connector: the name of its folder, in lower case. */
  readonly id: string;
  readonly title: Localised;
  readonly category: SystemCategory;
  readonly accepts: readonly IdentifierKind[];
  readonly learns: readonly IdentifierKind[];
  readonly calls: Readonly<Record<string, Call>>;
  /** The key in `origins` of the only base URL to which the headers of `authorise` are sent. */
  readonly secretOrigin: string;
  readonly limits: Limits;
  readonly resources: Resources;
  /** Which fields identify somebody, and how strongly. No other field ties a record to the person. */
  readonly identifying: IdentifyingFields;
  /**
   * Data that the search does not read. The answer lists them with the system, so that the person knows what was not
   * searched.
   */
  readonly doesNotRead: readonly Unread[];
  readonly abilities: Readonly<Record<Right, Ability>>;
  /**
   * Who stops the system from erasing the person's data on schedule before the answer is sent. `automatic`: the
   * connector. `manual`: staff. `unsupported`: nobody can.
   */
  readonly deletionFreeze: Exclude<Ability, 'blocked-by-law'>;
}

/** A connector: the code that searches one kind of system. */
export interface Connector<Settings, Secret> extends ConnectorDeclaration {
  /**
   * The schema of `settings` of a system in `infra/organisation.yaml`. A setting with a usual value needs that value as
   * its default; use `originSchema` for the vendor's base URL.
   */
  readonly settings: z.ZodType<Settings>;
  readonly secret: z.ZodType<Secret>;
  /** The base URLs by key, without a trailing slash. */
  origins(settings: Settings): Readonly<Record<string, string>>;
  /**
   * Returns the headers that authorise a call. The client calls it before the first call of a search, and again after a
   * response with status 401.
   */
  authorise(context: AuthoriseContext<Settings, Secret>): Promise<Readonly<Record<string, string>>>;
  /** Yields the pages of candidates, from `context.cursor` on. The same cursor must always give the same page. */
  search(context: SearchContext<Settings>): AsyncGenerator<Page, void, undefined>;
}

/** A connector without its type parameters, as `registry.ts` lists it. */
export interface AnyConnector extends ConnectorDeclaration {
  /**
   * Checks the settings and the secret, and returns a system that can be searched. If one of them is wrong, throws a
   * `ZodError` that names the field.
   */
  install(installation: { readonly settings: unknown; readonly secret: unknown }): InstalledConnector;
  /**
   * Returns the base URLs for these settings, by key. If the settings are wrong, throws a `ZodError` that names the
   * field. The deployment checks the settings with this function.
   */
  originsOf(settings: unknown): Readonly<Record<string, string>>;
}

export interface InstalledConnector {
  readonly origins: Readonly<Record<string, string>>;
  authorise(requester: Requester): Promise<Readonly<Record<string, string>>>;
  search(
    requester: Requester,
    input: Pick<SearchContext<unknown>, 'identifiers' | 'cursor' | 'isPerson'>,
  ): AsyncGenerator<Page, void, undefined>;
}

/** Makes a connector from its declaration and search. Each `connector.ts` exports one connector. */
export function defineConnector<Settings, Secret>({
  settings,
  secret,
  origins,
  authorise,
  search,
  ...declaration
}: Connector<Settings, Secret>): AnyConnector {
  return {
    ...declaration,
    originsOf: (given) => origins(settings.parse(given)),
    install(installation) {
      const own = { settings: settings.parse(installation.settings), secret: secret.parse(installation.secret) };
      return {
        origins: origins(own.settings),
        authorise: (requester) => authorise({ ...requester, ...own }),
        search: (requester, input) => search({ ...requester, ...input, settings: own.settings }),
      };
    },
  };
}
