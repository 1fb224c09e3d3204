/** The character references of HTML that mail programs use for letters and signs of Latin scripts. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  lrm: '',
  rlm: '',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsaquo: '‹',
  rsaquo: '›',
  euro: '€',
  bull: '•',
  trade: '™',
  commat: '@',
  period: '.',
  colon: ':',
  comma: ',',
  num: '#',
  lpar: '(',
  rpar: ')',
  lowbar: '_',
  hyphen: '‐',
  Tab: '\t',
  NewLine: '\n',
  OElig: 'Œ',
  oelig: 'œ',
  Scaron: 'Š',
  scaron: 'š',
  Zcaron: 'Ž',
  zcaron: 'ž',
  Lstrok: 'Ł',
  lstrok: 'ł',
};

/** The references for ISO 8859-1 from U+00A1 on. Browsers accept them without a semicolon too. */
const latin1 =
  `iexcl cent pound curren yen brvbar sect uml copy ordf laquo not . reg macr deg plusmn sup2 sup3 acute micro
  para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave
  Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc
  Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc
  iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`.split(
    /\s+/,
  );
const withoutSemicolon: ReadonlyMap<string, string> = new Map([
  ...latin1.map((name, index): [string, string] => [name, String.fromCodePoint(0xa1 + index)]),
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['nbsp', ' '],
  ['shy', ''],
]);

/** A text with its character references replaced; an unknown reference stays unchanged. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7});?|#x([0-9a-f]{1,6});?|([a-z][a-z0-9]{1,8})(;?))/gi,
    (whole: string, decimal?: string, hex?: string, name?: string, semicolon?: string) => {
      if (name !== undefined) return byName(name, semicolon === ';') ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
      if (code >= 0x80 && code <= 0x9f) return windows1252.decode(Uint8Array.of(code));
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}

const windows1252 = new TextDecoder('windows-1252');

function byName(name: string, closed: boolean): string | undefined {
  if (closed && Object.hasOwn(named, name)) return named[name];
  if (withoutSemicolon.has(name)) return withoutSemicolon.get(name);
  // "&aringr" is read as the letter å and an r.
  for (let length = Math.min(name.length - 1, 6); length >= 2; length -= 1) {
    const letter = withoutSemicolon.get(name.slice(0, length));
    if (letter !== undefined) return `${letter}${name.slice(length)}${closed ? ';' : ''}`;
  }
  return undefined;
}
