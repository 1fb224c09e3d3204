import { oursBy, type Ours } from '#domain/mail/sender/own-addresses.ts';
import { intakeAddresses } from '#domain/organisation/controller.ts';
import type { Controller, Organisation } from '#domain/organisation/organisation.ts';
import { controllersAt } from '#domain/organisation/scope.ts';

/** The controller that a mail is addressed to. `known` is false if staff have to decide which controller is meant. */
export interface MailRecipient {
  readonly controller: Controller;
  readonly known: boolean;
}

/**
 * Finds the controller to which a mail belongs, by those of our addresses to which it was sent. The controller is
 * uncertain if several controllers share the mailbox, or if the mail goes to two of them. The calendar of the first
 * controller is then used.
 */
export function recipientOf(organisation: Organisation, addresses: readonly string[]): MailRecipient {
  const asked = new Set(addresses.flatMap((address) => controllersAt(organisation, address)));
  const [only] = organisation.controllers;
  const [first = only] = asked;
  if (first === undefined) throw new Error('the organisation has no controller');
  return { controller: first, known: asked.size === 1 || organisation.controllers.length === 1 };
}

/**
 * Our own addresses and domains: every address at which requests arrive, those of the data protection officer and of
 * the escalation, and the domains of the websites. Mail from them is mail from a colleague.
 */
export function oursOf({ controllers }: Organisation): Ours {
  const told = controllers.flatMap(({ dataProtectionOfficer, escalation }) => [
    dataProtectionOfficer?.email,
    escalation,
  ]);
  const addresses = [...controllers.flatMap(intakeAddresses), ...told.filter((one) => one !== undefined)];
  return oursBy(
    addresses,
    controllers.map(({ website }) => website),
  );
}
