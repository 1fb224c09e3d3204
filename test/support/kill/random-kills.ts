import type { KillableSystem } from './killable-system.ts';
import { newCase, pursue, type CaseOnItsWay } from './people.ts';
import { lookAt, type Outcome } from './verdict.ts';

/** The result of one ended case, and how often the process was killed while the case was handled. */
export interface Survivor {
  readonly outcome: Outcome;
  readonly kills: number;
}

const shortest = 200;
const longest = 6_000;

/**
 * Handles one case after another on the same data folder, until the process was killed `kills` times and the last case
 * has ended. Each kill comes at a random time, 0.2 to 6 seconds after a process began to start or a case began.
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
        // After a quarter of the kills the clock continues normally. After the others it is moved forward by 25
        // seconds, so that the 20-second lease of a killed process for sending a letter has ended.
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
