import { htmlTokens } from '#domain/mail/html-tokens.ts';

const shaping = new Set(
  'a abbr b blockquote body br center code col colgroup dd div dl dt em font h1 h2 h3 h4 h5 h6 head hr html i li ol p pre s small span strong sub sup table tbody td tfoot th thead tr u ul'.split(
    ' ',
  ),
);
/** Elements that show or do something that is no text of theirs. */
const others = new Set(
  'applet area audio button canvas details embed form frame iframe img input label link map math meta noscript object option q script select source style svg template textarea title track video xmp'.split(
    ' ',
  ),
);
const shapingAttributes = new Set(
  'align bgcolor border cellpadding cellspacing class color colspan dir face height id lang rel rowspan size start style target type valign width'.split(
    ' ',
  ),
);

/**
 * How a text that may be HTML is shown: `plain` where it has no mark of HTML (`Ring Åsa <asa@example.org>` has none),
 * `shaped` where its words are all that it says, `more` where something in it is no word of it: a comment, a picture, an
 * address behind a link, an element that does not exist.
 */
export function kindOfHtml(text: string, words: string): 'plain' | 'shaped' | 'more' {
  let isMarked = /&(?:#\d+|#x[\da-f]+|[a-z]\w+);/i.test(text);
  let holdsMore = /<[!?]/.test(text);
  for (const token of htmlTokens(text))
    switch (token.kind) {
      case 'text':
        break;
      case 'unseen':
        holdsMore = true;
        break;
      case 'raw':
        holdsMore = true;
        break;
      case 'close':
        isMarked ||= shaping.has(token.name) || others.has(token.name);
        break;
      case 'open':
        isMarked ||= shaping.has(token.name) || others.has(token.name);
        holdsMore ||= !shaping.has(token.name) || [...token.attributes].some((one) => isMore(one, words));
        break;
    }
  if (!isMarked && !text.includes('<!--')) return 'plain';
  return holdsMore ? 'more' : 'shaped';
}

function isMore([name, value]: readonly [string, string], words: string): boolean {
  if (shapingAttributes.has(name) || name.startsWith('data-') || value.trim() === '') return false;
  return !words.includes(value.replace(/^mailto:/i, ''));
}
