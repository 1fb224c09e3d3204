import type { EventOf } from '../events.ts';
import type { UnderReview } from '../review/under-review.ts';
import type { OpenedCase } from '../state.ts';
import type { ReviewLine } from '../../review/line.ts';
import type { Waiting } from './commands.ts';
import { evolveAnswer } from './evolve.ts';

/** What the release and the delivery of an answer would record. */
export interface Delivering {
  /** What the answer leaves out. */
  readonly lines: readonly ReviewLine[];
  /** The systems with items that are left to the next answer. */
  readonly waiting: readonly Waiting[];
  /** How many records and files the package would have of each system. */
  readonly systems: EventOf<'assembled'>['systems'];
  /** For how many days the answer can be fetched. */
  readonly days: number;
  /** When it would be delivered, ISO 8601. */
  readonly at: string;
}

/**
 * The case as it would be if the answer under review were released and delivered at this moment. Letters that announce
 * the answer can be previewed with it. Nothing of this is recorded.
 */
export function asDelivered(
  state: OpenedCase<UnderReview>,
  { lines, waiting, systems, days, at }: Delivering,
): OpenedCase {
  const { round } = state.stage.search;
  const event = { at, by: { kind: 'workflow', id: 'preview' } } as const;
  // An approval of another sheet would not count together with an approval that the case already has.
  const { sheet = null } = state.stage.screening;
  const none = { sheet, preview: null, seen: 0, byRule: {} };
  const released: EventOf<'release-approved'> = {
    type: 'release-approved',
    v: 2,
    ...event,
    round,
    ...none,
    lines: [...lines],
    ...(waiting.length === 0 ? {} : { waiting: [...waiting] }),
  };
  const hash = '0'.repeat(64);
  const made = { bytes: 0, sha256: hash, manifestSha256: hash, entries: 0, systems };
  let after: OpenedCase = state;
  // An answer needs one or two releases.
  for (let given = 0; given < 2 && after.stage.kind === 'reviewing'; given += 1) after = evolveAnswer(after, released);
  if (after.stage.kind === 'released') after = evolveAnswer(after, { type: 'assembly-started', v: 1, ...event, round });
  if (after.stage.kind === 'assembling')
    after = evolveAnswer(after, { type: 'assembled', v: 1, ...event, round, ...made });
  return evolveAnswer(after, { type: 'delivered', v: 2, ...event, round, days });
}
