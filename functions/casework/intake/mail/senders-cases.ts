import { isSilent } from '#domain/case/lifecycle/hold-rules.ts';
import type { OpenCase } from '#domain/mail/classify.ts';
import { compareWriter } from '#domain/mail/person-name.ts';
import { likenessOf } from '#domain/mail/same-person.ts';
import type { Controller } from '#domain/organisation/organisation.ts';
import type { Casework } from '../../commit/casework.ts';
import { loadCase } from '../../commit/commit-command.ts';
import { identifierHash } from '../../commit/keys.ts';
import { isFull } from './mail-contact.ts';

/** The cases of whoever writes from an address, with the company that is asked. */
export interface SendersCases {
  /** Oldest first; not the one that this mail itself has opened, nor any that is silently held. */
  readonly open: readonly OpenCase[];
  /** One is full of mail already, or there are more than one mailbox of people has. */
  readonly crowded: boolean;
}

/** Open cases of one address from which on a further mail in its name is answered only where its sender is proven. */
const manyOpen = 10;
/** Cases of one address, ended and held ones too; `Summaries.ofPerson` gives no more than the first of them. */
const many = 100;

/**
 * Looks up the sender's cases; `sender` is `null` where nobody can be told. A case that is silently held is left out:
 * somebody else may have sent it in this name, and nobody hears of what joins it.
 */
export async function casesOfSender(
  casework: Casework,
  sender: string | null,
  controller: Controller,
  own: string,
): Promise<SendersCases> {
  if (sender === null) return { open: [], crowded: false };
  const all = await casework.summaries.ofPerson(casework.keys.personHash({ kind: 'email', value: sender }));
  const open: OpenCase[] = [];
  let full = false;
  for (const { list, controller: id, caseId, rights } of all) {
    if (list !== 'open' || id !== controller.id || caseId === own) continue;
    const { state } = await loadCase(casework, caseId);
    if (state === undefined || isSilent(state)) continue;
    const profile = await casework.profiles.get(caseId);
    if (profile === undefined) continue;
    full ||= isFull(profile, false);
    const person = {
      known: [...state.common.facts.claimed, ...state.common.proofs.map(({ identifier }) => identifier)],
      identified: state.common.proofs.length > 0,
    };
    open.push({
      reference: caseId,
      rights,
      likeness: (stated, names) =>
        likenessOf(
          stated.map((one) => ({ kind: one.kind, hash: identifierHash(profile.caseKey, one) })),
          person,
          compareWriter(names, profile.names),
        ),
    });
  }
  return { open, crowded: full || open.length >= manyOpen || all.length >= many };
}
