import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { StoredAttachment } from '#domain/findings/finding.ts';
import { mediaTypeOf } from '#domain/media-type-of.ts';
import { documentKey, type Findings } from '#store/findings.ts';

/** A file that an entry names, and the title that the person reads. */
export interface NamedFile {
  /** The id that `keepHandFile` returned. */
  readonly file: string;
  readonly title: string;
}

/**
 * Stores a file that staff found when they searched a system by hand. The same content is stored once. No answer
 * contains the file until an entry of a result names it; it is erased with the findings of the case.
 */
export async function keepHandFile(
  findings: Findings,
  caseId: string,
  system: string,
  content: Uint8Array,
): Promise<{ readonly file: string; readonly mediaType: string; readonly bytes: number }> {
  const file = createHash('sha256').update(content).digest('hex');
  await findings.putDocument(keyOf(caseId, system, file), Readable.from([content]));
  return { file, mediaType: mediaTypeOf(content), bytes: content.length };
}

/** The stored files that an entry names, as documents of its record. `undefined` if one is not stored. */
export async function handFilesOf(
  findings: Findings,
  caseId: string,
  system: string,
  named: readonly NamedFile[],
): Promise<readonly StoredAttachment[] | undefined> {
  const attachments: StoredAttachment[] = [];
  for (const { file, title } of named) {
    const key = keyOf(caseId, system, file);
    const content = await findings.wholeDocument(key);
    if (content === undefined) return undefined;
    const mediaType = mediaTypeOf(content);
    attachments.push({ id: file, title, mediaType, bytes: content.length, sha256: file, key });
  }
  return attachments;
}

function keyOf(caseId: string, system: string, file: string): string {
  return documentKey(caseId, system, `hand-${file}`);
}
