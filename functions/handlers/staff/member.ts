import { roles, type Role } from '#commands/role.ts';

/** A signed-in member of staff, with an opaque id and no name. */
export interface Member {
  readonly id: string;
  readonly roles: ReadonlySet<Role>;
  /**
   * The e-mail address from the login, if the token has one. If the address belongs to the person of a case, the member
   * may not open that case.
   */
  readonly email: string | undefined;
}

/**
 * Reads the signed-in member of staff from the claims of the token, which API Gateway has checked. API Gateway writes a
 * list in a claim as `[a b]` or `a,b`.
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
