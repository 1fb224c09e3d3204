import type { CaseLog } from '#store/case-log.ts';

/**
 * A case log that reads the commits of each case once and remembers them while one HTTP request is handled. `readAgain`
 * always reads from DynamoDB. If another process has written a commit first, the next `read` does too. A commit that
 * this request appends is added to the remembered texts.
 */
export function rememberedLog(log: CaseLog): CaseLog {
  const known = new Map<string, Promise<string[]>>();
  const read = async (caseId: string): Promise<string[]> => {
    const reading = log.read(caseId).then((texts) => [...texts]);
    known.set(caseId, reading);
    // If the read fails, the failed promise is forgotten, so that the next call reads again.
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
