import { describe, expect, it } from 'vitest';
import {
  assembleExportSchema,
  awaitConditionSchema,
  caseStepSchema,
  earlierSearchSchema,
  searchSystemSchema,
} from '#workflows/payloads.ts';

const at = '2026-11-20T08:00:00.000Z';

describe('What an execution gives to its functions', () => {
  it.each([
    [caseStepSchema, { caseId: 'C-1', step: 'deliver', round: 1 }],
    [awaitConditionSchema, { caseId: 'C-1', wait: 'Review', round: 1, token: 'token' }],
    [earlierSearchSchema, { caseId: 'C-1', system: 'crm', wave: 1 }],
    [assembleExportSchema, { caseId: 'C-1', round: 1, make: 'package' }],
  ])('contains no time; if an execution that started earlier sends one, it is ignored', (schema, ids) => {
    expect(schema.parse({ v: 2, ...ids })).toEqual({ v: 2, ...ids });
    expect(schema.parse({ v: 1, ...ids, at })).toEqual({ v: 2, ...ids });
    expect(schema.safeParse({ v: 2, ...ids, at }).success).toBe(false);
    expect(schema.safeParse({ v: 1, ...ids }).success).toBe(false);
    expect(schema.safeParse({ v: 1, ...ids, at, more: 1 }).success).toBe(false);
  });

  it('orders the package if an earlier execution names nothing else', () => {
    const ids = { v: 2, caseId: 'C-1', round: 1 };
    expect(assembleExportSchema.parse(ids)).toEqual({ ...ids, make: 'package' });
  });

  it('names the order of a search; an execution without orders is recognised', () => {
    const ids = { caseId: 'C-1', system: 'crm', wave: 1 };
    expect(searchSystemSchema.parse({ v: 3, ...ids, run: 0 })).toEqual({ v: 3, ...ids, run: 0 });
    expect(searchSystemSchema.safeParse({ v: 2, ...ids }).success).toBe(false);
    expect(earlierSearchSchema.safeParse({ v: 3, ...ids, run: 0 }).success).toBe(false);
    expect(earlierSearchSchema.safeParse({ v: 2, ...ids }).success).toBe(true);
  });
});
