import { describe, expect, it } from 'vitest';
import { languages, type Language } from '#domain/language.ts';
import { letterCodeSchema, type LetterCode } from '#domain/case/events.ts';
import { readDemoOrganisation } from '#infra/local/demo/organisation.ts';
import type { LetterContent, LetterFrame } from '#letters/letter.ts';
import { renderLetter } from '#letters/render.ts';
import { standingSentence } from '#letters/standing-sentence.ts';

const [controller] = readDemoOrganisation().organisation.controllers;
if (controller === undefined) throw new Error('the demo organisation has no controller');

const frameIn = (language: Language, change: Partial<LetterFrame> = {}): LetterFrame => ({
  language,
  controller,
  reference: '0abc-1def-2ghj-3kmn',
  rights: ['access'],
  receivedDate: '2026-11-20',
  due: '2026-12-21',
  ...change,
});

const statusLink = 'https://portal.nordvik.example/cases/0abc-1def-2ghj-3kmn?key=a&b=c';
const missing = [
  { title: 'Butikens pärmar', outcome: 'pending' },
  { title: 'Fakturering', outcome: 'failed' },
] as const;

const samples: Readonly<Record<LetterCode, readonly LetterContent[]>> = {
  M1: [{ code: 'M1', statusLink }],
  M4: [
    { code: 'M4', category: 'complexity', reason: 'många avtal på papper', statusLink },
    { code: 'M4', category: 'number', reason: 'ovanligt många begäranden', statusLink },
  ],
  M6: [
    { code: 'M6', scope: 'whole', ground: 'artikel 12.5', reason: 'uppenbart ogrundad', late: false },
    { code: 'M6', scope: 'part', ground: 'artikel 15.4', reason: 'uppgifter om andra', late: true },
  ],
  M8: [
    { code: 'M8', statusLink, availableUntil: '2026-12-04', missing: [] },
    { code: 'M8', statusLink, availableUntil: '2026-12-04', missing },
  ],
  M23: [
    { code: 'M23', purpose: 'identity', oneTimeCode: '042137', minutes: 10, statusLink },
    { code: 'M23', purpose: 'download', oneTimeCode: '042137', minutes: 10, statusLink },
  ],
  M24: [
    { code: 'M24', statusLink, availableUntil: '2027-01-04', missing: [] },
    { code: 'M24', statusLink, availableUntil: '2027-01-04', missing },
  ],
  STATUS: [{ code: 'STATUS', statusLink }],
};
const all = languages.flatMap((language) =>
  letterCodeSchema.options.flatMap((code) =>
    samples[code].map((content, index) => ({ language, code, content, index })),
  ),
);

const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' } as const;
const unescape = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity as keyof typeof entities]);

/** The words that somebody sees, and where the links lead. */
function seenIn(html: string): { readonly words: string; readonly links: readonly string[] } {
  const body = html.slice(html.indexOf('<body'));
  const links = [...body.matchAll(/href="([^"]*)"/g)].map(([, address = '']) => unescape(address));
  return { words: flat(unescape(body.replaceAll(/<[^>]*>/g, ' '))), links };
}
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const authority = {
  sv: 'Integritetsskyddsmyndigheten (IMY)',
  en: 'the Swedish Authority for Privacy Protection (IMY)',
};
const elsewhere = { sv: 'där du bor, arbetar eller där överträdelsen har skett', en: 'where you live or work' };
const court = { sv: 'väcka talan vid domstol', en: 'judicial remedy before a court' };

async function textOf(code: LetterCode, language: Language, index = 0, change: Partial<LetterFrame> = {}) {
  const content = samples[code][index];
  if (content === undefined) throw new Error('no such sample');
  return (await renderLetter(content, frameIn(language, change))).text;
}

describe('Every letter', () => {
  it.each(all)(
    '$code in $language ($index) says who writes, of which case, and how to reach whom',
    async ({ language, content, code }) => {
      const letter = await renderLetter(content, frameIn(language));
      expect(letter.code).toBe(code);
      expect(letter.subject).toContain('0abc-1def-2ghj-3kmn');
      for (const part of [
        controller.name,
        controller.organisationNumber,
        ...controller.address,
        controller.email,
        controller.dataProtectionOfficer?.email ?? '-',
        '0abc-1def-2ghj-3kmn',
        '2026-11-20',
      ])
        expect(letter.text).toContain(part);
      expect(letter.html).toContain(`<html lang="${language}">`);
    },
  );

  it.each(all)('$code in $language ($index) says the same as text and as HTML', async ({ language, content }) => {
    const letter = await renderLetter(content, frameIn(language));
    const { words, links } = seenIn(letter.html);
    let text = letter.text;
    // In HTML an address stands behind its words.
    for (const address of links) {
      expect(text).toContain(`:\n${address}`);
      text = text.replace(`:\n${address}`, '');
    }
    expect(words).toBe(flat(text.replaceAll(/^-- *$/gm, '').replaceAll(/^- /gm, '')));
  });

  it.each(all)(
    '$code in $language ($index) loads nothing and leads to the portal only',
    async ({ language, content }) => {
      const { html } = await renderLetter(content, frameIn(language));
      expect(html).not.toMatch(/<(?:img|script|link|style|iframe|form)|src=|url\(|@import/i);
      for (const link of seenIn(html).links) expect(link).toBe(statusLink);
    },
  );

  it('exists in both languages with different words, for every code', async () => {
    expect(Object.keys(samples).toSorted()).toEqual([...letterCodeSchema.options].toSorted());
    for (const code of letterCodeSchema.options) {
      const [sv, en] = [await textOf(code, 'sv'), await textOf(code, 'en')];
      expect(sv).toMatch(/^Hej!/);
      expect(en).toMatch(/^Hello,/);
      expect(en).not.toMatch(/ (?:och|att|det|din|inte) /);
    }
  });

  it('names each right that was asked for', async () => {
    const rights = [
      'access',
      'rectification',
      'erasure',
      'restriction',
      'portability',
      'objection',
      'consent-withdrawal',
    ] as const;
    for (const language of languages) {
      const texts = await Promise.all(
        rights.map(async (right) => await textOf('M1', language, 0, { rights: [right] })),
      );
      expect(new Set(texts).size).toBe(rights.length);
      expect(await textOf('M1', language, 0, { rights: [...rights] })).not.toContain('undefined');
    }
  });

  it('escapes whatever staff or the organisation wrote', async () => {
    const hostile = '</p><script>alert(1)</script>&amp;"\'<img src=x onerror=alert(1)>';
    const organisation = { ...controller, name: hostile, address: [hostile] };
    for (const language of languages)
      for (const content of [
        { code: 'M4', category: 'number', reason: hostile, statusLink },
        { code: 'M6', scope: 'part', ground: hostile, reason: hostile, late: false },
        { code: 'M8', statusLink, availableUntil: '2026-12-04', missing: [{ title: hostile, outcome: 'failed' }] },
        { code: 'M1', statusLink: `https://portal.example/"><script>alert(1)</script>` },
      ] as const) {
        const { html, text } = await renderLetter(content, frameIn(language, { controller: organisation }));
        expect(html).not.toMatch(/<script|<img/);
        expect(seenIn(html).words).toContain(flat(hostile));
        expect(text).toContain(hostile);
      }
  });
});

describe.each(languages)('In %s', (language) => {
  it('the acknowledgement says when we got it, until when we answer, that it is free, and what to do about a misunderstanding', async () => {
    const text = await textOf('M1', language);
    for (const part of {
      sv: [
        '2026-11-20',
        'senast den 2026-12-21',
        'kostar ingenting',
        'Behöver vi mer tid får du besked före den dagen',
        'missförstått',
      ],
      en: ['2026-11-20', 'no later than 2026-12-21', 'free of charge', 'If we need more time', 'misunderstood'],
    }[language])
      expect(text).toContain(part);
  });

  it('the extension gives the article, the new date, the kind of reason and the reason, and where to complain', async () => {
    for (const index of [0, 1]) {
      const text = await textOf('M4', language, index, { due: '2027-02-22' });
      expect(text).toContain('2027-02-22');
      expect(text).toContain({ sv: 'artikel 12.3', en: 'Article 12(3)' }[language]);
      expect(text).toContain(index === 0 ? 'många avtal på papper' : 'ovanligt många begäranden');
      expect(text).toContain({ sv: ['komplicerad', 'antalet'], en: ['complexity', 'number'] }[language][index]);
      expect(text).toContain(authority[language]);
      expect(text).toContain(elsewhere[language]);
    }
  });

  it('the refusal says whether all or a part, why and on what ground, where to complain, and that there is a court', async () => {
    const whole = await textOf('M6', language, 0);
    const part = await textOf('M6', language, 1);
    expect(whole).toContain({ sv: 'Vi avslår helt din begäran', en: 'We refuse the whole of your request' }[language]);
    expect(part).toContain({ sv: 'Vi avslår delvis din begäran', en: 'We refuse a part of your request' }[language]);
    expect(whole).toContain('uppenbart ogrundad (artikel 12.5)');
    expect(part).toContain('uppgifter om andra (artikel 15.4)');
    for (const text of [whole, part]) {
      expect(text).toContain(authority[language]);
      expect(text).toContain(elsewhere[language]);
      expect(text).toContain(court[language]);
    }
    const late = { sv: 'borde ha skickats tidigare', en: 'should have been sent earlier' }[language];
    expect(whole).not.toContain(late);
    expect(part).toContain(late);
  });

  it.each(['M8', 'M24'] as const)(
    '%s gives the link and the last day, and lists what is missing and why',
    async (code) => {
      const whole = await textOf(code, language, 0);
      const part = await textOf(code, language, 1);
      for (const text of [whole, part]) {
        expect(text).toContain(statusLink);
        expect(text).toContain(code === 'M8' ? '2026-12-04' : '2027-01-04');
        // Whether or not anything was left out (dataskyddslagen 5:1).
        expect(text).toContain(standingSentence[language]);
        expect(text).toContain(authority[language]);
      }
      const incomplete = { sv: 'Svaret är inte komplett', en: 'The answer is not complete' }[language];
      expect(whole).not.toContain(incomplete);
      expect(part).toContain(incomplete);
      expect(part).toContain(
        `- Butikens pärmar: ${{ sv: 'vi väntar på svar', en: 'we are waiting for an answer' }[language]}`,
      );
      expect(part).toContain(`- Fakturering: ${{ sv: 'sökningen misslyckades', en: 'the search failed' }[language]}`);
    },
  );

  it('the code stands alone on its line, with its minutes, and nobody is asked for an identity document', async () => {
    const identity = await textOf('M23', language, 0);
    const download = await textOf('M23', language, 1);
    for (const text of [identity, download]) {
      expect(text).toMatch(/^ {4}042137$/m);
      expect(text.match(/042137/g)).toHaveLength(1);
      expect(text).toContain({ sv: 'i 10 minuter', en: 'for 10 minutes' }[language]);
      expect(text).toContain({ sv: 'Skicka ingen kopia', en: 'Do not send a copy' }[language]);
    }
    expect(identity).not.toBe(download);
    const { subject, html } = await renderLetter(samples.M23[0]!, frameIn(language));
    // A subject shows on a locked screen.
    expect(subject).not.toContain('042137');
    expect(html).toContain('042137');
  });

  it('the status letter says that the answer is late, that the case goes on, where to complain, and that there is a court', async () => {
    const text = await textOf('STATUS', language);
    for (const part of [
      '2026-12-21',
      authority[language],
      court[language],
      { sv: 'inte avslutat', en: 'not closed' }[language],
      statusLink,
    ])
      expect(text).toContain(part);
  });
});
