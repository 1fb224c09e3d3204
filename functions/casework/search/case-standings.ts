import type { SearchedSystem } from '#domain/case/state.ts';
import type { FindingsPage } from '#domain/findings/finding.ts';
import type { Knowledge } from '#domain/findings/knowledge.ts';
import { standings, type Standings } from '#domain/findings/standing.ts';
import type { Findings } from '#store/findings.ts';

/**
 * A system whose stored pages are read. `replies` names the completed searches and the manual result; other pages are
 * ignored.
 */
type Answered = Pick<SearchedSystem, 'id' | 'replies'>;

/**
 * Decides which stored records of a case belong to the person, with the identifiers that are known now. The function
 * reads the pages of all systems, because a record of one system can contradict a record of another. Systems whose
 * records an earlier answer delivered are read too. The screening and the package both use this function, so their
 * counts agree.
 */
export async function standingsOfCase(
  findings: Findings,
  { caseId, systems }: { readonly caseId: string; readonly systems: readonly Answered[] },
  knowledge: Knowledge,
): Promise<(system: string) => Standings> {
  const { look, together } = standings(knowledge);
  for (const system of systems)
    for await (const page of pagesThatCount(findings, caseId, system)) look(system.id, page);
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
  { id, replies }: Answered,
): AsyncGenerator<FindingsPage, void, undefined> {
  for await (const page of findings.pages(caseId, id)) {
    const reply = replies.find(({ wave }) => wave === page.wave);
    if (reply !== undefined && (page.wave !== 0 || page.page === reply.page)) yield page;
  }
}
