import { canonical } from '#domain/canonical/canonical.ts';
import type { KeptFinding } from '#domain/findings/finding.ts';
import { writtenEntry } from '#domain/findings/manual.ts';
import type { Findings } from '#store/findings.ts';

const mostPages = 1_000;

/**
 * Stores what a member of staff copied from a system by hand, as a page of findings (wave 0). `asOf` (ISO 8601) is when
 * it was copied. Returns the number of the page, which the command then writes into the log. Pages whose number is not
 * in the log are ignored. If a stored page already has the same text, nothing is stored, and the number of that page is
 * returned.
 */
export async function keepWrittenByHand(
  findings: Findings,
  caseId: string,
  system: string,
  entries: readonly { readonly heading: string; readonly text: string }[],
  asOf: string,
): Promise<number> {
  const written = entries.map(({ heading, text }, index): KeptFinding => ({
    resource: writtenEntry,
    id: String(index + 1),
    data: { heading, text },
    partOf: null,
    attachments: [],
    identifiers: [],
    tie: { as: 'written' },
    unreadable: null,
  }));
  for (let page = 1; page <= mostPages; page += 1) {
    const kept = await findings.putPage(caseId, {
      v: 2,
      system,
      wave: 0,
      page,
      asOf,
      findings: [...written],
      unread: [],
      disputed: [],
      possible: [],
      unplaced: [],
      learned: [],
      next: null,
    });
    if (canonical(kept.findings) === canonical(written)) return page;
  }
  throw new Error('a system has too many manual results in one case');
}
