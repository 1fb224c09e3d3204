import { compareNames, isPersonsName, type WriterNames } from './person-name.ts';

/** Somebody who writes for another person (the client). */
export interface Agent {
  /** The name of the person for whom the agent writes, if the mail gives one. */
  readonly client: string | undefined;
}

/** Words with which a writer claims to represent another person, in the languages of mails that the product reads. */
const standsFor = [
  /(?:är |som )?(?:ombud|fullmäktig|god man|förvaltare|förmyndare|vårdnadshavare|målsman) (?:för|till|åt)/iu,
  /(?<!\p{L})(?:fullmakt|dödsbo\p{L}*|avlidn[ae]|avliden|bortgång(?:en|na)|(?:har|är) (?:dött|död|gått bort))(?!\p{L})/iu,
  /(?:jag|vi) företräder/i,
  /(?:för|å) (?:min|vår) (?:klients?|huvudmans?)(?: räkning| vägnar)?/i,
  /min (?:klient|huvudman)/i,
  /(?<!\p{L})(?:för|å|på) (?!egen|min räkning|vår räkning)(?:\S+ ){1,3}(?:räkning|vägnar|uppdrag)(?!\p{L})/iu,
  /(?:on|in) behalf of(?: (?:my|our) client)?/i,
  /(?:i|we) (?:represent|act for|am acting for|are acting for)/i,
  /(?:my|our) client/i,
  /(?<!\p{L})(?:powers? of attorney|legal guardian|guardian of|parental responsibility|letter of authority|deceased|passed away|estate of|executor)(?!\p{L})/iu,
  /im (?:namen|auftrag)(?: und auftrag)? (?:von|meine[rs] mandant(?:in|en))/i,
  /in vertretung (?:von|für)/i,
  /(?:meine mandantin|mein mandant|meiner mandantin|meines mandanten)/i,
  /på vegne (?:av|af)/i,
  /(?:fullmektig|fuldmægtig) for/i,
  /(?:jeg|vi) (?:representerer|repræsenterer)/i,
  /min klient/i,
  /(?:asiakkaani|päämieheni|edustan)/i,
];

const mine = { sv: '(?:min|mitt|mina|vår|vårt|våra)', en: '(?:my|our)' } as const;
/** Words for family members and acquaintances, without endings. */
const kin = {
  sv: [
    'mamma|mor|moder|pappa|far|fader|förälder|föräldrar|son|dotter|barn|tonåring|fru|hustru|man|make|maka|sambo|partner',
    'pojkvän|flickvän|syster|bror|syskon|mormor|morfar|farmor|farfar|barnbarn|moster|faster|morbror|farbror|svärmor|svärfar',
    '(?:ex-?)(?:man|fru|make|maka|sambo)|vän|väninna|kompis|granne|kollega|kund|anställd|arbetsgivare',
  ].join('|'),
  en: [
    'mother|mum|mom|father|dad|parents?|son|daughter|child|children|kids?|wife|husband|spouse|partner|boyfriend|girlfriend',
    'sister|brother|grandmother|grandfather|grandson|granddaughter|aunt|uncle|(?:ex-?)(?:husband|wife|partner)',
    'friend|neighbou?r|colleague|employee|employer|customer',
  ].join('|'),
} as const;
/** Words for data, or for a case about data. */
const data = {
  sv: '(?:person)?(?:uppgifter|data|information|konto|registerutdrag|kunduppgifter)',
  en: '(?:personal )?(?:data|information|account|records|details)',
} as const;
const about = {
  sv: '(?:för|om|åt|å|avseende|rörande|gällande|angående|beträffande|kring)',
  en: '(?:for|about|on|concerning|regarding)',
} as const;

/**
 * Words that say that a request is about another person. That person is a relative ("för min mamma", "my late father's
 * account", "min fru begär"), or is named by a pronoun ("about her", "hennes uppgifter"). These words are only Swedish
 * and English, because a mail in another language is held anyway.
 */
const aboutAnother = [
  words(`${about.sv} ${mine.sv}(?: \\S+){0,2}? (?:${kin.sv})s?`),
  words(`${about.en} ${mine.en}(?: \\S+){0,2}? (?:${kin.en})`),
  words(`${mine.sv}(?: \\S+){0,2}? (?:${kin.sv})s(?: \\S+){0,2}? ${data.sv}`),
  words(`${mine.en}(?: \\S+){0,2}? (?:${kin.en})(?:['’]s|s['’]?)(?: \\S+){0,2}? ${data.en}`),
  words(`${mine.sv}(?: \\S+){0,2}? (?:${kin.sv})(?: \\p{Lu}\\S+){0,2} (?:begär|vill|önskar|ber|kräver)`),
  words(`${mine.en}(?: \\S+){0,2}? (?:${kin.en})(?: \\p{Lu}\\S+){0,2} (?:requests?|wants?|asks?|would like|wishes)`),
  words(`(?:send|give|tell) ${mine.en}(?: \\S+){0,2}? (?:${kin.en})`),
  words(`${about.sv} (?:honom|henne|hen)`),
  words(`(?:hans|hennes|hens) (?:\\p{L}+ )?${data.sv}`),
  words(`${about.en} (?:him|her)`),
  words(`(?:his|her) (?:\\p{L}+ )?${data.en}`),
];

function words(pattern: string): RegExp {
  return new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, 'iu');
}

const name = "\\p{Lu}\\p{L}+(?:[ -]\\p{Lu}[\\p{L}'-]+){1,3}";
/** A name that follows directly, with or without a title. */
const nameNext = new RegExp(`^[\\s,:]{1,3}(?:(?:[Hh]err|[Ff]ru|[Ff]rau|[Hh]errn|Mr|Mrs|Ms|Dr)\\.? )?(${name})`, 'u');
/** A request about a named person, or the data of a named person. */
const aboutName = new RegExp(
  `(?:[Uu]tdrag|[Uu]ppgifter|[Bb]egäran|[Dd]ata|[Ii]nformation|[Rr]equest|[Aa]ccount|[Kk]onto)[^.!?]{0,40}? (?:${about.sv}|${about.en}) (${name})`,
  'gu',
);
/** Capitalised words in a heading that are no names. */
const noName =
  /(?<!\p{L})(?:my|mina|mitt|min|your|er|ert|era|personal|data|information|access|article|artikel|request|begäran|subject|general|protection|regulation|gdpr|dsar|sar|all|alla|the|copy|kopia|records|details|account|konto|rights?|personuppgifter|registerutdrag|uppgifter|dataskydd\p{L}*|integritet\p{L}*)(?!\p{L})/iu;

/**
 * Whether the request in a text is for somebody other than its writer. Any of three signs suffices. The writer claims
 * to represent somebody, asks about a relative or a third person, or asks about a person with another name.
 */
export function agentIn(text: string, writer: WriterNames): Agent | undefined {
  const start = text.slice(0, 5_000).replace(/\s+/g, ' ');
  let isAgent = false;
  for (const phrase of [...standsFor, ...aboutAnother]) {
    const match = phrase.exec(start);
    if (match === null) continue;
    isAgent = true;
    const client = nameNext.exec(start.slice(match.index + match[0].length))?.[1];
    if (client !== undefined) return { client };
  }
  const named = anotherName(start, writer);
  if (named !== undefined) return { client: named };
  return isAgent ? { client: undefined } : undefined;
}

function anotherName(text: string, { shown, stated }: WriterNames): string | undefined {
  const own = [shown, stated].filter((one) => one !== undefined);
  if (own.length === 0) return undefined;
  for (const [, found] of text.matchAll(aboutName)) {
    if (found === undefined || noName.test(found) || !isPersonsName(found)) continue;
    if (own.every((one) => compareNames(one, found) === 'different')) return found;
  }
  return undefined;
}
