import type { CaseLog } from '#store/case-log.ts';

/**
 * A log that reads the commits of each case once and remembers them for one request. `readAgain` reads them anew, and
 * so does a read after another process has written a commit. A commit that this request appends is added to the
 * remembered texts, so that `loadCase` folds only the new text.
 */
export function rememberedLog(log: CaseLog): CaseLog {
  const known = new Map<string, Promise<string[]>>();
  const read = async (caseId: string): Promise<string[]> => {
    const reading = log.read(caseId).then((texts) => [...texts]);
    known.set(caseId, reading);
    // After a failed read the next caller reads again.
    reading.catch(() => known.delete(caseId));
    return await reading;
  };
  return {
    read: async (caseId) => await (known.get(caseId) ?? read(caseId)),
    readAgain: async (caseId) => await read(caseId),
    async append(caseId, commit) {
      const written = await log.append(caseId, commit);
      const texts = await known.get(caseId);
      if (written === 'written' && texts?.length === commit.seq - 1) texts.push(commit.text);
      else known.delete(caseId);
      return written;
    },
  };
}
