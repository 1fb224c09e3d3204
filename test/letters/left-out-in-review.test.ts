// How the letter with the answer says what the review masked and withheld. It gets the lines of the release.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { organisationSchema } from '#domain/organisation/organisation.ts';
import type { ReviewLine } from '#domain/review/line.ts';
import { leftOutInReview } from '#letters/case-parts.ts';
import { renderLetter } from '#letters/render.ts';
import { caseIn, partRefusal } from '../domain/case/case-book.ts';
import { frameIn } from './read.ts';

const organisation = organisationSchema.parse(
  parse(await readFile(path.join(import.meta.dirname, '../../infra/organisation.yaml'), 'utf8')),
);
const line = (more: Partial<ReviewLine>): ReviewLine => ({
  system: 'hubspot',
  resource: 'note',
  kind: 'masked',
  ground: 'others-rights',
  text: null,
  told: true,
  count: 1,
  ...more,
});
const written = {
  texts: {
    threat: 'Han är hotad.',
    law: JSON.stringify({ reason: 'Den är en hemlighet.', law: 'lagen (2018:558) om företagshemligheter 2 §' }),
    other: 'säkerhetsskyddslagen (2018:585) 8 kap. 3 §',
  },
};
const saidOf = (lines: readonly ReviewLine[], book = caseIn.reviewing()) => {
  if (book.state === undefined) throw new Error('the case is not open');
  const { common, stage } = book.state;
  const state = { common: { ...common, leftOut: new Map([[2, lines]]) }, stage };
  expect(leftOutInReview({ organisation, state, written }, 1)).toEqual([]);
  return leftOutInReview({ organisation, state, written }, 2);
};

it('The lines of one system with one ground become one sentence with their sum, without the kinds of record', () => {
  const said = saidOf([
    line({ count: 2 }),
    line({ resource: 'call' }),
    line({ kind: 'withheld' }),
    line({ kind: 'withheld', text: 'threat', count: 4 }),
    line({ system: 'fortnox' }),
  ]);
  const title = organisation.systems.find(({ id }) => id === 'hubspot')?.title.sv;
  const other = organisation.systems.find(({ id }) => id === 'fortnox')?.title.sv;
  const ground = { code: 'others-rights' };
  expect(said).toEqual([
    { what: `${title} (3 ställen är dolda)`, ground, reason: '' },
    { what: `${title} (1 del är utelämnad)`, ground, reason: '' },
    { what: `${title} (4 delar är utelämnade)`, ground, reason: 'Han är hotad.' },
    { what: `${other} (1 ställe är dolt)`, ground, reason: '' },
  ]);
});

it('The law is named separately from the reason; if there is only the law, it is the whole text', () => {
  const ground = { code: 'other-law' as const };
  expect(
    saidOf([line({ ground: 'other-law', text: 'law' }), line({ ground: 'other-law', text: 'other' })]),
  ).toMatchObject([
    { ground: { ...ground, law: 'lagen (2018:558) om företagshemligheter 2 §' }, reason: 'Den är en hemlighet.' },
    { ground: { ...ground, law: 'säkerhetsskyddslagen (2018:585) 8 kap. 3 §' }, reason: '' },
  ]);
});

it('A line that the person must not be told is not in the letter', () => {
  expect(saidOf([line({ told: false })])).toEqual([]);
});

it('A refused kind of record is told only once: in its letter of refusal and in the answer’s list of refusals', () => {
  const book = caseIn.reviewing();
  book.do(partRefusal(['crm/contacts']));
  const refused = book.state?.common.refusals.at(-1)?.items[0];
  expect(refused).toBeDefined();
  const { system = '', resource = '', text = '' } = refused ?? {};
  expect(saidOf([line({ system, resource, kind: 'withheld', text })], book)).toEqual([]);
  expect(saidOf([line({ resource, text })], book)).toHaveLength(1);
});

it.each([
  [
    'sv',
    'Kundregister (3 ställen är dolda): det skulle skada någon annans rättigheter',
    'artikel 15.4',
    'en gång till',
    'klagomål',
    'domstol',
  ],
  [
    'en',
    'Customer register (3 places are masked): it would adversely affect the rights',
    'Article 15(4)',
    'look at it again',
    'complaint',
    'court',
  ],
] as const)(
  'The letter says what is masked, on which ground, how to ask again, to complain and to go to court (%s)',
  async (language, ...words) => {
    const what = { sv: 'Kundregister (3 ställen är dolda)', en: 'Customer register (3 places are masked)' }[language];
    const statusLink = 'https://portal.nordvik.example/cases/x';
    for (const kind of ['answer-ready', 'supplement-ready'] as const) {
      const common = {
        lastDay: { due: '2026-12-21', unsuspendedDue: '2026-12-21' },
        statusLink,
        availableUntil: '2026-12-04',
        missing: [],
      };
      const leftOut = [{ what, ground: { code: 'others-rights' as const }, reason: '' }];
      const content =
        kind === 'answer-ready'
          ? { kind, answer: 'package' as const, ...common, leftOut }
          : { kind, ...common, leftOut };
      const { text } = await renderLetter(content, frameIn(language));
      for (const word of words) expect(text.replaceAll(/\s+/g, ' ')).toContain(word);
    }
  },
);
