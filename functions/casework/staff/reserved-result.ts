import type { ReservedResult } from '#api/reserved-result.ts';
import { searchOf, type OpenedCase } from '#domain/case/state.ts';
import type { Findings } from '#store/findings.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { silentLawOf } from '../profile/keep-words.ts';
import { pagesThatCount } from '../search/case-standings.ts';
import { unsealed } from '../search/sealed-results.ts';

/** What the handlers of a reserved system answered; `undefined` if they have not answered. */
export async function reservedResult(
  findings: Findings,
  state: OpenedCase,
  profile: SubjectProfile,
  id: string,
): Promise<ReservedResult | undefined> {
  const { common } = state;
  const sealed = searchOf(state)?.systems.find((one) => one.id === id);
  if (sealed === undefined) return undefined;
  // Its handlers know the result, however strongly the person has proved their identity.
  const system = unsealed(sealed, common, profile, 'strong');
  const reply = system.replies.at(-1);
  if (reply === undefined || reply.result === 'answered') return undefined;
  const entries: ReservedResult['entries'] = [];
  for await (const { findings: written } of pagesThatCount(findings, common.caseId, system))
    for (const { data, attachments } of written)
      entries.push({
        heading: textIn(data['heading']),
        text: data['text'] === undefined ? null : textIn(data['text']),
        files: attachments.map(({ id: file, title, mediaType, bytes }) => ({ file, title, mediaType, bytes })),
      });
  const text = common.sealed.findLast((one) => one.system === id)?.text;
  return {
    result: reply.result,
    ground: reply.ground ?? null,
    law: text === undefined ? null : (silentLawOf(profile, text) ?? null),
    entries,
  };
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
