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

/** One call the connector may make. Anything not declared is refused: some vendors' GETs have effects. */
export interface Call {
  readonly method: 'GET' | 'POST';
  /** Key of `origins(settings)`. */
  readonly origin: string;
  /** Path template; `{name}` stands for one path segment, filled in percent-encoded. */
  readonly path: string;
  /** The vendor's page that describes the call. */
  readonly source: string;
  /**
   * How the vendor's answer shows that nothing is missing: `total`, it says how many there are; `asked`, every id that
   * was asked for comes back or is named as gone. Absent: it shows nothing.
   */
  readonly tells?: 'total' | 'asked';
  /**
   * Keys of `origins(settings)` that a download may be redirected to, as to the vendor's store of files; absent: no
   * redirect is followed. Headers that authorise go along no redirect.
   */
  readonly redirectsTo?: readonly string[];
}

/** Something that a system may hold about a person and that the search does not read. */
export interface Unread {
  /** A noun phrase, as the person reads it: `Orders and offers`. */
  readonly what: Localised;
  /** Why not, as a sentence. */
  readonly why: Localised;
}

/** What a connector can do for a right. */
export type Ability = 'automatic' | 'manual' | 'unsupported' | 'blocked-by-law';

/** A document to fetch for a record; the core fetches it only when the record belongs to the person. */
export interface AttachmentSource {
  /** Unique within the record. */
  readonly id: string;
  /** What the person reads as its name; never used as a path. */
  readonly title: string;
  readonly mediaType: string;
  readonly fetch: CallArguments & { readonly call: string };
}

/**
 * A record that may belong to the person: the core decides, from the identifying fields that the connector declares or
 * from the record it is part of.
 */
export interface Candidate extends RecordKey {
  /** Values by field name, as the system sent them; every name is annotated in the connector's resources. */
  readonly data: VendorFields;
  /** This record belongs to whoever that record belongs to, which may come on an earlier or a later page. */
  readonly partOf?: RecordKey;
  readonly attachments?: readonly AttachmentSource[];
}

export interface Page {
  readonly candidates: readonly Candidate[];
  /** Where to go on after this page; must differ from the cursor before. `null`: this was the last page. */
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
  /** What the answer must look like. */
  readonly answer: z.ZodType<T>;
}

/** The connector's only door to the world. */
export interface Requester {
  /** Makes a declared call and parses the JSON answer; throws `ConnectorFailure` when the system does not answer properly. */
  request<T>(call: string, args: RequestArguments<T>): Promise<T>;
  /** As `request`, but 404 is the value `undefined`. */
  find<T>(call: string, args: RequestArguments<T>): Promise<T | undefined>;
}

export interface SearchContext<Settings> extends Requester {
  readonly settings: Settings;
  /** Verified identifiers, normalised, of the kinds that the connector accepts. */
  readonly identifiers: readonly Identifier[];
  /** `next` of the last page that was kept, or `null` at the start. */
  readonly cursor: Json;
  /** Whether the core takes a record for the person's by its identifying fields: then its parts are worth reading. */
  isPerson(record: IdentifiedRecord): boolean;
}

export interface AuthoriseContext<Settings, Secret> extends Requester {
  readonly settings: Settings;
  readonly secret: Secret;
}

export interface Limits {
  /** Requests a second that one search may make at the most. */
  readonly perSecond: number;
  /**
   * Milliseconds until one request is given up. A document may take longer: it is given up when no byte of it comes for
   * that long.
   */
  readonly timeoutMilliseconds: number;
  /** The most bytes that a document may have; 1 GiB when absent. A longer one is named in the answer as missing. */
  readonly mostFileBytes?: number;
}

/** What a connector says of itself: all that the core needs to know before it asks. */
export interface ConnectorDeclaration {
  /** Lower-case name of the folder. */
  readonly id: string;
  readonly title: Localised;
  readonly category: SystemCategory;
  readonly accepts: readonly IdentifierKind[];
  readonly learns: readonly IdentifierKind[];
  readonly calls: Readonly<Record<string, Call>>;
  /** Key of the origin that the secret belongs to: the headers of `authorise` go nowhere else. */
  readonly secretOrigin: string;
  readonly limits: Limits;
  readonly resources: Resources;
  /** Which fields say who somebody is, and how much each says. Only declared fields tie a record to the person. */
  readonly identifying: IdentifyingFields;
  /** What the search leaves alone; the answer shows it beside the system, so that a search never seems to cover more than it did. */
  readonly doesNotRead: readonly Unread[];
  readonly abilities: Readonly<Record<Right, Ability>>;
  /**
   * Whether the vendor's scheduled erasure of the matched data can be stopped from receipt to answer: by the connector,
   * by staff on the first day, or not at all.
   */
  readonly deletionFreeze: Exclude<Ability, 'blocked-by-law'>;
}

/** A connector: where data is in one kind of system, and how to ask for it. */
export interface Connector<Settings, Secret> extends ConnectorDeclaration {
  /** Settings of one installation; every setting but the origins has a default where the vendor has one. */
  readonly settings: z.ZodType<Settings>;
  readonly secret: z.ZodType<Secret>;
  /** Base addresses by name, without a trailing slash. */
  origins(settings: Settings): Readonly<Record<string, string>>;
  /** Headers that authorise a call; asked for at the start of a search and once more after a 401. */
  authorise(context: AuthoriseContext<Settings, Secret>): Promise<Readonly<Record<string, string>>>;
  /** Pages of candidates, from `context.cursor` on. Deterministic order; the same cursor gives the same page. */
  search(context: SearchContext<Settings>): AsyncGenerator<Page, void, undefined>;
}

/** A connector with its own types folded away: what the core holds. */
export interface AnyConnector extends ConnectorDeclaration {
  /** Checks settings and secret and gives back what can be searched; throws a `ZodError` naming the field. */
  install(installation: { readonly settings: unknown; readonly secret: unknown }): InstalledConnector;
  /**
   * The base addresses that the settings name, by key; throws a `ZodError` naming the field. The start of the system
   * checks the settings so.
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
