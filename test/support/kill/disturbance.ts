import type { Instant } from './messages.ts';
import type { CaseView } from '#api/staff.ts';
import type { Life } from './killable-system.ts';

/** Kills the process of a system a known number of times while a test follows one case. */
export interface Disturbance {
  readonly kills: number;
  /** The instant at which the process that starts now is to die. `vendor`: the disturbance itself kills it. */
  readonly fate?: () => Instant | 'vendor' | undefined;
  /** Called after each reading of the case. Returns whether it has killed the process, or has told it when to die. */
  readonly look: (view: CaseView, life: Life) => Promise<boolean>;
}

/**
 * Several disturbances of one case. A process dies because of one of them: the next one acts on a later process.
 */
export function allAtOnce(disturbances: readonly Disturbance[]): {
  readonly kills: number;
  readonly fate: () => Instant | undefined;
  readonly look: (view: CaseView, life: Life) => Promise<void>;
} {
  // Whether the process that runs now is to die.
  let doomed = false;
  return {
    kills: disturbances.reduce((sum, { kills }) => sum + kills, 0),
    fate: () => {
      doomed = false;
      for (const { fate } of disturbances) {
        const instant = fate?.();
        if (instant === undefined) continue;
        doomed = true;
        return instant === 'vendor' ? undefined : instant;
      }
      return undefined;
    },
    look: async (view, life) => {
      for (const disturbance of disturbances) {
        if (doomed || !life.alive()) return;
        doomed = await disturbance.look(view, life);
      }
    },
  };
}
