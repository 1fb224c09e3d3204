import { UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import * as z from 'zod';
import type { Configuration } from '../configuration.ts';
import { rolesIn, type Member } from '../logic/member.ts';

/** Somebody who is signed in. */
export interface Session {
  readonly member: Member;
  readonly token: string;
}

/** How the page was opened. */
export interface Arrival {
  readonly session: Session | undefined;
  /** The provider refused the sign-in, or its response was invalid. */
  readonly failed: boolean;
}

/** Sign-in with the organisation's OpenID provider: authorization code with PKCE, whole-page redirects, no frames. */
export interface SignIn {
  /** Completes a sign-in after the redirect, or resumes the session from before a reload. */
  arrive(): Promise<Arrival>;
  /** Redirects to the provider, which returns to the same page. False if the provider cannot be reached. */
  start(): Promise<boolean>;
  /** Signs out here and at the provider. */
  end(): Promise<void>;
  /** Deletes the token, so that a reloaded page does not begin with one that is no longer accepted. */
  forget(): Promise<void>;
  /** Calls back when the token has expired. Returns a function that cancels this. */
  onExpired(listener: () => void): () => void;
}

const stateSchema = z.string().regex(/^#\/[\w%./~-]*$/);

/** `page`: the address of the console, to which the provider also redirects back. */
export function createSignIn({ issuer, clientId, audience }: Configuration, page: string): SignIn {
  // The tab's own storage: it survives a reload, but not another tab or a later session.
  const store = new WebStorageStateStore({ prefix: 'utdrag-console.', store: window.sessionStorage });
  const manager = new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: page,
    post_logout_redirect_uri: page,
    response_type: 'code',
    scope: 'openid profile',
    extraQueryParams: { audience },
    loadUserInfo: false,
    automaticSilentRenew: false,
    monitorSession: false,
    userStore: store,
    stateStore: store,
  });

  return {
    async arrive() {
      const query = new URLSearchParams(window.location.search);
      if (query.has('state') && (query.has('code') || query.has('error'))) {
        try {
          const user = await manager.signinRedirectCallback();
          const place = stateSchema.safeParse(user.state);
          window.history.replaceState(null, '', page + (place.success ? place.data : ''));
          return { session: sessionOf(user), failed: false };
        } catch {
          window.history.replaceState(null, '', page);
          return { session: undefined, failed: true };
        }
      }
      if (window.location.search !== '') window.history.replaceState(null, '', page + window.location.hash);
      const user = await manager.getUser();
      return { session: user === null || user.expired === true ? undefined : sessionOf(user), failed: false };
    },
    async start() {
      try {
        await manager.signinRedirect({ state: window.location.hash });
        return true;
      } catch {
        return false;
      }
    },
    async end() {
      try {
        await manager.signoutRedirect();
      } catch {
        // A provider without a sign-out page: the sign-in ends at least here.
        await manager.removeUser();
        window.location.assign(page);
      }
    },
    async forget() {
      await manager.removeUser();
    },
    onExpired(listener) {
      return manager.events.addAccessTokenExpired(listener);
    },
  };
}

function sessionOf(user: User): Session {
  const { sub, name, preferred_username: username } = user.profile;
  const member = { id: sub, name: name ?? username ?? sub, roles: rolesIn(user.access_token) };
  return { member, token: user.access_token };
}
