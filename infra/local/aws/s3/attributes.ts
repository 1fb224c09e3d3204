import * as z from 'zod';
import { Refusal } from './refusal.ts';

/** The headers that are stored with an object, as pairs of name and value. */
export const attributesSchema = z.object({ headers: z.array(z.tuple([z.string(), z.string()])).readonly() });
export type Attributes = z.infer<typeof attributesSchema>;

const kept = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
] as const;
const defaultType = 'binary/octet-stream';

/** Returns the headers of a PUT request that are stored with the object, for example `cache-control`. */
export function readAttributes(headers: ReadonlyMap<string, string>): Attributes {
  const stored = kept.flatMap((name): [string, string][] => {
    const given = headers.get(name);
    const value = name === 'content-encoding' ? withoutChunking(given) : given;
    if (value === undefined || value === '') return name === 'content-type' ? [[name, defaultType]] : [];
    return [[name, value]];
  });
  return { headers: stored };
}

function withoutChunking(encoding: string | undefined): string | undefined {
  return encoding
    ?.split(',')
    .map((one) => one.trim())
    .filter((one) => one !== 'aws-chunked' && one !== '')
    .join(',');
}

/**
 * Reads the `response-...` parameters of a GET request. For example, `response-content-type=text/plain` replaces the
 * response header `content-type`. The result maps each replaced header to its new value.
 */
export function readOverrides(query: ReadonlyMap<string, string>): Record<string, string> | Refusal {
  const overrides: Record<string, string> = {};
  for (const name of kept) {
    const value = query.get(`response-${name}`);
    if (value === undefined) continue;
    if (!/^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(value))
      return new Refusal('InvalidArgument', 'Header value cannot be represented using ISO-8859-1.');
    overrides[name] = value;
  }
  return overrides;
}

/** The names of the query parameters that `readOverrides` reads. */
export const overrideParameters = kept.map((name) => `response-${name}`);
