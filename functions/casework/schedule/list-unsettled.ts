import type { Casework } from '../commit/casework.ts';

/**
 * Moves ended cases in which staff must still decide to the list `owing` of `store/summaries.ts`, where the work queue
 * finds them. New commits put these cases there; a case whose last commit was made by version 0.2.0 may still be in the
 * lists `ended` or `purged`.
 */
export async function listUnsettled(casework: Casework): Promise<void> {
  for (const list of ['ended', 'purged'] as const) {
    let after: string | undefined;
    do {
      const page = await casework.summaries.page(list, {
        wanted: { kind: 'unsettled' },
        limit: 100,
        after,
        order: 'oldest-first',
      });
      for (const caseId of page.caseIds) await casework.summaries.move(caseId, list, 'owing');
      after = page.next;
    } while (after !== undefined);
  }
}
