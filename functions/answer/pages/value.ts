import { ExactNumber, type Json, type JsonObject } from '#domain/json.ts';
import type { Language } from '#domain/language.ts';
import { dateWords, instantWords, wordsFor } from '../words.ts';
import { Html, html } from './html.ts';
import { isEmpty } from '../records.ts';

export interface Reader {
  readonly language: Language;
  readonly timeZone: string;
}

/** A value as a person reads it: words for yes and no, dates in words, lists and groups as such. */
export function valueHtml(value: Json, reader: Reader, depth = 0): Html {
  if (value === null) return html`–`;
  if (typeof value === 'boolean') return html`${wordsFor(reader.language)[value ? 'yes' : 'no']}`;
  if (typeof value === 'number' || value instanceof ExactNumber) return html`${String(value)}`;
  if (typeof value === 'string') return textHtml(value, reader);
  // Nobody reads deeper than this, and a page must not nest without end.
  if (depth >= 4) return html`<code>${JSON.stringify(value)}</code>`;
  if (isList(value))
    return html`<ul>
      ${value.map((item) => html`<li>${valueHtml(item, reader, depth + 1)}</li>`)}
    </ul>`;
  const filled = Object.entries(value).filter(([, item]) => !isEmpty(item));
  return html`<dl>
    ${filled.map(
      ([name, item]) =>
        html`<dt><bdi>${name}</bdi></dt>
          <dd>${valueHtml(item, reader, depth + 1)}</dd>`,
    )}
  </dl>`;
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}

function textHtml(text: string, reader: Reader): Html {
  const kind = timeIn(text);
  switch (kind) {
    case 'instant':
      return html`<time datetime="${text}">${instantWords(text, reader.language, reader.timeZone)}</time>`;
    case 'date':
      return html`<time datetime="${text}">${dateWords(text, reader.language)}</time>`;
    case undefined:
      return html`<bdi>${text}</bdi>`;
  }
}

/** Whether the text is an ISO 8601 instant or date that exists; an instant without a zone is no instant. */
function timeIn(text: string): 'instant' | 'date' | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/.exec(text);
  if (match === null || Number.isNaN(Date.parse(text))) return undefined;
  const [, date = '', time] = match;
  // `Date` moves 31 February to March.
  if (new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) !== date) return undefined;
  return time === undefined ? 'date' : 'instant';
}
