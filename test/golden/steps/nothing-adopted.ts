// Staff could not adopt records, so no recorded state has a wave that searches only some systems.

import * as z from 'zod';

const searchSchema = z.looseObject({ wave: z.number() });
const stageSchema = z.looseObject({
  search: z.looseObject({}).optional(),
  screening: z.looseObject({ snapshot: searchSchema }).optional(),
  resume: z.looseObject({}).nullish(),
});
const stateSchema = z.looseObject({ stage: z.unknown() });

/** A recorded state without any wave for adopted records. */
export function nothingAdopted(recorded: unknown): unknown {
  const { stage, ...state } = stateSchema.parse(recorded);
  return { ...state, stage: withoutAdoptions(stage) };
}

function withoutAdoptions(stage: unknown): unknown {
  const { search, screening, resume, ...rest } = stageSchema.parse(stage);
  const searched = searchSchema.safeParse(search);
  return {
    ...rest,
    ...(search === undefined ? {} : { search: searched.success ? { ...searched.data, adoptions: [] } : search }),
    ...(screening === undefined
      ? {}
      : { screening: { ...screening, snapshot: { ...screening.snapshot, adoptions: [] } } }),
    ...(resume === undefined ? {} : { resume: resume === null ? null : withoutAdoptions(resume) }),
  };
}
