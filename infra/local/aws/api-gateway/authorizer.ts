import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';

export interface AuthorizerSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUri: string;
}

export type Authorization =
  /** The claims of a token, as an HTTP API passes them to a function: the value of each claim is a text. */
  | { readonly kind: 'allowed'; readonly claims: Readonly<Record<string, string>> }
  | { readonly kind: 'refused'; readonly challenge: string }
  /** The authorizer could not fetch the issuer's keys, so it could not check the token. */
  | { readonly kind: 'unavailable' };

const MISSING: Authorization = { kind: 'refused', challenge: 'Bearer' };
const INVALID: Authorization = { kind: 'refused', challenge: 'Bearer error="invalid_token"' };

/**
 * Checks a token as the JWT authorizer of an HTTP API does: the signature by the issuer's published keys, `iss`, `exp`,
 * `nbf`, `iat`, and `aud` (or `client_id` if there is no `aud`). The word `Bearer` before the token is optional. The
 * identity provider uses the clock of the machine. So the authorizer compares times with this clock and not with the
 * local clock, which may be ahead.
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

/** An HTTP API formats claims as the programming language Go does: an array as `[a b]`, an object as `map[a:1 b:2]`. */
function claimText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(claimText).join(' ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `map[${entries.map(([name, each]) => `${name}:${claimText(each)}`).join(' ')}]`;
  }
  if (value === null) return '<nil>';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
