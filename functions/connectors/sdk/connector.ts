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
 * A call that the connector may make. The client refuses calls that are not declared, because some GET requests of
 * vendors have effects.
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
   * How the response shows that it is complete. `total`: it reports the number of records. `asked`: it returns each
   * requested id or names it as deleted. If `tells` is missing, the response does not show it.
   */
  readonly tells?: 'total' | 'asked';
  /**
   * Keys of `origins(settings)` to which a download may be redirected, such as a file store. If it is missing, no
   * redirect is followed. A redirect gets no authorisation headers.
   */
  readonly redirectsTo?: readonly string[];
}

/** Data that a system may hold about a person and that the search does not read. */
export interface Unread {
  /** The data, as a noun phrase in the words of the answer: `Orders and offers`. */
  readonly what: Localised;
  /** Why the search does not read these data, as a sentence in the words of the answer. */
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
 * A record that may belong to the person. `domain/findings` decides by its identifying fields, or by those of the
 * record in `partOf`.
 */
export interface Candidate extends RecordKey {
  /** The values by field name, as the system sent them. `resources` of the connector must describe every field. */
  readonly data: VendorFields;
  /**
   * The record that contains this record; both belong to the same person. The containing record may come on an earlier
   * or a later page.
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
   * Whether a record belongs to the person by its identifying fields. A connector reads further data, such as invoices,
   * only for these records.
   */
  isPerson(record: IdentifiedRecord): boolean;
}

export interface AuthoriseContext<Settings, Secret> extends Requester {
  readonly settings: Settings;
  readonly secret: Secret;
}

export interface Limits {
  /** Maximum of requests per second in one search. */
  readonly perSecond: number;
  /**
   * After this time without a response the client gives up a request. For a document it is the longest time between two
   * pieces.
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
  /**
   * The key in `origins` of the base URL that the secret belongs to. The headers of `authorise` are sent to no other
   * base URL.
   */
  readonly secretOrigin: string;
  readonly limits: Limits;
  readonly resources: Resources;
  /** Which fields identify somebody, and how strongly. All other fields never tie a record to the person. */
  readonly identifying: IdentifyingFields;
  /**
   * Data that the search does not read. The answer lists them with the system, so that the person knows what was not
   * searched.
   */
  readonly doesNotRead: readonly Unread[];
  readonly abilities: Readonly<Record<Right, Ability>>;
  /**
   * How a scheduled erasure of the person's data can be stopped until the answer. `automatic`: the connector stops it.
   * `manual`: staff stop it. `unsupported`: nobody can.
   */
  readonly deletionFreeze: Exclude<Ability, 'blocked-by-law'>;
}

/** A connector: the code that searches one kind of system. */
export interface Connector<Settings, Secret> extends ConnectorDeclaration {
  /**
   * The settings of one installation. A setting for which the vendor has a usual value needs a default. `originSchema`
   * has the vendor's own base URL as its default.
   */
  readonly settings: z.ZodType<Settings>;
  readonly secret: z.ZodType<Secret>;
  /** The base URLs by key, without a trailing slash. */
  origins(settings: Settings): Readonly<Record<string, string>>;
  /**
   * Gets the headers that authorise a call. The client calls it before the first call of a search, and again after a
   * response with status 401.
   */
  authorise(context: AuthoriseContext<Settings, Secret>): Promise<Readonly<Record<string, string>>>;
  /** Yields the pages of candidates, from `context.cursor` on. The same cursor must always give the same page. */
  search(context: SearchContext<Settings>): AsyncGenerator<Page, void, undefined>;
}

/** A connector without its type parameters, as `registry.ts` lists it. */
export interface AnyConnector extends ConnectorDeclaration {
  /**
   * Checks the settings and the secret, and returns a system that can be searched. Throws a `ZodError` that names the
   * wrong field.
   */
  install(installation: { readonly settings: unknown; readonly secret: unknown }): InstalledConnector;
  /**
   * The base URLs in the settings, by key. Throws a `ZodError` that names the wrong field. The deployment checks the
   * settings with this function.
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
