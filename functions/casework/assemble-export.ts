import { assembleAnswer } from '#answer/package.ts';
import type { AnswerInput, SystemAnswer } from '#answer/answer.ts';
import type { AnyConnector } from '#connectors/sdk/connector.ts';
import { isBlocked, outcomeOf } from '#domain/case/outcome.ts';
import type { Assembling, SearchedSystem } from '#domain/case/state.ts';
import type { FindingsPage } from '#domain/findings/finding.ts';
import { manualResources } from '#domain/findings/manual.ts';
import { languageFor } from '#domain/language.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { activitiesOf } from '#domain/organisation/scope.ts';
import type { Exports } from '#store/exports.ts';
import type { Findings } from '#store/findings.ts';
import type { Records } from './casework.ts';
import { commitCommand, type Acted } from './commit-command.ts';

export interface AssemblyMeans {
  readonly records: Records;
  readonly findings: Findings;
  readonly exports: Exports;
  /** The description with this hash. */
  organisationAt(hash: string): Promise<Organisation>;
  readonly connectors: readonly AnyConnector[];
}

/**
 * Makes the answer of a round from what was released, and records what was made. Killed in between it starts over: the
 * same input gives the same bytes. `at` is when the workflow asked for it, ISO 8601.
 */
export async function assembleExport(
  means: AssemblyMeans,
  asked: { readonly caseId: string; readonly round: number; readonly at: string },
): Promise<Acted> {
  const { records } = means;
  const { caseId, round, at } = asked;
  const by = { kind: 'workflow', id: 'Assemble' } as const;
  const started = await commitCommand(
    records,
    caseId,
    { commandId: `Assemble/${round}/start`, by, command: { type: 'start-assembly', round } },
    at,
  );
  if (!started.ok || started.state.status !== 'assembling' || started.state.round !== round) return started;
  const assembly = assembleAnswer(
    inputOf(means, await means.organisationAt(started.state.facts.organisation), started.state),
  );
  const [, made] = await Promise.all([means.exports.put(caseId, round, assembly.stream), assembly.done]);
  return await commitCommand(
    records,
    caseId,
    {
      commandId: `Assemble/${round}/done`,
      by,
      command: {
        type: 'record-assembly',
        round,
        bytes: made.bytes,
        sha256: made.sha256,
        manifestSha256: made.manifestSha256,
        entries: made.entries,
        systems: made.systems.map(({ id, records: count, files }) => ({ id, records: count, files })),
      },
    },
    at,
  );
}

function inputOf(means: AssemblyMeans, organisation: Organisation, state: Assembling): AnswerInput {
  const { findings } = means;
  const controller = organisation.controllers.find(({ id }) => id === state.facts.controller);
  if (controller === undefined) throw new Error('the controller of the case is not part of the organisation');
  const systems = state.snapshot.systems.map((system) => systemAnswer(means, organisation, state, system));
  const ids = new Set(systems.map(({ id }) => id));
  return {
    reference: state.caseId,
    controller,
    language: languageFor(state.facts.language),
    round: state.round,
    createdAt: state.startedAt,
    receivedAt: state.facts.receivedAt,
    systems,
    activities: activitiesOf(organisation, controller.id).filter((activity) =>
      activity.systems.some((id) => ids.has(id)),
    ),
    document: async (key) => await findings.document(key),
  };
}

function systemAnswer(
  means: AssemblyMeans,
  organisation: Organisation,
  state: Assembling,
  searched: SearchedSystem,
): SystemAnswer {
  const { connectors, findings } = means;
  const system = organisation.systems.find(({ id }) => id === searched.id);
  if (system === undefined) throw new Error(`the system ${searched.id} is not part of the organisation`);
  const connector = system.kind === 'connector' ? connectors.find(({ id }) => id === system.connector) : undefined;
  const outcome = outcomeOf(searched, state.snapshot);
  return {
    id: system.id,
    title: system.title,
    outcome: outcome.outcome,
    ...(outcome.outcome === 'failed' ? { reason: outcome.reason, givenUp: searched.givenUp } : {}),
    ...(outcome.outcome === 'pending'
      ? { reason: outcome.reason === 'stronger-proof' ? 'examined-further' : outcome.reason }
      : {}),
    ...(outcome.outcome === 'withheld' ? { ground: outcome.ground } : {}),
    ...(outcome.outcome === 'pending' ? {} : { asOf: outcome.asOf }),
    ...(searched.deliveredIn === null ? {} : { deliveredIn: searched.deliveredIn }),
    resources: { ...connector?.resources, ...manualResources },
    doesNotRead: connector?.doesNotRead ?? [],
    // Nothing that needs a stronger proof of identity leaves, whatever else came of the search.
    pages: () =>
      searched.deliveredIn === null && !isBlocked(searched, state.snapshot)
        ? pagesThatCount(findings, state.caseId, searched)
        : none(),
  };
}

/**
 * The pages of searches that had ended when the answer was screened, and of what staff wrote down the page that the log
 * names: a search that is still running keeps pages meanwhile, and the same answer must come out again.
 */
async function* pagesThatCount(
  findings: Findings,
  caseId: string,
  searched: SearchedSystem,
): AsyncGenerator<FindingsPage, void, undefined> {
  for await (const page of findings.pages(caseId, searched.id)) {
    const reply = searched.replies.find(({ wave }) => wave === page.wave);
    if (reply !== undefined && (page.wave !== 0 || page.page === reply.page)) yield page;
  }
}

async function* none(): AsyncGenerator<never, void, undefined> {
  // A system that was delivered earlier has no pages in this answer.
}
