import { executionVersion } from '#store/workflow.ts';
import type { Settling } from './casework.ts';

const lists = ['open', 'owing'] as const;
const day = 24 * 60 * 60 * 1000;

/**
 * Sets the key `owedAt` of every case in the lists `open` and `owing` to `now`, so that `reconcile` settles these
 * cases. This happens once for each description of the organisation and each version of the workflow, for three
 * reasons:
 *
 * - Commits of version 0.2.0 lack the key.
 * - With a new description a step may succeed that failed before, such as a letter to staff whose address was missing.
 * - Executions of an earlier version of the workflow must be replaced.
 *
 * The cases of requests that version 0.2.0 stored in the last two days are opened too.
 *
 * The progress is stored after each page. If the process dies, the next run continues after that page. `open` opens the
 * case of a stored request, and returns whether it succeeded. If not, the next run tries the requests again.
 */
export async function sweepEarlierCases(
  casework: Settling,
  organisationHash: string,
  now: string,
  open: (caseId: string) => Promise<boolean>,
): Promise<void> {
  const name = `owed/${organisationHash}/${executionVersion}`;
  const { after, done } = await casework.owed.sweep(name);
  if (done) return;
  const from = lists.findIndex((list) => list === after?.list);
  for (const list of lists.slice(Math.max(from, 0))) {
    let place = list === after?.list ? after.sort : undefined;
    for (;;) {
      const page = await casework.owed.listed(list, place);
      for (const { caseId, seq } of page) await casework.owed.keep(caseId, seq, { at: now, tries: 0 });
      const last = page.at(-1);
      if (last === undefined) break;
      place = last.sort;
      await casework.owed.keepSweep(name, { after: { list, sort: place }, done: false });
    }
  }
  const lately = new Date(Date.parse(now) - 2 * day).toISOString();
  let allOpened = true;
  for (const caseId of await casework.profiles.keptSince(lately)) if (!(await open(caseId))) allOpened = false;
  if (allOpened) await casework.owed.keepSweep(name, { after: null, done: true });
}
