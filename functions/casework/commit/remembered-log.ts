import type { CaseLog, OwedCommit } from '#store/case-log.ts';

/** The remembered log of a case: the texts of its commits, and the commits that have the key `owedAt`. */
interface Known {
  readonly texts: string[];
  readonly owed: OwedCommit[];
}

/**
 * A case log that reads the commits of each case once and remembers them while one request, or one case of `reconcile`,
 * is handled. `readAgain` always reads from DynamoDB. If another process has written a commit first, the next `read`
 * does too. A commit that is appended through this log is added to the remembered texts.
 */
export function rememberedLog(log: CaseLog): CaseLog {
  const known = new Map<string, Promise<Known>>();
  const readAnew = async (caseId: string): Promise<Known> => {
    const reading = log.readStored(caseId).then(({ texts, owed }) => ({ texts: [...texts], owed: [...owed] }));
    known.set(caseId, reading);
    // If the read fails, the failed promise is forgotten, so that the next call reads again.
    reading.catch(() => known.delete(caseId));
    return await reading;
  };
  const read = async (caseId: string): Promise<Known> => await (known.get(caseId) ?? readAnew(caseId));
  return {
    read: async (caseId) => (await read(caseId)).texts,
    readAgain: async (caseId) => (await readAnew(caseId)).texts,
    readStored: readAnew,
    owed: async (caseId) => [...(await read(caseId)).owed],
    async append(caseId, commit, owedAt) {
      const written = await log.append(caseId, commit, owedAt);
      const remembered = await known.get(caseId);
      if (written === 'written' && remembered?.texts.length === commit.seq - 1) {
        remembered.texts.push(commit.text);
        remembered.owed.push({ seq: commit.seq, at: owedAt, tries: 0 });
      } else known.delete(caseId);
      return written;
    },
  };
}
