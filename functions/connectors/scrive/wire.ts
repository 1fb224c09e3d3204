import * as z from 'zod';
import { countSchema, isBlank, recordWith, type VendorFields, type VendorValue } from '../sdk/vendor-values.ts';

// Scrive adds kinds of fields as it goes; one that is not known here still has its kind.
const fieldSchema = z.object({
  type: z.string(),
  order: countSchema.optional(),
  name: z.string().optional(),
  value: z.string().nullish(),
  is_checked: z.boolean().nullish(),
  selected_value: z.string().nullish(),
});
const uploadSchema = z.object({
  name: z.string(),
  file_id: z.string().nullish(),
  file_name: z.string().nullish(),
});
const questionSchema = z.object({
  title: z.string(),
  positive_option: z.string().optional(),
  negative_option: z.string().optional(),
  response: z.boolean().nullish(),
});
const partySchema = recordWith(
  z.object({
    id: z.string(),
    fields: z.array(fieldSchema),
    attachments: z.array(uploadSchema).default([]),
    consent_module: z.object({ title: z.string().optional(), questions: z.array(questionSchema) }).nullish(),
  }),
);
export type Party = z.infer<typeof partySchema>;

const fileSchema = z.object({ id: z.string(), name: z.string() });
export const documentSchema = recordWith(
  z.object({
    id: z.string(),
    title: z.string(),
    parties: z.array(partySchema),
    file: fileSchema.nullish(),
    sealed_file: fileSchema.nullish(),
  }),
);
export type Document = z.infer<typeof documentSchema>;
export const documentListSchema = z.object({
  total_matching: countSchema,
  documents: z.array(z.object({ id: z.string() })),
});

export const historySchema = z.object({
  events: z.array(z.object({ status: z.string(), time: z.string(), text: z.string(), party: z.string().nullish() })),
});
export type HistoryEvent = z.infer<typeof historySchema>['events'][number];

/** The value of a standard field of a party, or an empty text. */
export function valueOf({ fields }: Party, type: string, order?: number): string {
  return fields.find((field) => field.type === type && (order === undefined || field.order === order))?.value ?? '';
}

/** Who somebody is according to the fields; what is empty is left out. */
export function personalData(party: Party): VendorFields {
  return filled({
    first_name: valueOf(party, 'name', 1),
    last_name: valueOf(party, 'name', 2),
    email: valueOf(party, 'email'),
    mobile: valueOf(party, 'mobile'),
    personal_number: valueOf(party, 'personal_number'),
    company: valueOf(party, 'company'),
    company_number: valueOf(party, 'company_number'),
    filled_in: grouped(
      party.fields.flatMap(({ name, value, is_checked: checked, selected_value: selected }) => {
        const answer = value ?? checked ?? selected;
        return name === undefined || answer === undefined || answer === null || answer === ''
          ? []
          : [[name, answer] as const];
      }),
    ),
  });
}

/** The answers that a party gave to the questions asked before signing. */
export function consentsOf({ consent_module: asked }: Party): VendorFields {
  return grouped(
    (asked?.questions ?? []).flatMap(({ title, response, positive_option: yes, negative_option: no }) =>
      response === undefined || response === null ? [] : [[title, response ? (yes ?? true) : (no ?? false)] as const],
    ),
  );
}

/** Answers by what was asked; where two questions bear the same name, both answers in a list. */
function grouped(answers: Iterable<readonly [name: string, answer: VendorValue]>): VendorFields {
  const all = new Map<string, VendorValue[]>();
  for (const [name, answer] of answers) all.set(name, [...(all.get(name) ?? []), answer]);
  return Object.fromEntries(
    [...all].map(([name, given]) => [name, given.length === 1 ? (given[0] ?? null) : given] as const),
  );
}

/** Only the fields that hold something. */
export function filled(record: Readonly<Record<string, VendorValue | undefined>>): VendorFields {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) =>
      value === undefined || isBlank(value) ? [] : [[name, value] as const],
    ),
  );
}
