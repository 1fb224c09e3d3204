import { stoodStill } from '#domain/case/circumstances/standing-time.ts';
import { caseDates } from '#domain/case/clock/clock-of.ts';
import type { Command } from '#domain/case/command.ts';
import { breachHours } from '#domain/case/custody/decide.ts';
import { isSettled } from '#domain/case/custody/open-breach.ts';
import { waitsForPerson } from '#domain/case/lifecycle/ending-rules.ts';
import { isSilent } from '#domain/case/lifecycle/hold-rules.ts';
import { isAnswerOwed } from '#domain/case/search/still-owed.ts';
import { asLiving, type LivingCase, type Common } from '#domain/case/state.ts';
import type { Alert } from '#domain/case/vocabulary.ts';
import { daysBetween, endOfDay, localDate } from '#domain/clock/deadline.ts';
import type { Organisation, Policy } from '#domain/organisation/organisation.ts';
import { controllerOf, policyOf } from '#domain/organisation/scope.ts';
import type { Watched } from '#store/summaries.ts';
import { anchorHead, type Anchoring } from '../commit/anchor-head.ts';
import { askedSince } from '../staff/asked-since.ts';
import type { Casework } from '../commit/casework.ts';
import { commitCommand, loadCase } from '../commit/commit-command.ts';
import { rememberedLog } from '../commit/remembered-log.ts';
import { decideBy } from '../commit/summarise.ts';
import { listUnsettled } from './list-unsettled.ts';

const warnings = [10, 5, 2, 0];
/** When staff are reminded of a breach, in hours after they became aware of it. */
const breachMarks = [breachHours - 24, breachHours];
const anchoredFor = 2 * 24 * 60 * 60 * 1000;

/** Metrics for the alarm: the number of open cases, and how many of them owe an answer past the due date. */
export interface WatchedCases {
  readonly cases: number;
  readonly late: number;
}

/**
 * A command that is due in a case. Each run of the schedule gives it again, but the same command id has an effect only
 * once.
 */
interface Due {
  readonly commandId: string;
  readonly command: Command;
}

/**
 * Gives in each case the commands that are due at `now` (ISO 8601). In an open case these are the commands of `dueNow`,
 * and the command that makes the deputy the owner. In open and ended cases staff are reminded of a data breach.
 *
 * The hash of the last commit of each open case is stored as an anchor, once for each commit that a run finds. The hash
 * of the last view of its material is stored too, if the view is at most two days old.
 *
 * A case is read only if it has a new commit since the last run, or if something may become due in it because time has
 * passed. So most runs read only summaries.
 */
export async function watchDeadlines(casework: Casework, anchoring: Anchoring, now: string): Promise<WatchedCases> {
  await listUnsettled(casework);
  let [cases, late] = [0, 0];
  // The 72 hours of a breach can run after the end of a case. Such a case is in the list `owing`.
  for (const list of ['open', 'owing'] as const)
    for await (const { caseId, seq, watched } of casework.summaries.each(list)) {
      if (list === 'open') cases += 1;
      try {
        const found =
          watched !== null && watched.seq === seq && now < watched.until
            ? watched
            : await watchCase(casework, anchoring, caseId, watched?.seq ?? 0, now);
        if (found?.late === true) late += 1;
      } catch (error) {
        casework.report('watch the deadline', error, caseId);
      }
    }
  return { cases, late };
}

/**
 * Gives the commands that are due in a case. Stores and returns until when nothing more becomes due in it. `anchored`:
 * the number of the last commit that an earlier run has read and anchored; 0 if there is none.
 */
async function watchCase(
  casework: Casework,
  { anchors, views }: Anchoring,
  caseId: string,
  anchored: number,
  now: string,
): Promise<Watched | undefined> {
  const work = { ...casework, log: rememberedLog(casework.log) };
  const { state, head } = await loadCase(work, caseId);
  if (state === undefined) return undefined;
  const by = { kind: 'clock', id: 'watch-deadlines' } as const;
  const give = async ({ commandId, command }: Due): Promise<void> => {
    const acted = await commitCommand(work, caseId, { commandId, by, command }, now);
    if (!acted.ok && acted.code !== 'out-of-order' && acted.code !== 'case-ended')
      throw new Error(`a scheduled command was refused: ${acted.code}`);
  };
  for (const due of breachesDue(state.common, now)) await give(due);
  const living = asLiving(state);
  if (living !== undefined) {
    if (head.seq !== anchored) await anchorHead(anchors, caseId, head, now);
    const viewed = await views.head(caseId);
    // An older view was anchored by an earlier run.
    if (viewed.seq > 0 && Date.parse(now) - Date.parse(viewed.at) <= anchoredFor)
      await anchorHead(anchors, caseId, viewed, now, 'views');
    const organisation = await casework.organisationAt(state.common.facts.organisation);
    const policy = policyOf(organisation, state.common.facts.controller);
    for (const due of dueNow(living, policy, now)) await give(due);
    for (const due of deputyDue(living, organisation, now)) await give(due);
  }
  const late =
    living !== undefined &&
    daysBetween(localDate(now, state.common.facts.timeZone), state.common.due) < 0 &&
    isAnswerOwed(living);
  const watched = { seq: head.seq, until: nothingDueUntil(state.common, now), late };
  // Commands that were given have moved the log on, so the next run reads the case again.
  await casework.summaries.keepWatched(caseId, watched);
  return watched;
}

/**
 * Until when nothing becomes due in a case without a new commit: until the next local day begins, or until an hour of
 * an undecided breach (`breachesDue`).
 */
export function nothingDueUntil({ breaches, facts: { timeZone } }: Common, now: string): string {
  const tomorrow = Date.parse(endOfDay(localDate(now, timeZone), timeZone)) + 1;
  const marks = breaches
    .filter((breach) => !isSettled(breach))
    .flatMap(({ awareAt }) => breachMarks.map((mark) => Date.parse(awareAt) + mark * 3_600_000));
  return new Date(Math.min(tomorrow, ...marks.filter((mark) => mark > Date.parse(now)))).toISOString();
}

/**
 * The commands that are due in an open case: they warn of the due date, alert staff, end a search early enough to
 * deliver what it has found, owe the person a letter about a delay, record that a fee was not answered, and close a
 * case if the person does not reply. The commands about the answer depend on the due date without suspensions (practice
 * 12 in `domain/README.md`).
 */
export function dueNow(state: LivingCase, policy: Policy, now: string): readonly Due[] {
  const { common, stage } = state;
  const today = localDate(now, common.facts.timeZone);
  const daysLeft = daysBetween(today, common.due);
  const unanswered = isAnswerOwed(state);
  const warning = warnings.filter((days) => daysLeft <= days).at(-1);
  const held = decideBy(state);
  const suspended = caseDates(common).due !== common.due;
  const status = `status/${common.due}`;
  const owesStatus = daysLeft <= 0 && unanswered;
  return [
    ...(warning !== undefined && unanswered
      ? [
          {
            commandId: `warn/${common.due}/${warning}`,
            command: { type: 'warn-deadline', daysLeft: warning },
          } as const,
        ]
      : []),
    ...(held !== null && today > held ? [alert('held-undecided', `held-undecided/${held}`)] : []),
    ...(daysLeft <= policy.escalateDaysBeforeDue && unanswered
      ? [alert('escalation', `escalation/${common.due}`)]
      : []),
    // `common.due` is the due date without suspensions. The GDPR does not provide for suspensions, so staff are alerted
    // on this date if the period was suspended.
    ...(suspended && daysLeft <= 0 && unanswered ? [alert('unsuspended-date', `unsuspended-date/${common.due}`)] : []),
    ...(stage.kind === 'gathering' && daysLeft <= policy.cutOffDaysBeforeDue
      ? [
          {
            commandId: `cut-off/${stage.search.round}`,
            command: { type: 'reach-cut-off', round: stage.search.round },
          } as const,
        ]
      : []),
    ...(owesStatus ? [{ commandId: status, command: { type: 'owe-status' } } as const] : []),
    ...common.fees
      .filter(({ answer, answerBy }) => answer === null && today > answerBy)
      .map(
        ({ id }) =>
          ({ commandId: `fee/${id}`, command: { type: 'answer-fee', fee: id, answer: 'no-answer' } }) as const,
      ),
    // The letter about the delay is sent before the case is closed. So a later run closes the case.
    ...(owesStatus && !common.seen.has(status) ? [] : unansweredCase(state, policy, now)),
  ];
}

/**
 * Closes a case if the person has not replied for the number of days that the policy sets. The letter says how the
 * person can continue. Days on which an undecided circumstance stopped the waiting periods are not counted.
 *
 * The case is never closed before the day after its due date, because a reply until then is in time. On the due date
 * the person gets the letter about the delay (Art. 12(4)).
 */
function unansweredCase(state: LivingCase, policy: Policy, now: string): readonly Due[] {
  const { common } = state;
  const today = localDate(now, common.facts.timeZone);
  if (isSilent(state) || !waitsForPerson(state) || common.facts.matter !== 'request') return [];
  const asked = askedSince(state);
  if (asked === undefined) return [];
  const stood = Math.ceil(stoodStill(common, asked, now) / (24 * 60 * 60 * 1000));
  const waited = daysBetween(localDate(asked, common.facts.timeZone), today) - stood;
  const round = common.closings.length + 1;
  return waited >= policy.unansweredDays && today > common.due
    ? [{ commandId: `no-answer/${round}`, command: { type: 'end', ending: 'no-answer', text: null } }]
    : [];
}

/** The command that makes the deputy the owner of a held case, if the owner has not decided on it in time. */
function deputyDue(state: LivingCase, organisation: Organisation, now: string): readonly Due[] {
  const { common } = state;
  const by = decideBy(state);
  if (by === null || common.owner === null || localDate(now, common.facts.timeZone) <= by) return [];
  const own = organisation.people.find(({ id }) => id === common.owner)?.deputy;
  const to = own ?? controllerOf(organisation, common.facts.controller).deputy;
  return to === undefined || to === common.owner || common.lockedOut.has(to)
    ? []
    : [{ commandId: `assign/deputy/${by}`, command: { type: 'assign', to } }];
}

/** Reminds staff of a breach on which they have not decided: one day before its 72 hours end, and when they end. */
function breachesDue(common: Common, now: string): readonly Due[] {
  return common.breaches.flatMap((breach) => {
    const { id, awareAt } = breach;
    const hours = (Date.parse(now) - Date.parse(awareAt)) / 3_600_000;
    const passed = breachMarks.filter((mark) => hours >= mark).at(-1);
    return isSettled(breach) || passed === undefined ? [] : [alert('breach-hours', `breach-hours/${id}/${passed}`)];
  });
}

function alert(kind: Alert, key: string): Due {
  return { commandId: `alert/${key}`, command: { type: 'alert', alert: kind, key } };
}
