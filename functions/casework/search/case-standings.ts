import type { SearchedSystem } from '#domain/case/state.ts';
import type { FindingsPage } from '#domain/findings/finding.ts';
import type { Knowledge } from '#domain/findings/knowledge.ts';
import { standings, type Standings } from '#domain/findings/standing.ts';
import type { Findings, StoredPage } from '#store/findings.ts';

/**
 * A system whose stored pages are read. `replies` names the completed searches and the manual result; other pages are
 * ignored.
 */
type Answered = Pick<SearchedSystem, 'id' | 'replies'>;

/**
 * Decides which stored records of a case belong to the person, with the identifiers that are known now. The function
 * reads the pages of all systems, because a record of one system can contradict a record of another. Systems whose
 * records an earlier answer delivered are read too. The screening and the package both use this function, so their
 * counts agree. `alsoLook` is given each page as it is read.
 */
export async function standingsOfCase(
  findings: Findings,
  { caseId, systems }: { readonly caseId: string; readonly systems: readonly Answered[] },
  knowledge: Knowledge,
  alsoLook?: (system: string, page: FindingsPage) => void,
): Promise<(system: string) => Standings> {
  const { look, together } = standings(knowledge);
  for (const system of systems)
    for await (const page of pagesThatCount(findings, caseId, system)) {
      look(system.id, page);
      alsoLook?.(system.id, page);
    }
  return together();
}

/**
 * The stored pages of the completed searches. Of the manual results (wave 0) only the page that the log names is read,
 * because staff may have corrected an earlier one. Pages of an unfinished search are left out, so that each call
 * returns the same pages.
 */
export async function* pagesThatCount(
  findings: Findings,
  caseId: string,
  answered: Answered,
): AsyncGenerator<FindingsPage, void, undefined> {
  for await (const { page } of storedPagesThatCount(findings, caseId, answered)) yield page;
}

/** The same pages, each with the key under which it is stored. */
export async function* storedPagesThatCount(
  findings: Findings,
  caseId: string,
  { id, replies }: Answered,
): AsyncGenerator<StoredPage, void, undefined> {
  for await (const stored of findings.storedPages(caseId, id)) {
    const { wave, page } = stored.page;
    const reply = replies.find((one) => one.wave === wave);
    if (reply !== undefined && (wave !== 0 || page === reply.page)) yield stored;
  }
}
