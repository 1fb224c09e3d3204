import { ExactNumber, type Json, type JsonObject } from '#domain/json.ts';
import type { Written } from '#domain/findings/annotation.ts';
import type { Language } from '#domain/language.ts';
import { readHtml } from '#domain/mail/html/html-text.ts';
import { dateWords, instantWords, wordsFor } from '../answer-words.ts';
import { Html, html } from './html.ts';
import { kindOfHtml } from './html-source.ts';
import { isEmpty } from '../records.ts';

export interface Reader {
  readonly language: Language;
  readonly timeZone: string;
}

/**
 * Shows a value to a person. Booleans, codes and dates become words. HTML becomes its text. Lists and objects become
 * HTML lists.
 *
 * `written` says what the texts of the field are: HTML, `true` or `false`, or codes with a meaning. The data files keep
 * the value as the system sent it.
 */
export function valueHtml(value: Json, reader: Reader, written?: Written): Html {
  return nestedHtml(value, reader, written, 0);
}

function nestedHtml(value: Json, reader: Reader, written: Written | undefined, depth: number): Html {
  if (value === null) return html`–`;
  if (typeof value === 'boolean') return html`${wordsFor(reader.language)[value ? 'yes' : 'no']}`;
  if (typeof value === 'number' || value instanceof ExactNumber) return html`${String(value)}`;
  if (typeof value === 'string') return writtenHtml(value, reader, written);
  // Deeper values are shown as JSON, because a page with deeper lists would be hard to read.
  if (depth >= 4) return html`<code>${JSON.stringify(value)}</code>`;
  if (isList(value))
    return html`<ul>
      ${value.map((item) => html`<li>${nestedHtml(item, reader, written, depth + 1)}</li>`)}
    </ul>`;
  const filled = Object.entries(value).filter(([, item]) => !isEmpty(item));
  return html`<dl>
    ${filled.map(
      ([name, item]) =>
        html`<dt><bdi>${name}</bdi></dt>
          <dd>${nestedHtml(item, reader, undefined, depth + 1)}</dd>`,
    )}
  </dl>`;
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}

function writtenHtml(text: string, reader: Reader, written: Written | undefined): Html {
  if (written === undefined) return textHtml(text, reader);
  switch (written.as) {
    case 'html': {
      // `whole` also has the words that a browser would hide.
      const words = readHtml(text).whole.trim();
      const kind = kindOfHtml(text, words);
      if (words === '' || kind === 'plain') return textHtml(text, reader);
      const shown = html`<bdi class="words">${words}</bdi>`;
      if (kind === 'shaped') return shown;
      return html`${shown}
        <details>
          <summary>${wordsFor(reader.language).asHeld}</summary>
          <bdi class="words">${text}</bdi>
        </details>`;
    }
    case 'yes-no': {
      const words = wordsFor(reader.language);
      const said = new Map([
        ['true', words.yes],
        ['false', words.no],
      ]).get(text.toLowerCase());
      return said === undefined ? textHtml(text, reader) : html`${said}`;
    }
    case 'codes': {
      const meaning = Object.hasOwn(written.meanings, text) ? written.meanings[text] : undefined;
      return meaning === undefined ? textHtml(text, reader) : html`${meaning[reader.language]}`;
    }
  }
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

/**
 * `instant`: the text is an ISO 8601 instant with an offset. `date`: it is a date that exists in the calendar.
 * Otherwise `undefined`.
 */
function timeIn(text: string): 'instant' | 'date' | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/.exec(text);
  if (match === null || Number.isNaN(Date.parse(text))) return undefined;
  const [, date = '', time] = match;
  // `Date` accepts 31 February and makes it a day in March.
  if (new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) !== date) return undefined;
  return time === undefined ? 'date' : 'instant';
}
