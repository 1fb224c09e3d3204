import { describe, expect, test } from 'vitest';
import { routeTable } from '#infra/local/aws/api-gateway/routes.ts';

const find = routeTable(
  [
    'ANY /{proxy+}',
    'GET /pets/{proxy+}',
    'GET /pets/{kind}/{id}',
    'GET /pets/dog/{id}',
    'ANY /pets/dog/1',
    'POST /pets/dog/1',
    'GET /',
  ].map((key) => {
    const [method = '', path = ''] = key.split(' ');
    return { method, path, function: 'pets', auth: 'none' } as const;
  }),
);

const keyOf = (method: string, path: string): string | undefined => {
  const found = find(method, path === '/' ? [] : path.slice(1).split('/'));
  return found === undefined ? undefined : `${found.route.method} ${found.route.path}`;
};

describe('the most specific route that matches path and method is taken', () => {
  test.each([
    ['POST', '/pets/dog/1', 'POST /pets/dog/1'],
    ['PATCH', '/pets/dog/1', 'ANY /pets/dog/1'],
    ['GET', '/pets/dog/1', 'ANY /pets/dog/1'],
    ['GET', '/pets/dog/2', 'GET /pets/dog/{id}'],
    ['POST', '/pets/dog/2', 'ANY /{proxy+}'],
    ['GET', '/pets/cat/2', 'GET /pets/{kind}/{id}'],
    ['GET', '/pets/cat/2/tail', 'GET /pets/{proxy+}'],
    ['GET', '/pets', 'ANY /{proxy+}'],
    ['GET', '/', 'GET /'],
    // No name has an empty value; what takes all that is left takes these as well.
    ['GET', '//', 'ANY /{proxy+}'],
    ['GET', '/pets//1', 'GET /pets/{proxy+}'],
    ['GET', '/pets/dog/', 'GET /pets/{proxy+}'],
  ])('%s %s goes to %s', (method, path, key) => {
    expect(keyOf(method, path)).toBe(key);
  });

  test('POST / goes nowhere: a greedy part takes at least one', () => {
    expect(keyOf('POST', '/')).toBeUndefined();
  });
});

test.each([
  ['GET /a/{x}', 'GET /a/{y}'],
  ['GET /a', 'GET /a'],
  ['GET a'],
  ['GET /a/{x+}/b'],
  ['GET /a/x{y}'],
  ['GET /a//b'],
])('a table that cannot be told apart or read is refused: %s', (...keys) => {
  const routes = keys.map((key) => {
    const [method = '', path = ''] = key.split(' ');
    return { method, path, function: 'pets', auth: 'none' } as const;
  });
  expect(() => routeTable(routes)).toThrow(/route/);
});
