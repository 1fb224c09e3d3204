import { isSilent } from '#domain/case/lifecycle/hold-rules.ts';
import type { OpenCase } from '#domain/mail/classify.ts';
import { compareWriter } from '#domain/mail/sender/person-name.ts';
import { likenessOf } from '#domain/mail/sender/same-person.ts';
import type { Controller } from '#domain/organisation/organisation.ts';
import type { Casework } from '../../commit/casework.ts';
import { loadCase } from '../../commit/commit-command.ts';
import { identifierHash } from '../../commit/keys.ts';
import { isFull } from './mail-contact.ts';

/** The cases of the sender of a mail, for the controller that the mail is addressed to. */
export interface SendersCases {
  /**
   * The open cases, oldest first. The case that this mail opened is left out, and so are cases that are held without a
   * letter to the sender.
   */
  readonly open: readonly OpenCase[];
  /**
   * Whether the sender has more cases than one person would have, or one of the open cases is full for mails that are
   * not authenticated (`isFull`).
   */
  readonly crowded: boolean;
}

/** If one address has this many open cases, a further mail is answered only if it is authenticated. */
const manyOpen = 10;
/** If one address has this many cases of any kind, a further mail is answered only if it is authenticated. */
const many = 100;

/**
 * Finds the cases of a sender; `sender` is `null` if the mail has no usable From address or its controller is not
 * known. A case that is held without a letter to the sender is left out. A stranger may have sent that request, and
 * nobody would be told of a mail that is added to the case.
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
