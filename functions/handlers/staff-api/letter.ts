import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { accessTo } from '#casework/staff/case-access.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { loadCase } from '#casework/commit/commit-command.ts';
import { contactOf } from '#casework/profile/contact-of.ts';
import { recordView, type ViewStores } from '#casework/review/record-view.ts';
import { composeLetter } from '#casework/letters/compose-letter.ts';
import { codedId, letterOfId } from '#domain/case/letters/coded-letter.ts';
import { channelOf, owedLetter } from '#domain/case/letters/letters.ts';
import { printedLetter } from '#letters/print.ts';
import { safeHeaders } from '../http/problem.ts';
import type { Member } from '../staff/member.ts';
import { forbidden, lockedOut, notFound } from '../staff/refusals.ts';

/**
 * Responds with an owed letter as a page to print, at `now` (ISO 8601), after the look at it is recorded. For a letter by mail or SMS the status is 404.
 * Staff must not see the link and the code in such a letter: whoever has them counts as the reader of the mailbox (Art.
 * 32).
 */
export async function letter(
  work: Casework,
  stores: ViewStores,
  member: Member,
  id: string,
  letterId: string,
  now: string,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { state } = await loadCase(work, id);
  const profile = await work.profiles.get(id);
  if (state === undefined || profile === undefined) return notFound();
  const access = await accessTo(work, state.common, member);
  if (!access.ok) return await lockedOut(access);
  if (!member.roles.has('case-worker')) return forbidden();
  const named = letterOfId(letterId);
  const owed = named === undefined ? undefined : owedLetter(state, named, now);
  const channel = owed === undefined ? undefined : channelOf(state, owed, now);
  if (owed === undefined || channel?.by !== 'post') return notFound();
  const seen = { kind: 'printed-letter', letter: codedId(owed.letter) } as const;
  await recordView(work, stores, state, { member: member.id, seen }, now);
  const { letter: rendered } = await composeLetter(work, state, profile, owed, now);
  const contact = contactOf(profile, channel.to.hash);
  const recipient = contact?.kind === 'postalAddress' ? contact.value.split('\n') : [];
  return {
    statusCode: 200,
    headers: { ...safeHeaders, 'content-type': 'text/html; charset=utf-8' },
    body: await printedLetter(rendered, { recipient, language: state.common.facts.language }),
  };
}
