import * as z from 'zod';

const text = z
  .string()
  .trim()
  .min(1)
  .max(4_000)
  .refine((value) => value.isWellFormed(), 'contains an unpaired UTF-16 surrogate');

function wish<const Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) {
  return z.strictObject({
    wishId: z
      .uuid()
      .meta({ description: 'The id of the wish. A wish that is sent twice with the same id has an effect only once' }),
    type: z.literal(type),
    ...shape,
  });
}

/**
 * The wishes that a data subject can send in a case. `possibleWishes` says which of them the case accepts at present.
 */
export const wishSchema = z
  .discriminatedUnion('type', [
    wish('answer-question', {
      asking: z.string().min(1).max(40).meta({ description: 'The id of the question, from `questions` of the status' }),
      everything: z
        .boolean()
        .meta({ description: 'The person still wants everything. A question never narrows a request' }),
      text: text.optional().meta({ description: 'The answer in words. Needed if `everything` is false' }),
    }),
    wish('withdraw', { confirm: z.literal(true), text: text.optional() }),
    wish('take-back-withdrawal', {}),
    wish('go-on', { text: text.meta({ description: 'What was missing when the case was closed' }) }),
    wish('change-contact', {
      email: z.string().min(1).max(254),
      old: z.enum(['in-use', 'lost', 'shared', 'unsafe']).meta({
        description: 'The state of the old address. A letter about the change goes to it only if it is in use',
      }),
    }),
    wish('object-to-record', { text: text.meta({ description: 'Reasons relating to your situation (Art. 21(1))' }) }),
    wish('complain', {
      text,
      damages: z.boolean().meta({ description: 'Whether the person claims compensation (Art. 82)' }),
    }),
  ])
  .meta({ id: 'Wish' });
export type Wish = Readonly<z.infer<typeof wishSchema>>;
export type WishType = Wish['type'];

export const wishedSchema = z
  .strictObject({
    done: z.literal(true),
    reference: z.string().optional().meta({ description: 'Reference of the case in which a complaint is handled' }),
  })
  .meta({ id: 'Wished' });
