import type { KillableSystem } from './killable-system.ts';
import { newCase, pursue, type CaseOnItsWay } from './people.ts';
import { lookAt, type Outcome } from './verdict.ts';

/** One case that has ended, with the number of kills while it was handled. */
export interface Survivor {
  readonly outcome: Outcome;
  readonly kills: number;
}

const shortest = 200;
const longest = 6_000;

/**
 * Handles one case after another on the same data folder. During these cases it kills the process `kills` times in all.
 * Each kill comes at a random time, 0.2 to 6 seconds after a process began to start or a case began. After the last
 * kill the last case is handled to its end.
 */
export async function killAtRandom(
  system: KillableSystem,
  request: object,
  kills: number,
  random: () => number,
): Promise<readonly Survivor[]> {
  const survivors: Survivor[] = [];
  const references: string[] = [];
  let done = 0;
  let timer: NodeJS.Timeout | undefined;
  let one: CaseOnItsWay | undefined;

  function killLater(): void {
    clearTimeout(timer);
    if (done >= kills || one === undefined || one.ended) return;
    timer = setTimeout(
      () => {
        if (one === undefined || one.ended || done >= kills) return;
        done += 1;
        // After some kills the process starts again immediately. After the others the local clock first moves past the
        // end of a lease for sending a letter.
        system.downtime = random() < 0.25 ? 0 : 25_000;
        void system.kill();
      },
      shortest + random() * (longest - shortest),
    );
  }
  system.onBirth = killLater;
  try {
    do {
      const before = system.kills.length;
      one = newCase(request);
      killLater();
      await pursue(system, one);
      clearTimeout(timer);
      references.push(one.reference ?? '');
      survivors.push({
        outcome: await lookAt(system, await system.life(), one, references),
        kills: system.kills.length - before,
      });
    } while (done < kills);
    return survivors;
  } finally {
    clearTimeout(timer);
    system.onBirth = () => undefined;
  }
}
