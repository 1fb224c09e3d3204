import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { classifyMail, type MailContext } from '#domain/mail/classify.ts';
import { parseMail, type ParsedMail } from '#domain/mail/parts/parse.ts';
import { oursBy } from '#domain/mail/sender/own-addresses.ts';
import { emailAddress } from '#domain/mail/sender/sender.ts';
import { noVerdicts, type Verdicts } from '#domain/mail/verdicts.ts';
import { whyInWords } from '#domain/mail/why.ts';
import { readVerdicts } from '../aws/ses-receiving/receipt.ts';
import { withHelp } from './command-line.ts';

const help = `utdrag mail classify FILE.eml [--verdicts JSON]

Prints what the system reads from a raw mail and how it would handle the mail, as one JSON object with the sender,
the language, the rights, the identifiers and others.

  --verdicts JSON   what SES says of the mail, for example
                    {"spf":"PASS","dkim":"PASS","dmarc":"PASS","virus":"PASS","spam":"PASS"}.
                    Without it, or where one is left out, the verdict is missing: a request is then held.

The mail's own headers never count as verdicts. Our domain is taken to be that of the address in the topmost
Received field (else in To), local times are those of Europe/Stockholm, and no case is known.
Exit code 0: classified; 1: the file or the verdicts cannot be read.`;

/** The command `utdrag mail classify`: shows how the system would handle a mail. */
export const mailClassify = withHelp(help, async (args, out) => {
  const read = readArguments(args);
  const fail = (error: string): number => {
    out(JSON.stringify({ error }));
    return 1;
  };
  if (!read.ok) return fail(read.error);
  let raw: Buffer;
  try {
    raw = await readFile(read.file);
  } catch {
    return fail('the file cannot be read');
  }
  const parsed = await parseMail(raw, read.verdicts.virus === 'FAIL' ? 'leave' : 'open');
  if (!parsed.ok) return fail(`this is not a mail that can be read: ${parsed.code}`);
  const classified = classifyMail(parsed.mail, read.verdicts, contextOf(parsed.mail));
  out(JSON.stringify({ ...classified, reason: whyInWords[classified.why] }));
  return 0;
});

function readArguments(
  args: readonly string[],
):
  | { readonly ok: true; readonly file: string; readonly verdicts: Verdicts }
  | { readonly ok: false; readonly error: string } {
  const options = { verdicts: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false });
  const [file, ...more] = positionals;
  const { verdicts: said, ...others } = values;
  if (Object.keys(others).length > 0) return { ok: false, error: 'there is no such option; see --help' };
  const verdicts = said === undefined ? noVerdicts : readVerdicts(String(said));
  if (verdicts === undefined)
    return { ok: false, error: '--verdicts takes a JSON object with spf, dkim, dmarc, virus and spam' };
  if (file === undefined || more.length > 0) return { ok: false, error: 'exactly one file is classified; see --help' };
  return { ok: true, file, verdicts };
}

/**
 * The context of a mail: our address and the time of receipt. The running system knows both; this command reads them
 * from the headers. Our address is the recipient in the topmost Received field, or else the first address in To. The
 * time of receipt is the time in that Received field, or else in Date.
 */
function contextOf(mail: ParsedMail): MailContext {
  const received = mail.headers.get('received')?.[0] ?? '';
  const envelope = emailAddress(/\bfor\s+<?([^\s<>;]{3,254})>?/.exec(received)?.[1] ?? '');
  const addresses = envelope === undefined ? mail.to.map(({ address }) => emailAddress(address)) : [envelope];
  const first = addresses.find((address) => address !== undefined);
  const times = [received.split(';').at(-1) ?? '', mail.headers.get('date')?.[0] ?? ''].map((text) => Date.parse(text));
  const time = times.find((one) => !Number.isNaN(one)) ?? Date.now();
  return {
    ours: first === undefined ? [] : oursBy([first], []),
    receivedAt: new Date(time).toISOString(),
    timeZone: 'Europe/Stockholm',
  };
}
