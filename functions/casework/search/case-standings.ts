import type { SearchedSystem } from '#domain/case/state.ts';
import type { FindingsPage } from '#domain/findings/finding.ts';
import type { Knowledge } from '#domain/findings/knowledge.ts';
import { standings, type Standings } from '#domain/findings/standing.ts';
import type { Findings } from '#store/findings.ts';

/** A system whose pages are read. Its replies tell which pages count. */
type Answered = Pick<SearchedSystem, 'id' | 'replies'>;

/**
 * Which records of a case are the person's by what is known now. The pages of all systems are read, including systems
 * that were delivered earlier, because a record of one system can contradict a record of another. The counts at the
 * screening and the content of the answer both use this function.
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
 * The pages of completed searches, and for a manual result the page that the log names. Pages of a running search are
 * left out, so that a repetition gives the same answer.
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
