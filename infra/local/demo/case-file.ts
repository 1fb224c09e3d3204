import * as z from 'zod';
import { caseViewSchema, type CaseView } from '#api/staff.ts';

const {
  reference,
  status,
  controller,
  rights,
  receivedAt,
  due,
  extendedDue,
  unsuspendedDue,
  timeline,
  letters,
  grants,
} = caseViewSchema.shape;

const system = caseViewSchema.shape.systems.element.pick({
  id: true,
  outcome: true,
  records: true,
  files: true,
  startedAt: true,
  endedAt: true,
});

/** The schema of `case.json`: the data of a case that do not identify the person. */
export const caseFileSchema = z.strictObject({
  reference,
  status,
  controller,
  rights,
  receivedAt,
  due,
  extendedDue,
  unsuspendedDue,
  systems: z.array(system),
  timeline,
  letters,
  grants,
});

/** Makes the content of `case.json` from a case. */
export function caseFile(view: CaseView): z.infer<typeof caseFileSchema> {
  return z.object({ ...caseFileSchema.shape, systems: z.array(z.object(system.shape)) }).parse(view);
}
