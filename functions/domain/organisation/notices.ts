import type { Organisation } from './organisation.ts';

type Notice = Organisation['notices'][number];

/**
 * The privacy notices of a controller that applied on a day (YYYY-MM-DD): the latest version of each notice by then.
 * There are several if an audience, such as applicants, has a notice of its own.
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
