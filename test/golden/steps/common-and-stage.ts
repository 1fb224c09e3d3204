// Before: all fields of a case were on one level. Now: what is known of every case is in `common`, and the rest in
// `stage`.

import * as z from 'zod';

/** The fields of the search, which exist once it is known; a closed case has only the results of its systems. */
const ofSearch = ['identity', 'level', 'plan', 'round', 'systems', 'learned', 'proven', 'wave'];
const ofScreening = ['snapshot', 'screened', 'approvals'];
const ofOneStage = ['cutOff', 'startedAt', 'assembled', 'closedAt', 'ending'];

const fieldsSchema = z.record(z.string(), z.unknown());
const stateSchema = z.looseObject({ status: z.string() });

/** A recorded state as `{common, stage}`. */
export function commonAndStage(recorded: unknown): unknown {
  const { status, resume, ...fields } = stateSchema.parse(recorded);
  const closed = status === 'closed';
  const search = closed ? {} : only(fields, ofSearch);
  const screening = only(fields, ofScreening);
  const placed = [...ofSearch, ...ofScreening, ...ofOneStage];
  const common = Object.fromEntries(Object.entries(fields).filter(([name]) => !placed.includes(name)));
  return {
    common,
    stage: {
      kind: status,
      ...only(fields, ofOneStage),
      ...(Object.keys(search).length > 0 ? { search } : {}),
      ...(Object.keys(screening).length > 0 ? { screening } : {}),
      ...(closed ? { systems: fields['systems'], resume: resumed(common, resume) } : {}),
    },
  };
}

/**
 * The stage to which a closed case would return. It also contained a copy of what was known of the case when it was
 * closed. The copy is dropped, because the case itself still has all of it.
 */
function resumed(common: Readonly<Record<string, unknown>>, resume: unknown): unknown {
  if (resume === null) return null;
  const then = z.object({ common: fieldsSchema, stage: z.unknown() }).parse(commonAndStage(resume));
  const gone = Object.entries(then.common).filter(([name, value]) => !goesOn(value, common[name]));
  if (gone.length > 0) throw new Error(`the case does not say any more: ${gone.map(([name]) => name).join(', ')}`);
  return then.stage;
}

/** Whether a value is a later version of another: a list or a table that has lost nothing. */
function goesOn(then: unknown, now: unknown): boolean {
  if (Array.isArray(then)) return Array.isArray(now) && now.length >= then.length;
  if (typeof then === 'object' && then !== null)
    return typeof now === 'object' && now !== null && Object.keys(then).every((key) => key in now);
  return typeof now === typeof then;
}

function only(fields: Readonly<Record<string, unknown>>, names: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
}
