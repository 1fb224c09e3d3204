import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { accessTo } from '#casework/staff/case-access.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { loadCase } from '#casework/commit/commit-command.ts';
import { scanTypeOf } from '#casework/intake/scan.ts';
import { scanKey, type InboundMails } from '#store/inbound-mails.ts';
import type { ScanType } from '#api/register.ts';
import { safeHeaders } from '../http/problem.ts';
import type { Member } from './member.ts';
import { forbidden, lockedOut, notFound } from './refusals.ts';

/** Responds with the scan of a registered request as a download. A browser must not show it as a page of our site. */
export async function scan(
  work: Casework,
  mails: InboundMails,
  member: Member,
  id: string,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { state } = await loadCase(work, id);
  if (state === undefined) return notFound();
  const access = await accessTo(work, state.common, member);
  if (!access.ok) return await lockedOut(access);
  if (!member.roles.has('case-worker') && !member.roles.has('dpo')) return forbidden();
  const profile = await work.profiles.get(id);
  if (state.common.purged || profile === undefined || !profile.inbound.includes(scanKey(id))) return notFound();
  const content = await mails.read(scanKey(id));
  const type = scanTypeOf(content);
  if (type === undefined) throw new Error('the stored object is not a scan');
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
