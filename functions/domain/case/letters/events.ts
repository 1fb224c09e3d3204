import * as z from 'zod';
import { event, ofTopic, ordinal } from '../log/event.ts';
import { contactRefSchema } from '../vocabulary.ts';
import { letterSchema } from './letters.ts';

/** The announcement of a letter, and the result of sending it. */
export const letterEventSchema = z.discriminatedUnion('type', [
  event('letter-intended', 2, { letter: letterSchema, attempt: ordinal }),
  event('letter-sent', 2, { letter: letterSchema, attempt: ordinal }),
  /** The service for mail or SMS did not accept the letter. Sending is tried again as long as the letter is owed. */
  event('letter-failed', 2, { letter: letterSchema, attempt: ordinal }),
  /**
   * A mail system reports that the letter permanently failed to reach its contact point (RFC 3464: `failed`, 5.x.x).
   */
  event('letter-returned', 1, { letter: letterSchema, to: contactRefSchema }),
]);
export type LetterEvent = Readonly<z.infer<typeof letterEventSchema>>;
export const isLetterEvent = ofTopic(letterEventSchema);
