import { stringify } from 'csv-stringify/sync';
import { resourceOf } from '#domain/findings/annotation.ts';
import { ExactNumber, type Json } from '#domain/json.ts';
import type { Language } from '#domain/language.ts';
import type { Content } from '#domain/presentation/content.ts';
import { textOf } from '#domain/presentation/shown.ts';
import type { SystemAnswer } from '../answer.ts';
import type { Part } from '../parts.ts';
import { inert } from './inert.ts';
import { columnsOf, recordsOf, type AnswerRecord, type ResourceSurvey, type Survey } from '../records.ts';

/** Yields the records of one resource as a JSON array, with one record per line. */
export async function* jsonFile(system: SystemAnswer, survey: Survey, resource: string): AsyncGenerator<Part, void> {
  let first = true;
  for await (const record of recordsOf(system, survey)) {
    if (record.resource !== resource) continue;
    const text = `${first ? '[\n' : ',\n'}${JSON.stringify(recordJson(system.id, record))}`;
    yield { text, system: system.id, record };
    first = false;
  }
  yield first ? '[]\n' : '\n]\n';
}

/** A record as it is in the JSON file. A masked field has the text that the page shows, and not the stored value. */
export function recordJson(system: string, record: AnswerRecord) {
  return {
    id: record.id,
    ...(record.partOf === null ? {} : { partOf: record.partOf }),
    fields: Object.fromEntries(record.fields.map(({ name, content }) => [name, writtenValue(content)])),
    ...(record.documents.length === 0
      ? {}
      : {
          documents: record.documents.map(({ path, attachment, withoutPages }) => ({
            // The JSON file gives the path of the document relative to the folder of the JSON file.
            path: path.replace(`systems/${system}/`, ''),
            title: attachment.title,
            mediaType: attachment.mediaType,
            bytes: attachment.bytes,
            sha256: attachment.sha256,
            ...(withoutPages.length === 0 ? {} : { withoutPages }),
          })),
        }),
  };
}

/**
 * Yields the records of one resource as CSV (RFC 4180, UTF-8 with a byte order mark). The columns are `_id`, the fields
 * by name, and `_documents`. Lists and objects become JSON text. Spreadsheets in Swedish expect `;` between columns,
 * because the Swedish decimal sign is a comma; spreadsheets in English expect `,`.
 */
export async function* csvFile(
  system: SystemAnswer,
  survey: Survey,
  resource: string,
  found: ResourceSurvey,
  language: Language,
): AsyncGenerator<Part, void> {
  const separator = separators[language];
  const columns = columnsOf(resourceOf(system.resources, resource), found);
  yield `\ufeff${row(['_id', ...columns, '_documents'], separator)}`;
  for await (const record of recordsOf(system, survey)) {
    if (record.resource !== resource) continue;
    yield { text: recordRow(system.id, record, columns, separator), system: system.id, record };
  }
}

/** The value as the system holds it, or the text that the page shows if a part of the value is masked. */
export function writtenValue(content: Content): Json {
  switch (content.kind) {
    case 'stored':
      return content.value;
    case 'masked':
      return textOf(content.shown);
  }
}

/** A record as it is in the CSV file. A masked field has the text that the page shows, and not the stored value. */
export function recordRow(system: string, record: AnswerRecord, columns: readonly string[], separator: string): string {
  const values = new Map(record.fields.map(({ name, content }) => [name, writtenValue(content)]));
  const documents = record.documents.map(({ path }) => path.replace(`systems/${system}/`, '')).join(' ');
  return row([record.id, ...columns.map((name) => cell(values.get(name) ?? null)), documents], separator);
}

const separators: Readonly<Record<Language, string>> = { sv: ';', en: ',' };

function row(cells: readonly string[], delimiter: string): string {
  // By default the library quotes a cell with CR LF, but not a cell with a lone CR, a lone LF or a separator of another
  // format. Some programs split a cell there too, so it is quoted as well.
  return stringify([cells.map((one) => inert(wellFormed(one)))], {
    delimiter,
    record_delimiter: 'windows',
    quoted_match: /[\r\n;,\t|]/,
  });
}

function cell(value: Json): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (value instanceof ExactNumber) return value.text;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * Writes every unpaired surrogate in the text as a JSON escape, such as `\ud800`. UTF-8 cannot encode an unpaired
 * surrogate.
 */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, (surrogate) => `\\u${surrogate.charCodeAt(0).toString(16)}`);
}
