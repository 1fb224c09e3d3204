/** A person who writes for another. */
export interface Agent {
  /** The client by name, where one is given. */
  readonly client: string | undefined;
}

const standsFor = [
  /(?:är |som )?(?:ombud|fullmäktig|god man|förvaltare|förmyndare) för/i,
  /(?:jag|vi) företräder/i,
  /(?:för|å) (?:min|vår) (?:klients?|huvudmans?)(?: räkning| vägnar)?/i,
  /min (?:klient|huvudman)/i,
  /(?:on|in) behalf of(?: (?:my|our) client)?/i,
  /(?:i|we) (?:represent|act for|am acting for|are acting for)/i,
  /(?:my|our) client/i,
  /im (?:namen|auftrag)(?: und auftrag)? (?:von|meine[rs] mandant(?:in|en))/i,
  /in vertretung (?:von|für)/i,
  /(?:meine mandantin|mein mandant|meiner mandantin|meines mandanten)/i,
  /på vegne (?:av|af)/i,
  /(?:fullmektig|fuldmægtig) for/i,
  /(?:jeg|vi) (?:representerer|repræsenterer)/i,
  /min klient/i,
  /(?:asiakkaani|päämieheni|edustan)/i,
  ofRelative(
    '(?:för|om|åt|å)',
    '(?:min|mitt|mina|vår|vårt|våra)',
    'mamma|mor|moder|pappa|far|fader|son|dotter|barn|tonåring|fru|hustru|man|make|maka|sambo|partner|pojkvän|flickvän',
    'syster|bror|syskon|mormor|morfar|farmor|farfar|barnbarn|moster|faster|morbror|farbror|svärmor|svärfar|vän|väninna|granne|kollega',
  ),
  ofRelative(
    '(?:for|about|on)',
    '(?:my|our)',
    'mother|mum|mom|father|dad|son|daughter|child|children|kids?|wife|husband|spouse|partner|boyfriend|girlfriend',
    'sister|brother|grandmother|grandfather|grandson|granddaughter|aunt|uncle|friend|neighbou?r|colleague',
  ),
];

/**
 * A request for somebody of the writer's family or acquaintance: "för min mamma", "about our daughter". In sv and en: a mail
 * in another language is held anyway.
 */
function ofRelative(before: string, whose: string, ...relatives: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})${before} ${whose}(?: \\S+){0,2}? (?:${relatives.join('|')})s?(?!\\p{L})`, 'iu');
}

/** Whether the writer says to stand for somebody else. */
export function agentIn(text: string): Agent | undefined {
  const start = text.slice(0, 5_000).replace(/\s+/g, ' ');
  let isAgent = false;
  for (const phrase of standsFor) {
    const match = phrase.exec(start);
    if (match === null) continue;
    isAgent = true;
    const rest = start.slice(match.index + match[0].length);
    const name =
      /^[\s,:]{1,3}(?:(?:[Hh]err|[Ff]ru|[Ff]rau|[Hh]errn|Mr|Mrs|Ms|Dr)\.? )?(\p{Lu}\p{L}+(?:[ -]\p{Lu}[\p{L}'-]+){1,3})/u.exec(
        rest,
      )?.[1];
    if (name !== undefined) return { client: name };
  }
  return isAgent ? { client: undefined } : undefined;
}
