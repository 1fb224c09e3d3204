import type { SearchedSystem } from '#domain/case/state.ts';
import type { FindingsPage } from '#domain/findings/finding.ts';
import type { Knowledge } from '#domain/findings/knowledge.ts';
import { standings, type Standings } from '#domain/findings/standing.ts';
import type { Findings } from '#store/findings.ts';

/** A system whose pages are read, with the answers that say which of them count. */
type Answered = Pick<SearchedSystem, 'id' | 'replies'>;

/**
 * Which records of a case are the person's by what is known now. The pages of all systems are read for it, those that
 * were delivered earlier too: a record of one system can contradict one of another. What is counted when the case is
 * screened and what is delivered both come from here.
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
 * The pages of searches that have ended, and of what staff wrote down the page that the log names: a search that is still
 * running keeps pages meanwhile, and the same answer must come out again.
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
