import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { canonical, keyedHash } from '#domain/canonical/canonical.ts';
import type { Contact } from '#domain/contact.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';

/**
 * The secret from which all keys, tokens and codes of case work are derived. The name of its purpose (such as
 * `access-token`) is part of the derivation of each key, so the keys differ.
 */
export const caseSecretSchema = z.strictObject({ master: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * A key that opens the page of a case. `opener` is the requester's key, which the response to the request contains.
 * `mail` is the key in the link of a letter.
 */
export type CaseToken = { readonly of: 'opener' } | { readonly of: 'mail'; readonly generation: number };

/** The ids, hashes, keys and codes that are derived from the secret. */
export interface CaseKeys {
  /** The id of the case that a request opens. The same route and idempotency key always give the same id. */
  caseId(route: string, idempotencyKey: string): string;
  /**
   * Keyed hash of the body of a request. If a second request has the same idempotency key, this hash shows whether its
   * body is the same.
   */
  requestHash(request: unknown): string;
  /**
   * Keyed hash of a person's contact point. The hash is the same in all cases, so that cases of one person can be found
   * without an index of addresses.
   */
  personHash(contact: Contact): string;
  /**
   * Keyed hash of the topic of a request: its contact, its rights and its controller. Requests with the same topic have
   * the same hash.
   */
  topicHash(contact: Contact, rights: readonly string[], controller: string): string;
  /** Keyed hash of an IP network. The limits count requests by this hash, so that no IP address is stored. */
  networkHash(network: string): string;
  /** The requester's key of a case. Only the response to the request contains this key. */
  openerToken(caseId: string): string;
  /**
   * The key in the link of a letter. The key of each `generation` differs, so that a new key replaces the key of
   * earlier letters (`keyGeneration` in the domain).
   */
  mailedToken(caseId: string, generation: number): string;
  /** Says whether a token is the requester's key of the case or the key in a letter; `undefined` if it is neither. */
  tokenOf(caseId: string, token: string): CaseToken | undefined;
  /**
   * A token for the cookie of a browser in which somebody has signed in as the person of the case. The token is valid
   * until `until` (ISO 8601).
   */
  signedIn(caseId: string, until: string): string;
  isSignedIn(caseId: string, token: string, now: string): boolean;
  /**
   * The six digits of a code. `challenge` is the id of the code. The digits are derived from the secret, so no code is
   * stored.
   */
  oneTimeCode(caseId: string, challenge: string): string;
  isOneTimeCode(caseId: string, challenge: string, code: string): boolean;
}

// Crockford's base 32: it leaves out the letters that look like digits.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Derives the keys from the master secret (64 hex digits). */
export function caseKeys(secret: z.infer<typeof caseSecretSchema>): CaseKeys {
  const derive = (purpose: string, ...parts: readonly string[]): Buffer =>
    createHmac('sha256', keyedHash(secret.master, purpose)).update(canonical(parts)).digest();
  // Letters of earlier versions contained the requester's key until the contact point changed for the first time. The
  // derivation must not change, because these letters still hold that key.
  const openerToken = (caseId: string): string => derive('access-token', caseId).toString('base64url');
  const mailedToken = (caseId: string, generation: number): string =>
    `${derive('access-token', caseId, String(generation)).toString('base64url')}-${generation}`;
  const signedIn = (caseId: string, seconds: number): string =>
    `${seconds}-${derive('signed-in', caseId, String(seconds)).toString('base64url')}`;
  const oneTimeCode = (caseId: string, challenge: string): string =>
    sixDigits(derive('one-time-code', caseId, challenge));
  return {
    caseId: (route, key) => base32(derive('case-id', route, key).subarray(0, 10)),
    requestHash: (request) => derive('request', canonical(request)).toString('hex'),
    personHash: ({ kind, value }) => derive('person', kind, value).toString('hex'),
    topicHash: ({ kind, value }, rights, controller) =>
      derive('topic', kind, value, controller, ...[...new Set(rights)].toSorted()).toString('hex'),
    networkHash: (network) => derive('network', network).toString('hex'),
    openerToken,
    mailedToken,
    tokenOf: (caseId, token) => {
      // In a mailed key, the generation follows 43 characters and a hyphen. For an invalid token the comparison takes
      // as long as for a valid token.
      const [, written] = /^.{43}-(0|[1-9]\d{0,3})$/.exec(token) ?? [];
      const generation = Number(written ?? 0);
      const own = written === undefined ? openerToken(caseId) : mailedToken(caseId, generation);
      if (!equal(own, token)) return undefined;
      return written === undefined ? { of: 'opener' } : { of: 'mail', generation };
    },
    signedIn: (caseId, until) => signedIn(caseId, Math.floor(Date.parse(until) / 1000)),
    isSignedIn: (caseId, token, now) => {
      const seconds = Number(/^(\d{1,12})-/.exec(token)?.[1] ?? 0);
      return equal(signedIn(caseId, seconds), token) && seconds * 1000 > Date.parse(now);
    },
    oneTimeCode,
    isOneTimeCode: (caseId, challenge, code) => equal(oneTimeCode(caseId, challenge), code),
  };
}

/** Hash of an identifier with the key of one case, as in the log. */
export function identifierHash(caseKey: string, identifier: Identifier): string {
  return contactHash(caseKey, identifier);
}

/** The same hash as `identifierHash`, but also for a postal address. */
export function contactHash(caseKey: string, { kind, value }: Contact): string {
  return keyedHash(caseKey, `${kind}:${value}`);
}

/** Writes 80 bits as sixteen characters in four groups. Staff can read such an id out on the telephone. */
function base32(bytes: Buffer): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const characters = Array.from({ length: 16 }, (_, index) => alphabet[Number((bits >> BigInt(75 - 5 * index)) & 31n)]);
  return [0, 4, 8, 12].map((start) => characters.slice(start, start + 4).join('')).join('-');
}

/**
 * Derives six digits from a hash; all values from 000000 to 999999 are equally likely. A 32-bit word from `limit` (the
 * largest multiple of a million) on is skipped, because it would make some codes more likely than others.
 */
function sixDigits(hash: Buffer): string {
  const limit = 2 ** 32 - (2 ** 32 % 1_000_000);
  for (let at = 0; at + 4 <= hash.length; at += 4) {
    const word = hash.readUInt32BE(at);
    if (word < limit) return String(word % 1_000_000).padStart(6, '0');
  }
  return String(hash.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}

/** Compares two texts in constant time, so that the duration tells nothing about the expected token. */
function equal(a: string, b: string): boolean {
  const hash = (text: string): Buffer => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
