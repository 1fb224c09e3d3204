import { events, outOfOrder, type Decision, type Given, type RefusedCommand } from '../decision.ts';
import type { EventOf } from '../events.ts';
import { refuse } from '../refusals/refuse.ts';
import type { Common, OpenedCase, Search } from '../state.ts';
import type { DecidedIdentifier } from './commands.ts';
import { acceptRefusedBy, isOfSomebodyElse } from './learned-rules.ts';
import { stillCounting, type WithdrawnIdentifier } from './withdrawn.ts';

/** What staff decide, in one commit: each of the identifiers is the person's (`accept`), or none of them is. */
interface Decided {
  readonly identifiers: readonly DecidedIdentifier[];
  readonly accept: boolean;
  /** The other identifiers that a rejection withdraws. */
  readonly withdrawn: readonly WithdrawnIdentifier[];
}

/**
 * Decides whether learned identifiers are the person's. Until the answer is released, each decision can be changed: an
 * accepted identifier can be rejected, and a rejected one accepted. If an answer is under review, the case goes back to
 * gathering: accepted identifiers are searched for, and the answer is screened and reviewed again.
 *
 * All identifiers are decided, or none. If the decision is not possible for some of them, the refusal has their places
 * in the list.
 */
export function decideIdentifiers(
  state: OpenedCase,
  { identifiers, accept, withdrawn }: Decided,
  stamp: Given<unknown>['second'],
): Decision {
  const { common, stage } = state;
  if (stage.kind !== 'gathering' && stage.kind !== 'reviewing') return outOfOrder(state);
  const decided: EventOf<'identifier-decided'>[] = [];
  const refused: { readonly place: number; readonly by: Refusal }[] = [];
  let { search } = stage;
  for (const [index, { identifier: hash, besides = [] }] of identifiers.entries()) {
    const by = against(common, search, { hash, besides, accept });
    if (by !== undefined) refused.push({ place: index + 1, by });
    search = asDecided(search, hash, accept);
    for (const { identifier } of stage.search.learned)
      if (identifier.hash === hash)
        decided.push({ type: 'identifier-decided', ...stamp, identifier, accepted: accept });
  }
  const [one] = refused;
  if (one !== undefined)
    return identifiers.length === 1
      ? one.by
      : refuse('identifiers-not-decided', { places: refused.map(({ place }) => place).join(', ') });
  const [last] = decided.splice(-1);
  return last === undefined ? events() : events(...decided, { ...last, ...stillCounting(search, withdrawn) });
}

type Refusal = RefusedCommand;

/** Why the decision on an identifier is not possible; `undefined` if it is. */
function against(
  common: Common,
  search: Search,
  { hash, besides, accept }: { readonly hash: string; readonly besides: readonly string[]; readonly accept: boolean },
): Refusal | undefined {
  const learned = search.learned.find(({ identifier }) => identifier.hash === hash);
  if (learned === undefined) return refuse('identifier-not-learned');
  if (learned.decision?.accepted === accept) return refuse('identifier-decided');
  if (!accept) return undefined;
  const rule = acceptRefusedBy(learned, common);
  if (rule !== null) return refuse(rule);
  return isOfSomebodyElse(search, learned, besides) ? refuse('another-personnummer') : undefined;
}

/** The search after the decision on one identifier. The decisions on the next identifiers are checked against it. */
function asDecided(search: Search, hash: string, accept: boolean): Search {
  const decision = accept ? ({ accepted: true, wave: search.wave } as const) : ({ accepted: false } as const);
  return {
    ...search,
    learned: search.learned.map((one) => (one.identifier.hash === hash ? { ...one, decision } : one)),
  };
}
