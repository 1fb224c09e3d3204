import * as z from 'zod';
import { roles, type Role } from '#commands/role.ts';

/** The signed-in member of staff. The roles only decide what the console shows; the API decides what is allowed. */
export interface Member {
  /** The subject id of the OpenID provider, as in the event log. */
  readonly id: string;
  readonly name: string;
  readonly roles: ReadonlySet<Role>;
}

const claims = z.object({ roles: z.union([z.string(), z.array(z.string())]).optional() });

/**
 * The roles in an access token, which is a JWT. The API checks the signature. The set is empty if the token cannot be
 * read.
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
