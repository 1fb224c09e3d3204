import { describe, expect, it } from 'vitest';
import { codeOf, letterNames } from '#domain/case/letters/letters.ts';
import { languages } from '#domain/language.ts';
import { rights } from '#domain/rights.ts';
import { notOwedYet, samplesOf, saysOfCase, titleOf, type LetterContent } from '#letters/letters.ts';
import { renderLetter } from '#letters/render.ts';
import { controller, everyLetter, faultIn, flat, frameIn, reference, seenIn, textOf } from './read.ts';

const portal = 'https://portal.nordvik.example/';

describe('The list of letters', () => {
  it('has a code for each letter, and contains M1 to M30', () => {
    const codes = letterNames.map(codeOf);
    expect(new Set(codes).size).toBe(codes.length);
    for (let n = 1; n <= 30; n += 1) expect(codes).toContain(`M${n}`);
  });
});

describe('The folders of letters', () => {
  it('a folder states which event of a case a letter belongs to, except for letters that no event requires yet', () => {
    const without = letterNames.filter((name) => !saysOfCase(name));
    expect(without.toSorted()).toEqual([...notOwedYet].toSorted());
  });

  it('each letter has its own title for staff', () => {
    for (const language of languages) {
      const titles = letterNames.map((name) => titleOf(name)[language]);
      expect(titles.filter((title) => title.trim() === '')).toEqual([]);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });
});

describe.each(everyLetter)('$kind in $language, situation $index,', ({ language, content, kind }) => {
  it('says who writes, about which case, since when, and how to reach us', async () => {
    const letter = await renderLetter(content, frameIn(language));
    expect(letter.kind).toBe(kind);
    expect(letter.subject).toContain(reference);
    for (const part of [
      controller.name,
      controller.organisationNumber,
      ...controller.address,
      controller.email,
      controller.dataProtectionOfficer?.email ?? '-',
      reference,
      { sv: 'den 20 november 2026', en: 'on 20 November 2026' }[language],
    ])
      expect(letter.text.slice(letter.text.indexOf('\n--\n'))).toContain(part);
    expect(letter.html).toContain(`<html lang="${language}">`);
  });

  it('says the same as text and as HTML', async () => {
    const letter = await renderLetter(content, frameIn(language));
    const { words, links } = seenIn(letter.html);
    let text = letter.text;
    // In HTML the address comes after the words of its link.
    for (const { address, words: shown } of links) {
      expect(text).toContain(shown === address ? address : `${shown}:\n${address}`);
      if (shown !== address) text = text.replace(`:\n${address}`, '');
    }
    expect(words).toBe(flat(text.replaceAll(/^-- *$/gm, '').replaceAll(/^- /gm, '')));
  });

  it('is well-formed HTML that loads nothing and links only to the portal and the authority', async () => {
    const { html } = await renderLetter(content, frameIn(language));
    expect(faultIn(html)).toBeUndefined();
    expect(html).not.toMatch(/<(?:img|script|link|style|iframe|form)|src=|url\(|@import|javascript:/i);
    for (const { address } of seenIn(html).links)
      expect(address === 'https://www.imy.se' || address.startsWith(portal)).toBe(true);
  });

  it('writes its dates in words', async () => {
    const { text, subject } = await renderLetter(content, frameIn(language));
    expect(subject + text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    expect(text).not.toContain('undefined');
  });

  it('has short sentences, except the one about complaints', async () => {
    const { text } = await renderLetter(content, frameIn(language));
    const letter = text.slice(0, text.indexOf('\n--\n')).replaceAll(/https?:\S+/g, 'address');
    for (const line of letter.split('\n'))
      for (const sentence of line.split(/(?<=[.!?:]) /))
        if (!/klagomål|complaint/.test(sentence)) expect(sentence.split(' ').length, sentence).toBeLessThan(31);
  });
});

describe('Every letter', () => {
  it('exists in both languages with different words', async () => {
    for (const kind of letterNames) {
      expect(samplesOf(kind, 'sv').length).toBe(samplesOf(kind, 'en').length);
      for (let situation = 1; situation <= samplesOf(kind, 'sv').length; situation += 1) {
        expect(await textOf(kind, 'sv', situation)).toMatch(/^Hej!\n/);
        const english = await textOf(kind, 'en', situation);
        expect(english).toMatch(/^Hello,\n/);
        expect(english).not.toMatch(/ (?:och|att|det|din|inte) /);
      }
    }
  });

  it('has a different text in each of its situations', async () => {
    for (const language of languages)
      for (const kind of letterNames) {
        const texts = await Promise.all(
          samplesOf(kind, language).map(async (_, index) => await textOf(kind, language, index + 1)),
        );
        expect(new Set(texts).size).toBe(texts.length);
      }
  });

  it('names each right of the request', async () => {
    for (const language of languages) {
      const texts = await Promise.all(
        rights.map(async (right) => await textOf('acknowledgement', language, 1, { rights: [right] })),
      );
      expect(new Set(texts).size).toBe(rights.length);
      expect(await textOf('acknowledgement', language, 1, { rights })).not.toContain('undefined');
    }
  });

  it('does without the data protection officer if there is none', async () => {
    const { dataProtectionOfficer: _, ...without } = controller;
    for (const { language, content } of everyLetter) {
      const { text } = await renderLetter(content, frameIn(language, { controller: without }));
      expect(text).not.toMatch(/dataskyddsombud|data protection officer/i);
    }
  });

  it('escapes all that staff, the organisation or the person wrote', async () => {
    const hostile = '</p><script>alert(1)</script>&amp;"\'<img src=x onerror=alert(1)>';
    const organisation = { ...controller, name: hostile, address: [hostile] };
    for (const { language, content } of everyLetter) {
      const { html, text } = await renderLetter(
        poisoned(content, hostile),
        frameIn(language, { controller: organisation }),
      );
      expect(html).not.toMatch(/<script|<img/);
      expect(faultIn(html)).toBeUndefined();
      expect(seenIn(html).words).toContain(flat(hostile));
      expect(text).toContain(hostile);
    }
  });

  it('a quote in a link cannot end its attribute', async () => {
    const { html } = await renderLetter(
      { kind: 'reopened', due: '2026-12-21', statusLink: 'https://portal.example/"><script>alert(1)</script>' },
      frameIn('sv'),
    );
    expect(html).not.toContain('<script');
    expect(faultIn(html)).toBeUndefined();
  });
});

// Fields that contain one of a few words or a date. All other fields are free text.
const closed: ReadonlySet<string> = new Set(
  (
    'kind scope category why about kind outcome method how when sentTo purpose answer delivery formats channels ' +
    'ground basis result operation to task alert granted askedAbout currency rights'
  ).split(' '),
);

/** The letter with `text` in place of every free text. */
function poisoned(content: LetterContent, text: string): LetterContent {
  const change = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => change(one, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, change(one, name)]));
    if (typeof value !== 'string' || closed.has(key) || /^\d{4}-\d\d-\d\d$/.test(value)) return value;
    return value.startsWith('https://') ? value : text;
  };
  return change(content, '') as LetterContent;
}
