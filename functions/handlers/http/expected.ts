import * as z from 'zod';

/**
 * Writes the message for a wrong field, such as `expected a whole number`, if the schema of the field has no message of
 * its own. The message contains names and limits, never a value that was sent. If the function returns `undefined`, zod
 * writes the message.
 */
export function expectedInWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return whereMissing(issue.input, kindInWords(issue.expected, issue.inst));
    case 'invalid_value':
      return whereMissing(issue.input, oneOf(issue.values));
    case 'invalid_union': {
      const options = namesSchema.safeParse(issue.options);
      if (options.success) return `expected ${oneOf(options.data)}`;
      return whereMissing(issue.input, 'what /v1/openapi.json describes');
    }
    case 'invalid_format':
      return `expected ${formats[issue.format] ?? 'the form that /v1/openapi.json describes'}`;
    case 'too_small':
      return limit(issue.exact === true ? 'exactly' : 'at least', issue.origin, issue.minimum, issue.inclusive);
    case 'too_big':
      return limit(issue.exact === true ? 'exactly' : 'at most', issue.origin, issue.maximum, issue.inclusive);
    case 'not_multiple_of':
      return `expected a multiple of ${issue.divisor}`;
    case 'custom':
      return 'expected what /v1/openapi.json describes';
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
      return undefined;
  }
}

const namesSchema = z.array(z.string()).min(1);

function whereMissing(input: unknown, expected: string): string {
  return input === undefined ? `is missing: expected ${expected}` : `expected ${expected}`;
}

function oneOf(values: readonly z.core.util.Primitive[]): string {
  return values.length === 1 ? String(values[0]) : `one of: ${values.map(String).join(', ')}`;
}

function kindInWords(expected: string, inst: unknown): string {
  // For a list of names the message lists the allowed names. Zod would say only that a list is expected.
  if (inst instanceof z.ZodArray && inst.element instanceof z.ZodEnum)
    return `a list of: ${inst.element.options.join(', ')}`;
  return kinds[expected] ?? expected;
}

function limit(
  most: 'exactly' | 'at least' | 'at most',
  origin: string,
  bound: number | bigint,
  inclusive: boolean | undefined,
): string {
  const unit = units[origin] ?? '';
  const how = inclusive === false ? `${most === 'at least' ? 'more' : 'less'} than` : most;
  return `expected ${how} ${bound}${unit}`;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a JSON object',
  record: 'a JSON object',
  null: 'null',
};

const units: Readonly<Record<string, string>> = { string: ' characters', array: ' in the list' };

const formats: Readonly<Record<string, string>> = {
  date: 'a day as YYYY-MM-DD',
  datetime: 'a time with its offset, as 2026-11-20T09:00:00Z',
  uuid: 'a UUID',
  email: 'an e-mail address',
  url: 'a URL',
};
