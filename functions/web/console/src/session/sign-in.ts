import { UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import * as z from 'zod';
import type { Configuration } from '../configuration.ts';
import { rolesIn, type Member } from '../logic/member.ts';

/** A signed-in member of staff, with the access token. */
export interface Session {
  readonly member: Member;
  readonly token: string;
}

/** What is known about the sign-in when the page opens. */
export interface Arrival {
  readonly session: Session | undefined;
  /** The provider refused the sign-in, or its response was invalid. */
  readonly failed: boolean;
}

/**
 * Sign-in with the organisation's OpenID provider: authorization code with PKCE. It redirects the whole page and uses
 * no frames.
 */
export interface SignIn {
  /** Completes a sign-in after the redirect, or takes up the session from before a reload. */
  arrive(): Promise<Arrival>;
  /** Redirects to the provider, which returns to the same page. Returns `false` if the provider cannot be reached. */
  start(): Promise<boolean>;
  /** Signs the user out of the console and at the provider. */
  end(): Promise<void>;
  /** Deletes the token, so that the page does not use an expired token after a reload. */
  forget(): Promise<void>;
  /** Calls `listener` when the token has expired. Returns a function that removes the listener. */
  onExpired(listener: () => void): () => void;
}

const stateSchema = z.string().regex(/^#\/[\w%./~-]*$/);

/** `page` is the URL of the console. The provider redirects back to it. */
export function createSignIn({ issuer, clientId, audience }: Configuration, page: string): SignIn {
  // The storage of the tab. Its content survives a reload; another tab does not see it, and it is gone when the tab is
  // closed.
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
        // If the provider has no sign-out page, the user is signed out of the console only.
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
