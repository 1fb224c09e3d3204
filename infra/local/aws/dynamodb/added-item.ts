import * as z from 'zod';

/** The key of an item in the case table. */
export interface ItemKeys {
  readonly pk: string;
  readonly sk: string;
}

const addedSchema = z.object({
  ConditionExpression: z.literal('attribute_not_exists(pk)'),
  Item: z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }),
});

/**
 * The keys of the item that a successful request has added. `undefined` if the request has perhaps replaced an item:
 * only a PutItem with the condition `attribute_not_exists(pk)` surely adds one. `text`: the parameters in JSON.
 */
export function addedItem(operation: string, text: string): ItemKeys | undefined {
  if (operation !== 'PutItem') return undefined;
  const added = addedSchema.safeParse(JSON.parse(text));
  return added.success ? { pk: added.data.Item.pk.S, sk: added.data.Item.sk.S } : undefined;
}
