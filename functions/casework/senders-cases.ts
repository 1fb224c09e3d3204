import { isSilent } from '#domain/case/hold-rules.ts';
import type { OpenCase } from '#domain/mail/classify.ts';
import { likenessOf } from '#domain/mail/same-person.ts';
import type { Controller } from '#domain/organisation/organisation.ts';
import type { Casework } from './casework.ts';
import { loadCase } from './commit-command.ts';
import { identifierHash } from './keys.ts';

/**
 * The open cases of whoever writes from this address, with the company that is asked; not the one that this mail itself
 * has opened. A case that is silently held is left out: somebody else may have sent it in this name, and nobody hears of
 * what joins it.
 */
export async function openCasesOf(
  casework: Casework,
  sender: string | null,
  controller: Controller,
  own: string,
): Promise<readonly OpenCase[]> {
  if (sender === null) return [];
  const all = await casework.summaries.ofPerson(casework.keys.personHash({ kind: 'email', value: sender }));
  const open: OpenCase[] = [];
  for (const { list, controller: id, caseId, rights } of all) {
    if (list !== 'open' || id !== controller.id || caseId === own) continue;
    const { state } = await loadCase(casework, caseId);
    if (state.status === 'absent' || isSilent(state)) continue;
    const profile = await casework.profiles.get(caseId);
    if (profile === undefined) continue;
    const person = {
      known: [...state.facts.claimed, ...state.proofs.map(({ identifier }) => identifier)],
      identified: state.proofs.length > 0,
    };
    open.push({
      reference: caseId,
      rights,
      likeness: (stated) =>
        likenessOf(
          stated.map((one) => ({ kind: one.kind, hash: identifierHash(profile.caseKey, one) })),
          person,
        ),
    });
  }
  return open;
}
