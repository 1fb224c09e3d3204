import type { Snapshot } from '#domain/case/log/snapshot.ts';
import type { CaseLog, OwedCommit, StoredLog } from '#store/case-log.ts';

/** The remembered log of a case. */
interface Known {
  readonly snapshot?: Snapshot;
  readonly texts: string[];
  readonly owed: OwedCommit[];
}

/**
 * A case log that reads each case once and remembers it while one request, or one case of `reconcile`, is handled.
 * `loadAgain` always reads from DynamoDB. If `append` fails because another process has committed first, the next read
 * is from DynamoDB too. A commit that is appended through this log is added to the remembered texts. `read` needs all
 * commits: if only those after a snapshot are remembered, it reads the log again.
 */
export function rememberedLog(log: CaseLog): CaseLog {
  const known = new Map<string, Promise<Known>>();
  const keep = async (caseId: string, read: Promise<StoredLog>): Promise<Known> => {
    const reading = read.then((stored) => ({ ...stored, texts: [...stored.texts], owed: [...stored.owed] }));
    known.set(caseId, reading);
    // If the read fails, the failed promise is forgotten, so that the next call reads again.
    reading.catch(() => known.delete(caseId));
    return await reading;
  };
  const load = async (caseId: string): Promise<Known> => await (known.get(caseId) ?? keep(caseId, log.load(caseId)));
  const loadWhole = async (caseId: string): Promise<Known> => await keep(caseId, log.loadWhole(caseId));
  return {
    async read(caseId) {
      const remembered = await (known.get(caseId) ?? loadWhole(caseId));
      return (remembered.snapshot === undefined ? remembered : await loadWhole(caseId)).texts;
    },
    load,
    loadAgain: async (caseId) => await keep(caseId, log.loadAgain(caseId)),
    loadWhole,
    begins: async (caseId) => void known.set(caseId, Promise.resolve({ texts: [], owed: [] })),
    async append(caseId, commit, owedAt) {
      const written = await log.append(caseId, commit, owedAt);
      const remembered = await known.get(caseId);
      const last = remembered === undefined ? undefined : (remembered.snapshot?.seq ?? 1) + remembered.texts.length - 1;
      if (written === 'written' && remembered !== undefined && last === commit.seq - 1) {
        remembered.texts.push(commit.text);
        remembered.owed.push({ seq: commit.seq, at: owedAt, tries: 0 });
      } else known.delete(caseId);
      return written;
    },
    keepSnapshot: log.keepSnapshot,
    eraseSnapshot: log.eraseSnapshot,
  };
}
