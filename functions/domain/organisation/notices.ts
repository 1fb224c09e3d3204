import type { Organisation } from './organisation.ts';

type Notice = Organisation['notices'][number];

/**
 * The privacy notices of a controller that applied on a day (YYYY-MM-DD), each in the version of that day. An audience,
 * such as applicants, can have its own notice.
 */
export function noticesAt(organisation: Organisation, controllerId: string, date: string): readonly Notice[] {
  const begun = organisation.notices.filter(
    ({ validFrom, controllers }) =>
      validFrom <= date && (controllers === undefined || controllers.includes(controllerId)),
  );
  return begun.filter((notice) =>
    begun.every(({ id, validFrom }) => id !== notice.id || validFrom <= notice.validFrom),
  );
}
