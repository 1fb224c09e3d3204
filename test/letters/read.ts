import type { Language } from '#domain/language.ts';
import { readDemoOrganisation } from '#infra/local/demo/organisation.ts';
import { samplesOf } from '#letters/letters.ts';
import { writtenOn } from '#infra/local/cli/letter-sample-day.ts';
import { type LetterName, letterNames } from '#domain/case/letters/letters.ts';
import type { LetterFrame } from '#letters/letter.ts';
import type { LetterContent } from '#letters/letters.ts';
import { renderLetter } from '#letters/render.ts';

const [first] = readDemoOrganisation().organisation.controllers;
if (first === undefined) throw new Error('the demo organisation has no controller');
export const controller = first;
export const reference = '0abc-1def-2ghj-3kmn';

export const frameIn = (language: Language, change: Partial<LetterFrame> = {}): LetterFrame => ({
  language,
  controller,
  reference,
  matter: 'request',
  rights: ['access'],
  receivedDate: '2026-11-20',
  today: '2026-11-23',
  ...change,
});

/** Every letter in every situation and both languages. */
export const everyLetter = (['sv', 'en'] as const).flatMap((language) => {
  return letterNames.flatMap((kind) =>
    samplesOf(kind, language).map((content: LetterContent, index) => ({ language, kind, content, index: index + 1 })),
  );
});

/** The text of a sample. The first situation is 1. */
export async function textOf(
  kind: LetterName,
  language: Language,
  situation = 1,
  change: Partial<LetterFrame> = {},
): Promise<string> {
  const content = samplesOf(kind, language)[situation - 1];
  if (content === undefined) throw new Error('there is no such sample');
  return (await renderLetter(content, frameIn(language, { today: writtenOn(kind), ...change }))).text;
}

const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' } as const;
const unescape = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity as keyof typeof entities]);
export const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The words that a reader sees, and the targets of the links. */
export function seenIn(html: string): {
  readonly words: string;
  readonly links: readonly { readonly address: string; readonly words: string }[];
} {
  const body = html.slice(html.indexOf('<body'));
  const links = [...body.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(([, address = '', words = '']) => ({
    address: unescape(address),
    words: unescape(words),
  }));
  return {
    words: flat(unescape(body.replaceAll(/<\/(?:p|li|h2|ul|div)>|<br \/>/g, ' ').replaceAll(/<[^>]*>/g, ''))),
    links,
  };
}

const empty: ReadonlySet<string> = new Set(['meta', 'br', 'hr']);

/**
 * What is wrong with the nesting of the tags, or `undefined` if every element that is opened is closed, in the right
 * order.
 */
export function faultIn(html: string): string | undefined {
  const open: string[] = [];
  const rest = html.replace(/^<!doctype html>/, '');
  for (const [tag, closing, name = '', attributes = ''] of rest.matchAll(/<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>/g)) {
    if (closing === '/') {
      if (open.pop() !== name) return `${tag} closes something else`;
    } else {
      if (!/^(?:\s+[a-z-]+="[^"]*")*\s*\/?$/.test(attributes)) return `the attributes of ${tag}`;
      if (!empty.has(name)) open.push(name);
    }
  }
  const outside = rest.replaceAll(/<\/?[a-z][^<>]*>/g, '');
  if (/[<>]/.test(outside)) return 'a stray angle bracket';
  if (/&(?!(?:lt|gt|quot|#39|amp);)/.test(outside)) return 'a stray ampersand';
  return open.length === 0 ? undefined : `${open.join(', ')} not closed`;
}
