import * as z from 'zod';
import { answerEventSchema } from './answer/events.ts';
import { circumstanceEventSchema } from './circumstances/events.ts';
import { clockEventSchema } from './clock/events.ts';
import { contactEventSchema } from './contact/events.ts';
import { custodyEventSchema } from './custody/events.ts';
import { decisionEventSchema } from './decisions/events.ts';
import { identityEventSchema } from './identity/events.ts';
import { letterEventSchema } from './letters/events.ts';
import { lifecycleEventSchema } from './lifecycle/events.ts';
import { reviewEventSchema } from './review/events.ts';
import { searchEventSchema } from './search/events.ts';
import { handlingEventSchema } from './handling/events.ts';

/** Every event of a case, by topic. */
export const eventSchema = z.discriminatedUnion('type', [
  ...lifecycleEventSchema.options,
  ...handlingEventSchema.options,
  ...circumstanceEventSchema.options,
  ...identityEventSchema.options,
  ...contactEventSchema.options,
  ...searchEventSchema.options,
  ...reviewEventSchema.options,
  ...answerEventSchema.options,
  ...letterEventSchema.options,
  ...clockEventSchema.options,
  ...decisionEventSchema.options,
  ...custodyEventSchema.options,
]);
export type CaseEvent = Readonly<z.infer<typeof eventSchema>>;
export type EventType = CaseEvent['type'];
export type EventOf<Type extends EventType> = Extract<CaseEvent, { readonly type: Type }>;
