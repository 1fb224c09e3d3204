import type { Field, Written } from '../findings/annotation.ts';
import { ExactNumber, type Json, type JsonObject } from '../json.ts';
import { readHtml } from '../mail/html/html-text.ts';
import { isEmpty } from './empty.ts';
import { dateWords, instantWords } from './formats.ts';
import { hasMarkup, saysMore } from './html-source.ts';
import type { Reader, Shown, ShownText } from './shown.ts';
import { visible } from './visible.ts';
import { presentationWords } from './words.ts';

/**
 * Shows a value as a person reads it. Booleans, codes and dates become words, and HTML becomes its text. Names without
 * a value are left out.
 *
 * `field` is the annotation of the field that holds the value: it says whether its texts are HTML, `true` or `false`,
 * or codes with a meaning.
 */
export function present(value: Json, field: Field | undefined, reader: Reader): Shown {
  return presentNested(value, field?.written, reader, 0);
}

function presentNested(value: Json, written: Written | undefined, reader: Reader, depth: number): Shown {
  if (value === null) return ours('–');
  if (typeof value === 'boolean') return ours(presentationWords[reader.language][value ? 'yes' : 'no']);
  if (typeof value === 'number' || value instanceof ExactNumber) return ours(String(value));
  if (typeof value === 'string') return presentText(value, written, reader);
  // Deeper values are shown as JSON, because deeper lists would be hard to read.
  if (depth >= 4) return { kind: 'text', text: visible(JSON.stringify(value)), form: 'json' };
  if (isList(value))
    return { kind: 'list', items: value.map((item) => presentNested(item, written, reader, depth + 1)) };
  const filled = Object.entries(value).filter(([, item]) => !isEmpty(item));
  return {
    kind: 'entries',
    entries: filled.map(([name, item]) => ({
      name: visible(name),
      shown: presentNested(item, undefined, reader, depth + 1),
    })),
  };
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}

function presentText(text: string, written: Written | undefined, reader: Reader): Shown {
  if (written === undefined) return plain(text, reader);
  switch (written.as) {
    case 'html':
      return presentHtml(text, reader);
    case 'yes-no': {
      const words = presentationWords[reader.language];
      const said = new Map([
        ['true', words.yes],
        ['false', words.no],
      ]).get(text.toLowerCase());
      return said === undefined ? plain(text, reader) : ours(said);
    }
    case 'codes': {
      const meaning = Object.hasOwn(written.meanings, text) ? written.meanings[text] : undefined;
      return meaning === undefined ? plain(text, reader) : ours(meaning[reader.language]);
    }
  }
}

function presentHtml(text: string, reader: Reader): Shown {
  if (!hasMarkup(text)) return plain(text, reader);
  // `whole` also has the words that a browser would hide.
  const words = readHtml(text).whole.trim();
  if (words === '') return plain(text, reader);
  if (!saysMore(text, words)) return { kind: 'html', words: visible(words) };
  return {
    kind: 'html',
    words: visible(words),
    source: { heading: presentationWords[reader.language].asHeld, text: visible(text) },
  };
}

function plain(text: string, reader: Reader): ShownText {
  switch (timeIn(text)) {
    case 'instant':
      return { ...ours(instantWords(text, reader.language, reader.timeZone)), time: text };
    case 'date':
      return { ...ours(dateWords(text, reader.language)), time: text };
    case undefined:
      return { kind: 'text', text: visible(text), form: 'held' };
  }
}

function ours(text: string): ShownText {
  return { kind: 'text', text, form: 'ours' };
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
