import { describe, expect, it } from 'vitest';
import { identifier } from '#infra/local/cli/identifier.ts';
import {
  interimNumbers,
  invalidNumbers,
  invalidOrganisationNumbers,
  judgedOn,
  organisationNumbers,
  validNumbers,
} from '../../../domain/identifiers/vectors.ts';
import { copiedNumbers, copiedPersonnummer } from '../../../domain/identifiers/copied.ts';
import { runOnValues, runUtdrag } from './lines.ts';

const invalid = (kind: string, code: string): object => ({
  kind,
  valid: false,
  normalized: null,
  masked: null,
  reason: expect.stringMatching(new RegExp(`^${code}: .{10}`)) as string,
});
const valid = (kind: string, normalized: string, masked: string): object => ({
  kind,
  valid: true,
  normalized,
  masked,
  reason: null,
});
const person = 'personnummer';

const cases: readonly (readonly [line: object, answer: object])[] = [
  ...validNumbers.map(
    ({ typed, digits, kind, birthDate }) =>
      [
        { kind: person, value: typed, today: judgedOn },
        { ...valid(kind, digits, `${digits.slice(0, 8)}-••••`), birthDate },
      ] as const,
  ),
  ...copiedNumbers.map((value) => [{ kind: 'phone', value }, valid('phone', '+46701740610', '+46•••10')] as const),
  ...copiedPersonnummer.map(
    (value) =>
      [
        { kind: person, value, today: judgedOn },
        { ...valid(person, '189001019802', '18900101-••••'), birthDate: '1890-01-01' },
      ] as const,
  ),
  ...invalidNumbers.map(
    ([typed, reason]) => [{ kind: person, value: typed, today: judgedOn }, invalid(person, reason)] as const,
  ),
  ...interimNumbers.flatMap(([value, normal]) => [
    [{ kind: person, value, today: judgedOn }, invalid(person, 'interim-number')] as const,
    [
      { kind: person, value, today: judgedOn, allowInterim: true },
      { ...valid(person, normal, '20000101-••••'), birthDate: '2000-01-01' },
    ] as const,
  ]),
  ...organisationNumbers.map(
    ([value, digits]) =>
      [
        { kind: 'organisationNumber', value },
        valid('organisationNumber', digits, `${digits.slice(0, 6)}-••••`),
      ] as const,
  ),
  ...invalidOrganisationNumbers.map(
    ([value, reason]) => [{ kind: 'organisationNumber', value }, invalid('organisationNumber', reason)] as const,
  ),
  [{ kind: 'email', value: ' Asa.Berg@Example.ORG' }, valid('email', 'asa.berg@example.org', 'a•••@example.org')],
  [{ kind: 'email', value: 'asa.berg+x@example.org' }, valid('email', 'asa.berg+x@example.org', 'a•••@example.org')],
  [{ kind: 'email', value: 'asa@example' }, invalid('email', 'not-an-address')],
  [{ kind: 'phone', value: '070-174 06 05' }, valid('phone', '+46701740605', '+46•••05')],
  [{ kind: 'phone', value: '20 12 34 56', region: 'DK' }, valid('phone', '+4520123456', '+45•••56')],
  [{ kind: 'phone', value: '070-174' }, invalid('phone', 'not-a-phone-number')],
  [{ kind: 'customerNumber', value: ' K-104882 ' }, valid('customerNumber', 'K-104882', 'K•••2')],
  [{ kind: 'orderNumber', value: '10' }, valid('orderNumber', '10', '••')],
  [{ kind: 'contractNumber', value: 'AV-1' }, valid('contractNumber', 'AV-1', 'A•••1')],
  [{ kind: 'customerNumber', value: '' }, invalid('customerNumber', 'empty')],
];

describe('utdrag identifier', () => {
  it('answers every vector, as a separate process', async () => {
    const input = cases.map(([line]) => JSON.stringify(line)).join('\n');
    const { code, stdout, stderr } = await runUtdrag(['identifier'], input);
    expect(stderr).toBe('');
    const answers = stdout.split('\n');
    expect(answers.pop()).toBe('');
    expect(answers.map((line): unknown => JSON.parse(line))).toEqual(cases.map(([, answer]) => answer));
    // An invalid value is a result and not an error.
    expect(code).toBe(0);
  });

  it('judges as of today if no day is given', async () => {
    const { answers } = await runOnValues(identifier, [
      { kind: person, value: '202201012396' },
      { kind: person, value: '202201012396', today: '2021-12-31' },
      { kind: person, value: '220101-2396', today: '2021-12-31' },
    ]);
    expect(answers).toMatchObject([
      { valid: true },
      { valid: false, reason: expect.stringMatching(/^in-the-future: /) as string },
      { valid: true, birthDate: '1922-01-01' },
    ]);
  });

  it('shows a whole identifier only in its normal form, and nothing of an invalid one', async () => {
    const { answers } = await runOnValues(
      identifier,
      cases.map(([line]) => line),
    );
    for (const [index, answer] of answers.entries()) {
      const { normalized, masked, reason } = answer as Record<string, string | null>;
      const [line] = cases[index]!;
      const { value } = line as { value: string };
      if (normalized !== null) expect(masked).not.toContain(normalized);
      else if (value.length > 3) expect(reason).not.toContain(value.trim());
    }
  });

  it.each([
    ['no object', 'secret', 'the line is not a JSON object'],
    ['no kind', { value: 'secret' }, 'kind: must be one of email, phone, personnummer'],
    ['a kind that is none', { kind: 'secret', value: 'x' }, 'kind: must be one of'],
    ['no value', { kind: 'email' }, 'value: must be a text'],
    ['a number for a value', { kind: person, value: 198_012_312_388 }, 'value: must be a text'],
    ['a day that is none', { kind: person, value: 'secret', today: '2026-02-30' }, 'today: must be a date'],
    ['a text for yes', { kind: person, value: 'secret', allowInterim: 'yes' }, 'allowInterim: must be true or false'],
    [
      'a country that is none',
      { kind: 'phone', value: '070', region: 'secret' },
      'region: must be the code of a country',
    ],
    ['a region that is no text', { kind: 'phone', value: '070', region: 46 }, 'region: must be a text'],
  ])('names the field, and repeats no value: %s', async (_, line, words) => {
    const good = { kind: 'email', value: 'asa@example.org' };
    const { code, answers } = await runOnValues(identifier, [good, line, good]);
    expect(code).toBe(1);
    expect(answers).toHaveLength(3);
    expect(answers[1]).toEqual({ error: expect.stringContaining(words) as string });
    expect(JSON.stringify(answers[1])).not.toMatch(/secret|1980/);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('its help describes the input and the output, and it accepts no arguments', async () => {
    const { code, stdout } = await runUtdrag(['identifier', '--help'], '');
    expect(code).toBe(0);
    for (const word of ['contractNumber', 'allowInterim', 'region', 'today', 'normalized', 'birthDate', 'masked'])
      expect(stdout).toContain(word);
    expect(await runUtdrag(['identifier', '19801231-2388'], '')).toMatchObject({ code: 2, stdout });
  });
});
