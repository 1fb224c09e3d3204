import type { CaseView } from '#api/staff.ts';
import { ApiProblem, type StaffClient, type SubjectClient } from './clients.ts';
import { codeIn, type ReceivedLetter } from './letters.ts';
import { maskingReceivers, releaseReviewed } from './review.ts';
import type { Reporter } from './reporter.ts';

/** The clients with which the demo acts as the person and the staff, and the other services that it needs. */
export interface Cast {
  readonly subject: SubjectClient;
  readonly first: StaffClient;
  readonly second: StaffClient;
  readonly letters: (reference: string) => Promise<readonly ReceivedLetter[]>;
  readonly report: Reporter;
  /** Waits until something about a case may have changed. */
  readonly change: () => Promise<void>;
  /** Returns the time on the machine's clock in milliseconds. */
  readonly now: () => number;
}

export interface Driven {
  readonly outcome: 'delivered' | 'held' | 'stuck';
  readonly view: CaseView;
}

const patience = 180_000;

/**
 * Acts as the person and two members of staff until the answer of the given round is delivered, the request is held, or
 * three minutes have passed. The person enters the code from the mail. The staff approve the search, decide on learned
 * identifiers, and enter the result of the system that is searched by hand. Then two members of staff release the
 * answer. Each step is reported to `cast.report`.
 */
export async function drive(cast: Cast, reference: string, token: string, untilRound: number): Promise<Driven> {
  const told = tellChanges(cast);
  const end = cast.now() + patience;
  for (;;) {
    const view = await cast.first.case(reference);
    await told(view, reference);
    if (view.waitingFor === 'staff-decision') return { outcome: 'held', view };
    if (view.answers.some(({ round }) => round >= untilRound)) return { outcome: 'delivered', view };
    if (cast.now() > end) return { outcome: 'stuck', view };
    try {
      await act(cast, view, reference, token);
    } catch (error) {
      // Status 409: the case has changed since the demo read it. The loop reads it again.
      if (!(error instanceof ApiProblem && error.status === 409)) throw error;
    }
    await cast.change();
  }
}

async function act(cast: Cast, view: CaseView, reference: string, token: string): Promise<void> {
  const { first, second, report } = cast;
  switch (view.waitingFor) {
    case 'subject-code': {
      const code = codeIn(await cast.letters(reference));
      if (code === undefined) return;
      await cast.subject.verify(reference, token, code);
      report.tell({ event: 'verified', data: { method: 'a code sent by e-mail' } });
      return;
    }
    case 'search-approval':
      await first.command(reference, view.seq, { type: 'approve-search' });
      report.tell({ event: 'approved', data: { by: 'Erik', what: 'the search is approved' } });
      return;
    case 'release':
      await releaseReviewed(
        first,
        view,
        maskingReceivers((values) => {
          const what = `somebody who takes deliveries for the person is masked everywhere (${values} values)`;
          report.tell({ event: 'approved', data: { by: 'Erik', what } });
        }),
      );
      report.tell({ event: 'approved', data: { by: 'Erik', what: `round ${view.round} is released` } });
      return;
    case 'second-release':
      await releaseReviewed(second, view);
      report.tell({
        event: 'approved',
        data: { by: 'Maja', what: `round ${view.round} is released by the second member of staff` },
      });
      return;
    default:
      await decide(cast, view, reference);
  }
}

/**
 * Accepts or rejects the next learned identifier. If there is none, enters the result of the next system that is
 * searched by hand.
 */
async function decide(cast: Cast, view: CaseView, reference: string): Promise<void> {
  const open = view.learned.find(({ decision }) => decision === 'open');
  if (open !== undefined && view.status === 'gathering') {
    await cast.first.command(reference, view.seq, {
      type: 'decide-identifier',
      identifier: open.identifier,
      accept: open.acceptRefusedBy === null,
    });
    const what =
      open.acceptRefusedBy === null
        ? `a further ${open.kind} from ${open.system} is accepted as the person's`
        : `a ${open.kind} from ${open.system} is rejected: the demo does not know it as the person's`;
    cast.report.tell({ event: 'approved', data: { by: 'Erik', what } });
    return;
  }
  const manual = view.systems.find(({ mode, outcome }) => mode === 'manual' && outcome === 'pending');
  if (manual === undefined || view.status !== 'gathering') return;
  await cast.first.command(reference, view.seq, {
    type: 'record-manual-result',
    system: manual.id,
    outcome: 'nothing-held',
  });
  cast.report.tell({
    event: 'approved',
    data: { by: 'Erik', what: `${manual.id} was searched by hand: nothing held` },
  });
}

/**
 * Returns a function that reports what is new since its last call: each letter, search, wait, assembly and delivery.
 */
function tellChanges(cast: Cast): (view: CaseView, reference: string) => Promise<void> {
  const seen = new Set<string>();
  const once = (key: string, tell: () => void): void => {
    if (seen.has(key)) return;
    seen.add(key);
    tell();
  };
  return async (view, reference) => {
    for (const { code, name, file } of await cast.letters(reference))
      once(`mail ${file}`, () => cast.report.tell({ event: 'mail', data: { code, name, file } }));
    for (const { id: system, outcome, records } of view.systems)
      if (outcome !== 'pending')
        once(`search ${system} ${outcome} ${records}`, () =>
          cast.report.tell({ event: 'search', data: { system, outcome, records } }),
        );
    if (view.waitingFor !== '')
      once(`waiting ${view.waitingFor} ${view.round}`, () =>
        cast.report.tell({ event: 'waiting', data: { for: view.waitingFor, daysLeft: view.daysLeft } }),
      );
    for (const { round, bytes, entries } of view.answers)
      once(`delivered ${round}`, () => {
        cast.report.tell({ event: 'assembled', data: { bytes, entries } });
        cast.report.tell({ event: 'delivered', data: { round } });
      });
  };
}
