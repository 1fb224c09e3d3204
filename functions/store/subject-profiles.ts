import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { channelSchema, holdReasonSchema, matterSchema } from '#domain/case/vocabulary.ts';
import { contactSchema, type Contact } from '#domain/contact.ts';
import { identifierSchema, type Identifier } from '#domain/identifiers/identifier.ts';
import { languageSchema } from '#domain/language.ts';
import { rightSchema } from '#domain/rights.ts';
import { byDue, casesIn } from './indexes.ts';
import { caseKey, inboundKey } from './keys.ts';

/** A letter that was mailed in a case. */
const sentLetterSchema = z.strictObject({
  /** The id that the mail service gave the letter. */
  id: z.string(),
  to: z.string(),
  /** The letter's id in the case, as in its header fields; `null` for letters of earlier versions. */
  letter: z.string().nullable().default(null),
});
export type SentLetter = Readonly<z.infer<typeof sentLetterSchema>>;

/**
 * The personal data of a case: the request itself, identifiers by their hash, free texts, and the key of the hashes.
 * Once the profile is erased, the log identifies nobody.
 */
export const subjectProfileSchema = z.strictObject({
  v: z.literal(1),
  caseId: z.string(),
  /** A random key. The hashes of identifiers in the log of this case, and of no other case, are made with it. */
  caseKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** Keyed hash of the request as it was sent. */
  request: z.string(),
  controller: z.string(),
  rights: z.array(rightSchema).min(1),
  language: languageSchema,
  /** The language that the person prefers (ISO 639), if we do not write in it. */
  wantedLanguage: z.string().optional(),
  matter: matterSchema.default('request'),
  origin: z
    .strictObject({ case: z.string(), as: z.enum(['split', 'bundle']) })
    .nullable()
    .default(null),
  /** The staff id of the person who registered a request from another channel. */
  registeredBy: z.string().optional(),
  channel: channelSchema,
  receivedAt: z.iso.datetime(),
  hold: holdReasonSchema.nullable(),
  contact: contactSchema,
  /** Later contact points of the case, by hash. */
  contacts: z.record(z.string(), contactSchema).default({}),
  claimed: z.array(identifierSchema),
  message: z.string().max(20_000).optional(),
  /** Learned identifiers by hash. */
  identifiers: z.record(z.string(), identifierSchema),
  /** Free texts by id. */
  texts: z.record(z.string(), z.string().max(20_000)),
  /**
   * Keys of raw mails and scans in the mail bucket. An object is erased with the material of the last case that has it.
   */
  inbound: z.array(z.string()).default([]),
  /**
   * The person's name in the mail that opened the case. A mail with another name counts as written by another person
   * until a proof shows the opposite.
   */
  names: z.array(z.string().max(200)).default([]),
  /**
   * The case to which this request is attached; `null` if the request has a case of its own. A request is attached
   * while nobody has proven the other case.
   */
  attachedTo: z.string().nullable().default(null),
  /**
   * The authentication of the mail shows that the request comes from the contact's own address. So no stranger has made
   * the request, and letters about it do not count as caused by a stranger.
   */
  vouched: z.boolean().default(false),
  /** The request was raised in another case with the requester's key of that case, so anybody may have made it. */
  broughtByOpener: z.boolean().default(false),
  /** Letters that were mailed in the case, each with its address. */
  sent: z.array(sentLetterSchema).default([]),
  /** Statements besides the request of which a member of staff must be told at once. */
  raises: z.array(z.enum(['complaint', 'claim', 'stop-at-once', 'represented'])).default([]),
});
export type SubjectProfile = Readonly<z.infer<typeof subjectProfileSchema>>;

export interface SubjectProfiles {
  get(caseId: string): Promise<SubjectProfile | undefined>;
  /** Stores the profile at `now` (ISO 8601), unless the case has a profile. Returns the stored profile. */
  create(profile: SubjectProfile, now: string): Promise<SubjectProfile>;
  /** Ids of the cases whose profile was stored at `from` (ISO 8601) or later. Some may not have been opened. */
  keptSince(from: string): Promise<readonly string[]>;
  /** Attaches a stored request to a case at `now` (ISO 8601), so that the request no longer waits to be opened. */
  attach(caseId: string, first: string, now: string): Promise<void>;
  /** Detaches a request at `now` (ISO 8601), so that the request waits to be opened again. */
  detach(caseId: string, now: string): Promise<void>;
  /** Ids of the requests that are attached to other cases. */
  attached(): Promise<readonly string[]>;
  addIdentifier(caseId: string, hash: string, identifier: Identifier): Promise<void>;
  addText(caseId: string, id: string, text: string): Promise<void>;
  addContact(caseId: string, hash: string, contact: Contact): Promise<void>;
  /** Records a stored object that came in with the case. Several cases may have the same object. */
  addInbound(caseId: string, key: string): Promise<void>;
  /** Records a letter that the mail service has accepted: its id and its address. */
  addSent(caseId: string, letter: SentLetter): Promise<void>;
  /**
   * Removes a stored object from the case. Returns whether no other case has the object, also when it is called again.
   */
  releaseInbound(caseId: string, key: string): Promise<boolean>;
  erase(caseId: string): Promise<void>;
}

const received = 'received';
const attached = 'attached';

/** Subject profiles in the case table. */
export function subjectProfiles(client: DynamoDBDocumentClient, table: string): SubjectProfiles {
  const key = (caseId: string): { pk: string; sk: string } => ({ pk: caseKey(caseId), sk: 'PROFILE' });
  const get = async (caseId: string): Promise<SubjectProfile | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: key(caseId), ConsistentRead: true }));
    return Item === undefined ? undefined : subjectProfileSchema.parse(Item['profile']);
  };
  const set = async (
    caseId: string,
    path: 'identifiers' | 'texts' | 'contacts',
    id: string,
    value: unknown,
  ): Promise<void> => {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: key(caseId),
        UpdateExpression: 'SET profile.#path.#id = :value',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#path': path, '#id': id },
        ExpressionAttributeValues: { ':value': value },
      }),
    );
  };
  const move = async (
    caseId: string,
    list: typeof received | typeof attached,
    first: string | null,
    now: string,
  ): Promise<void> => {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: key(caseId),
        UpdateExpression: 'SET profile.attachedTo = :first, #partition = :list, #sort = :sort',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#partition': byDue.partition, '#sort': byDue.sort },
        ExpressionAttributeValues: { ':first': first, ':list': list, ':sort': `${now}#${caseId}` },
      }),
    );
  };
  const had = (caseId: string, inbound: string): { pk: string; sk: string } => ({
    pk: inboundKey(inbound),
    sk: caseKey(caseId),
  });
  // The object is recorded before the profile is written. So if the process dies in between, no other case erases an
  // object that this case needs.
  const have = async (caseId: string, inbound: string): Promise<void> => {
    await client.send(new PutCommand({ TableName: table, Item: had(caseId, inbound) }));
  };
  const haveNot = async (caseId: string, inbound: string): Promise<void> => {
    await client.send(new DeleteCommand({ TableName: table, Key: had(caseId, inbound) }));
  };
  return {
    get,
    async create(profile, now) {
      for (const inbound of profile.inbound) await have(profile.caseId, inbound);
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            // The profile is listed by time, so that a request is found even if its case was never opened.
            Item: {
              ...key(profile.caseId),
              profile: subjectProfileSchema.parse(profile),
              [byDue.partition]: received,
              [byDue.sort]: `${now}#${profile.caseId}`,
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
    attach: async (caseId, first, now) => await move(caseId, attached, first, now),
    detach: async (caseId, now) => await move(caseId, received, null, now),
    attached: async () => await casesIn(client, table, byDue, attached),
    addIdentifier: async (caseId, hash, identifier) => await set(caseId, 'identifiers', hash, identifier),
    addText: async (caseId, id, text) => await set(caseId, 'texts', id, text),
    addContact: async (caseId, hash, contact) => await set(caseId, 'contacts', hash, contact),
    async addInbound(caseId, inbound) {
      const kept = await get(caseId);
      if (kept === undefined || kept.inbound.includes(inbound)) return;
      await have(caseId, inbound);
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: key(caseId),
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
          Key: key(caseId),
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
      await client.send(new DeleteCommand({ TableName: table, Key: key(caseId) }));
    },
  };
}
