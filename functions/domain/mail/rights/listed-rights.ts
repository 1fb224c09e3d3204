import type { Right } from '../../rights.ts';
import { partsOf } from './coordinated.ts';
import { compile } from './pattern.ts';
import type { ListedPhrases } from './phrases/phrasebook.ts';

/** The names of rights, as regular expressions over the parts of a sentence. */
export interface ListedRights {
  readonly joints: RegExp;
  readonly names: readonly { readonly right: Right; readonly pattern: RegExp }[];
  /** Matches a part of a sentence if all of its words may be before the name of a right. */
  readonly leads: RegExp;
  readonly informs: RegExp;
}

interface Listed {
  readonly right: Right;
  readonly index: number;
  readonly length: number;
}

/**
 * The rights that a sentence asks for in a list of names: "I request access to my data, rectification and erasure". A
 * name counts if it is directly after the words of asking (*I request*), or if the part before it asks for a right too.
 * `hits` are the demands that are already known. `ask` is the index after the words of asking. `ask` is 0 in a list
 * item, whose words of asking are in the sentence above the list.
 */
export function listedRights(
  words: string,
  asked: {
    readonly ask: number;
    readonly hits: readonly { readonly start: number; readonly end: number }[];
    readonly negations: ReadonlySet<string>;
  },
  { joints, names, leads, informs }: ListedRights,
): readonly Listed[] {
  const { ask, hits, negations } = asked;
  const found: Listed[] = [];
  let goesOn = ask === 0;
  for (const part of partsOf(words, joints)) {
    const end = part.index + part.words.length;
    if (end <= ask) {
      goesOn = end === ask;
      continue;
    }
    const isFirst = part.index < ask;
    const from = isFirst ? ask - 1 : part.index;
    const behind = words.slice(from, end);
    const isDenied = part.words.split(' ').some((word) => negations.has(word));
    const named =
      isDenied || !(isFirst || goesOn)
        ? []
        : names.flatMap(({ right, pattern }) => {
            const match = pattern.exec(behind);
            return match === null ? [] : [{ right, index: from + match.index, length: match[0].length }];
          });
    found.push(...named);
    const asks = named.length > 0 || hits.some((hit) => hit.start < end - 1 && hit.end > part.index + 1);
    goesOn = (asks && !informs.test(part.words)) || (isFirst && leads.test(behind));
  }
  return found;
}

/** Compiles the phrases of one language. */
export function compileListed(phrases: ListedPhrases): ListedRights {
  const { joints, names, leads, own, objects, tails, informs } = phrases;
  const of = (object: string): string => `(?:av|till|of|to|for|på|i|from|över|in) (?:$|(?:\\S+ ){0,3}?(?:${object}) )`;
  return {
    joints: new RegExp(`(?<= )(?:,|${joints})(?= )`, 'gu'),
    names: names.map(([right, pattern]) => ({
      right,
      pattern: new RegExp(
        `^ (?:(?:${leads}) ){0,8}?(?:${pattern}) (?=$|(?:${tails}) |${right === 'access' ? of(own) : of(objects)})`,
        'u',
      ),
    })),
    leads: new RegExp(`^ (?:(?:${leads}) )*$`, 'u'),
    informs: compile(informs),
  };
}
