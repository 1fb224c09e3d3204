import { executionVersion } from '#store/workflow.ts';
import type { Casework } from './casework.ts';

const lists = ['open', 'owing'] as const;
const day = 24 * 60 * 60 * 1000;

/**
 * Settles every case in the lists `open` and `owing` once for each description of the organisation and each version of
 * the workflow. Requests that version 0.2.0 has stored in the last two days get their case. There are three reasons.
 * Commits of version 0.2.0 lack the key `owedAt`. With a new description a step may succeed that failed before, such as
 * a letter to staff whose address was missing. Executions of an earlier version of the workflow must be replaced.
 *
 * The progress is stored after each page. If the process dies, the next run continues after that page.
 */
export async function sweepEarlierCases(
  casework: Casework,
  organisationHash: string,
  now: string,
  look: (caseId: string) => Promise<void>,
): Promise<void> {
  const name = `owed/${organisationHash}/${executionVersion}`;
  const { after, done } = await casework.owed.sweep(name);
  if (done) return;
  if (after === null) {
    const lately = new Date(Date.parse(now) - 2 * day).toISOString();
    for (const caseId of await casework.profiles.keptSince(lately)) await look(caseId);
  }
  const from = lists.findIndex((list) => list === after?.list);
  for (const list of lists.slice(Math.max(from, 0))) {
    let place = list === after?.list ? after.sort : undefined;
    for (;;) {
      const page = await casework.owed.listed(list, place);
      for (const { caseId } of page) await look(caseId);
      const last = page.at(-1);
      if (last === undefined) break;
      place = last.sort;
      await casework.owed.keepSweep(name, { after: { list, sort: place }, done: false });
    }
  }
  await casework.owed.keepSweep(name, { after: null, done: true });
}
