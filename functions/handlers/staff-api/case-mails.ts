import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { accessTo } from '#casework/staff/case-access.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { loadCase } from '#casework/commit/commit-command.ts';
import { recordView, type ViewStores } from '#casework/review/record-view.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import { lookAt } from '#domain/mail/parts/mail-parts.ts';
import { isMailKey, type InboundMails } from '#store/inbound-mails.ts';
import { caseMailsSchema } from '#api/case-mail.ts';
import { ok } from '../http/json.ts';
import { safeHeaders } from '../http/problem.ts';
import type { Member } from '../staff/member.ts';
import { forbidden, lockedOut, notFound } from '../staff/refusals.ts';

type Answer = APIGatewayProxyStructuredResultV2;

/** Maximum size of a response in bytes. Lambda allows 6 MB, and base64 adds a third. */
const mostBytes = 4_000_000;

/** How many characters of each mail the list shows. The raw mail has the whole text. */
const mostLetters = 20_000;

/** The stores from which mails are shown. Before each response, the chain of views records who is shown what. */
export interface MailStores extends ViewStores {
  readonly mails: InboundMails;
}

/** Responds with the mails of a case at `now` (ISO 8601): their texts, and a list of their parts. */
export async function caseMails(
  work: Casework,
  stores: MailStores,
  member: Member,
  id: string,
  now: string,
): Promise<Answer> {
  const found = await keysOf(work, member, id);
  if (!found.ok) return found.answer;
  const looked = [];
  // The mails are read one after another. Each can be as large as SES allows, so several might not fit into the memory
  // of the function.
  for (const [index, key] of found.keys.entries()) {
    const raw = await stores.mails.find(key);
    if (raw !== undefined) looked.push({ mail: index + 1, bytes: raw.length, seen: await lookAt(raw) });
  }
  const shown = looked.map(({ mail }) => mail);
  if (shown.length > 0) await record(work, stores, member, found.state, { mails: shown, part: null }, now);
  return ok(caseMailsSchema, {
    mails: looked.map(({ mail, bytes: size, seen }) => ({
      mail,
      bytes: size,
      from: seen?.from ?? '',
      to: seen?.to ?? '',
      replyTo: seen?.replyTo ?? '',
      subject: seen?.subject ?? '',
      date: seen?.date ?? '',
      text: (seen?.text ?? '').slice(0, mostLetters),
      hidden: (seen?.hidden ?? '').slice(0, mostLetters),
      parts: (seen?.parts ?? []).slice(0, 200).map(({ name, type, bytes, shown }, index) => ({
        part: index + 1,
        name,
        type,
        bytes,
        shownAs: shown.as === 'picture' && bytes > mostBytes ? 'nothing' : shown.as,
      })),
    })),
  });
}

/** Responds with one raw mail of a case as plain text. `mail` is its number. */
export async function rawMail(
  work: Casework,
  stores: MailStores,
  member: Member,
  id: string,
  mail: string,
  now: string,
): Promise<Answer> {
  const found = await oneOf(work, stores, member, id, mail);
  if (!found.ok) return found.answer;
  await record(work, stores, member, found.state, { mails: [numberIn(mail)], part: null }, now);
  return letters(found.raw, `${id}-${mail}`);
}

/**
 * Responds with one part of a mail as text or as a picture. `part` is its number. For any other part the response is a
 * text with its name, type and size.
 */
export async function mailPart(
  work: Casework,
  stores: MailStores,
  member: Member,
  id: string,
  { mail, part }: { readonly mail: string; readonly part: string },
  now: string,
): Promise<Answer> {
  const found = await oneOf(work, stores, member, id, mail);
  if (!found.ok) return found.answer;
  const one = (await lookAt(found.raw))?.parts[numberIn(part) - 1];
  if (one === undefined) return notFound();
  await record(work, stores, member, found.state, { mails: [numberIn(mail)], part: numberIn(part) }, now);
  const name = `${id}-${mail}-${part}`;
  const { shown } = one;
  if (shown.as === 'picture' && one.bytes <= mostBytes)
    return inert(shown.content, shown.type, `${name}.${endings[shown.type]}`);
  if (shown.as === 'text') return letters(new TextEncoder().encode(shown.text), name);
  return letters(
    new TextEncoder().encode(
      `Den här filen kan inte visas. / This file cannot be shown.\n\n${one.name}\n${one.type}\n${one.bytes} bytes\n`,
    ),
    name,
  );
}

const endings = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp' } as const;

function letters(bytes: Uint8Array, name: string): Answer {
  return inert(bytes.subarray(0, mostBytes), 'text/plain; charset=utf-8', `${name}.txt`);
}

/**
 * Responds with content from a stranger. The headers forbid the browser to run the content, and to guess another type.
 */
function inert(bytes: Uint8Array, type: string, name: string): Answer {
  return {
    statusCode: 200,
    headers: {
      ...safeHeaders,
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
    },
    isBase64Encoded: true,
    body: Buffer.from(bytes).toString('base64'),
  };
}

async function record(
  work: Casework,
  stores: MailStores,
  member: Member,
  state: OpenedCase,
  shown: { readonly mails: number[]; readonly part: number | null },
  now: string,
): Promise<void> {
  const seen = { kind: 'raw-mail', source: 'mail', ...shown } as const;
  await recordView(work, stores, state, { member: member.id, seen }, now);
}

type Found<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly answer: Answer };

async function oneOf(
  work: Casework,
  { mails }: MailStores,
  member: Member,
  id: string,
  mail: string,
): Promise<Found<{ readonly state: OpenedCase; readonly raw: Uint8Array }>> {
  const found = await keysOf(work, member, id);
  if (!found.ok) return found;
  const key = found.keys[numberIn(mail) - 1];
  const raw = key === undefined ? undefined : await mails.find(key);
  return raw === undefined ? { ok: false, answer: notFound() } : { ok: true, state: found.state, raw };
}

/** The S3 keys of a case's mails, if this member of staff may read them; otherwise the response that refuses it. */
async function keysOf(
  work: Casework,
  member: Member,
  id: string,
): Promise<Found<{ readonly state: OpenedCase; readonly keys: readonly string[] }>> {
  const { state } = await loadCase(work, id);
  if (state === undefined) return { ok: false, answer: notFound() };
  const access = await accessTo(work, state.common, member);
  if (!access.ok) return { ok: false, answer: await lockedOut(access) };
  if (!member.roles.has('case-worker') && !member.roles.has('dpo')) return { ok: false, answer: forbidden() };
  const profile = state.common.purged ? undefined : await work.profiles.get(id);
  return { ok: true, state, keys: (profile?.inbound ?? []).filter(isMailKey) };
}

function numberIn(text: string): number {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0;
}
