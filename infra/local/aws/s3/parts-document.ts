import { checksumAlgorithm } from './checksum.ts';
import { Refusal } from './refusal.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** One part that a `CompleteMultipartUpload` document lists. */
export interface StatedPart {
  readonly number: number;
  /** The ETag without quotes. */
  readonly etag: string;
  /** Base64. */
  readonly checksum: string | undefined;
}

const mostParts = 10_000;

/** Reads a `CompleteMultipartUpload` document. */
export function readPartsDocument(source: string): readonly StatedPart[] | Refusal {
  const root = parseXml(source);
  if (root?.name !== 'CompleteMultipartUpload') return new Refusal('MalformedXML');
  const parts = root.children.map(readPart);
  const valid = parts.filter((part) => part !== undefined);
  return valid.length === parts.length && valid.length > 0 && valid.length <= mostParts
    ? valid
    : new Refusal('MalformedXML');
}

function readPart(element: XmlElement): StatedPart | undefined {
  const fields = new Map(element.children.map((child) => [child.name, child.text.trim()]));
  const number = fields.get('PartNumber') ?? '';
  const etag = fields.get('ETag');
  if (element.name !== 'Part' || !/^\d{1,5}$/.test(number) || etag === undefined) return undefined;
  return {
    number: Number(number),
    etag: etag.replace(/^"(.*)"$/, '$1'),
    checksum: fields.get(`Checksum${checksumAlgorithm}`),
  };
}
