import type { ReviewDecision, ReviewItem } from '#api/review.ts';
import type { StaffClient } from './clients.ts';

/** What a member of staff decides about one item: at least one decision, without the item and its version. */
export type Decide = (item: ReviewItem) => readonly Omit<ReviewDecision, 'item' | 'version'>[];

/** Gives the person what is theirs, and leaves out what nothing ties to them. */
export const asItIs: Decide = ({ tie: { how } }) => [
  { do: how === 'possible' || how === 'disputed' ? 'reject' : 'release' },
];

/** The fields of Fortnox in which somebody stands who takes deliveries for the customer. */
const receiverFields: ReadonlySet<string> = new Set(['DeliveryName', 'DeliveryPhone1', 'DeliveryPhone2']);

/**
 * As `asItIs`, but the person who takes deliveries for the customer is masked everywhere, as `[person A]` (Art. 15(4)).
 * `told` is called with the number of values that are masked.
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
      for (const document of documents) if (!document.opened) await staff.openDocument(reference, document);
    await staff.decide(
      reference,
      items.flatMap(({ id, version, ...item }) =>
        decide({ id, version, ...item }).map((decision) =>
          decision.alike === undefined ? { ...decision, item: id, version } : decision,
        ),
      ),
    );
  }
}

/** Looks at everything, decides, and releases the answer of a round. */
export async function releaseReviewed(
  staff: StaffClient,
  { reference, round }: { readonly reference: string; readonly round: number },
  decide: Decide = asItIs,
): Promise<void> {
  const { sheet, preview } = await review(staff, reference, decide);
  const { seq } = await staff.case(reference);
  await staff.command(reference, seq, { type: 'release', round, sheet, preview });
}
