import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../commit/casework.ts';

/**
 * Reads with one call whether a request is stored, the first cases of its topics, and what is counted under the limits.
 * The returned case work uses what was read, and reads anew only what another process has changed since.
 */
export async function lookOnce(
  casework: Casework,
  caseId: string,
  topics: readonly string[],
  limitKeys: readonly string[],
): Promise<{ readonly casework: Casework; readonly profile: SubjectProfile | undefined }> {
  const { attached, limits } = casework;
  const { profile, firsts: stored, taken: counted } = await casework.firstLook.look(caseId, topics, limitKeys);
  const firsts = new Map(topics.map((topic) => [topic, stored.get(topic)]));
  const taken = new Map(counted);
  return {
    profile,
    casework: {
      ...casework,
      attached: {
        ...attached,
        look: async (topic) => (firsts.has(topic) ? firsts.get(topic) : await attached.look(topic)),
        async stand(topic, ...input) {
          const first = await attached.stand(topic, ...input);
          firsts.set(topic, first);
          return first;
        },
      },
      limits: {
        ...limits,
        async take(key, allowance, now) {
          const seen = taken.get(key);
          taken.delete(key);
          return await limits.take(key, allowance, now, seen);
        },
      },
    },
  };
}
