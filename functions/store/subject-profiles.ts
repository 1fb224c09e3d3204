import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  paginateQuery,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { channelSchema, holdReasonSchema, matterSchema } from '#domain/case/vocabulary.ts';
import { contactSchema, type Contact } from '#domain/contact.ts';
import { identifierSchema, type Identifier } from '#domain/identifiers/identifier.ts';
import { languageSchema } from '#domain/language.ts';
import { rightSchema } from '#domain/rights.ts';
import { batchRead, type ItemKey } from './batch-read.ts';
import { byDue, casesIn, owedKey } from './indexes.ts';
import { caseKey, inboundKey, profileSortKey, textPrefix } from './keys.ts';

/** A letter that was sent by mail in a case. */
const sentLetterSchema = z.strictObject({
  /** The id that SES gave to the letter. */
  id: z.string(),
  to: z.string(),
  /**
   * The id of the letter in the case, which a header field of the mail also contains. `null` if an earlier version sent
   * the letter.
   */
  letter: z.string().nullable().default(null),
});
export type SentLetter = Readonly<z.infer<typeof sentLetterSchema>>;

/**
 * The personal data of a case: the request, identifiers, texts, and the key of the keyed hashes. The log has only the
 * hashes. Once the profile is erased, the log identifies nobody.
 */
export const subjectProfileSchema = z.strictObject({
  v: z.literal(1),
  caseId: z.string(),
  /**
   * A random key. The hashes of identifiers and texts in the log of this case are made with it. Each case has its own
   * key.
   */
  caseKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** Keyed hash of the body of the request. */
  request: z.string(),
  controller: z.string(),
  rights: z.array(rightSchema).min(1),
  language: languageSchema,
  /** The language that the person prefers (ISO 639 code), even if Utdrag has no letters in it. */
  wantedLanguage: z.string().optional(),
  matter: matterSchema.default('request'),
  origin: z
    .strictObject({ case: z.string(), as: z.enum(['split', 'bundle']) })
    .nullable()
    .default(null),
  /** The id of the member of staff who registered the request; missing for other requests. */
  registeredBy: z.string().optional(),
  channel: channelSchema,
  receivedAt: z.iso.datetime(),
  hold: holdReasonSchema.nullable(),
  contact: contactSchema,
  /** Contact points that were added after the request, by their keyed hash. */
  contacts: z.record(z.string(), contactSchema).default({}),
  claimed: z.array(identifierSchema),
  message: z.string().max(20_000).optional(),
  /** Identifiers that were found in the records of systems (learned identifiers), by their keyed hash. */
  identifiers: z.record(z.string(), identifierSchema),
  /**
   * Texts by the person and by staff. The key is the keyed hash of the text, which the log contains. Each text is an
   * item of its own. Earlier versions stored the texts in the item of the profile.
   */
  texts: z.record(z.string(), z.string().max(20_000)),
  /** The hashes of those texts that staff wrote. Texts in the item of the profile are not among them. */
  ofStaff: z.array(z.string()).optional(),
  /** S3 keys of the mails and scans of the case. An object is erased when no case needs it any more. */
  inbound: z.array(z.string()).default([]),
  /**
   * The names with which the person signed the mail that opened the case. Until the person has proven their identity, a
   * mail that is signed with another name counts as a mail from somebody else.
   */
  names: z.array(z.string().max(200)).default([]),
  /**
   * The id of the case to which this request is attached; `null` if the request has a case of its own. A request is
   * attached only to a case in which the person has not proven their identity.
   */
  attachedTo: z.string().nullable().default(null),
  /**
   * Whether the mail with the request was authenticated (DMARC), so that it came from the address in `contact`. Letters
   * about such a request do not count towards the limits on letters that strangers can cause.
   */
  vouched: z.boolean().default(false),
  /**
   * Whether somebody made this request on the page of another case with the requester's key of that case (the access
   * token in the response to the request). They may be a stranger.
   */
  broughtByOpener: z.boolean().default(false),
  /** The letters of the case that were sent by mail. */
  sent: z.array(sentLetterSchema).default([]),
  /** What else the message contains that staff must be told at once, such as a complaint. */
  raises: z.array(z.enum(['complaint', 'claim', 'stop-at-once', 'represented'])).default([]),
});
export type SubjectProfile = Readonly<z.infer<typeof subjectProfileSchema>>;

/** The part of a profile that says how its person can be reached and recognised. */
const knownBySchema = subjectProfileSchema.pick({
  caseId: true,
  contact: true,
  contacts: true,
  claimed: true,
  identifiers: true,
});
export type KnownBy = Readonly<z.infer<typeof knownBySchema>>;

export interface SubjectProfiles {
  get(caseId: string): Promise<SubjectProfile | undefined>;
  /**
   * The contact points and identifiers of several cases, by consistent reads in batches. The result leaves out a case
   * that has no profile.
   */
  knownBy(caseIds: readonly string[]): Promise<readonly KnownBy[]>;
  /**
   * Stores the profile at `now` (ISO 8601), unless the case has a profile. Returns the stored profile. The item has the
   * key `owedAt` (`indexes.ts`) until the case is opened and settled for the first time. So if the process dies before
   * this, `reconcile` opens the case.
   */
  create(profile: SubjectProfile, now: string): Promise<SubjectProfile>;
  /**
   * Ids of the cases whose profile was stored at `from` (ISO 8601) or later by version 0.2.0, which did not write the
   * key `owedAt`. Some of these cases may not have been opened.
   */
  keptSince(from: string): Promise<readonly string[]>;
  /**
   * Attaches a stored request to the case `first` at `now` (ISO 8601), and removes its key `owedAt`, so that
   * `reconcile` does not open a case for it.
   */
  attach(caseId: string, first: string, now: string): Promise<void>;
  /** Detaches a request at `now` (ISO 8601), and sets its key `owedAt`, so that `reconcile` opens a case for it. */
  detach(caseId: string, now: string): Promise<void>;
  /** Ids of all requests that are attached to a case. */
  attached(): Promise<readonly string[]>;
  addIdentifier(caseId: string, hash: string, identifier: Identifier): Promise<void>;
  /**
   * Stores a text of a case. If the case has the text, nothing happens. Throws an error if the case has no profile; then
   * no text is stored.
   */
  addText(caseId: string, id: string, text: string, by?: 'staff'): Promise<void>;
  addContact(caseId: string, hash: string, contact: Contact): Promise<void>;
  /**
   * Adds the S3 key of a mail or scan to the case. Several cases may need the same mail, such as a case and its part.
   */
  addInbound(caseId: string, key: string): Promise<void>;
  /** Adds a letter that SES has accepted. */
  addSent(caseId: string, letter: SentLetter): Promise<void>;
  /**
   * Notes that this case does not need the mail or scan any more; the S3 key remains in the list `inbound` of the
   * profile. Returns `true` if no other case needs the object, so that the caller can erase it. The call can be
   * repeated.
   */
  releaseInbound(caseId: string, key: string): Promise<boolean>;
  /** Erases the profile and all texts of a case. */
  erase(caseId: string): Promise<void>;
}

/** The key of the item with the profile of a case. */
export function profileKey(caseId: string): ItemKey {
  return { pk: caseKey(caseId), sk: profileSortKey };
}

/** The profile in its item, without the texts that are items of their own. */
export function profileIn(item: Readonly<Record<string, unknown>>): SubjectProfile {
  return subjectProfileSchema.parse(item['profile']);
}

const textSchema = z.looseObject({
  sk: z.string().transform((key) => key.slice(textPrefix.length)),
  text: z.string().max(20_000),
  by: z.literal('staff').optional(),
});

/** The list in the index `byDue` to which version 0.2.0 added each profile. It did not write the key `owedAt`. */
const received = 'received';
const attached = 'attached';

/** Stores subject profiles in the case table. */
export function subjectProfiles(client: DynamoDBDocumentClient, table: string): SubjectProfiles {
  const itemsOf = async (caseId: string, prefix: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const items: Record<string, unknown>[] = [];
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': caseKey(caseId), ':sk': prefix },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) items.push(...Items);
    return items;
  };
  const get = async (caseId: string): Promise<SubjectProfile | undefined> => {
    // The item of the profile comes first, and its texts follow.
    const [first, ...others] = await itemsOf(caseId, profileSortKey);
    if (first === undefined || first['sk'] !== profileSortKey) return undefined;
    const profile = profileIn(first);
    const written = others.map((item) => textSchema.parse(item));
    const ofStaff = written.flatMap(({ sk, by }) => (by === 'staff' ? [sk] : []));
    return {
      ...profile,
      texts: { ...profile.texts, ...Object.fromEntries(written.map(({ sk, text }) => [sk, text])) },
      ...(ofStaff.length === 0 ? {} : { ofStaff }),
    };
  };
  const eraseTexts = async (caseId: string): Promise<void> => {
    for (const { sk } of await itemsOf(caseId, textPrefix))
      await client.send(new DeleteCommand({ TableName: table, Key: { pk: caseKey(caseId), sk } }));
  };
  const set = async (caseId: string, path: 'identifiers' | 'contacts', id: string, value: unknown): Promise<void> => {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: profileKey(caseId),
        UpdateExpression: 'SET profile.#path.#id = :value',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#path': path, '#id': id },
        ExpressionAttributeValues: { ':value': value },
      }),
    );
  };
  const had = (caseId: string, inbound: string): { pk: string; sk: string } => ({
    pk: inboundKey(inbound),
    sk: caseKey(caseId),
  });
  // The item "this case needs the object" is written before the profile names the object. So no other case erases the
  // object if the process dies between the two writes.
  const have = async (caseId: string, inbound: string): Promise<void> => {
    await client.send(new PutCommand({ TableName: table, Item: had(caseId, inbound) }));
  };
  const haveNot = async (caseId: string, inbound: string): Promise<void> => {
    await client.send(new DeleteCommand({ TableName: table, Key: had(caseId, inbound) }));
  };
  return {
    get,
    async knownBy(caseIds) {
      const items = await batchRead(client, table, caseIds.map(profileKey), {
        ProjectionExpression: Object.keys(knownBySchema.shape)
          .map((name) => `#profile.#${name}`)
          .join(', '),
        ExpressionAttributeNames: Object.fromEntries(
          ['profile', ...Object.keys(knownBySchema.shape)].map((name) => [`#${name}`, name]),
        ),
      });
      return items.map((item) => knownBySchema.parse(item['profile']));
    },
    async create(profile, now) {
      for (const inbound of profile.inbound) await have(profile.caseId, inbound);
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: {
              ...profileKey(profile.caseId),
              profile: subjectProfileSchema.parse(profile),
              ...owedKey(profile.caseId, { at: now, tries: 0 }),
            },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
        return profile;
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        const kept = await get(profile.caseId);
        if (kept === undefined)
          throw new Error('the profile was erased while its case was being opened', { cause: error });
        for (const inbound of profile.inbound)
          if (!kept.inbound.includes(inbound)) await haveNot(profile.caseId, inbound);
        return kept;
      }
    },
    keptSince: async (from) => await casesIn(client, table, byDue, received, { from }),
    async attach(caseId, first, now) {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: profileKey(caseId),
          UpdateExpression:
            'SET profile.attachedTo = :first, #partition = :list, #sort = :sort REMOVE owedAt, owedTries',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: { '#partition': byDue.partition, '#sort': byDue.sort },
          ExpressionAttributeValues: { ':first': first, ':list': attached, ':sort': `${now}#${caseId}` },
        }),
      );
    },
    async detach(caseId, now) {
      const owed = Object.entries(owedKey(caseId, { at: now, tries: 0 }));
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: profileKey(caseId),
          UpdateExpression: `SET profile.attachedTo = :nobody, ${owed.map(([name]) => `${name} = :${name}`).join(', ')}`,
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: {
            ':nobody': null,
            ...Object.fromEntries(owed.map(([name, value]) => [`:${name}`, value])),
          },
        }),
      );
    },
    attached: async () => await casesIn(client, table, byDue, attached),
    addIdentifier: async (caseId, hash, identifier) => await set(caseId, 'identifiers', hash, identifier),
    addContact: async (caseId, hash, contact) => await set(caseId, 'contacts', hash, contact),
    async addText(caseId, id, text, by) {
      const item = { pk: caseKey(caseId), sk: `${textPrefix}${id}` };
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: { ...item, text, ...(by === undefined ? {} : { by }) },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
      } catch (error) {
        // The same text is stored already. It keeps its first author.
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
      // The profile may have been erased before or meanwhile. `erase` removes the texts that it finds, and a text that
      // was stored later is removed here.
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: profileKey(caseId), ConsistentRead: true, ProjectionExpression: 'pk' }),
      );
      if (Item !== undefined) return;
      await client.send(new DeleteCommand({ TableName: table, Key: item }));
      throw new Error('a text cannot be stored in a case without a subject profile');
    },
    async addInbound(caseId, inbound) {
      const kept = await get(caseId);
      if (kept === undefined || kept.inbound.includes(inbound)) return;
      await have(caseId, inbound);
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: profileKey(caseId),
          UpdateExpression: 'SET profile.inbound = list_append(if_not_exists(profile.inbound, :none), :one)',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':one': [inbound], ':none': [] },
        }),
      );
    },
    async addSent(caseId, letter) {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: profileKey(caseId),
          UpdateExpression: 'SET profile.sent = list_append(if_not_exists(profile.sent, :none), :one)',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':one': [letter], ':none': [] },
        }),
      );
    },
    async releaseInbound(caseId, inbound) {
      await haveNot(caseId, inbound);
      const { Items } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': inboundKey(inbound) },
          ConsistentRead: true,
          Limit: 1,
        }),
      );
      return (Items ?? []).length === 0;
    },
    async erase(caseId) {
      await eraseTexts(caseId);
      await client.send(new DeleteCommand({ TableName: table, Key: profileKey(caseId) }));
      // Another process may have stored a text after the first call of `eraseTexts` and before the profile was erased.
      await eraseTexts(caseId);
    },
  };
}
