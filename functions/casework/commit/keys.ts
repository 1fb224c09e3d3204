import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { canonical, keyedHash } from '#domain/canonical/canonical.ts';
import type { Contact } from '#domain/contact.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';

/** The one secret from which case work derives all its keys, each under its own name. */
export const caseSecretSchema = z.strictObject({ master: z.string().regex(/^[0-9a-f]{64}$/) });

/** A key that opens a case: the requester's key, which is given out for the request, or the key in a mailed link. */
export type CaseToken = { readonly of: 'opener' } | { readonly of: 'mail'; readonly generation: number };

/** Everything that is computed with the secret. */
export interface CaseKeys {
  /** The id of the case that a request opens. The same route and idempotency key always give the same id. */
  caseId(route: string, idempotencyKey: string): string;
  /** Keyed hash of a request as it was sent. It shows whether a second request with the same key is a repetition. */
  requestHash(request: unknown): string;
  /**
   * Keyed hash of a person's contact point, the same in all cases. It finds duplicates without keeping the address in
   * an index.
   */
  personHash(contact: Contact): string;
  /** Keyed hash of the controller, the rights and the contact: the same for every request with these three. */
  topicHash(contact: Contact, rights: readonly string[], controller: string): string;
  /** Keyed hash of a network, for counting its requests without storing its address. */
  networkHash(network: string): string;
  /** The requester's key of a case: given out once, in the response to the request. */
  openerToken(caseId: string): string;
  /** The key in the links of letters: a new one for each generation (`keyGeneration` in the domain). */
  mailedToken(caseId: string, generation: number): string;
  /** Whether a token is the requester's key of the case or the key of a mailed link; `undefined` if it is neither. */
  tokenOf(caseId: string, token: string): CaseToken | undefined;
  /**
   * A token by which a browser shows, until `until` (ISO 8601), that somebody has just signed in there as the person of
   * a case.
   */
  signedIn(caseId: string, until: string): string;
  isSignedIn(caseId: string, token: string, now: string): boolean;
  /** The six digits of a code for a challenge. They are derived from the secret, so that no code is ever stored. */
  oneTimeCode(caseId: string, challenge: string): string;
  isOneTimeCode(caseId: string, challenge: string, code: string): boolean;
}

// Crockford's alphabet: it has no letter that looks like a digit.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Derives the keys from the master secret (64 hex digits). */
export function caseKeys(secret: z.infer<typeof caseSecretSchema>): CaseKeys {
  const derive = (purpose: string, ...parts: readonly string[]): Buffer =>
    createHmac('sha256', keyedHash(secret.master, purpose)).update(canonical(parts)).digest();
  // Letters of earlier versions contained the requester's key until the first change of contact. The derivation stays
  // the same, so that keys that were given out stay valid.
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
      // The generation follows the 43 characters of the requester's key. The check takes as long for an invalid token.
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

/** The same as `identifierHash`, for every kind of contact point. */
export function contactHash(caseKey: string, { kind, value }: Contact): string {
  return keyedHash(caseKey, `${kind}:${value}`);
}

/** Sixteen characters in four groups. They hold 80 bits and can be read out on the telephone. */
function base32(bytes: Buffer): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const characters = Array.from({ length: 16 }, (_, index) => alphabet[Number((bits >> BigInt(75 - 5 * index)) & 31n)]);
  return [0, 4, 8, 12].map((start) => characters.slice(start, start + 4).join('')).join('-');
}

/**
 * Six digits of which each combination is equally likely. They come from the first 32-bit word of the hash that is
 * below the largest multiple of a million.
 */
function sixDigits(hash: Buffer): string {
  const limit = 2 ** 32 - (2 ** 32 % 1_000_000);
  for (let at = 0; at + 4 <= hash.length; at += 4) {
    const word = hash.readUInt32BE(at);
    if (word < limit) return String(word % 1_000_000).padStart(6, '0');
  }
  return String(hash.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}

/** Compares in constant time. */
function equal(a: string, b: string): boolean {
  const hash = (text: string): Buffer => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
