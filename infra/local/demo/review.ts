import type { ReviewDecision, ReviewItem } from '#api/review.ts';
import type { StaffClient } from './clients.ts';

/** What a member of staff decides about one item: at least one decision, without the item and its version. */
export type Decide = (
  item: ReviewItem,
) => readonly (ReviewDecision extends infer D ? Omit<D, 'item' | 'version'> : never)[];

/** Gives the person what is theirs, and leaves out what nothing ties to them. */
export const asItIs: Decide = ({ tie: { how } }) => [
  { do: how === 'possible' || how === 'disputed' ? 'reject' : 'release' },
];

/**
 * Looks at every item that a person must decide on, opens its documents, and decides. Returns the hashes that the
 * release names.
 */
export async function review(
  staff: StaffClient,
  reference: string,
  decide: Decide = asItIs,
): Promise<{ readonly sheet: string; readonly preview: string }> {
  for (;;) {
    const { items, sheet, open } = await staff.review(reference, { open: true });
    if (open === 0) return { sheet, preview: (await staff.preview(reference)).preview };
    for (const { documents } of items)
      for (const { id, opened } of documents) if (!opened) await staff.openDocument(reference, id);
    await staff.decide(
      reference,
      items.flatMap((item) => decide(item).map((decision) => ({ ...decision, item: item.id, version: item.version }))),
    );
  }
}

/** Looks at everything, and releases the answer of a round. `seq`: the last commit, which the review moves on. */
export async function releaseReviewed(
  staff: StaffClient,
  { reference, round }: { readonly reference: string; readonly round: number },
  decide: Decide = asItIs,
): Promise<void> {
  const { sheet, preview } = await review(staff, reference, decide);
  const { seq } = await staff.case(reference);
  await staff.command(reference, seq, { type: 'release', round, sheet, preview });
}
