import { UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import * as z from 'zod';
import type { Configuration } from '../configuration.ts';
import { rolesIn, type Member } from '../logic/member.ts';

/** A member of staff who is signed in, with the access token. */
export interface Session {
  readonly member: Member;
  readonly token: string;
}

/** Whether the user is signed in when the page opens. */
export interface Arrival {
  readonly session: Session | undefined;
  /** Whether the provider refused the sign-in, or sent an invalid response. */
  readonly failed: boolean;
}

/**
 * Signs staff in at the organisation's OpenID provider, with the authorization code flow and PKCE. The browser leaves
 * the console for the page of the provider; no frame is used.
 */
export interface SignIn {
  /**
   * Called when the page opens. After the redirect from the provider it completes the sign-in; after a reload it
   * restores the session from the `sessionStorage` of the tab.
   */
  arrive(): Promise<Arrival>;
  /**
   * Redirects to the provider, which later redirects back to the same page. Returns `false` if the provider cannot be
   * reached.
   */
  start(): Promise<boolean>;
  /** Signs the user out of the console and of the provider. */
  end(): Promise<void>;
  /** Deletes the stored token after the API has refused it. Otherwise the page would use it again after a reload. */
  forget(): Promise<void>;
  /** Calls `listener` when the token has expired. Returns a function that removes the listener. */
  onExpired(listener: () => void): () => void;
}

const stateSchema = z.string().regex(/^#\/[\w%./~-]*$/);

/** `page` is the URL of the console, to which the provider redirects back. */
export function createSignIn({ issuer, clientId, audience }: Configuration, page: string): SignIn {
  // `sessionStorage` belongs to one tab: it survives a reload, other tabs cannot read it, and it ends with the tab.
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
        // The provider may have no sign-out page. Then the user is signed out of the console only.
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
