import type { ReviewDecision, ReviewItem } from '#api/review.ts';
import type { StaffClient } from './clients.ts';

/** Makes at least one decision on an item. `review` adds the id and the version of the item. */
export type Decide = (item: ReviewItem) => readonly Omit<ReviewDecision, 'item' | 'version'>[];

/** Releases an item that is the person's, and rejects a possible or disputed one. */
export const asItIs: Decide = ({ tie: { how } }) => [
  { do: how === 'possible' || how === 'disputed' ? 'reject' : 'release' },
];

/** The fields of Fortnox that can name somebody who takes deliveries for the customer. */
const receiverFields: ReadonlySet<string> = new Set(['DeliveryName', 'DeliveryPhone1', 'DeliveryPhone2']);

/**
 * Decides as `asItIs` does, and also masks everywhere the person who takes deliveries for the customer, as `[person A]`
 * (Art. 15(4)). Calls `told` with the number of values that are masked.
 */
export function maskingReceivers(told: (values: number) => void): Decide {
  const masked = new Set<string>();
  return (item) => {
    const fields = item.fields.filter(({ name, value }) => receiverFields.has(name) && !masked.has(value));
    const values = [...new Set(fields.map(({ value }) => value))];
    for (const value of values) masked.add(value);
    if (values.length > 0) told(values.length);
    return [...values.map((value) => ({ alike: { value }, do: 'mask', letter: 'A' }) as const), ...asItIs(item)];
  };
}

/**
 * Opens the documents of every item on which staff must decide, and decides on the item. Returns the hashes that the
 * command `release` needs.
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
      for (const document of documents) if (!document.opened) await staff.openDocument(reference, document);
    await staff.decide(
      reference,
      items.flatMap(({ id, version, ...item }) =>
        decide({ id, version, ...item }).map((decision) =>
          decision.alike === undefined
            ? { ...decision, item: id, version, ...(item.copies.length === 0 ? {} : { copies: true as const }) }
            : decision,
        ),
      ),
    );
  }
}

/** Reviews the answer of a round and releases it. */
export async function releaseReviewed(
  staff: StaffClient,
  { reference, round }: { readonly reference: string; readonly round: number },
  decide: Decide = asItIs,
): Promise<void> {
  const { sheet, preview } = await review(staff, reference, decide);
  const { seq } = await staff.case(reference);
  await staff.command(reference, seq, { type: 'release', round, sheet, preview });
}
