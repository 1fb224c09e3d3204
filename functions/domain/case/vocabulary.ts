import * as z from 'zod';
import { identifierKinds } from '../identifiers/identifier.ts';

/**
 * The closed lists of values in events, commands and letters. No value is ever removed from a list, because old logs
 * contain it.
 */

/**
 * Who did something. The ids are opaque: the subject id of a member of staff, or the name of a Lambda function or of a
 * state of the workflow. An id is never the name or address of a person.
 */
export const actorSchema = z.strictObject({ kind: z.enum(['subject', 'staff', 'workflow', 'clock']), id: z.string() });
export type Actor = Readonly<z.infer<typeof actorSchema>>;

/**
 * An identifier as the log contains it: a hash with the key of the case. The key is erased with the subject profile.
 * `contactRefSchema` also allows a postal address: letters go to it, but no system is searched by it.
 */
export const identifierRefSchema = z.strictObject({
  kind: z.enum(identifierKinds),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type IdentifierRef = Readonly<z.infer<typeof identifierRefSchema>>;
export const contactRefSchema = z.strictObject({
  kind: z.enum([...identifierKinds, 'postalAddress']),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ContactRef = Readonly<z.infer<typeof contactRefSchema>>;

/** Why a request waits for a member of staff before anything else happens. */
export const holdReasonSchema = z.enum([
  'sender-not-authenticated',
  'sender-ambiguous',
  'infected-attachment',
  // The mail was not checked for viruses: its attachments may contain some.
  'not-scanned',
  'attachment-not-opened',
  'request-unclear',
  'right-handled-by-staff',
  'forwarded-by-colleague',
  'mandate-unchecked',
  'several-people',
  // The sender is a colleague, a mailbox of ours or a mailing list: staff must find out whose request it is.
  'requester-unknown',
  // We cannot send mail to the address that the request came from.
  'sender-not-reachable',
  // The open case for the same address has the name of another person.
  'person-unclear',
  // The mail is marked as automatic or bulk mail, although a person may have written it.
  'maybe-automatic',
  // The forms of one mail (plain text, HTML, words that are not shown) ask for different things.
  'readings-differ',
  // The mail is in a language whose phrases were never tested on mail that other people wrote.
  'language-not-measured',
]);
export type HoldReason = z.infer<typeof holdReasonSchema>;

export const channelSchema = z.enum(['api', 'portal', 'email', 'staff', 'post', 'phone', 'in-person', 'other']);
export type Channel = z.infer<typeof channelSchema>;

/**
 * What a case is about: a request under the rights of the GDPR, or a complaint or claim in the same mail as a request
 * (practice 18).
 */
export const matterSchema = z.enum(['request', 'complaint', 'claim']);
export type Matter = z.infer<typeof matterSchema>;

/**
 * The result of the search of one system. An answer (Art. 15) names every system with its result. `answered`: the
 * handlers of a system that is reserved for them have answered, and the sealed text (`result-sealed`) says what.
 */
export const systemResultSchema = z.enum(['found', 'nothing-held', 'withheld', 'failed', 'answered']);
export type SystemResult = z.infer<typeof systemResultSchema>;

/** How strongly an identity is proven, from weak to strong (EDPB 01/2022, 58-79). */
export const levels = ['contact-point', 'account', 'strong'] as const;
export const levelSchema = z.enum(levels);
export type Level = z.infer<typeof levelSchema>;

/** The purpose of a one-time code: to prove identity, to fetch an answer, to confirm a contact point. */
export const purposeSchema = z.enum(['identity', 'download', 'contact']);
export type Purpose = z.infer<typeof purposeSchema>;

/** Whether a proof of one level suffices where another is needed. */
export function suffices(proven: Level, needed: Level): boolean {
  return levels.indexOf(proven) >= levels.indexOf(needed);
}

/** Grounds on which a request may be refused, wholly or in part. */
export const refusalGroundSchema = z.enum([
  'unfounded',
  'excessive',
  'abuse',
  'others-rights',
  'draft-or-note',
  'not-our-data',
  'other-law',
]);
export type RefusalGround = z.infer<typeof refusalGroundSchema>;

/** Laws that forbid to disclose even that something is withheld (practice 1 in `domain/README.md`). */
export const silentLawSchema = z.enum(['dataskyddslagen-5-1', 'visselblasarlagen-9-1', 'penningtvattslagen-4-9']);
export type SilentLaw = z.infer<typeof silentLawSchema>;

/** How a case can end, apart from the refusal of the whole request. */
export const endingSchema = z.enum([
  'answered',
  'carried-out',
  'cannot-find',
  'not-proven',
  'no-answer',
  'withdrawn',
  'joined',
  'deceased',
  'forwarded',
  'not-a-request',
]);
export type Ending = z.infer<typeof endingSchema>;

/** Facts about the person that other rules depend on (practice 2, 24). */
export const circumstanceSchema = z.enum([
  'child',
  'guardian',
  'protected-identity',
  'threatened',
  'legal-dispute',
  'journalist',
  'shared-mailbox',
  'shared-phone',
]);
export type Circumstance = z.infer<typeof circumstanceSchema>;

/**
 * Whether a circumstance protects somebody. Staff must decide on such a circumstance before the case continues
 * (practice 2).
 */
const protective: Readonly<Record<Circumstance, boolean>> = {
  child: true,
  guardian: true,
  'protected-identity': true,
  threatened: true,
  'legal-dispute': false,
  journalist: false,
  // A code to a shared mailbox or telephone does not prove identity. The other steps of the case continue.
  'shared-mailbox': false,
  'shared-phone': false,
};

export function protectsSomebody(circumstance: Circumstance): boolean {
  return protective[circumstance];
}

/**
 * What happens to a waiting change of the contact point when staff decide that a circumstance applies: it takes effect
 * later, or it is called back.
 */
export const waitingContactSchema = z.enum(['goes-on', 'called-back']);
export type WaitingContact = z.infer<typeof waitingContactSchema>;

/**
 * Why staff ask the person for more information. Staff may ask only for one of these reasons (Art. 12(6), recital 63).
 */
export const askReasonSchema = z.enum([
  'contact-not-known',
  'sensitive-data',
  'contradicting-details',
  'several-people-match',
  'large-amount',
  'request-not-understood',
]);
export type AskReason = z.infer<typeof askReasonSchema>;

/** Why a letter is sent to a member of staff. */
export const alertSchema = z.enum([
  'escalation',
  'held-undecided',
  'late-refusal',
  'breach',
  'breach-hours',
  'letter-bounced',
  'unsuspended-date',
  'legal',
  'stop-at-once',
  'reply-after-end',
  'contact-disputed',
  // A reply asks for something that staff must decide on, because the reply may be somebody else's or may be
  // misunderstood.
  'reply-to-decide',
  // An answer contained records that no longer count as the person's.
  'delivered-not-theirs',
  // The case holds a right that was split off from another request. That request was withdrawn, and the withdrawal may
  // concern this right too.
  'whole-withdrawn',
  // The person says that others read mail to the contact point.
  'contact-unsafe',
]);
export type Alert = z.infer<typeof alertSchema>;
