// Does in a test what the stream of the case table does: it settles a case after its commits.
import type { Settling } from '#casework/commit/casework.ts';
import { settle } from '#casework/commit/settle.ts';
import type { CaseLog } from '#store/case-log.ts';

/** The log that is under each log that `follow` has made. */
const followed = new WeakMap<CaseLog, CaseLog>();

export interface Followed {
  /** The same case work. Each commit through it is remembered until `settleOwed` is called. */
  readonly casework: Settling;
  /**
   * Settles the cases of the remembered commits, each at the time of its commit, until no commit follows. If a settling
   * throws, the next call settles that case.
   */
  settleOwed(): Promise<void>;
}

/** The maximum number of settlings, more than the commits of any test can cause. */
const most = 500;

export function follow(casework: Settling): Followed {
  const owing = new Map<string, string>();
  const log: CaseLog = {
    ...casework.log,
    async append(caseId, commit, owedAt) {
      const written = await casework.log.append(caseId, commit, owedAt);
      if (written === 'written') owing.set(caseId, owedAt);
      return written;
    },
  };
  followed.set(log, casework.log);
  const following = { ...casework, log };
  const settleAll = async (): Promise<void> => {
    let settlings = 0;
    for (const [caseId, at] of owing) {
      settlings += 1;
      if (settlings > most) throw new Error('the cases do not come to rest: each settling causes another commit');
      owing.delete(caseId);
      try {
        await settle(following, caseId, at);
      } catch (error) {
        owing.set(caseId, at);
        throw error;
      }
    }
  };
  // If two callers wait at the same time, both wait until everything is settled.
  let last = Promise.resolve();
  return {
    casework: following,
    settleOwed: async () => await (last = last.catch(() => undefined).then(settleAll)),
  };
}

/** The log of a process whose commits are not reported by a stream. */
export function unfollowed(log: CaseLog): CaseLog {
  return followed.get(log) ?? log;
}
