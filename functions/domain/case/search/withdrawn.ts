import * as z from 'zod';
import type { LearnedIdentifier, Search } from '../state.ts';
import { identifierRefSchema } from '../vocabulary.ts';

/**
 * A learned identifier that no longer counts because of a decision on a record or on another identifier. `rejected`: it
 * tied a rejected record to the person, so it is not the person's. `disputed`: only records that may be somebody else's
 * have it now. `gone`: no record from which it could be learned has it now.
 */
export const withdrawnSchema = z.strictObject({
  identifier: identifierRefSchema,
  now: z.enum(['rejected', 'disputed', 'gone']),
});
export type WithdrawnIdentifier = Readonly<z.infer<typeof withdrawnSchema>>;

/** The withdrawn identifiers, without those that staff have rejected in the meantime. */
export function stillCounting(
  { learned }: Pick<Search, 'learned'>,
  withdrawn: readonly WithdrawnIdentifier[] = [],
): { readonly withdrawn?: WithdrawnIdentifier[] } {
  const counting = withdrawn.filter(({ identifier }) =>
    learned.some((one) => one.identifier.hash === identifier.hash && one.decision?.accepted !== false),
  );
  return counting.length === 0 ? {} : { withdrawn: counting };
}

/** The learned identifiers without those that are withdrawn. */
export function withoutWithdrawn(
  learned: readonly LearnedIdentifier[],
  withdrawn: readonly WithdrawnIdentifier[],
): readonly LearnedIdentifier[] {
  return learned.flatMap((one): readonly LearnedIdentifier[] => {
    const of = withdrawn.find((other) => isOf(other, one));
    if (of === undefined) return [one];
    switch (of.now) {
      case 'rejected':
        return [{ ...one, decision: { accepted: false } }];
      case 'disputed':
        return [{ ...one, decision: null, disputed: true }];
      case 'gone':
        return [];
    }
  });
}

/** Whether a withdrawn identifier is this one. */
export function isOf({ identifier }: WithdrawnIdentifier, one: LearnedIdentifier): boolean {
  return identifier.hash === one.identifier.hash && identifier.kind === one.identifier.kind;
}
