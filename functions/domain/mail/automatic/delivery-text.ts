import type { ParsedMail } from '../parts/parse.ts';

/**
 * Whether a mail system generated all words of a delivery report. The subject, the plain text and the HTML may contain
 * only: sentences that mail systems write (`sentences` below); addresses, hosts, codes and dates; words that are also
 * in the fields of the report (RFC 3464) or in the subject of the returned mail. If there are other words, a person
 * must read the mail.
 */
export function isGeneratedReport(mail: ParsedMail): boolean {
  if (mail.cut || mail.undecoded || mail.pictures || mail.attachments > 0) return false;
  if (holdsProse(mail.reportText)) return false;
  const own = [mail.reportText, ...mail.enclosed.map(({ subject }) => subject)].map((text) => wordsIn(text).join(' '));
  const forms = [mail.subject, mail.plain, mail.html?.whole ?? ''];
  return forms.every((form) => form.length <= 20_000 && isGenerated(form, own));
}

/**
 * Whether a field with free text, such as Diagnostic-Code, contains a word that is not in `known`, so that a person may
 * have written it.
 */
function holdsProse(fields: string): boolean {
  const told = fields
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .filter((line) => /^(?:diagnostic-code|x-[\w-]+|will-retry-until|comments?)\s*:/i.test(line))
    .map((line) => line.slice(line.indexOf(':') + 1));
  return told.some((text) => wordsIn(text).some((word) => !known.has(word)));
}

function isGenerated(text: string, own: readonly string[]): boolean {
  const words = wordsIn(text);
  let rest: string[] = [];
  const isTold = (): boolean => rest.length === 0 || own.some((one) => ` ${one} `.includes(` ${rest.join(' ')} `));
  for (let at = 0; at < words.length;) {
    const taken = lengthOfSentence(words, at);
    if (taken === 0) {
      rest.push(words[at] ?? '');
      at += 1;
      continue;
    }
    if (!isTold()) return false;
    rest = [];
    at += taken;
  }
  return isTold();
}

/** The number of words in the sentence of a mail system that begins at an index; 0 if none begins there. */
function lengthOfSentence(words: readonly string[], at: number): number {
  const candidates = byFirstWord.get(words[at] ?? '') ?? [];
  return candidates.find((one) => one.every((word, index) => words[at + index] === word))?.length ?? 0;
}

/**
 * The words of a text. Addresses, hosts, codes, numbers, dates and time zones are left out, because any report may
 * contain them.
 */
function wordsIn(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[’`´]/g, "'")
      .replace(/[^\s:;<>()[\]]+@[^\s:;<>()[\]]+|\bhttps?:\/\/\S+|\b(?:rfc822|dns|smtp|x-[a-z-]+)\s*;/gu, ' ')
      .replace(/\S*\d\S*|(?:[a-z0-9-]+\.)+[a-z-]{2,}\b/gu, ' ')
      .match(/\p{L}+(?:['-]\p{L}+)*/gu)
      ?.filter((word) => !dates.has(word)) ?? []
  );
}

const dates = new Set(
  `mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday jan feb mar apr may jun jul aug sep oct
  nov dec utc gmt cet cest pst pdt est edt am pm`.split(/\s+/),
);

/**
 * Sentences and headings that mail systems write, one in each line. The systems are Amazon SES, Postfix, Exim,
 * Sendmail, Exchange, Gmail and qmail.
 */
const sentences = `
an error occurred while trying to deliver the mail to the following recipients
an error occurred while trying to deliver the mail to the following recipient
this is the mail system at host
this is the mail system at
i'm sorry to have to inform you that your message could not be delivered to one or more recipients
it's attached below
for further assistance please send mail to postmaster
for further assistance please send mail to
if you do so please include this problem report
you can delete your own text from the attached returned message
the mail system
host
host said
said
in reply to rcpt to command
in reply to mail from command
in reply to end of data command
in reply to data command
in reply to helo command
connect to connection timed out
connect to connection refused
connection timed out
host or domain name not found
name service error for name type a host not found
name service error for name type mx host not found
host not found
user unknown
unknown user
mailbox unavailable
mailbox full
mailbox is full
no such user
no such user here
user not found
over quota
recipient address rejected
recipient address rejected user unknown
requested action not taken mailbox unavailable
this is a mime-encapsulated message
this is a permanent error
undelivered mail returned to sender
delayed mail still being retried
undelivered
delivery status notification failure
delivery status notification
delivery status report
delivery report
delivery failure
delivery failed
delivery notification
mail delivery failed
mail delivery failure
mail delivery subsystem
mail delivery system
mail delivery failed returning message to sender
this message was created automatically by mail delivery software
a message that you sent could not be delivered to one or more of its recipients
a message that you sent could not be delivered to all of its recipients
this is a permanent error the following address failed
this is a permanent error the following addresses failed
the following address failed
the following addresses failed
this is a permanent error the following address es failed
the following address es failed
smtp error from remote mail server after rcpt to
smtp error from remote mail server after end of data
smtp error from remote mail server after initial connection
reporting-mta
the original message was received at
the original message was received at from
from unknown
the following addresses had permanent fatal errors
transcript of session follows
returned mail
returned mail see transcript for details
returned mail user unknown
while talking to
reason
message could not be delivered
your message could not be delivered
your message could not be delivered to one or more recipients
your message could not be delivered to one or more of its recipients
your message could not be delivered to the following recipients
your message could not be delivered to the following recipient
your message couldn't be delivered
the following message could not be delivered
the message could not be delivered
your message to couldn't be delivered
your message wasn't delivered
your message wasn't delivered to because the address couldn't be found or is unable to receive mail
your message wasn't delivered to because the address couldn't be found
address not found
message not delivered
message blocked
the response from the remote server was
the response was
learn more here
delivery has failed to these recipients or groups
delivery has failed to these recipients or distribution lists
the email address you entered couldn't be found
please check the recipient's email address and try to resend the message
if the problem continues please contact your email admin
if the problem continues please contact your helpdesk
the recipient's mailbox is full and can't accept messages now
please try resending your message later or contact the recipient directly
diagnostic information for administrators
generating server
remote server returned
undeliverable
failure notice
hi this is the qmail-send program at
i'm afraid i wasn't able to deliver your message to the following addresses
this is a permanent error i've given up
sorry it didn't work out
sorry no mailbox here by that name
kan inte levereras
olevererbart
meddelandet kunde inte levereras
ditt meddelande kunde inte levereras
det gick inte att leverera till följande mottagare eller grupper
det gick inte att leverera meddelandet till följande mottagare
e-postadressen du angav kunde inte hittas
kontrollera mottagarens e-postadress och försök att skicka meddelandet igen
diagnostikinformation för administratörer
genererar server
leveransmeddelande
kan ikke leveres
ikke leverbar
levering til disse mottakerne eller gruppene mislyktes
meldingen kunne ikke leveres
meddelelsen kunne ikke leveres
levering til følgende modtagere eller grupper mislykkedes
unzustellbar
die nachricht konnte nicht zugestellt werden
ihre nachricht konnte nicht zugestellt werden
fehler bei der nachrichtenzustellung an folgende empfänger oder gruppen
viestiä ei voi toimittaa
viestin toimittaminen seuraaville vastaanottajille tai ryhmille epäonnistui
`;

const byFirstWord = new Map<string, readonly (readonly string[])[]>();
for (const line of sentences.split('\n')) {
  const words = wordsIn(line);
  const [first] = words;
  if (first === undefined) continue;
  const known = byFirstWord.get(first) ?? [];
  byFirstWord.set(
    first,
    [...known, words].toSorted((a, b) => b.length - a.length),
  );
}

/** The words of `sentences`, and of the responses of mail servers (RFC 5321, RFC 3463). */
const known: ReadonlySet<string> = new Set([
  ...wordsIn(sentences),
  ...wordsIn(`smtp esmtp lmtp rcpt to from mail data ok denied disabled deleted inactive suspended blocked account recipient
    recipients sender domain exist exists existing not doesn't does valid invalid unable relay relaying access policy spam
    rejected refused temporarily unavailable unrouteable unroutable routing loop detected lookup failed local virtual table
    alias in is no such address addresses for bad destination mailbox storage quota exceeded space insufficient too large
    size limit message try again later please double-checking typos or unnecessary spaces information go reached that the
    you email tried receiving nosuchuser gsmtp resolver adr recipientnotfound recipnotfound found by perm_failure permanent
    failure delivery timed out connection host unreachable server error administrative prohibition greylisted content
    accepted bounce bounced suppression list suppressed user over full unknown exchange verified`),
]);
