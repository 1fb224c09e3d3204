import { createHash, randomBytes } from 'node:crypto';
import * as oidc from 'openid-client';
import { knownAgain } from '#domain/case/contact/confirmed-contact.ts';
import { person } from '#domain/case/identity/opener.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { Actor } from '#domain/case/vocabulary.ts';
import { localDate } from '#domain/clock/deadline.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { normalise } from '#domain/identifiers/normalise.ts';
import type { OfferedMethod } from '#domain/identity-methods/methods.ts';
import type { Controller } from '#domain/organisation/organisation.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import type { SignInAttempts } from '#store/sign-in-attempts.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../commit/casework.ts';
import { commitCommand, loadCase } from '../commit/commit-command.ts';
import { confirmingMethods, identityOffer, isSignIn, matchable, strongMethods } from './identity-offer.ts';
import { identifierHash } from '../commit/keys.ts';
import { discover, providerOf, redeem, type Provider } from './oidc-provider.ts';

/** What a sign-in at an OpenID Connect provider (an e-ID or a login) needs besides `Casework`. */
export interface SignInMeans {
  readonly attempts: SignInAttempts;
  /** Reads a secret from Secrets Manager by its name. */
  secret(name: string): Promise<unknown>;
  /** Our URL to which the provider redirects the browser after the sign-in. */
  readonly callback: string;
}

/** The number of minutes within which a sign-in must be completed. */
export const signInMinutes = 10;
/**
 * The number of minutes for which a browser counts as the person's after a sign-in. The person needs this time to
 * receive a code by mail and to enter it.
 */
export const signedInMinutes = 20;

export type BegunSignIn =
  | {
      readonly ok: true;
      /** The URL of the provider, to which the browser is redirected. */
      readonly url: string;
      /** The cookie that the browser must send again when it returns from the provider. */
      readonly cookie: { readonly name: string; readonly value: string };
    }
  | { readonly ok: false; readonly code: 'not-offered' }
  | { readonly ok: false; readonly code: 'unavailable'; readonly detail: string };

/** Begins a sign-in with one of the methods that are offered for the case at present. */
export async function beginSignIn(
  casework: Casework,
  means: SignInMeans,
  state: OpenedCase,
  methodId: string,
  now: string,
  by: Actor = person,
): Promise<BegunSignIn> {
  const { organisation } = casework;
  const profile = await casework.profiles.get(state.common.caseId);
  const provider = providerOf(controllerOf(organisation, state.common.facts.controller), methodId);
  if (profile === undefined || provider === undefined || !isOffered(state, profile, casework, methodId, now))
    return { ok: false, code: 'not-offered' };
  const found = await discover(provider, means.secret);
  if (!found.ok) return { ok: false, code: 'unavailable', detail: found.detail };
  const [verifier, token, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()];
  const browser = randomBytes(32).toString('base64url');
  const id = digest(token);
  await means.attempts.begin(id, {
    v: 1,
    caseId: state.common.caseId,
    by,
    method: methodId,
    verifier,
    nonce,
    browser: digest(browser),
    expiresAt: new Date(Date.parse(now) + signInMinutes * 60_000).toISOString(),
  });
  const url = oidc.buildAuthorizationUrl(found.configuration, {
    redirect_uri: means.callback,
    scope: provider.scope,
    state: token,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(provider.acr === undefined ? {} : { acr_values: provider.acr }),
    ...(provider.isShownAnew ? { prompt: 'login' } : {}),
  });
  return { ok: true, url: url.href, cookie: { name: cookieOf(id), value: browser } };
}

export type EndedSignIn =
  | {
      readonly ok: true;
      readonly caseId: string;
      /**
       * The value of a cookie. For some minutes it shows that the person of the case has signed in with this browser.
       */
      readonly signedIn?: string;
    }
  /** No sign-in has this state, or another browser began it, or it was completed before. */
  | { readonly ok: false; readonly code: 'unknown' }
  | {
      readonly ok: false;
      readonly code: 'expired' | 'cancelled' | 'no-match' | 'not-now' | 'failed' | 'unavailable';
      readonly caseId: string;
      /**
       * The cause, for the log: an error code of OAuth or one of our own. It never contains a value from the ID token.
       */
      readonly detail: string;
    };

/** The name of the cookie that the browser must have sent. `undefined` if the URL names no sign-in. */
export function signInCookie(callback: URL): string | undefined {
  const state = callback.searchParams.get('state');
  return state === null || !/^[\w-]{20,100}$/.test(state) ? undefined : cookieOf(digest(state));
}

/**
 * Ends a sign-in. `callback` is the full URL with which the browser returned, and `browser` is the value of its cookie.
 * Each attempt can be used once, whatever its result.
 *
 * An identifier in the ID token is proven if it exactly equals an identifier of the case (`matchesOf`) and the case
 * accepts a proof by this method. Otherwise no proof is recorded. In both cases a sign-in with a known identifier of
 * the person gives the browser a cookie that shows who is using it (`signedIn`). Nothing else of the token is stored.
 */
export async function endSignIn(
  casework: Casework,
  means: SignInMeans,
  callback: URL,
  browser: string,
  now: string,
): Promise<EndedSignIn> {
  const given = callback.searchParams.get('state') ?? '';
  const attempt = await means.attempts.take(digest(given), digest(browser));
  if (attempt === undefined) return { ok: false, code: 'unknown' };
  const { caseId, method } = attempt;
  const failed = (
    code: Extract<EndedSignIn, { readonly caseId: string; readonly ok: false }>['code'],
    detail: string,
  ): EndedSignIn => ({ ok: false, code, caseId, detail });
  if (attempt.expiresAt <= now) return failed('expired', 'expired');
  const { state } = await loadCase(casework, caseId);
  const profile = await casework.profiles.get(caseId);
  if (state === undefined || profile === undefined) return failed('not-now', 'erased');
  const controller = controllerOf(casework.organisation, state.common.facts.controller);
  const provider = providerOf(controller, method);
  // The organisation's description or the state of the case may have changed since the sign-in began.
  if (provider === undefined || !isOffered(state, profile, casework, method, now))
    return failed('not-now', 'not-offered');

  const found = await discover(provider, means.secret);
  if (!found.ok) return failed('unavailable', found.detail);
  const token = await redeem(found.configuration, callback, {
    pkceCodeVerifier: attempt.verifier,
    expectedNonce: attempt.nonce,
    expectedState: given,
    idTokenExpected: true,
  });
  if (!token.ok) return failed(token.code, token.detail);
  if (provider.acr !== undefined && token.claims['acr'] !== provider.acr) return failed('failed', 'acr');

  const matches = matchesOf(provider, token.claims, state, profile, controller, now);
  if (matches.length === 0) return failed('no-match', 'no-match');
  const hashOf = (identifier: Identifier): string => identifierHash(profile.caseKey, identifier);
  // An identifier that this method has proven before is not recorded again.
  const isNew = (identifier: Identifier): boolean =>
    state.common.proofs.every(
      (proof) => proof.method !== provider.method || proof.identifier.hash !== hashOf(identifier),
    );
  const proves = isForProof(state, profile, casework, method);
  const isAskedFor = isChoice(identityOffer(state, profile, casework.organisation).methods, method);
  let after = state;
  for (const identifier of proves ? matches.filter((one) => isAskedFor || isNew(one)) : []) {
    const { kind } = identifier;
    const acted = await commitCommand(
      casework,
      caseId,
      {
        commandId: `sign-in/${digest(given).slice(0, 32)}/${kind}`,
        by: attempt.by,
        command: {
          type: 'prove-with',
          method: provider.method,
          identifier: { kind, hash: hashOf(identifier) },
        },
      },
      now,
    );
    if (!acted.ok) return failed('not-now', acted.code);
    after = acted.state;
  }
  const known = new Set(knownAgain(after).map(({ hash }) => hash));
  if (!matches.some((one) => known.has(hashOf(one))))
    return after === state ? failed('no-match', 'not-known-again') : { ok: true, caseId };
  const until = new Date(Date.parse(now) + signedInMinutes * 60_000).toISOString();
  return { ok: true, caseId, signedIn: casework.keys.signedIn(caseId, until) };
}

/**
 * The identifiers in the ID token that exactly equal an identifier of the case: one from the request, or a learned one
 * that staff have accepted (`matchable`).
 */
function matchesOf(
  provider: Provider,
  claims: Readonly<Record<string, unknown>>,
  state: OpenedCase,
  profile: SubjectProfile,
  controller: Controller,
  now: string,
): readonly Identifier[] {
  return provider.claims.flatMap(({ name, kind }) => {
    const value = claims[name];
    if (typeof value !== 'string') return [];
    // An e-mail address counts as a proof only if the login has verified it (OpenID Connect Core 5.1). If the token
    // lacks the claim `email_verified`, the description decides: `verifiesEmail` means that the login verifies all
    // addresses.
    const verified = claims['email_verified'] ?? provider.verifiesEmail;
    if (kind === 'email' && verified !== true) return [];
    const proven = normalise(kind, value, {
      today: localDate(now, controller.timeZone),
      allowInterim: controller.allowInterimNumbers,
      numbers: controller.numbers,
    });
    if (!proven.valid) return [];
    return matchable(state, profile, kind).filter((one) => one.value === proven.identifier.value);
  });
}

function isOffered(
  state: OpenedCase,
  profile: SubjectProfile,
  casework: Casework,
  methodId: string,
  now: string,
): boolean {
  const again = confirmingMethods(state, profile, casework.organisation, now);
  return isForProof(state, profile, casework, methodId) || isChoice(again, methodId);
}

/**
 * Whether the sign-in may become a proof of identity. If not, it can only show that the person is using this browser.
 */
function isForProof(state: OpenedCase, profile: SubjectProfile, casework: Casework, methodId: string): boolean {
  const { methods } = identityOffer(state, profile, casework.organisation);
  return isChoice([...methods, ...strongMethods(state, profile, casework.organisation)], methodId);
}

function isChoice(methods: readonly OfferedMethod[], methodId: string): boolean {
  return methods.some((one) => isSignIn(one) && one.id === methodId);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * The name of the cookie contains the id of the sign-in. So sign-ins in two tabs do not overwrite each other's cookie.
 */
function cookieOf(id: string): string {
  return `sign-in-${id.slice(0, 16)}`;
}
