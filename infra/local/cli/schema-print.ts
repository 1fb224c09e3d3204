import * as z from 'zod';
import { manifestSchema } from '#answer/manifest.ts';
import { staffCommandSchema } from '#api/staff-command.ts';
import { commitSchema } from '#domain/case/log/commit.ts';
import { organisationSchema } from '#domain/organisation/organisation.ts';
import { requestSchema } from '#domain/request.ts';
import { caseFileSchema } from '../demo/case-file.ts';
import { withHelp } from './command-line.ts';

const schemas: Readonly<Record<string, z.ZodType>> = {
  request: requestSchema,
  'staff-command': staffCommandSchema,
  organisation: organisationSchema,
  manifest: manifestSchema,
  case: caseFileSchema,
  'audit-line': commitSchema,
};

const help = `utdrag schema print NAME

Prints the JSON Schema of a format. What comes in that format is checked with the same schema.
NAME: ${Object.keys(schemas).join(', ')}
Exit code 0: printed; 1: there is no format of that name.`;

/**
 * `schema print NAME`: prints the JSON Schema of a format. The JSON Schema is generated from the Zod schema that the
 * system uses for this format.
 */
export const schemaPrint = withHelp(help, async (args, out) => {
  const [name = ''] = args;
  const schema = schemas[name];
  if (schema === undefined)
    throw new Error(`usage: schema print NAME, with one of: ${Object.keys(schemas).join(', ')}`);
  out(JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), null, 2));
  return 0;
});
