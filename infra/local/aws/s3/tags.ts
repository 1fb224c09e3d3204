import * as z from 'zod';
import { Refusal } from './refusal.ts';
import { parseXml } from './xml.ts';

export const tagsSchema = z.array(z.tuple([z.string(), z.string()])).readonly();
/** Pairs of key and value. */
export type Tags = z.infer<typeof tagsSchema>;

const mostTags = 10;
const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Tags of the `x-amz-tagging` header: `key=value&key=value`, percent-encoded. */
export function readTagHeader(header: string | undefined): Tags | Refusal {
  if (header === undefined) return [];
  return check([...new URLSearchParams(header)]);
}

/** Tags of a `Tagging` document. */
export function readTagDocument(source: string): Tags | Refusal {
  const root = parseXml(source);
  const [set] = root?.children ?? [];
  if (root?.name !== 'Tagging' || set?.name !== 'TagSet') return new Refusal('MalformedXML');
  const tags: [string, string][] = [];
  for (const tag of set.children) {
    const key = tag.children.find((child) => child.name === 'Key');
    const value = tag.children.find((child) => child.name === 'Value');
    if (tag.name !== 'Tag' || key === undefined || value === undefined) return new Refusal('MalformedXML');
    tags.push([key.text, value.text]);
  }
  return check(tags);
}

function check(tags: Tags): Tags | Refusal {
  if (tags.length > mostTags) return new Refusal('InvalidTag', `Object tags cannot be greater than ${mostTags}`);
  if (new Set(tags.map(([key]) => key)).size < tags.length)
    return new Refusal('InvalidTag', 'Cannot provide multiple Tags with the same key');
  const valid = tags.every(
    ([key, value]) =>
      key !== '' && key.length <= 128 && value.length <= 256 && allowed.test(key) && allowed.test(value),
  );
  return valid ? tags : new Refusal('InvalidTag');
}
