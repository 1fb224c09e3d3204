import type { SystemAnswer } from './answer.ts';
import type { Survey } from './records.ts';

/** A system with what a first look at its records told. */
export interface SurveyedSystem {
  readonly system: SystemAnswer;
  readonly survey: Survey;
}

/** The files that hold the records of one resource. */
export function dataFilesOf(system: SystemAnswer, resource: string) {
  const path = `systems/${system.id}/${resource}`;
  return [
    { path: `${path}.json`, label: 'JSON', mediaType: 'application/json' },
    { path: `${path}.csv`, label: 'CSV', mediaType: 'text/csv' },
  ] as const;
}

/** Where the explanation of a system's fields stands. */
export function schemaPath(system: SystemAnswer): string {
  return `systems/${system.id}/schema.json`;
}
