import { isSilent } from '#domain/case/lifecycle/hold-rules.ts';
import type { OpenCase } from '#domain/mail/classify.ts';
import { compareWriter } from '#domain/mail/sender/person-name.ts';
import { likenessOf } from '#domain/mail/sender/same-person.ts';
import type { Controller } from '#domain/organisation/organisation.ts';
import type { Casework } from '../../commit/casework.ts';
import { loadCase } from '../../commit/commit-command.ts';
import { identifierHash } from '../../commit/keys.ts';
import { isFull } from './mail-contact.ts';

/** The cases of the person who writes from an address, and the controller that is asked. */
export interface SendersCases {
  /**
   * The open cases, oldest first. Cases that are held without a letter to the sender are left out, and so is the case
   * that this mail itself has opened.
   */
  readonly open: readonly OpenCase[];
  /** One of the cases has no room for further mails, or there are more cases than one person would have. */
  readonly crowded: boolean;
}

/** With this many open cases for one address, a further mail is answered only if its sender is authenticated. */
const manyOpen = 10;
/**
 * With this many cases of one address, including ended and held cases, a further mail is also answered only if its
 * sender is authenticated.
 */
const many = 100;

/**
 * Finds the sender's cases; `sender` is `null` if it is unknown. A case that is held without a letter to the sender is
 * left out: somebody else may have sent the request in this name, and nobody would be told of mails that join the case.
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
