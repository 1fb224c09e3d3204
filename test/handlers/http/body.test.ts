// What a body may be before its fields are checked.
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { duplicateKeyIn } from '#handlers/http/duplicate-key.ts';
import { readJson } from '#handlers/http/json.ts';

const read = (body: string, type: string | undefined = 'application/json') =>
  readJson(
    { body, headers: type === undefined ? {} : { 'content-type': type } } as unknown as APIGatewayProxyEventV2,
    z.unknown(),
  );
const statusOf = (body: string, type?: string): number => {
  const result = read(body, type);
  return result.ok ? 200 : result.problem.status;
};

describe('The type of a body', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON;charset="UTF-8"',
    'application/merge-patch+json',
  ])('is accepted: %s', (type) => {
    expect(statusOf('{}', type)).toBe(200);
  });

  it.each([
    '',
    'text/plain;charset=UTF-8',
    'application/x-www-form-urlencoded',
    'application/xml',
    'application/jsonp',
    'application/json; charset=iso-8859-1',
    'text/html, application/json',
  ])('is refused with 415: %s', (type) => {
    expect(statusOf('{}', type)).toBe(415);
  });

  it('does not matter where there is no body', () => {
    expect(statusOf('', '')).toBe(200);
  });
});

describe('The bytes of a body', () => {
  const sent = (bytes: Buffer): number => {
    const event = {
      body: bytes.toString('base64'),
      isBase64Encoded: true,
      headers: { 'content-type': 'application/json' },
    };
    const result = readJson(event as unknown as APIGatewayProxyEventV2, z.unknown());
    return result.ok ? 200 : result.problem.status;
  };

  it('are refused with 400 if they are not UTF-8, even if somebody decoded them before us', () => {
    expect(sent(Buffer.from('{"name":"Åsa"}', 'utf8'))).toBe(200);
    expect(sent(Buffer.from('{"name":"Åsa"}', 'latin1'))).toBe(400);
    expect(statusOf(Buffer.from('{"name":"Åsa"}', 'latin1').toString('utf8'))).toBe(400);
  });
});

describe('A key that occurs twice', () => {
  it.each([
    ['{"a":1,"a":1}', 'a'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"list":[{},{"kind":"x","kind":"y"}]}', 'list[1].kind'],
    ['{"outer":{"canary@example.org":1,"canary@example.org":2}}', 'outer.*'],
    ['{"__proto__":1,"__proto__":2}', '*'],
  ])('is refused with its place and without its value: %s', (body, field) => {
    const result = read(body);
    expect(result.ok ? [] : [result.problem.status, ...(result.problem.errors ?? []).map((one) => one.field)]).toEqual([
      400,
      field,
    ]);
    expect(JSON.stringify(result)).not.toContain('canary');
  });

  it('never occurs in a text that is written from a value', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(duplicateKeyIn(text)).toBeUndefined();
      }),
    );
  });
});
