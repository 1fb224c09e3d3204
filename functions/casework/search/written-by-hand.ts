import { canonical } from '#domain/canonical/canonical.ts';
import { emptyPage } from '#domain/findings/empty-page.ts';
import type { KeptFinding } from '#domain/findings/finding.ts';
import { writtenEntry } from '#domain/findings/manual.ts';
import type { Findings } from '#store/findings.ts';
import { handFilesOf, type NamedFile } from './hand-files.ts';

const mostPages = 1_000;

/** What a member of staff copied from a system: a text, files, or both. */
export interface WrittenEntry {
  readonly heading: string;
  readonly text?: string | undefined;
  readonly files?: readonly NamedFile[] | undefined;
}

/**
 * Stores what a member of staff copied from a system by hand, as a page of findings (wave 0). `asOf` (ISO 8601) is when
 * it was copied. Returns the number of the page, which the command then writes into the log. Pages whose number is not
 * in the log are ignored. If a stored page already has the same content, nothing is stored, and the number of that page
 * is returned. `undefined` if an entry names a file that is not stored.
 */
export async function keepWrittenByHand(
  findings: Findings,
  caseId: string,
  system: string,
  entries: readonly WrittenEntry[],
  asOf: string,
): Promise<number | undefined> {
  const written = await findingsOfEntries(findings, caseId, system, entries);
  if (written === undefined) return undefined;
  for (let page = 1; page <= mostPages; page += 1) {
    const kept = await findings.putPage(caseId, {
      ...emptyPage({ system, wave: 0, page, asOf }),
      findings: written,
    });
    if (canonical(kept.findings) === canonical(written)) return page;
  }
  throw new Error('a system has too many manual results in one case');
}

/** The records that the entries become. `undefined` if an entry names a file that is not stored. */
export async function findingsOfEntries(
  findings: Findings,
  caseId: string,
  system: string,
  entries: readonly WrittenEntry[],
): Promise<KeptFinding[] | undefined> {
  const written: KeptFinding[] = [];
  for (const [index, { heading, text, files = [] }] of entries.entries()) {
    const attachments = await handFilesOf(findings, caseId, system, files);
    if (attachments === undefined) return undefined;
    written.push({
      resource: writtenEntry,
      id: String(index + 1),
      data: { heading, ...(text === undefined ? {} : { text }) },
      partOf: null,
      attachments: [...attachments],
      identifiers: [],
      tie: { as: 'written' },
      unreadable: null,
    });
  }
  return written;
}
