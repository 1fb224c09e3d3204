import type { Organisation } from './organisation.ts';

type Notice = Organisation['notices'][number];

/**
 * The privacy notices of a controller that applied on a day (YYYY-MM-DD): of each notice its latest version by then.
 * Where one audience is informed separately, as applicants are, there are several.
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
