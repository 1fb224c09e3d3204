import { randomBytes } from 'node:crypto';
import { asLiving, contactAt, type OpenedCase } from '#domain/case/state.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { act } from './act.ts';
import type { Casework } from './casework.ts';
import { contactHash } from './keys.ts';
import { openRequest } from './open-request.ts';
import { keepWords } from './words.ts';

const subject = { kind: 'subject', id: 'subject' } as const;

/**
 * Opens the case of a complaint or of a claim for damages that comes with a request (Art. 77, 79, 82; practice 18): it has
 * a day of receipt of its own, and neither delays nor narrows the request. A further complaint of the same kind is added
 * to the first one's case.
 */
export async function complain(
  doing: {
    readonly casework: Casework;
    readonly state: OpenedCase;
    readonly profile: SubjectProfile;
    readonly commandId: string;
    readonly now: string;
  },
  wish: { readonly text: string; readonly damages: boolean },
): Promise<{ readonly ok: true; readonly reference: string }> {
  const { casework, state, profile, commandId, now } = doing;
  const matter = wish.damages ? 'claim' : 'complaint';
  const contacts = [profile.contact, ...Object.values(profile.contacts)];
  const current = contactAt(state, now).hash;
  const contact = contacts.find((one) => contactHash(profile.caseKey, one) === current) ?? profile.contact;
  const organisation = await casework.organisationAt(state.facts.organisation);
  // The id that a split of this matter has, so that staff who split it off and the person's own wish come to one case.
  const [route, idempotencyKey] = [`split/${state.caseId}`, matter];
  const reference = casework.keys.caseId(route, idempotencyKey);
  const opened = await openRequest(
    casework,
    state.facts.organisation,
    {
      request: {
        controller: state.facts.controller,
        rights: [...state.facts.rights],
        language: state.facts.language,
        identifiers: contact.kind === 'postalAddress' ? [] : [contact],
        message: wish.text,
      },
      controller: controllerOf(organisation, state.facts.controller),
      contact,
      claimed: [...profile.claimed],
    },
    {
      channel: 'portal',
      receivedAt: now,
      route,
      idempotencyKey,
      hold: 'right-handled-by-staff',
      matter,
      origin: { case: state.caseId, as: 'split' },
    },
    randomBytes(32).toString('hex'),
    now,
  );
  if (asLiving(state) !== undefined)
    await act(
      casework,
      state.caseId,
      { commandId, by: subject, command: { type: 'split', matter, rights: [], case: reference } },
      now,
    );
  // What was opened before holds the first complaint's words.
  if (!opened.ok) {
    const text = await keepWords(casework, reference, wish.text);
    await act(casework, reference, { commandId, by: subject, command: { type: 'note', text } }, now);
  }
  return { ok: true, reference };
}
