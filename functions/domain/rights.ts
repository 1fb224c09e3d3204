import * as z from 'zod';

/** The rights that a person can request: GDPR Art. 15, 16, 17, 18, 20, 21 and 7(3), in this order. */
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
