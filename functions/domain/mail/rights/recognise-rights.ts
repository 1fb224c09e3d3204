import type { Right } from '../../rights.ts';
import { books, type CompiledBook } from './compiled-book.ts';
import { partsOf } from './coordinated.ts';
import { isDenied } from './denied.ts';
import { hitAt, type Hit, type Spoken } from './hit.ts';
import { hitsIn, isCopyToCarry, partHits } from './hits.ts';
import { withoutPassing } from './in-passing.ts';
import { isMeasured, type MailLanguage } from '../words/mail-language.ts';
import { articleHits, listedHits, spokenIn } from './named-rights.ts';
import { secondDemands } from './second-demand.ts';
import { closings } from '../words/own-words.ts';
import { sentencesOf, type Sentence } from '../words/sentences.ts';
import { isSupposed } from './supposed.ts';
import { isWithdrawal } from './withdrawal.ts';

/** What a person asks for, in the person's own words. */
export interface AskedFor {
  /** The rights, in the order in which the text asks for them. */
  readonly rights: readonly Right[];
  /**
   * What else the text may ask for: rights that it mentions without clearly denying them, or a wish that belongs to no
   * single right (`other`).
   */
  readonly more: readonly (Right | 'other')[];
  /** Whether every objection is to direct marketing. Such an objection takes effect at once (Art. 21(3)). */
  readonly onlyMarketing: boolean;
  /** Whether the text objects to marketing. The text may ask for other rights too. */
  readonly marketing: boolean;
  /**
   * What the text mentions if it asks for no right: the writer's data (`unclear`), data protection law (`law`), or
   * neither.
   */
  readonly hint: 'unclear' | 'law' | 'nothing';
  /**
   * Whether every right was recognised in a language whose phrases were measured on mail of other people
   * (`isMeasured`).
   */
  readonly measured: boolean;
  /** The language of the request, if there is one. */
  readonly language: MailLanguage | undefined;
}

/** The number of characters of a text in which demands are searched. */
const searched = 20_000;
const mostSentences = 1_000;

/**
 * Finds the rights that a text asks for, in six languages at once, because people mix languages. A right counts only if
 * the writer demands it for themselves. A right that is only mentioned, is denied, or is demanded for everybody does
 * not count. Each part of a sentence, and each article that it names, is read separately. `forClient`: the writer
 * represents somebody else, who is meant by *her* and *my client*.
 */
export function recogniseRights(text: string, forClient: boolean): AskedFor {
  const found: Hit[] = [];
  /** Demands for a copy that belong to a demand for portability. */
  const eaten: Hit[] = [];
  const spoken: Spoken[] = [];
  let language: MailLanguage | undefined;
  let hint: AskedFor['hint'] = 'nothing';
  const all = sentencesIn(text.slice(0, searched)).map((sentence) => ({ ...sentence, isBack: isWithdrawal(sentence) }));
  const sentences = all
    .filter(({ isBack }) => !isBack)
    .map((sentence) => ({ ...sentence, shown: withoutPassing(sentence.words) }));
  // Only mentions of rights are searched in a sentence that withdraws a request (after its first part), and in the text
  // beyond the limit.
  const rest = [
    ...all.filter(({ isBack }) => isBack).flatMap(({ words, at }) => afterFirstPart(words, at)),
    ...sentencesOf(text.slice(searched)).slice(0, mostSentences),
  ].map(({ words, at }) => ({ words: withoutPassing(words), at }));
  const whole = sentences.map(({ words }) => words).join('');
  const isOfLaw = books.some(({ legal }) => legal.some((pattern) => pattern.test(whole)));
  for (const book of books) {
    const correctable = book.correctable.some((pattern) => pattern.test(whole));
    let before: readonly Hit[] = [];
    for (const sentence of sentences) {
      const said = forClient ? asTheClient(sentence.words, book) : sentence.words;
      const words = forClient ? withoutPassing(said) : sentence.shown;
      if (book.mentions.some((pattern) => pattern.test(said))) {
        hint = 'unclear';
        language ??= book.language;
      }
      if (book.everybody.some((pattern) => pattern.test(words)) || asksAbout(sentence, book)) {
        before = [];
        if (!asksWhen.test(words))
          for (const part of partsOf(words, book.joints))
            if (book.firstPerson.test(part.words) && !book.everybody.some((pattern) => pattern.test(part.words)))
              spoken.push(...spokenIn(part.words, sentence.at, book));
        continue;
      }
      spoken.push(...spokenIn(words, sentence.at, book));
      const { named, doubtful } = hitsIn(words, sentence, book, correctable);
      const known = [...named, ...partHits(sentence, words, named, book, correctable)];
      const listed = [...known, ...listedHits({ ...sentence, words }, known, book, isOfLaw)];
      const articles = articleHits(words, sentence, listed, book, isOfLaw);
      const demands = [...listed, ...articles.hits];
      const hits = demands.filter(({ start, end }) => !isSupposed(words, start, end));
      spoken.push(...doubtful, ...articles.beyond);
      // If a demand is only supposed or reported, staff must read it.
      if (hits.length < demands.length) {
        hint = 'unclear';
        language ??= book.language;
        spoken.push(...demands.filter((hit) => !hits.includes(hit)));
      }
      const second = secondDemands(words, hits, before, book.second)
        .filter(
          ({ index, length }) => !isDenied(words, index, length, book) && !isSupposed(words, index, index + length),
        )
        .map((demand) => hitAt(demand, words, sentence.at, book));
      before = [...hits, ...second];
      found.push(...before);
      eaten.push(...known.filter((hit) => hit.right === 'access' && isCopyToCarry(hit, hits, book)));
    }
    spoken.push(...rest.flatMap(({ words, at }) => spokenIn(words, at, book)));
    if (hint === 'nothing' && book.legal.some((pattern) => pattern.test(whole)) && book.firstPerson.test(whole))
      hint = 'law';
  }
  const asked = found.filter((hit) => !eaten.includes(hit));
  asked.sort((a, b) => a.at - b.at);
  const rights = [...new Set(asked.map(({ right }) => right))];
  const objections = asked.filter(({ right }) => right === 'objection');
  const isNamed = ({ right, sentence, start }: Spoken): boolean =>
    rights.some((one) => one === right) ||
    // Access is already asked for if the data are wanted in a portable form. An objection is already asked for if
    // consent is withdrawn.
    (right === 'access' && [...eaten, ...asked].some((hit) => hit.sentence === sentence && isOfThat(hit, start))) ||
    (right === 'objection' && rights.every((one) => one === 'consent-withdrawal'));
  return {
    rights,
    more: rights.length === 0 ? [] : [...new Set(spoken.filter((one) => !isNamed(one)).map(({ right }) => right))],
    marketing: objections.some(({ marketing }) => marketing),
    onlyMarketing: objections.length > 0 && objections.every(({ marketing }) => marketing),
    hint,
    measured: asked.every(({ right }) => asked.some((hit) => hit.right === right && isMeasured(hit.language))),
    language: asked[0]?.language ?? language,
  };
}

/**
 * The sentences of a text. Sentences after the closing words are marked, because they are a signature, a footer or a
 * postscript.
 */
function sentencesIn(text: string): readonly Sentence[] {
  const lines = text.split('\n');
  const first = lines.findIndex((line, at) => at > 0 && line.trim() !== '');
  const closing = lines.findLastIndex((line, at) => at > first && line.length < 80 && closings.test(line));
  if (closing < 0 || first < 0) return sentencesOf(text).slice(0, mostSentences);
  const letter = lines.slice(0, closing).join('\n');
  const rest = lines.slice(closing).join('\n');
  const below = sentencesOf(rest).map((one) => ({ ...one, below: true, at: one.at + letter.length + 1 }));
  return [...sentencesOf(letter), ...below].slice(0, mostSentences);
}

/** The parts of a sentence without its first part. */
function afterFirstPart(words: string, at: number): readonly Pick<Sentence, 'words' | 'at'>[] {
  const parts = books.flatMap(({ joints }) => partsOf(words, joints)).filter(({ index }) => index > 0);
  return parts.map((part) => ({ words: part.words, at }));
}

/**
 * Whether the mention at an index belongs to this demand, and so asks for nothing more: it is inside a demand for
 * access, or it is before a demand for portability in the same part of the sentence.
 */
function isOfThat({ right, words, start, end }: Hit, index: number): boolean {
  if (right === 'access') return index >= start && index < end;
  return (
    right === 'portability' && index < start && !/ (?:,|och|samt|men|and|but) /u.test(words.slice(index, start + 1))
  );
}

/** First words of a question about when or why something is done. Such a question is no demand. */
const asksWhen = /^ (?:\S+ )?(?:när|varför|when|why|hur länge|hur många|how long|how many) /u;

/** Whether a sentence is a question about how or when something is done. Such a question is no demand. */
function asksAbout({ words, question }: Sentence, book: CompiledBook): boolean {
  const first = words
    .trim()
    .split(' ')
    .filter((word) => word !== ',');
  return question && first.slice(0, 2).some((word) => book.asksHow.has(word));
}

/** The words of an agent, changed to the words that the client would use. */
function asTheClient(words: string, book: CompiledBook): string {
  return book.client.reduce((current, [pattern, instead]) => current.replace(pattern, ` ${instead} `), words);
}
