import type { ParsedMail } from '../parts/parse.ts';

/** What a delivery report says of one recipient (RFC 3464, 2.3). */
export interface RecipientFields {
  /** The addresses of the recipient in the report, in lower case. */
  readonly recipients: readonly string[];
  /** The action, in lower case; `null` if the field is missing. */
  readonly action: string | null;
  /** The status, such as `5.1.1`; `null` if the field is missing. */
  readonly status: string | null;
}

/**
 * What happened to a mail of ours, according to a report. `came-back`: the mail permanently failed to arrive.
 * `given-up`: it failed for a temporary reason (4.x.x), and no mail system tries again. `on-the-way`: it was delayed,
 * delivered, passed on to another mail system (`relayed`) or to the members of a list (`expanded`), or the report is
 * unclear.
 */
export type DeliveryOutcome = 'came-back' | 'given-up' | 'on-the-way';

/** The fields about each recipient in a delivery report. */
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
 * What happened to a mail that was sent to this address (in lower case). If the report does not name the address, for
 * example because an alias replaced it by another address, the fields of all recipients count. If the fields of a
 * report contradict each other, the least serious outcome counts.
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
 * The outcome according to a report that has no fields of RFC 3464. The mail failed only if the text or the field
 * X-Failed-Recipients says so, and the text does not say that delivery is tried again.
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
