import { englishBeginnings, englishWords } from './english.ts';
import { makeLexicon, type Lexicon } from './lexicon.ts';
import { sharedWords } from './shared.ts';
import { swedishBeginnings, swedishWords } from './swedish.ts';

let made: Lexicon | undefined;

/** The lists of all languages in one. It is made when the first text is screened. */
export function lexicon(): Lexicon {
  made ??= makeLexicon(
    [...sharedWords, ...swedishWords, ...englishWords],
    [...swedishBeginnings, ...englishBeginnings],
  );
  return made;
}
