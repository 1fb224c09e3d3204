import { isSupportedCountry } from 'libphonenumber-js/max';
import * as z from 'zod';
import { localDate } from '#domain/clock/deadline.ts';
import {
  identifierKinds,
  identifierKindSchema,
  reasonInWords,
  type IdentifierKind,
} from '#domain/identifiers/identifier.ts';
import { mask } from '#domain/identifiers/mask.ts';
import { normalise, type NormaliseContext } from '#domain/identifiers/normalise.ts';
import { normalisePersonnummer } from '#domain/identifiers/personnummer.ts';
import { faultsInWords, linesCommand, type LineAnswer } from './json-lines.ts';

const help = `utdrag identifier < identifiers.jsonl

Reads one JSON object per line and prints one for each, in order: whether an identifier is valid, and its normal form.

In:  kind           ${identifierKinds.slice(0, 4).join(', ')},
                    ${identifierKinds.slice(4).join(', ')}
                    (personnummer takes a samordningsnummer too)
     value          as somebody typed it
     today          YYYY-MM-DD, to find the century of a personnummer; left out: today in Sweden
     allowInterim   true: interim numbers of health care and education are valid; left out: false
     region         two letters: where a telephone number without a country code belongs; left out: SE
     Other fields are ignored, so a line may contain an id of your own.
Out: kind           as asked, or samordningsnummer where it is one
     valid          true or false
     normalized     the form in which two identifiers can be compared, or null
     birthDate      of a valid personnummer only: YYYY-MM-DD, or null where a samordningsnummer holds no whole date
     masked         what may be shown in a list, or null
     reason         null, or why it is not valid: a code, and after a colon the same in words
The command does not check the form of numbers that an organisation issues itself, such as customer numbers.

For an invalid or empty line the command prints {"error": "…"}. An identifier that is not valid is no such error.
Exit code 0: every line was read; 1: at least one was not.`;

// The schema ignores unknown fields, because lines from another program may have more columns. A misspelt option is
// therefore ignored too, and the default applies.
const lineSchema = z.object(
  {
    kind: z.enum(identifierKinds, `must be one of ${identifierKinds.join(', ')}`),
    value: z.string('must be a text'),
    today: z.iso.date('must be a date, YYYY-MM-DD').optional(),
    allowInterim: z.boolean('must be true or false').default(false),
    region: z
      .string('must be a text')
      .transform((text, context) => {
        if (isSupportedCountry(text)) return text;
        context.addIssue({
          code: 'custom',
          message: 'must be the code of a country with telephone numbers, such as SE',
        });
        return z.NEVER;
      })
      .default('SE'),
  },
  'the line is not a JSON object',
);

const answerSchema = z.strictObject({
  kind: z.enum([...identifierKindSchema.options, 'samordningsnummer']),
  valid: z.boolean(),
  normalized: z.string().nullable(),
  birthDate: z.iso.date().nullable().optional(),
  masked: z.string().nullable(),
  reason: z.string().nullable(),
});
type Answer = z.infer<typeof answerSchema>;

/** The command `utdrag identifier`: validates and normalises an identifier. */
export const identifier = linesCommand(help, answerTo);

function answerTo(value: unknown): LineAnswer {
  const line = lineSchema.safeParse(value);
  if (!line.success) return { ok: false, error: faultsInWords(line.error) };
  const { kind, value: typed, today = localDate(new Date().toISOString(), 'Europe/Stockholm'), ...rest } = line.data;
  return { ok: true, answer: answerSchema.parse(judge(kind, typed, { today, ...rest })) };
}

function judge(kind: IdentifierKind, typed: string, context: NormaliseContext): Answer {
  const result = normalise(kind, typed, context);
  if (!result.valid)
    return {
      kind,
      valid: false,
      normalized: null,
      masked: null,
      reason: `${result.reason}: ${reasonInWords[result.reason]}`,
    };
  const valid = { valid: true, normalized: result.identifier.value, masked: mask(result.identifier), reason: null };
  if (kind !== 'personnummer') return { kind, ...valid };
  const number = normalisePersonnummer(result.identifier.value, context.today, context.allowInterim);
  if (!number.valid) throw new Error('the normal form of a personnummer is not a valid personnummer');
  return {
    kind: number.kind === 'samordningsnummer' ? 'samordningsnummer' : kind,
    ...valid,
    birthDate: number.birthDate,
  };
}
