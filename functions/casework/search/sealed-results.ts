import * as z from 'zod';
import { searchIn, type Common, type OpenedCase, type Search, type SearchedSystem } from '#domain/case/state.ts';
import { suffices, type Level } from '#domain/case/vocabulary.ts';
import { partsOf } from '#letters/kept-words.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { writtenEntry } from '#domain/findings/manual.ts';

/** What the handlers of a system answered. The log says only `answered`. */
const sealedResultSchema = z.object({
  answer: z.strictObject({
    result: z.enum(['found', 'nothing-held', 'withheld']),
    records: z.number().int().nonnegative(),
    files: z.number().int().nonnegative(),
    ground: z.string().optional(),
    /** The number of the stored page with the entries; absent if there are none. */
    page: z.number().int().positive().optional(),
  }),
});
export type SealedResult = z.infer<typeof sealedResultSchema>['answer'];

/**
 * A system with the results that its handlers answered, in place of the sealed results (`answered`). A result stays
 * sealed if the person has not proved their identity strongly enough for the system, or if its text has been erased.
 */
export function unsealed(
  system: SearchedSystem,
  { sealed }: Pick<Common, 'sealed'>,
  profile: SubjectProfile | undefined,
  level: Level,
): SearchedSystem {
  if (profile === undefined || !suffices(level, system.level)) return system;
  return {
    ...system,
    replies: system.replies.map((reply) => {
      if (reply.result !== 'answered') return reply;
      const text = sealed.findLast((one) => one.system === system.id && one.at === reply.at)?.text ?? null;
      const answer = partsOf(sealedResultSchema, profile, text)?.answer;
      if (answer === undefined) return reply;
      const { result, records, files, ground, page } = answer;
      return {
        ...reply,
        result,
        records,
        files,
        resources: records === 0 ? [] : [{ resource: writtenEntry, records, files }],
        ...(ground === undefined ? {} : { ground }),
        ...(page === undefined ? {} : { page }),
      };
    }),
  };
}

/** The case with the results that the handlers of systems answered, for a letter that only the person reads. */
export function unsealedCase({ common, stage }: OpenedCase, profile: SubjectProfile): OpenedCase {
  const open = (search: Search): Search => ({
    ...search,
    systems: search.systems.map((system) => unsealed(system, common, profile, search.level)),
  });
  switch (stage.kind) {
    case 'gathering':
      return { common, stage: { ...stage, search: open(stage.search) } };
    case 'reviewing':
      return { common, stage: { ...stage, search: open(stage.search) } };
    case 'released':
      return { common, stage: { ...stage, search: open(stage.search) } };
    case 'assembling':
      return { common, stage: { ...stage, search: open(stage.search) } };
    case 'assembled':
      return { common, stage: { ...stage, search: open(stage.search) } };
    case 'delivered':
      return { common, stage: { ...stage, search: open(stage.search) } };
    case 'closed': {
      const level = (stage.resume === null ? undefined : searchIn(stage.resume))?.level ?? 'contact-point';
      return {
        common,
        stage: { ...stage, systems: stage.systems.map((system) => unsealed(system, common, profile, level)) },
      };
    }
    case 'held':
    case 'identifying':
    case 'planning':
    case 'approving-search':
    case 'refused':
      return { common, stage };
  }
}

/** The systems whose result is sealed. */
export function sealedSystems(systems: readonly SearchedSystem[]): ReadonlySet<string> {
  return new Set(
    systems.flatMap(({ id, replies }) => (replies.some(({ result }) => result === 'answered') ? [id] : [])),
  );
}
