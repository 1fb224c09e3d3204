import type { CaseView } from '#api/staff.ts';

/** `case.json`: the case without anything that says who it is about. */
export function caseFile(view: CaseView): object {
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
  } = view;
  return {
    reference,
    status,
    controller,
    rights,
    receivedAt,
    due,
    extendedDue,
    unsuspendedDue,
    systems: view.systems.map(({ id, outcome, records, files, startedAt, endedAt }) => ({
      id,
      outcome,
      records,
      files,
      startedAt,
      endedAt,
    })),
    timeline,
    letters,
    grants,
  };
}
