import { wordsOf } from './sentences.ts';

const polite = new Set(
  `tack tackar så mycket snälla för svar svaret hjälpen beskedet informationen då hej hälsningar hälsning mvh med vänlig vänliga bra ok okej
  perfekt toppen thanks thank you very much many for the your reply answer help info information great perfect hi hello regards kind best
  takk tusen hei hilsen vennlig svaret hjelpen mange tak hjælpen venlig kiitos paljon hei terveisin vastauksesta avusta danke vielen dank
  schön für die ihre antwort hilfe hallo grüße viele freundliche freundlichen grüßen mit`.split(/\s+/),
);
const thanking = /^(?:tack\S*|thank\S*|takk|tak|kiitos|danke|dank|ok|okej|perfekt|perfect|bra|toppen|great)$/u;

/** Whether a text only thanks, and so neither answers nor asks for anything. The name of the writer may follow. */
export function isMereThanks(text: string): boolean {
  const words = wordsOf(text);
  const [first] = words;
  if (first === undefined || !polite.has(first) || words.length > 12 || /[?\d@]/.test(text)) return false;
  const others = words.filter((word) => !polite.has(word));
  const names = new Set((text.match(/\p{Lu}[\p{L}'-]*/gu) ?? []).map((name) => name.toLowerCase()));
  return words.some((word) => thanking.test(word)) && others.length <= 2 && others.every((word) => names.has(word));
}
