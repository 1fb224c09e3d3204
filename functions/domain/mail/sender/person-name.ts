import { closings } from '../words/own-words.ts';

/** The names that a mail gives its writer; each may be missing. */
export interface WriterNames {
  /** The display name of the From field. */
  readonly shown: string | undefined;
  /** The name in the writer's own words: after "jag heter ...", or below the closing phrase. */
  readonly stated: string | undefined;
}

/** How two names compare. `unclear`: both may be names of one person, as after a marriage. */
export type SameName = 'same' | 'unclear' | 'different';

/**
 * Finds the names that a mail gives its writer. `shown` is the display name as written, and `words` are the writer's
 * own words.
 */
export function writerNames(shown: string, words: string): WriterNames {
  return { shown: personIn(shown), stated: statedIn(words) };
}

/**
 * How the writer of a mail compares with a person's known names; `undefined` if there is nothing to compare. The result
 * is `different` only if the mail gives both names (`shown` and `stated`), and both differ from all known names.
 */
export function compareWriter({ shown, stated }: WriterNames, known: readonly string[]): SameName | undefined {
  const compared = [shown, stated].flatMap((name) => {
    if (name === undefined) return [];
    const all = known.flatMap((one) => compareNames(name, one) ?? []);
    const [first] = all;
    return first === undefined
      ? []
      : ([all.includes('same') ? 'same' : all.includes('unclear') ? 'unclear' : 'different'] as const);
  });
  if (compared.length === 0) return undefined;
  if (compared.every((one) => one === 'different')) return compared.length === 2 ? 'different' : 'unclear';
  return compared.includes('same') && !compared.includes('different') ? 'same' : 'unclear';
}

/**
 * Compares two names in any order of their parts, with or without accents; `undefined` if one of them is no name of a
 * person.
 */
export function compareNames(one: string, other: string): SameName | undefined {
  const [a, b] = [partsOf(one), partsOf(other)];
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  const [given] = shorter;
  if (given === undefined) return undefined;
  if (shorter.every((part) => longer.includes(part)))
    // A family name alone does not show who it is, because a family shares it.
    return shorter.length > 1 || longer[0] === given ? 'same' : 'unclear';
  const [first = '', second = ''] = [a[0], b[0]];
  const isShort = (short: string, long: string): boolean =>
    long.startsWith(short) && (short.length === 1 || short.length >= 3);
  if (first === second || isShort(first, second) || isShort(second, first)) return 'unclear';
  // If the parts are in another order, it is not certain which part is the given name.
  return a.includes(second) || b.includes(first) ? 'unclear' : 'different';
}

/** The parts of a name, the given name first: lower case, without accents, titles and bracketed text. */
function partsOf(name: string): readonly string[] {
  const turned = /^\s*([^,]{1,60}),\s*([^,]{1,60})$/.exec(name);
  const inOrder = turned === null ? name : `${turned[2] ?? ''} ${turned[1] ?? ''}`;
  const parts = inOrder
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[øłđ]/g, (letter) => ({ ø: 'o', ł: 'l', đ: 'd' })[letter] ?? letter)
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '' && !titles.has(part));
  return [...new Set(parts)].slice(0, 8);
}

const titles = new Set('mr mrs ms dr prof herr fru fröken froken frau hr advokat jur von van de af'.split(' '));
/** Words that show that a display name is not a person's name. */
const notAPerson =
  /[@\d&+/|]|(?:^|[\s-])(?:familj|familjen|family|familie|info|kontakt|contact|kundtj\S*|support|admin|postmaster|no-?reply|noreply|och|and|und|ab|hb|kb|as|oy|gmbh|ltd|inc|förening\S*|team|office|kontor\S*|iphone|ipad|mail|mobil)(?:$|[\s.,-])/i;

/** Whether a name can be a person's name. A name of a company, a family or a department cannot. */
export function isPersonsName(name: string): boolean {
  return personIn(name) !== undefined;
}

function personIn(shown: string): string | undefined {
  const bare = shown
    .replace(/^["'\s]+|["'\s]+$/g, '')
    .replace(/\s+(?:via|genom|på uppdrag av)\s.*$/i, '')
    .replace(/\([^)]*\)/g, ' ')
    .trim();
  return bare.length > 80 || notAPerson.test(bare) || partsOf(bare).length === 0 ? undefined : bare;
}

const calls =
  /(?:jag heter|mitt namn är|my name is|i am called|jeg heter|jeg hedder|mit navn er|mitt navn er|ich heiße|ich heisse|mein name ist|nimeni on|olen nimeltäni)[\s:]{1,3}/iu;
const nameThere = /^(\p{Lu}[\p{L}'’.-]*(?:[ \t]+(?:(?:von|van|de|af|av|la)[ \t]+)?\p{Lu}[\p{L}'’.-]*){0,3})/u;

function statedIn(words: string): string | undefined {
  const text = words.slice(0, 10_000);
  const call = calls.exec(text);
  const called = call === null ? undefined : nameThere.exec(text.slice(call.index + call[0].length))?.[1];
  if (called !== undefined) return personIn(called.replace(/[.]$/, ''));
  const lines = text.trimEnd().split('\n');
  for (let at = lines.length - 1, seen = 0; at > 0 && seen < 8; at -= 1) {
    const line = (lines[at] ?? '').trim();
    if (line === '') continue;
    seen += 1;
    if (!closings.test(line)) continue;
    // "Mvh Åsa Ek", or a closing phrase with the name in the next line that is not empty.
    const [below = ''] = lines.slice(at + 1).filter((one) => one.trim() !== '');
    const same = line
      .replace(closings, '')
      .replace(/^\p{Ll}*[\s,.!]*(?:hälsning\S*|regards|wishes|grüßen|hilsen)?[\s,.!]*/iu, '');
    return wholeName(same) ?? wholeName(below);
  }
  return undefined;
}

function wholeName(line: string): string | undefined {
  const bare = line
    .trim()
    .replace(/^\/+|[,.!]+$/g, '')
    .trim();
  return nameThere.exec(bare)?.[1]?.length === bare.length && bare !== '' ? personIn(bare) : undefined;
}
