import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { registrationSchema } from '#api/register.ts';
import { staffCommandSchema } from '#api/staff-command.ts';
import type { WaitingFor } from '#api/staff.ts';
import type { FailureCode } from '#connectors/sdk/failure.ts';
import { decisionSchema } from '#domain/case/decisions/events.ts';
import { eventSchema } from '#domain/case/events.ts';
import { refuse, type RefusedBy } from '#domain/case/refusals/refuse.ts';
import type { RefusalRule } from '#domain/case/refusals/rules.ts';
import {
  askReasonSchema,
  channelSchema,
  circumstanceSchema,
  endingSchema,
  holdReasonSchema,
  levels,
  matterSchema,
  refusalGroundSchema,
  silentLawSchema,
} from '#domain/case/vocabulary.ts';
import { markLines } from '#domain/mail/marks.ts';
import { identifierKinds } from '#domain/identifiers/identifier.ts';
import { methodSchema } from '#domain/identity-methods/methods.ts';
import { languages } from '#domain/language.ts';
import { rights } from '#domain/rights.ts';
import { mayRetry, needsReload, troubleFrom } from '#web/console/src/api/problem.ts';
import { attemptOf } from '#web/console/src/logic/attempt.ts';
import { urgencyOf } from '#web/console/src/logic/due.ts';
import { statuses } from '#web/console/src/logic/known.ts';
import { caseAddress, placeOf } from '#web/console/src/logic/place.ts';
import { staffCommands } from '#commands/list.ts';
import { taskWords } from '#web/console/src/words/command-words.ts';
import { english } from '#web/console/src/words/en.ts';
import {
  dateInWords,
  instantInWords,
  languageInWords,
  moneyInWords,
  sizeInWords,
} from '#web/console/src/words/format.ts';
import { fieldsInWords, ruleInWords } from '#web/console/src/words/refused.ts';
import { swedish } from '#web/console/src/words/sv.ts';
import {
  actorWords,
  outcomeInWords,
  technicalEvents,
  wordFor,
  type ConsoleWords,
} from '#web/console/src/words/console-words.ts';

const both: readonly (readonly [string, ConsoleWords])[] = [
  ['English', english],
  ['Swedish', swedish],
];

// The compiler compares these lists with the types of the casework and the connectors: a missing value is an error
// here.
const waits: Readonly<Record<WaitingFor, true>> = {
  '': true,
  'staff-decision': true,
  'circumstance-decision': true,
  'subject-code': true,
  'search-approval': true,
  'stronger-proof': true,
  'identifier-decision': true,
  'system-answers': true,
  release: true,
  'second-release': true,
  unsettled: true,
};
const failures: Readonly<Record<FailureCode, true>> = {
  unauthorised: true,
  forbidden: true,
  throttled: true,
  unavailable: true,
  timeout: true,
  unreadable: true,
  'unexpected-answer': true,
  refused: true,
  'not-declared': true,
  'incomplete-answer': true,
  'cursor-loop': true,
  'too-many-pages': true,
  'nothing-to-search-by': true,
  'too-large': true,
  'address-refused': true,
  'unread-records': true,
};
const eventTypes = eventSchema.options.map((option) => option.shape.type.value);

describe.each(both)('in %s', (_, words) => {
  test('all values that the API can return have words', () => {
    const named: readonly (readonly [Readonly<Record<string, string>>, readonly string[]])[] = [
      [words.statuses, statuses],
      [words.waiting, Object.keys(waits)],
      [words.events, eventTypes],
      [words.holds, holdReasonSchema.options],
      [words.case.marks, Object.keys(markLines)],
      [words.channels, channelSchema.options],
      [words.rights, rights],
      [words.languages, languages],
      [words.identifiers, identifierKinds],
      [words.terms.matters, matterSchema.options],
      [words.terms.levels, levels],
      [words.terms.methods, methodSchema.options],
      [words.terms.circumstances, circumstanceSchema.options],
      [words.terms.askReasons, askReasonSchema.options],
      [words.terms.grounds, refusalGroundSchema.options],
      [words.terms.groundLaws, refusalGroundSchema.options],
      [words.terms.silentLaws, silentLawSchema.options],
      [words.terms.endings, endingSchema.options],
      [words.terms.proposals, decisionSchema.options.map((option) => option.shape.kind.value)],
      [words.failures, [...Object.keys(failures), 'manual-search-failed']],
    ];
    for (const [table, codes] of named) {
      expect(Object.keys(table).toSorted()).toEqual([...codes].toSorted());
      const texts = Object.values(table);
      expect(texts.filter((text) => text.trim() === '')).toEqual([]);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  test('the texts of a command are in the file of the command; the console has only the texts that forms share', () => {
    expect(Object.keys(words.forms).toSorted()).toEqual([
      'internalHint',
      'letterHint',
      'none',
      'perLine',
      'twoPersons',
    ]);
  });

  test('the days left are written correctly before, on and after the day', () => {
    const said = [-2, -1, 0, 1, 2].map(words.daysLeft);
    expect(new Set(said).size).toBe(5);
    expect(said[0]).toContain('2');
    expect(said.join(' ')).not.toContain('-');
  });

  test('every command has its own title', () => {
    const language = words === swedish ? 'sv' : 'en';
    const titles = Object.values(staffCommands).flatMap(({ type, variants = {} }) =>
      ['', ...Object.keys(variants)].map((variant) => taskWords(type, language, variant).title),
    );
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each([
    ['ask', 'identity', /12(\.|\()6/],
    ['refuse', '', /12(\.|\()4/],
    ['extend', '', /12(\.|\()3/],
    ['charge-fee', '', /12(\.|\()5/],
    ['stop-processing', '', /21(\.|\()3.*7(\.|\()3/],
    ['record-breach', '', /33/],
    ['correct-receipt', '', /12(\.|\()3/],
    ['redirect', '', /28(\.|\()3/],
  ] as const)('the rule of %s names its article', (type, variant, article) => {
    expect(taskWords(type, words === swedish ? 'sv' : 'en', variant).text).toMatch(article);
  });

  test('every field of a command and of a registration has a name', () => {
    const named = [z.toJSONSchema(staffCommandSchema), z.toJSONSchema(registrationSchema, { io: 'input' })];
    expect(Object.keys(words.fields).toSorted()).toEqual([...new Set(named.flatMap(namesIn))].toSorted());
    expect(Object.values(words.fields)).not.toContain('');
  });

  test('an unknown code of a later version is shown unchanged', () => {
    expect(wordFor(words.statuses, 'hibernating')).toBe('hibernating');
    expect(wordFor(words.events, 'constructor')).toBe('constructor');
  });

  test('viewers see which acts were their own', () => {
    expect(actorWords(words, 'staff:staff-a', 'staff-a')).toBe(words.actors.you);
    expect(actorWords(words, 'staff:staff-b', 'staff-a')).toContain('staff-b');
    expect(actorWords(words, 'clock', 'staff-a')).toBe(words.actors.clock);
  });
});

/** The names of all fields in a JSON Schema, at any depth. */
function namesIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(namesIn)];
}

test('both languages have the same texts', () => {
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shape(each)]))
      : typeof value;
  expect(shape(swedish)).toEqual(shape(english));
});

test('the timeline leaves out only events that exist', () => {
  expect([...technicalEvents].filter((type) => !eventTypes.some((known) => known === type))).toEqual([]);
  expect(technicalEvents.has('release-approved')).toBe(false);
});

test('the urgency changes on the legal date, and five and ten days before it', () => {
  expect([-1, 0, 1, 5, 6, 10, 11].map(urgencyOf)).toEqual(['late', 'today', 'soon', 'soon', 'near', 'near', 'calm']);
});

test('a legal date is the same day in every time zone', () => {
  expect(dateInWords('2026-12-21', 'en')).toBe('21 Dec 2026');
  expect(dateInWords('2026-12-21', 'sv')).toBe('21 dec. 2026');
  expect(dateInWords('soon', 'en')).toBe('soon');
  expect(instantInWords('2026-12-21T23:30:00.000Z', 'en', 'Europe/Stockholm')).toBe('22 Dec 2026, 00:30');
  expect(instantInWords('2026-12-21T23:30:00.000Z', 'en', 'UTC')).toBe('21 Dec 2026, 23:30');
});

test('money and languages have words', () => {
  expect(moneyInWords(15_050, 'SEK', 'en')).toMatch(/SEK\s150\.50/);
  expect(moneyInWords(15_050, 'SEK', 'sv')).toMatch(/150,50\skr/);
  expect(languageInWords('fi', 'en')).toBe('Finnish');
  expect(languageInWords('fi', 'sv')).toBe('finska');
  expect(languageInWords('no such', 'en')).toBe('no such');
});

test('the size of a file has a unit that fits', () => {
  expect([0, 999, 1_499, 999_999, 1_234_567, 2e9, 3e13].map((bytes) => sizeInWords(bytes, 'en'))).toEqual([
    '1 kB',
    '1 kB',
    '1 kB',
    '1,000 kB',
    '1.2 MB',
    '2 GB',
    '30,000 GB',
  ]);
});

describe('the result of a system', () => {
  test.each(both)('in %s is not called empty if it has records that may be the person’s', (_, words) => {
    const nothing = { outcome: 'nothing-held', possible: 0, disputed: 0 } as const;
    expect(outcomeInWords(words, nothing)).toBe(words.outcomes['nothing-held']);
    expect(outcomeInWords(words, { ...nothing, possible: 1 })).toBe(words.uncertain);
    expect(outcomeInWords(words, { ...nothing, disputed: 1 })).toBe(words.uncertain);
    expect(outcomeInWords(words, { ...nothing, outcome: 'found', disputed: 1 })).toBe(words.outcomes.found);
  });
});

describe('the address in the browser', () => {
  test.each(['R-1', 'å/b', '..', '%2F', '#'])('leads to the case %j and back', (reference) => {
    expect(placeOf(caseAddress(reference))).toEqual({ page: 'case', reference });
  });

  test('with any other content leads nowhere', () => {
    expect(placeOf('')).toEqual({ page: 'queue' });
    expect(placeOf('#/')).toEqual({ page: 'queue' });
    expect(placeOf('#/register')).toEqual({ page: 'register' });
    expect(placeOf('#/policy')).toEqual({ page: 'policy' });
    for (const hash of ['#/cases/', '#/cases/a/b', '#/other', '#/cases/%E0%A4%A'])
      expect(placeOf(hash)).toEqual({ page: 'nowhere' });
  });
});

describe('a command', () => {
  const ids = (): (() => string) => {
    let count = 0;
    return () => `id-${(count += 1)}`;
  };

  test('keeps its id while the same click is tried again, and only then', () => {
    const newId = ids();
    const first = attemptOf(undefined, { type: 'release', round: 1 }, 7, newId);
    expect(attemptOf(first, { type: 'release', round: 1 }, 7, newId)).toBe(first);
    expect(attemptOf(first, { type: 'release', round: 1 }, 8, newId).commandId).toBe('id-2');
    expect(attemptOf(first, { type: 'release', round: 2 }, 7, newId).commandId).toBe('id-3');
    expect(attemptOf(undefined, { type: 'release', round: 1 }, 7, newId).commandId).toBe('id-4');
  });
});

describe('a problem', () => {
  const problemOf = ({ code, rule, values }: RefusedBy<RefusalRule>) => ({
    type: `urn:utdrag:problem:${code}`,
    rule,
    values,
  });
  const of = (name: string, status: number) => troubleFrom(status, { type: `urn:utdrag:problem:${name}`, status });

  test('keeps its name, its fields and what the API explains', () => {
    const body = { type: 'urn:utdrag:problem:invalid', detail: 'd', errors: [{ field: 'text', message: 'm' }] };
    const fields = [{ field: 'text', rule: '' }];
    expect(troubleFrom(400, body)).toEqual({ code: 'invalid', status: 400, detail: 'd', rule: '', values: {}, fields });
  });

  test('from a rule is shown in the language of the page, with its date in that language', () => {
    const trouble = troubleFrom(409, problemOf(refuse('asked-too-late-to-rest', { lastDay: '2026-11-27' })));
    expect(ruleInWords(trouble, swedish, 'sv')).toMatch(/utan onödigt dröjsmål, senast den 27 nov\. 2026\./);
    expect(ruleInWords(trouble, english, 'en')).toMatch(/without undue delay, by 27 Nov 2026\./);
    const wanting = troubleFrom(400, {
      ...problemOf(refuse('joins-what-answers-less', { rights: 'rectification, erasure' })),
      errors: [{ field: 'into', message: 'm', rule: 'joins-what-answers-less' }],
    });
    expect(fieldsInWords(wanting, swedish, 'sv')).toEqual([
      'In i vilket ärende: det ärendet omfattar inte de här rättigheterna i begäran: Rättelse, Radering',
    ]);
  });

  test('from a rule that this version of the console does not know has no words', () => {
    for (const rule of ['', 'of-tomorrow', 'constructor'])
      expect(ruleInWords(troubleFrom(409, { rule }), swedish, 'sv')).toBeUndefined();
  });

  test('about fields shows the name of each field and what is wrong with it', () => {
    const errors = [
      { field: 'identifiers[1].value', message: 'm', rule: 'check-digit' },
      { field: 'receivedAt', message: 'm' },
      { field: 'colour', message: 'm' },
    ];
    const trouble = troubleFrom(400, { type: 'urn:utdrag:problem:invalid', errors });
    expect(fieldsInWords(trouble, swedish, 'sv')).toEqual([
      'Annat som personen uppgav 2, Värde: kontrollsiffran stämmer inte',
      'När den nådde oss',
      'colour',
    ]);
  });

  test.each([
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [413, 'too-large'],
    [503, 'busy'],
    [500, 'internal'],
    [418, 'unknown'],
  ])('from a gateway with status %i is explained by the status', (status, code) => {
    for (const body of [{ message: 'No' }, undefined, '<html>', { type: 7 }])
      expect(troubleFrom(status, body).code).toBe(code);
  });

  test('about an old version of the case asks the viewer to load it again, and one of the network to try again', () => {
    expect(needsReload(of('old-seq', 409))).toBe(true);
    expect(needsReload(of('second-person-required', 403))).toBe(true);
    expect(needsReload(of('forbidden', 403))).toBe(false);
    expect(needsReload(of('too-late-to-suspend', 409))).toBe(false);
    expect(mayRetry(of('busy', 503))).toBe(true);
    expect(mayRetry(of('old-seq', 409))).toBe(false);
  });
});
