import type { ParsedMail } from '../parts/parse.ts';

/** What a delivery report says of one recipient (RFC 3464, 2.3). */
export interface RecipientFields {
  /** The addresses by which it names the recipient, in lower case. */
  readonly recipients: readonly string[];
  /** In lower case; `null` where the field is missing. */
  readonly action: string | null;
  /** As in `5.1.1`; `null` where the field is missing. */
  readonly status: string | null;
}

/**
 * The result for a mail of ours, by a report. `came-back`: it permanently failed to arrive. `given-up`: nobody tries
 * any more, for a temporary reason (4.x.x). `on-the-way`: delayed, delivered, relayed, expanded, or uncertain.
 */
export type DeliveryOutcome = 'came-back' | 'given-up' | 'on-the-way';

/** The groups of fields in a report that describe a recipient. */
export function recipientFields(report: string): readonly RecipientFields[] {
  const groups = report
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+(?=\S)/g, ' ')
    .split(/\n\s*\n/);
  return groups.flatMap((group) => {
    const recipients = valuesOf(group, '(?:final|original)-recipient').flatMap(
      (value) => /([^\s<>;,"]{1,300}@[^\s<>;,"]{1,255})/.exec(value)?.[1]?.toLowerCase() ?? [],
    );
    const [action = null] = valuesOf(group, 'action').map((value) => /^[a-z]+/i.exec(value)?.[0].toLowerCase() ?? null);
    const [status = null] = valuesOf(group, 'status').map((value) => /^\d\.\d+\.\d+/.exec(value)?.[0] ?? null);
    return recipients.length > 0 ? [{ recipients, action, status }] : [];
  });
}

function valuesOf(group: string, name: string): readonly string[] {
  return [...group.matchAll(new RegExp(`^${name}[ \\t]*:[ \\t]*(.*)$`, 'gim'))].map(([, value = '']) => value.trim());
}

/**
 * The result for a mail to an address (in lower case). If a report names only other recipients, as after an alias,
 * everything in it concerns our recipient. If it gives several results, the failure is not certain.
 */
export function deliveryOutcome(mail: ParsedMail, address: string | undefined): DeliveryOutcome {
  const named = mail.recipients.filter(({ recipients }) => address !== undefined && recipients.includes(address));
  const told = named.length > 0 ? named : mail.recipients;
  if (told.every(({ action, status }) => action === null && status === null)) return outcomeInWords(mail);
  const outcomes = told.map(outcomeOf);
  if (outcomes.includes('on-the-way')) return 'on-the-way';
  return outcomes.includes('given-up') ? 'given-up' : 'came-back';
}

function outcomeOf({ action, status }: RecipientFields): DeliveryOutcome {
  if (action !== null && action !== 'failed') return 'on-the-way';
  if (status === null) return action === 'failed' ? 'came-back' : 'on-the-way';
  if (status.startsWith('5.')) return 'came-back';
  return action === 'failed' ? 'given-up' : 'on-the-way';
}

/**
 * For a report without these fields: only if it says explicitly that the mail failed, and not that it is tried again.
 */
function outcomeInWords(mail: ParsedMail): DeliveryOutcome {
  const text = `${mail.subject}\n${mail.text}`.slice(0, 20_000);
  if (goesOn.test(text)) return 'on-the-way';
  return mail.headers.has('x-failed-recipients') || failed.test(text) ? 'came-back' : 'on-the-way';
}

const goesOn =
  /\bdelay|\bwarning\b|\bretr(?:y|ied|ying)\b|\btry again\b|\btemporar|\bstill being\b|\bqueued?\b|\b4\.\d{1,3}\.\d{1,3}\b|\b4\d\d[ -]|fördröj|försenad|nytt försök|försöker igen/iu;
const failed =
  /\bpermanent (?:fatal )?(?:error|failure)|\bgiven up\b|\b(?:user|recipient|mailbox|address) (?:unknown|not found|unavailable|does not exist)|\bunknown user\b|\bno such user\b|\bno mailbox here\b|\b(?:could|can) ?not be delivered\b|\b(?:couldn't|wasn't) (?:be )?delivered\b|\bundeliver(?:ed|able)\b|\bdelivery (?:has )?failed\b|\bmail delivery failed\b|\bdelivery failure\b|\bfailure notice\b|\breturned mail\b|\b5\.\d{1,3}\.\d{1,3}\b|\b55\d[ -]|kunde inte levereras|kan inte levereras|gick inte att leverera|olevererbart|unzustellbar|nicht zugestellt werden|kunne ikke leveres|ei voi toimittaa/iu;
