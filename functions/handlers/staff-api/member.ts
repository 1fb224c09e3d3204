import { roles, type Role } from '#commands/role.ts';

/** A signed-in member of staff: an opaque subject id, never a name. */
export interface Member {
  readonly id: string;
  readonly roles: ReadonlySet<Role>;
  /**
   * The address from the login, if there is one. A person who asks for their own data is recognised by this address and
   * gets no access to that case.
   */
  readonly email: string | undefined;
}

/**
 * The signed-in member of staff, from the claims that the gateway's authorizer has checked. A claim that is a list
 * comes as `[a b]` or `a,b`.
 */
export function memberOf(claims: Readonly<Record<string, unknown>>): Member | undefined {
  const { sub, roles: claimed, email } = claims;
  if (typeof sub !== 'string' || sub === '') return undefined;
  const words =
    typeof claimed === 'string'
      ? claimed.replace(/[[\]"]/g, ' ').split(/[\s,]+/)
      : Array.isArray(claimed)
        ? claimed
        : [];
  return {
    id: sub,
    roles: new Set(roles.filter((role) => words.includes(role))),
    email: typeof email === 'string' && email !== '' ? email : undefined,
  };
}
