import { events, outOfOrder, type Decision, type Given } from '../decision.ts';
import { askedRights, groundProblem } from '../decisions/refusal-grounds.ts';
import { refuse } from '../refusals/refuse.ts';
import { stillCounting } from '../search/withdrawn.ts';
import { searchOf, type OpenedCase } from '../state.ts';
import { entriesInForce, lastDecisionOn, type EntryOf, type ReviewEntry } from '../../review/entry.ts';
import { withheldPages } from '../../review/settled.ts';
import type { ReviewCommand } from './commands.ts';

/**
 * Decides the commands of the review. They are accepted only between the screening and the release. Decisions can also
 * be taken back while a system is searched again for records that staff adopted.
 */
export function decideReview(state: OpenedCase, given: Given<ReviewCommand>): Decision {
  const { command, first } = given;
  switch (command.type) {
    case 'decide-review': {
      if (state.stage.kind !== 'reviewing') return outOfOrder(state);
      // The id names one group of decisions. `undo-review` uses this id.
      if (state.common.review.some((one) => one.command === command.decision)) return events();
      if (command.seq !== undefined && command.seq !== state.common.seq) return refuse('sheet-changed');
      for (const entry of command.entries) {
        const wrong = wrongGround(state, entry);
        if (wrong !== undefined) return wrong;
        const { after } = command;
        if (after !== undefined && 'item' in entry && Object.hasOwn(after, entry.item)) {
          const last = lastDecisionOn(state.common.review, entry)?.command ?? null;
          if (last !== after[entry.item]) return refuse('item-decided-meanwhile', { item: entry.item });
        }
      }
      const again = command.entries.find((entry) => isOfCutDocument(state, entry));
      if (again !== undefined) return refuse('pages-decided-already', { item: again.item });
      if (command.entries.length === 0) return events();
      const { decision, entries, withdrawn } = command;
      return events({
        type: 'review-decided',
        ...first,
        decision,
        entries: [...entries],
        ...stillCounting(state.stage.search, withdrawn),
      });
    }
    case 'undo-review': {
      if (state.stage.kind !== 'reviewing' && state.stage.kind !== 'gathering') return outOfOrder(state);
      const group = state.common.review.find((one) => one.command === command.decision);
      if (group === undefined) return refuse('no-such-review-decision');
      if (!group.undone && isDelivered(state, group.entries)) return refuse('decision-is-delivered');
      const { decision, withdrawn } = command;
      return group.undone
        ? events()
        : events({ type: 'review-undone', ...first, decision, ...stillCounting(state.stage.search, withdrawn) });
    }
  }
}

/**
 * Whether a decision leaves out pages of a document of which other pages are left out already. The document without all
 * of these pages was made for the earlier decision alone. To change the pages, staff take back that decision.
 */
function isOfCutDocument(state: OpenedCase, entry: ReviewEntry): entry is EntryOf<'withhold'> {
  if (entry.do !== 'withhold' || entry.part.of !== 'pages') return false;
  const { item, version, part } = entry;
  const inForce = entriesInForce(state.common.review).filter(
    (one) => 'item' in one && one.item === item && one.version === version,
  );
  return withheldPages(inForce, part.document).length > 0;
}

/**
 * Whether an earlier answer has carried out all decisions, so that nothing would change if they were taken back. For
 * some decisions the result is always `false`. An alike decision also counts for later answers. A decision on whose a
 * record is can change what is searched.
 */
function isDelivered(state: OpenedCase, entries: readonly ReviewEntry[]): boolean {
  const systems = searchOf(state)?.systems ?? [];
  const delivered = new Set(systems.flatMap(({ id, deliveredIn }) => (deliveredIn === null ? [] : [id])));
  return entries.every((entry) => {
    switch (entry.do) {
      case 'release':
      case 'mask':
      case 'withhold':
        return delivered.has(entry.system);
      case 'adopt':
      case 'reject':
      case 'mask-alike':
      case 'withhold-alike':
      case 'not-by-rule':
        return false;
    }
  });
}

/**
 * Why the ground of a decision cannot limit the access (Art. 12(4)); `undefined` if it can, or if the decision limits
 * nothing. Only the ground that the data are somebody else's (Art. 15(4)) needs no further reason.
 */
function wrongGround(state: OpenedCase, entry: ReviewEntry): Decision | undefined {
  switch (entry.do) {
    case 'release':
    case 'adopt':
    case 'reject':
    case 'not-by-rule':
      return undefined;
    case 'mask':
    case 'withhold':
    case 'mask-alike':
    case 'withhold-alike': {
      const { ground, text } = entry;
      if (ground === 'abuse') return refuse('abuse-as-a-whole');
      if (ground !== 'others-rights' && text === null) return refuse('ground-needs-a-reason');
      const problem = groundProblem(askedRights(state), 'part', { ground });
      return problem === undefined ? undefined : refuse(problem);
    }
  }
}
