import * as z from 'zod';
import { roles, type Role } from '#commands/role.ts';

/** The member of staff who is signed in. `roles` only controls what the console shows; the API checks every call. */
export interface Member {
  /** The claim `sub` in the token of the OpenID provider. The event log names the member of staff by this id. */
  readonly id: string;
  readonly name: string;
  readonly roles: ReadonlySet<Role>;
}

const claims = z.object({ roles: z.union([z.string(), z.array(z.string())]).optional() });

/**
 * Reads the roles from an access token (a JWT) without checking its signature. The API checks the signature in each
 * call. Returns an empty set if the token cannot be read.
 */
export function rolesIn(accessToken: string): ReadonlySet<Role> {
  const read = claims.safeParse(payloadOf(accessToken));
  const claimed = read.success ? (read.data.roles ?? []) : [];
  const words = typeof claimed === 'string' ? claimed.split(/[\s,]+/) : claimed;
  return new Set(roles.filter((role) => words.includes(role)));
}

function payloadOf(token: string): unknown {
  const part = token.split('.')[1] ?? '';
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
