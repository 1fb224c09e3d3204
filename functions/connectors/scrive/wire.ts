import * as z from 'zod';
import { itemsOf, oneOf, UnreadRecord } from '../sdk/unread-record.ts';
import {
  countSchema,
  isBlank,
  recordName,
  recordWith,
  textIn,
  valueSchema,
  type VendorFields,
  type VendorValue,
} from '../sdk/vendor-values.ts';

const value = valueSchema.nullish();
// Scrive adds new types of fields over time, so any text is accepted as `type`.
const fieldSchema = z.object({
  type: z.string(),
  order: countSchema.optional(),
  name: z.string().optional(),
  value,
  is_checked: value,
  selected_value: value,
});
const uploadSchema = z.object({
  name: z.string(),
  file_id: z.union([recordName, z.literal('')]).nullish(),
  file_name: value,
});
const questionSchema = z.object({
  title: z.string(),
  positive_option: value,
  negative_option: value,
  response: z.boolean().nullish(),
});
const partySchema = recordWith(
  z.object({
    id: recordName,
    fields: itemsOf(recordWith(fieldSchema)),
    attachments: itemsOf(uploadSchema).nullish(),
    consent_module: oneOf(z.object({ questions: z.array(questionSchema) }), ['questions']).nullish(),
  }),
);
export type Party = z.infer<typeof partySchema>;

export const documentSchema = recordWith(
  z.object({
    id: recordName,
    parties: itemsOf(partySchema),
    file: value,
    sealed_file: value,
  }),
);
export type Document = z.infer<typeof documentSchema>;
export const documentAnswer = oneOf(documentSchema, ['id', 'parties']);
export const documentListSchema = z.object({
  total_matching: countSchema,
  documents: itemsOf(recordWith(z.object({ id: recordName }))),
});

export const historySchema = z.object({ events: itemsOf(recordWith(z.object({ party: z.string().nullish() }))) });
export const historyAnswer = oneOf(historySchema, ['events']);
export type HistoryEvent = z.infer<typeof historySchema>['events'][number];

/** The value of a standard field of a party, unchanged; `null` if the party does not have the field. */
function valueOf({ fields }: Party, type: string, order?: number): VendorValue {
  for (const field of fields)
    if (!(field instanceof UnreadRecord) && field.type === type && (order === undefined || field.order === order))
      return field.value ?? null;
  return null;
}

/**
 * The first and last name of a party. Empty if the party has no name; `undefined` if the first or last name is not a
 * string.
 */
export function nameOf(party: Party): string | undefined {
  const first = valueOf(party, 'name', 1) ?? '';
  const last = valueOf(party, 'name', 2) ?? '';
  return typeof first === 'string' && typeof last === 'string' ? `${first} ${last}`.trim() : undefined;
}

/** The fields of a party that say who it is, without empty fields. */
export function personalData(party: Party): VendorFields {
  const read = party.fields.flatMap((field) => (field instanceof UnreadRecord ? [] : [field]));
  const data = filled({
    first_name: valueOf(party, 'name', 1),
    last_name: valueOf(party, 'name', 2),
    email: valueOf(party, 'email'),
    mobile: valueOf(party, 'mobile'),
    personal_number: valueOf(party, 'personal_number'),
    company: valueOf(party, 'company'),
    company_number: valueOf(party, 'company_number'),
    filled_in: grouped(
      read.flatMap(({ name, value: given, is_checked: checked, selected_value: selected }) => {
        const answer = given ?? checked ?? selected;
        return name === undefined || answer === undefined || answer === null || answer === ''
          ? []
          : [[name, answer] as const];
      }),
    ),
  });
  const unread = party.fields.flatMap((field) => (field instanceof UnreadRecord ? [field] : []));
  return { ...data, ...Object.fromEntries(unread.map((field) => [nameOfUnread(field, data), field.reason])) };
}

/**
 * Chooses the field of `personalData` in which an unreadable field of Scrive is reported. If not even its type can be
 * read, it may be the address or the personal number. So it is reported in the first of these two that the party does
 * not have, or in `filled_in`.
 */
function nameOfUnread({ data: { type } }: UnreadRecord, known: VendorFields): string {
  if (type === 'name') return 'first_name';
  if (typeof type === 'string') return standardFields.has(type) ? type : 'filled_in';
  return ['email', 'personal_number'].find((name) => !Object.hasOwn(known, name)) ?? 'filled_in';
}

const standardFields: ReadonlySet<string> = new Set([
  'email',
  'mobile',
  'personal_number',
  'company',
  'company_number',
]);

/** A party's answers to the questions that Scrive asks before signing. */
export function consentsOf({ consent_module: asked }: Party): VendorValue {
  if (asked instanceof UnreadRecord) return asked.reason;
  return grouped(
    (asked?.questions ?? []).flatMap(({ title, response, positive_option: yes, negative_option: no }) =>
      response === undefined || response === null ? [] : [[title, response ? (yes ?? true) : (no ?? false)] as const],
    ),
  );
}

/** The files that a party has uploaded. */
export function uploadsOf({ attachments }: Party): readonly (Upload | UnreadRecord)[] {
  return (attachments ?? []).flatMap((upload): readonly (Upload | UnreadRecord)[] => {
    if (upload instanceof UnreadRecord) return [upload];
    const { name, file_id: id, file_name: fileName } = upload;
    return id === undefined || id === null || id === ''
      ? []
      : [{ id, name, fileName: textIn(fileName ?? null) ?? name }];
  });
}

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
}

/** Makes an object from names and answers. If a name occurs twice, its value is a list of both answers. */
function grouped(answers: Iterable<readonly [name: string, answer: VendorValue]>): VendorFields {
  const all = new Map<string, VendorValue[]>();
  for (const [name, answer] of answers) all.set(name, [...(all.get(name) ?? []), answer]);
  return Object.fromEntries(
    [...all].map(([name, given]) => [name, given.length === 1 ? (given[0] ?? null) : given] as const),
  );
}

/** The fields of a record that are not empty. */
export function filled(record: Readonly<Record<string, VendorValue | undefined>>): VendorFields {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) =>
      value === undefined || isBlank(value) ? [] : [[name, value] as const],
    ),
  );
}
