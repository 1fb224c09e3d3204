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
 * One call that the connector may make. The client refuses every other call, because some vendors' GETs have effects.
 */
export interface Call {
  readonly method: 'GET' | 'POST';
  /** The key of the call's base address in `origins(settings)`. */
  readonly origin: string;
  /** Path template; `{name}` stands for one path segment, which is percent-encoded. */
  readonly path: string;
  /** The vendor's page about the call. */
  readonly source: string;
  /**
   * How the vendor's response shows that it is complete. `total`: the response has the number of records. `asked`: each
   * requested id is returned or is named as deleted. Absent: the response does not show it.
   */
  readonly tells?: 'total' | 'asked';
  /**
   * Keys of `origins(settings)` to which a download may be redirected, such as the vendor's file store; absent: no
   * redirect is followed. Authorisation headers are not sent along a redirect.
   */
  readonly redirectsTo?: readonly string[];
}

/** Data that a system may hold about a person and that the search does not read. */
export interface Unread {
  /** A noun phrase for the person to read: `Orders and offers`. */
  readonly what: Localised;
  /** The reason why the search does not read these data, as a sentence. */
  readonly why: Localised;
}

/** How far a connector supports a right. */
export type Ability = 'automatic' | 'manual' | 'unsupported' | 'blocked-by-law';

/** A document of a record. The core (`casework/search`) fetches it only if the record belongs to the person. */
export interface AttachmentSource {
  /** Unique within the record. */
  readonly id: string;
  /** The name of the document as the person reads it. It is never used as a path. */
  readonly title: string;
  readonly mediaType: string;
  readonly fetch: CallArguments & { readonly call: string };
}

/**
 * A record that may belong to the person. The core decides by the declared identifying fields of the record, or of the
 * record in `partOf`.
 */
export interface Candidate extends RecordKey {
  /** Values by field name, as the system sent them; the connector's resources annotate every name. */
  readonly data: VendorFields;
  /**
   * The record that this record is a part of: both belong to the same person. It may come on an earlier or a later
   * page.
   */
  readonly partOf?: RecordKey;
  readonly attachments?: readonly AttachmentSource[];
}

export interface Page {
  readonly candidates: readonly Candidate[];
  /** The cursor of the next page; must differ from the previous cursor. `null`: this was the last page. */
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
  /** The schema by which the response is checked. */
  readonly answer: z.ZodType<T>;
}

/** The connector's only access to the network. */
export interface Requester {
  /**
   * Makes a declared call and parses the JSON response; throws a `ConnectorFailure` if the system does not respond
   * properly.
   */
  request<T>(call: string, args: RequestArguments<T>): Promise<T>;
  /** As `request`, but a response with status 404 gives `undefined`. */
  find<T>(call: string, args: RequestArguments<T>): Promise<T | undefined>;
}

export interface SearchContext<Settings> extends Requester {
  readonly settings: Settings;
  /** Verified identifiers, normalised, of the kinds that the connector accepts. */
  readonly identifiers: readonly Identifier[];
  /** The `next` of the last stored page, or `null` at the start. */
  readonly cursor: Json;
  /**
   * Whether the core takes the record as the person's by its identifying fields. Connectors read parts, such as
   * invoices, only of such records.
   */
  isPerson(record: IdentifiedRecord): boolean;
}

export interface AuthoriseContext<Settings, Secret> extends Requester {
  readonly settings: Settings;
  readonly secret: Secret;
}

export interface Limits {
  /** The maximum number of requests per second in one search. */
  readonly perSecond: number;
  /**
   * Milliseconds after which the client gives a request up. A document may take longer in all; the client gives it up
   * if no byte comes for so many milliseconds.
   */
  readonly timeoutMilliseconds: number;
  /** The maximum size of a document in bytes; absent: 1 GiB. The answer names a longer document as missing. */
  readonly mostFileBytes?: number;
}

/** The declaration of a connector: everything that must be known before a search. */
export interface ConnectorDeclaration {
  /** The name of the connector's folder, in lower case. */
  readonly id: string;
  readonly title: Localised;
  readonly category: SystemCategory;
  readonly accepts: readonly IdentifierKind[];
  readonly learns: readonly IdentifierKind[];
  readonly calls: Readonly<Record<string, Call>>;
  /**
   * The key, in `origins`, of the base address that the secret is for. The headers of `authorise` are sent to no other
   * address.
   */
  readonly secretOrigin: string;
  readonly limits: Limits;
  readonly resources: Resources;
  /** Which fields identify somebody, and how strongly. Other fields tie no record to the person. */
  readonly identifying: IdentifyingFields;
  /**
   * Data that the search does not read. The answer lists these data beside the system, so that the person knows what
   * was not searched.
   */
  readonly doesNotRead: readonly Unread[];
  readonly abilities: Readonly<Record<Right, Ability>>;
  /**
   * How the vendor's scheduled erasure of the person's data can be stopped from receipt to answer. `automatic`: by the
   * connector. `manual`: by staff. `unsupported`: not at all.
   */
  readonly deletionFreeze: Exclude<Ability, 'blocked-by-law'>;
}

/** A connector: the search of one kind of system. */
export interface Connector<Settings, Secret> extends ConnectorDeclaration {
  /** The settings of one installation. Settings other than the addresses have a default if the vendor has one. */
  readonly settings: z.ZodType<Settings>;
  readonly secret: z.ZodType<Secret>;
  /** The base addresses by key, without a trailing slash. */
  origins(settings: Settings): Readonly<Record<string, string>>;
  /**
   * Headers that authorise a call. They are requested at the start of a search, and again after a response with status
   * 401.
   */
  authorise(context: AuthoriseContext<Settings, Secret>): Promise<Readonly<Record<string, string>>>;
  /** Pages of candidates, from `context.cursor` on. The order is deterministic: the same cursor gives the same page. */
  search(context: SearchContext<Settings>): AsyncGenerator<Page, void, undefined>;
}

/** A connector without its own type parameters, as `registry.ts` lists it. */
export interface AnyConnector extends ConnectorDeclaration {
  /**
   * Checks settings and secret, and returns a system that can be searched. Throws a `ZodError` that names the wrong
   * field.
   */
  install(installation: { readonly settings: unknown; readonly secret: unknown }): InstalledConnector;
  /**
   * The base addresses in the settings, by key. Throws a `ZodError` that names the wrong field. The deployment checks
   * settings this way, before any search.
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

/** Declares a connector: the one export of a `connector.ts`. */
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
