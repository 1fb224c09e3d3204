import * as fc from 'fast-check';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { registrationSchema } from '#api/register.ts';
import { staffCommandSchema } from '#api/staff-command.ts';
import { wishSchema } from '#api/subject-wish.ts';
import { downloadSchema, verificationSchema } from '#api/subject.ts';
import { requestSchema } from '#domain/request.ts';
import { readJson } from '#handlers/http/json.ts';

function errorsOf(schema: z.ZodType, body: unknown): readonly string[] {
  const headers = { 'content-type': 'application/json' };
  const event = { headers, body: JSON.stringify(body) } as unknown as APIGatewayProxyEventV2;
  const read = readJson(event, schema);
  return read.ok ? [] : (read.problem.errors ?? []).map(({ field, message }) => `${field}: ${message}`);
}

const request = {
  controller: 'nordvik',
  rights: ['access'],
  language: 'sv',
  identifiers: [{ kind: 'email', value: 'asa.berg@example.org' }],
};
const allRights = 'access, rectification, erasure, restriction, portability, objection, consent-withdrawal';

describe('A body that is not right', () => {
  it('names each field that is missing and says what it is', () => {
    expect(errorsOf(requestSchema, {})).toEqual([
      'controller: is missing: expected a text',
      `rights: is missing: expected a list of: ${allRights}`,
      'language: is missing: expected one of: sv, en',
      'identifiers: is missing: expected a list',
    ]);
    expect(errorsOf(requestSchema, undefined)).toEqual(['(body): is missing: expected a JSON object']);
  });

  it.each([
    [{ controller: 1 }, 'controller: expected a text'],
    [{ controller: '' }, 'controller: expected at least 1 characters'],
    [{ rights: 'access' }, `rights: expected a list of: ${allRights}`],
    [{ rights: [] }, 'rights: expected at least 1 in the list'],
    [{ rights: ['everything'] }, `rights[0]: expected one of: ${allRights}`],
    [{ rights: ['access', 'access'] }, 'rights: each right once'],
    [{ identifiers: [{ kind: 'email' }] }, 'identifiers[0].value: is missing: expected a text'],
    [{ message: 'x'.repeat(4_001) }, 'message: expected at most 4000 characters'],
    [{ password: 'x' }, 'password: a field that is not known here'],
  ])('%j: %s', (change, error) => {
    expect(errorsOf(requestSchema, { ...request, ...change })).toEqual([error]);
  });

  it('of a command of staff does so too', () => {
    const command = { commandId: '6f2d3f5e-7f0f-4a55-9f8e-0d0a5f6c7b11', expectedSeq: 3 };
    expect(errorsOf(staffCommandSchema, command).join()).toMatch(
      /^type: expected one of: (?:[a-z-]+, )*lift-hold, (?:[a-z-]+, )*assign, /,
    );
    expect(errorsOf(staffCommandSchema, { ...command, type: 'note' })).toEqual(['text: is missing: expected a text']);
    expect(
      errorsOf(staffCommandSchema, { type: 'release', commandId: 'x', expectedSeq: 0, round: 1.5, sheet: 'x' }),
    ).toEqual([
      'commandId: expected a UUID',
      'expectedSeq: expected more than 0',
      'round: expected a whole number',
      'sheet: expected the form that /v1/openapi.json describes',
      'preview: is missing: expected a text',
    ]);
    expect(errorsOf(registrationSchema, { controller: 'nordvik', receivedAt: 'yesterday' })).toEqual(
      expect.arrayContaining([
        'receivedAt: expected a time with its offset, as 2026-11-20T09:00:00Z',
        'channel: is missing: expected one of: email, post, phone, in-person, other',
        'contact: an e-mail address, or a postal address line by line',
      ]),
    );
  });

  it('is never answered with the words of a library, and never with what was sent', () => {
    const schemas = {
      requestSchema,
      staffCommandSchema,
      registrationSchema,
      wishSchema,
      verificationSchema,
      downloadSchema,
    };
    const keys = [
      'controller',
      'rights',
      'language',
      'identifiers',
      'type',
      'commandId',
      'wishId',
      'code',
      'round',
      'contact',
      'x',
    ];
    const value = fc.oneof(
      fc.constantFrom(null, true, 'hemligt', 'note', 'ask', 'complain', -1, 0.5, 1e9, '2026-02-30'),
      fc.array(fc.constantFrom('hemligt', 1, null, {})),
      fc.dictionary(fc.constantFrom('kind', 'value', 'email', 'address'), fc.constantFrom('hemligt', 2, null)),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values<z.ZodType>(schemas)),
        fc.oneof(value, fc.dictionary(fc.constantFrom(...keys), value)),
        (schema, body) => {
          for (const error of errorsOf(schema, body))
            expect(error).not.toMatch(/invalid|\breceived\b|too (?:small|big)|undefined|\bNaN\b|unrecognized|hemligt/i);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
