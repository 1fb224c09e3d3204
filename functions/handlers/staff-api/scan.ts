import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { accessTo } from '#casework/staff/case-access.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { loadCase } from '#casework/commit/commit-command.ts';
import { scanTypeOf } from '#casework/intake/scan.ts';
import { recordView } from '#casework/review/record-view.ts';
import { scanKey } from '#store/inbound-mails.ts';
import type { ScanType } from '#api/register.ts';
import { safeHeaders } from '../http/problem.ts';
import type { MailStores } from './case-mails.ts';
import type { Member } from '../staff/member.ts';
import { forbidden, lockedOut, notFound } from '../staff/refusals.ts';

/**
 * Responds with the scan of a registered request as a download at `now` (ISO 8601), after the look is recorded. A
 * browser must not show the scan as a page of our site.
 */
export async function scan(
  work: Casework,
  stores: MailStores,
  member: Member,
  id: string,
  now: string,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { state } = await loadCase(work, id);
  if (state === undefined) return notFound();
  const access = await accessTo(work, state.common, member);
  if (!access.ok) return await lockedOut(access);
  if (!member.roles.has('case-worker') && !member.roles.has('dpo')) return forbidden();
  const profile = await work.profiles.get(id);
  if (state.common.purged || profile === undefined || !profile.inbound.includes(scanKey(id))) return notFound();
  const content = await stores.mails.read(scanKey(id));
  const type = scanTypeOf(content);
  if (type === undefined) throw new Error('the stored object is not a scan');
  const seen = { kind: 'raw-mail', source: 'scan' } as const;
  await recordView(work, stores, state, { member: member.id, seen }, now);
  return {
    statusCode: 200,
    headers: {
      ...safeHeaders,
      'content-type': type,
      'content-disposition': `attachment; filename="${id}.${endings[type]}"`,
      'content-security-policy': "default-src 'none'; sandbox",
    },
    isBase64Encoded: true,
    body: Buffer.from(content).toString('base64'),
  };
}

const endings: Readonly<Record<ScanType, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};
