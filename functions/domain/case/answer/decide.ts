import { availableUntil } from './availability.ts';
import { checkTried } from '../identity/code-rules.ts';
import type { AnswerCommand, Reviewed } from './commands.ts';
import { isConfirmed, notConfirmed } from '../contact/confirmed-contact.ts';
import { events, outOfOrder, type Decision, type Given } from '../decision.ts';
import { erasuresOwed, lastPackage } from './packages.ts';
import { mayGoPartly } from './partly.ts';
import { dayOfOver, isRefusedInWords } from '../decisions/part-refusals.ts';
import { refuse } from '../refusals/refuse.ts';
import { provesNobody, readByOthers } from '../contact/shared-contact.ts';
import type { OpenedCase } from '../state.ts';
import { isForAdopted } from '../search/waves.ts';
import { suffices } from '../vocabulary.ts';
import { searchesDue } from '../waits.ts';

/** Minutes for which the URL of a download is valid. */
export const downloadMinutes = 5;

/** Decides on the release, the packages and the downloads of an answer. */
export function decideAnswer(state: OpenedCase, given: Given<AnswerCommand>): Decision {
  const { common } = state;
  const { command, first, second, now } = given;
  switch (command.type) {
    case 'screen': {
      if (state.stage.kind !== 'gathering' || state.stage.search.round !== command.round) return outOfOrder(state);
      // Adopted records and their parts would be missing from this answer. The workflow asks for the next step again.
      const { search } = state.stage;
      if (searchesDue(search).some(({ system, wave }) => isForAdopted(search, system, wave))) return events();
      const { round, settled } = command;
      return events({ type: 'screened', ...second, round, settled });
    }
    case 'release': {
      if (state.stage.kind !== 'reviewing' || state.stage.search.round !== command.round) return outOfOrder(state);
      if (common.mandate?.accepted === false) return refuse('mandate-not-accepted');
      const others = readByOthers(state);
      if (others !== undefined) return provesNobody(others);
      if (isRefusedInWords(common)) return refuse('refused-in-words-only');
      const until = dayOfOver(state, now);
      if (until !== undefined) return refuse('refusal-is-over', { until });
      if (state.stage.screening.approvals.some(({ id }) => id === first.by.id)) return refuse('second-person-releases');
      const { round, reviewed } = command;
      const isDecided =
        reviewed.open === 0 || (mayGoPartly(state, now, reviewed.partlyDays) && hasSomethingDecided(reviewed));
      if (!isDecided) return refuse('items-not-seen', { open: String(reviewed.open) });
      if (reviewed.uncut > 0) return refuse('pages-not-left-out', { documents: String(reviewed.uncut) });
      if (reviewed.sheet !== command.sheet) return refuse('sheet-changed');
      if (reviewed.preview !== command.preview) return refuse('preview-changed');
      const { sheet, preview, seen, byRule, lines, waiting } = reviewed;
      return events({
        type: 'release-approved',
        ...second,
        round,
        sheet,
        preview,
        seen,
        byRule: { ...byRule },
        lines: [...lines],
        ...(waiting.length === 0 ? {} : { waiting: [...waiting] }),
      });
    }
    case 'start-assembly':
      if (isRefusedInWords(common)) return refuse('refused-in-words-only');
      return state.stage.kind === 'released' && state.stage.search.round === command.round
        ? events({ type: 'assembly-started', ...first, round: command.round })
        : outOfOrder(state);
    case 'record-assembly': {
      if (state.stage.kind !== 'assembling' || state.stage.search.round !== command.round) return outOfOrder(state);
      const { type: _, attempt, ...assembled } = command;
      // A later decision has made this package outdated, and another package is being made.
      if (attempt !== lastPackage(common)?.attempt) return outOfOrder(state);
      const planned = new Map(state.stage.screening.snapshot.systems.map((system) => [system.id, system]));
      if (assembled.systems.some(({ id }) => !planned.has(id))) return refuse('system-outside-plan');
      const { level } = state.stage.screening.snapshot;
      const full = assembled.systems.filter(({ records, files }) => records + files > 0);
      if (full.some(({ id }) => !suffices(level, planned.get(id)?.level ?? 'strong')))
        return refuse('answer-needs-stronger-proof');
      return events({ type: 'assembled', ...first, ...assembled });
    }
    case 'stop-assembly': {
      const { round, attempt, paths } = command;
      if (state.stage.kind !== 'assembling' || state.stage.search.round !== round) return outOfOrder(state);
      // A later decision has made this package outdated, and another package is being made.
      if (attempt !== lastPackage(common)?.attempt) return outOfOrder(state);
      return events({ type: 'assembly-stopped', ...first, round, attempt, paths: paths.slice(0, 20) });
    }
    case 'deliver':
      if (isRefusedInWords(common)) return refuse('refused-in-words-only');
      return state.stage.kind === 'assembled' && state.stage.search.round === command.round
        ? events({ type: 'delivered', ...second, round: command.round, days: command.days })
        : outOfOrder(state);
    case 'grant-download':
      return grantDownload(state, { ...given, command });
    case 'record-erasure': {
      const { round, attempt } = command;
      const owed = erasuresOwed(state).some((one) => one.round === round && one.attempt === attempt);
      return owed ? events({ type: 'answer-erased', ...first, round, attempt }) : events();
    }
  }
}

/** Whether any item is decided. Otherwise the answer would contain nothing. */
function hasSomethingDecided({ seen, byRule }: Pick<Reviewed, 'seen' | 'byRule'>): boolean {
  return seen > 0 || Object.values(byRule).some((items) => items > 0);
}

function grantDownload(
  state: OpenedCase,
  given: Given<Extract<AnswerCommand, { readonly type: 'grant-download' }>>,
): Decision {
  const { common } = state;
  const { command, first, now } = given;
  const delivery = common.deliveries.find(({ round }) => round === command.round);
  if (
    delivery === undefined ||
    delivery.revoked ||
    availableUntil(common, delivery, now) <= now ||
    common.purged ||
    common.undecided.size > 0
  )
    return refuse('nothing-to-fetch');
  const others = readByOthers(state);
  if (others !== undefined) return provesNobody(others);
  const tried = checkTried(state, command.challenge, 'download', now);
  if (!tried.ok) return refuse(tried.code);
  if (!isConfirmed(common, tried.challenge.to)) return notConfirmed;
  return events({
    type: 'download-granted',
    ...first,
    grant: command.challenge,
    round: command.round,
    expiresAt: new Date(Date.parse(now) + downloadMinutes * 60_000).toISOString(),
  });
}
