import { mostScanBytes, scanTypes, type ScanType } from '#api/register.ts';

/** A scan for the API: the media type that the browser reports, and the bytes in base64. */
export interface Scan {
  readonly mediaType: ScanType;
  readonly base64: string;
}

export type ScanRead = { readonly ok: true; readonly scan: Scan } | { readonly ok: false };

/** Reads the file that the user chose. Returns `ok: false` for a wrong type or size. */
export async function readScan(file: File): Promise<ScanRead> {
  const mediaType = scanTypes.find((type) => type === file.type);
  if (mediaType === undefined || file.size > mostScanBytes) return { ok: false };
  return { ok: true, scan: { mediaType, base64: base64Of(new Uint8Array(await file.arrayBuffer())) } };
}

const CHUNK = 0x8000;

export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += CHUNK)
    parts.push(String.fromCharCode(...bytes.subarray(from, from + CHUNK)));
  return btoa(parts.join(''));
}
