import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';

export interface AuthorizerSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUri: string;
}

export type Authorization =
  /** The claims of a valid token. Each value is a text, because an HTTP API passes claims to a function as texts. */
  | { readonly kind: 'allowed'; readonly claims: Readonly<Record<string, string>> }
  | { readonly kind: 'refused'; readonly challenge: string }
  /** The authorizer could not fetch the issuer's keys, so it could not check the token. */
  | { readonly kind: 'unavailable' };

const MISSING: Authorization = { kind: 'refused', challenge: 'Bearer' };
const INVALID: Authorization = { kind: 'refused', challenge: 'Bearer error="invalid_token"' };

/**
 * Makes a function that checks the `Authorization` header as the JWT authorizer of an HTTP API does: the signature by
 * the issuer's published keys, `iss`, `exp`, `nbf`, `iat`, and `aud` (or `client_id` if there is no `aud`). The word
 * `Bearer` before the token is optional. Times are compared with the clock of the machine, because the local identity
 * provider issues tokens by this clock. The local clock of the system may be ahead of it.
 */
export function jwtAuthorizer(settings: AuthorizerSettings): (header: string | undefined) => Promise<Authorization> {
  const keys = createRemoteJWKSet(new URL(settings.jwksUri));

  return async (header) => {
    const token = header?.replace(/^Bearer +/i, '').trim() ?? '';
    if (token === '') return MISSING;
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: settings.issuer,
        algorithms: ['RS256', 'ES256'],
        requiredClaims: ['exp'],
      });
      if (!isFor(payload, settings.audience) || (payload.iat ?? 0) * 1000 > Date.now()) return INVALID;
      return { kind: 'allowed', claims: textClaims(payload) };
    } catch (error) {
      return isAboutToken(error) ? INVALID : { kind: 'unavailable' };
    }
  };
}

function isFor(payload: JWTPayload, audience: string): boolean {
  if (payload.aud === undefined) return payload['client_id'] === audience;
  return Array.isArray(payload.aud) ? payload.aud.includes(audience) : payload.aud === audience;
}

function isAboutToken(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return false;
  const aboutKeys = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;
  return !aboutKeys && error.code !== 'ERR_JOSE_GENERIC';
}

function textClaims(payload: JWTPayload): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, claimText(value)]));
}

/**
 * Writes a claim as a text in the format of the programming language Go, as an HTTP API does: an array as `[a b]`, an
 * object as `map[a:1 b:2]`.
 */
function claimText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(claimText).join(' ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `map[${entries.map(([name, each]) => `${name}:${claimText(each)}`).join(' ')}]`;
  }
  if (value === null) return '<nil>';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
