import * as z from 'zod';

/** The rights that a person can request, by the article that gives them (GDPR 15-18, 20, 21, 7(3)). */
export const rights = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'consent-withdrawal',
] as const;
export const rightSchema = z.enum(rights);
export type Right = z.infer<typeof rightSchema>;
