import * as z from 'zod';

/** The kinds of numbers that a controller issues itself. Only the controller knows their format. */
export const ownNumberKinds = ['customerNumber', 'orderNumber', 'contractNumber'] as const;
export type OwnNumberKind = (typeof ownNumberKinds)[number];

/** The format of the numbers of one kind; `numberFormatsSchema` explains each field. */
export interface NumberFormat {
  readonly pattern: string;
  readonly foldCase?: boolean | undefined;
  readonly separators?: string | undefined;
  readonly example?: string | undefined;
}

/** A piece of a pattern: one character, or a class of characters that is repeated. */
type Piece = { readonly is: '#' | 'A' | { readonly literal: string }; readonly repeated: boolean };

type Pattern =
  | { readonly ok: true; readonly pieces: readonly Piece[] }
  | { readonly ok: false; readonly error: string };

/**
 * The format of a controller's numbers. `#` is a digit, `A` is a letter (A-Z, a-z), and `#+` and `A+` are one or more
 * of them. Any other character means itself, and `\` takes the next character literally. `K-######` matches K-104882;
 * `#+` matches any whole number. A pattern is not a regular expression. The character after a repeated class never
 * belongs to the class, so one pass from left to right decides whether a value matches.
 */
const patternSchema = z
  .string()
  .min(1)
  .max(64)
  .superRefine((pattern, context) => {
    const read = readPattern(pattern);
    if (!read.ok) context.addIssue({ code: 'custom', message: read.error });
  })
  .meta({ description: '# is a digit, A a letter, #+ and A+ one or more, \\ before a character takes it as it is' });

const formatSchema = z
  .strictObject({
    pattern: patternSchema,
    /**
     * Whether upper and lower case make no difference. If so, fixed letters of the pattern are stored as in the
     * pattern, and other letters in upper case.
     */
    foldCase: z.boolean().optional(),
    /**
     * Separators that make no difference. Each may be between any two characters, or be omitted. A hyphen includes the
     * dashes U+2010 to U+2014, and a space includes the no-break space. The number is stored with the separators of the
     * pattern. For example, with the separators `- ` and the pattern `K-######`, both `K004217` and `K-0042 17` are
     * stored as `K-004217`.
     */
    separators: z
      .string()
      .regex(/^[ ./_-]{1,5}$/, 'expected only spaces, hyphens, dots, slashes and underscores')
      .optional()
      .meta({
        description: 'signs that may stand anywhere in the number or be left out, such as a hyphen and a blank',
      }),
    /** An example that is shown to people. */
    example: z.string().max(64).optional(),
  })
  .superRefine(({ pattern, separators }, context) => {
    const error = separators === undefined ? undefined : unclearWithout(pattern, separators);
    if (error !== undefined) context.addIssue({ code: 'custom', path: ['separators'], message: error });
  })
  .refine((format) => format.example === undefined || inFormat(format.example, format) !== undefined, {
    path: ['example'],
    message: 'the example does not match the pattern',
  });

/** A controller's own number formats. If a kind has no format, any text is accepted. */
export const numberFormatsSchema = z.strictObject({
  customerNumber: formatSchema.optional(),
  orderNumber: formatSchema.optional(),
  contractNumber: formatSchema.optional(),
});
export type NumberFormats = Readonly<z.infer<typeof numberFormatsSchema>>;

/** The value in the spelling of the format; `undefined` if the value does not match the format. */
export function inFormat(
  value: string,
  { pattern, foldCase = false, separators = '' }: NumberFormat,
): string | undefined {
  const read = readPattern(pattern);
  const text = withoutSeparators(value, separators);
  if (!read.ok || text === undefined) return undefined;
  let at = 0;
  let spelled = '';
  for (const piece of read.pieces) {
    const { is, repeated } = piece;
    const sign = signOf(piece, separators);
    if (sign !== undefined) {
      spelled += sign;
      continue;
    }
    const from = at;
    for (let more = true; more && at < text.length; more &&= repeated) {
      const character = spell(text.charAt(at), is, foldCase);
      if (character === undefined) break;
      spelled += character;
      at += 1;
    }
    if (at === from) return undefined;
  }
  return at === text.length ? spelled : undefined;
}

/** The value without separators; `undefined` if the value begins or ends with a separator. */
function withoutSeparators(value: string, separators: string): string | undefined {
  const isSign = (character: string): boolean => separators !== '' && separators.includes(plainSign(character));
  if (isSign(value.charAt(0)) || isSign(value.charAt(value.length - 1))) return undefined;
  return [...value].filter((character) => !isSign(character)).join('');
}

function plainSign(character: string): string {
  if (/^[\u2010-\u2014]$/.test(character)) return '-';
  return character === '\u00a0' ? ' ' : character;
}

/** The separator in this piece of the pattern, if the piece is a separator. */
function signOf({ is }: Piece, separators: string): string | undefined {
  return typeof is !== 'string' && separators.includes(is.literal) ? is.literal : undefined;
}

/**
 * An error if two numbers of the pattern could become equal without their separators, else `undefined`. In `#+-#+` the
 * numbers 1-23 and 12-3 may belong to two people.
 */
function unclearWithout(pattern: string, separators: string): string | undefined {
  const read = readPattern(pattern);
  if (!read.ok) return undefined;
  const pieces = read.pieces.filter((piece) => signOf(piece, separators) === undefined);
  // A pattern, like a value, may not begin or end with a separator.
  if (pieces[0] !== read.pieces[0] || pieces.at(-1) !== read.pieces.at(-1))
    return 'the pattern begins or ends with a separator';
  return isUnclear(pieces)
    ? 'without separators it is not clear where a repetition ends, so two different numbers would become equal'
    : undefined;
}

function spell(character: string, is: Piece['is'], foldCase: boolean): string | undefined {
  if (is === '#') return /^[0-9]$/.test(character) ? character : undefined;
  if (is === 'A') return /^[A-Za-z]$/.test(character) ? (foldCase ? character.toUpperCase() : character) : undefined;
  const same = foldCase ? folded(character) === folded(is.literal) : character === is.literal;
  return same ? is.literal : undefined;
}

function readPattern(pattern: string): Pattern {
  if (!/^[\x21-\x7e]+$/.test(pattern))
    return { ok: false, error: 'a pattern may contain only ASCII letters, digits and signs, and no spaces' };
  const pieces: Piece[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === '\\') {
      at += 1;
      if (at === pattern.length) return { ok: false, error: 'expected a character after \\' };
      pieces.push({ is: { literal: pattern.charAt(at) }, repeated: false });
    } else if (character === '+') {
      const last = pieces.pop();
      if (last === undefined || typeof last.is !== 'string' || last.repeated)
        return { ok: false, error: '+ is allowed only after # or A; for a plus sign write \\+' };
      pieces.push({ is: last.is, repeated: true });
    } else
      pieces.push({ is: character === '#' || character === 'A' ? character : { literal: character }, repeated: false });
  }
  return isUnclear(pieces)
    ? {
        ok: false,
        error:
          '#+ may not be followed by a digit, and A+ may not be followed by a letter, because the end of the repetition must be clear',
      }
    : { ok: true, pieces };
}

function isUnclear(pieces: readonly Piece[]): boolean {
  return pieces.some((piece, index) => piece.repeated && canContinue(piece.is, pieces[index + 1]?.is));
}

function canContinue(repeated: Piece['is'], next: Piece['is'] | undefined): boolean {
  if (next === undefined) return false;
  if (typeof next === 'string') return next === repeated;
  return repeated === '#' ? /[0-9]/.test(next.literal) : /[A-Za-z]/.test(next.literal);
}

function folded(text: string): string {
  return /^[A-Za-z]$/.test(text) ? text.toUpperCase() : text;
}
