import type { SystemAnswer } from './answer.ts';
import type { Survey } from './records.ts';

/** A system, and what the first reading of its records found. */
export interface SurveyedSystem {
  readonly system: SystemAnswer;
  readonly survey: Survey;
}

/** The paths and media types of the JSON file and the CSV file of one resource. */
export function dataFilesOf(system: SystemAnswer, resource: string) {
  const path = `systems/${system.id}/${resource}`;
  return [
    { path: `${path}.json`, label: 'JSON', mediaType: 'application/json' },
    { path: `${path}.csv`, label: 'CSV', mediaType: 'text/csv' },
  ] as const;
}

/** The path of the JSON Schema that explains the fields of a system. */
export function schemaPath(system: SystemAnswer): string {
  return `systems/${system.id}/schema.json`;
}
