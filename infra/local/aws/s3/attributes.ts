import * as z from 'zod';
import { Refusal } from './refusal.ts';

const pairs = z.array(z.tuple([z.string(), z.string()])).readonly();

/** What a writer says about an object besides its bytes, as pairs of header name and value. */
export const attributesSchema = z.object({
  headers: pairs,
  /** Names without `x-amz-meta-`. */
  metadata: pairs,
});
export type Attributes = z.infer<typeof attributesSchema>;

const kept = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
] as const;
const metadataPrefix = 'x-amz-meta-';
const largestMetadata = 2048;
const defaultType = 'binary/octet-stream';

/** The attributes in the headers of a write. */
export function readAttributes(headers: ReadonlyMap<string, string>): Attributes | Refusal {
  const metadata = [...headers]
    .filter(([name]) => name.startsWith(metadataPrefix))
    .map(([name, value]): [string, string] => [name.slice(metadataPrefix.length), value]);
  if (metadata.some(([name, value]) => name === '' || !isHeader(name, value))) return new Refusal('InvalidArgument');
  const size = metadata.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (size > largestMetadata) return new Refusal('MetadataTooLarge');
  const stored = kept.flatMap((name): [string, string][] => {
    const given = headers.get(name);
    const value = name === 'content-encoding' ? withoutChunking(given) : given;
    if (value === undefined || value === '') return name === 'content-type' ? [[name, defaultType]] : [];
    return [[name, value]];
  });
  return { headers: stored, metadata };
}

function withoutChunking(encoding: string | undefined): string | undefined {
  return encoding
    ?.split(',')
    .map((one) => one.trim())
    .filter((one) => one !== 'aws-chunked' && one !== '')
    .join(',');
}

/** The headers with which an object with these attributes is answered. */
export function attributeHeaders(attributes: Attributes): Record<string, string> {
  return Object.fromEntries([
    ...attributes.headers,
    ...attributes.metadata.map(([name, value]): [string, string] => [`${metadataPrefix}${name}`, value]),
  ]);
}

/** The `response-...` parameters of a read, by the header that each replaces. */
export function readOverrides(query: ReadonlyMap<string, string>): Record<string, string> | Refusal {
  const overrides: Record<string, string> = {};
  for (const name of kept) {
    const value = query.get(`response-${name}`);
    if (value === undefined) continue;
    if (!isHeader(name, value))
      return new Refusal('InvalidArgument', 'Header value cannot be represented using ISO-8859-1.');
    overrides[name] = value;
  }
  return overrides;
}

/** Query parameters that `readOverrides` understands. */
export const overrideParameters = kept.map((name) => `response-${name}`);

function isHeader(name: string, value: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) && /^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(value);
}
