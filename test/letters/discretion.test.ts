import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { withoutPersonnummer } from '#letters/discretion.ts';
import type { LetterContent } from '#letters/letters.ts';
import { renderLetter } from '#letters/render.ts';
import { controller, everyLetter, frameIn, seenIn, textOf } from './read.ts';

// Skatteverket's test numbers in the forms that people write; one is a samordningsnummer.
const numbers = [
  '18900101-9802',
  '189001019802',
  '900101+9802',
  '18900101 9802',
  '189001019802'.replace(/(\d{8})/, '$1\u2013'),
  '701063-2391',
];

describe('No personnummer is sent by mail', () => {
  it.each(numbers)('%s, in every place where staff may have written it', async (number) => {
    for (const language of languages) {
      const frame = frameIn(language);
      for (const content of [
        {
          kind: 'extension',
          category: 'number',
          reason: `se ${number}.`,
          extendedDue: '2027-02-22',
          available: [number],
          statusLink: 'https://portal.nordvik.example/',
        },
        {
          kind: 'refusal',
          scope: 'whole',
          items: [{ what: number, ground: { code: 'other-law', law: number }, reason: number }],
          late: false,
        },
        { kind: 'complaint-acknowledgement', about: 'claim', contact: number },
        {
          kind: 'recipient-notice',
          to: 'processor',
          record: { kind: 'record-number', value: number },
          operation: 'erased',
          doneOn: '2026-12-01',
          confirmBy: '2026-12-11',
        },
      ] as const satisfies readonly LetterContent[]) {
        const { subject, text, html } = await renderLetter(content, frame);
        expect(subject + text + html).not.toContain(number);
        expect(text).toContain({ sv: '[personnummer utelämnat]', en: '[personal identity number left out]' }[language]);
      }
    }
  });

  it('leaves every other number unchanged', () => {
    for (const text of [
      'org.nr 455012-3071',
      'order 1234567890123',
      '08-657 61 00',
      '2026-11-20',
      'K18900101-9802X',
      // The check digit is wrong.
      '18900101-9803',
    ])
      expect(withoutPersonnummer(text, '-', '2026-11-20')).toBe(text);
  });

  it('finds the numbers between any words', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcåö .,:;!?()\n') }),
        fc.constantFrom(...numbers),
        fc.string({ unit: fc.constantFrom(...' .,:;!?()\n') }),
        (before, number, after) => {
          const hidden = withoutPersonnummer(`${before} ${number}${after}`, '*', '2026-11-20');
          expect(hidden).toBe(`${before} *${after}`);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('a sole trader is named without the organisation number, because that is a personnummer', async () => {
    const trader = { ...controller, organisationNumber: '900101-9802' };
    for (const { language, content } of everyLetter) {
      const { text, html } = await renderLetter(content, frameIn(language, { controller: trader }));
      expect(text + html).not.toContain('900101-9802');
      expect(text).toContain({ sv: 'enskild firma', en: 'sole trader' }[language]);
    }
  });
});

describe('A letter by mail contains none of the person’s data', () => {
  it('prints only the fields that belong to its kind of letter', async () => {
    const canaries = {
      findings: 'CANARY-findings',
      name: 'CANARY-name',
      requestText: 'CANARY-words-of-the-person',
      personnummer: '18900101-9802',
      newContact: 'CANARY@example.org',
    };
    for (const { language, content } of everyLetter) {
      const { subject, text, html } = await renderLetter(
        { ...content, ...canaries },
        {
          ...frameIn(language),
          ...canaries,
        },
      );
      expect(subject + text + html).not.toMatch(/CANARY|18900101/);
    }
  });

  it('its subject, which a locked screen shows, contains only the kind of letter and the case number', async () => {
    const subjects = new Map<string, Set<string>>();
    for (const { language, content, kind } of everyLetter) {
      const { subject } = await renderLetter(content, frameIn(language));
      expect(subject).toMatch(/ \((?:ärende|case) 0abc-1def-2ghj-3kmn\)$/);
      expect(subject).not.toMatch(/042137|@|\d{4}-\d{2}-\d{2}|Nordvik|HubSpot/);
      subjects.set(`${kind}/${language}`, (subjects.get(`${kind}/${language}`) ?? new Set()).add(subject));
    }
    for (const [key, set] of subjects)
      if (!/^(?:answer-ready|complaint-acknowledgement|staff-alert)\//.test(key)) expect(set.size).toBe(1);
  });

  it('only the person gets the link to the case', async () => {
    for (const { language, content, kind } of everyLetter)
      if (
        [
          'recipient-notice',
          'processor-task',
          'staff-alert',
          'contact-changed',
          'redirect',
          'forwarded',
          'breach-notice',
          'deceased',
        ].includes(kind)
      )
        expect((await renderLetter(content, frameIn(language))).text).not.toContain('key=');
  });

  it('the old contact point learns neither what was requested nor the new address', async () => {
    for (const language of languages) {
      const text = await textOf('contact-changed', language, 1, { rights: ['erasure'] });
      expect(text).not.toMatch(/radering|erasure|registerutdrag|access/);
      // The only addresses in it are ours.
      expect(text.match(/[\w.]+@[\w.]+/g)?.every((address) => address.startsWith('dataskydd'))).toBe(true);
    }
  });

  it('an address that is not confirmed learns neither what was requested nor the link to the case', async () => {
    for (const language of languages) {
      const text = await textOf('one-time-code', language, 5, { rights: ['erasure'] });
      expect(text).toContain('042137');
      expect(text).not.toMatch(/radering|erasure|registerutdrag|access|key=|\/cases\//);
    }
  });

  it('staff get a case number and a date, and nothing about the person', async () => {
    for (const { language, content, kind } of everyLetter)
      if (kind === 'staff-alert') {
        const { text } = await renderLetter(content, frameIn(language, { rights: ['objection'] }));
        expect(text).not.toMatch(/invändning|objection|example\.org/);
      }
  });

  it('other organisations do not learn what was requested', async () => {
    for (const { language, content, kind } of everyLetter)
      if (kind === 'recipient-notice' || kind === 'processor-task')
        expect((await renderLetter(content, frameIn(language))).text).not.toMatch(
          /registerutdrag|your request|din begäran/i,
        );
  });

  it('M20 confirms nothing: it has the same text whatever data are held, and names nobody whom the person did not name [002-37] [004-16]', async () => {
    for (const language of languages) {
      const text = await textOf('redirect', language, 1);
      expect(text).not.toMatch(/vi har dina uppgifter|vi behandlar dina|we hold|we process your/i);
      expect(text).not.toContain('Vårdcentralen');
    }
  });
});

describe('An answer says only that nothing was found, never that nothing exists', () => {
  it('so it stays true if a law forbids to say that data are held', async () => {
    for (const language of languages)
      for (const [kind, situation] of [
        ['answer-ready', 3],
        ['answer-ready', 4],
        ['recipients', 2],
      ] as const)
        expect(await textOf(kind, language, situation)).not.toMatch(
          /Vi har inga|Det enda vi har|inte lämnat|We hold no|All that we have|have not given/,
        );
  });
});

describe('The links of a letter', () => {
  it('include the authority wherever the text names it', async () => {
    for (const { language, content } of everyLetter) {
      const { html, text } = await renderLetter(content, frameIn(language));
      const linked = seenIn(html).links.some(({ address }) => address === 'https://www.imy.se');
      expect(linked).toBe(text.includes('https://www.imy.se'));
    }
  });
});
