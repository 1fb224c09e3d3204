import { oursBy, type Ours } from '#domain/mail/sender/own-addresses.ts';
import { intakeAddresses } from '#domain/organisation/controller.ts';
import type { Controller, Organisation } from '#domain/organisation/organisation.ts';
import { controllersAt } from '#domain/organisation/scope.ts';

/**
 * The controller to which a mail is addressed. If `known` is false, the controller is a guess, and staff decide which
 * one is meant.
 */
export interface MailRecipient {
  readonly controller: Controller;
  readonly known: boolean;
}

/**
 * Finds the controller to which a mail is addressed. `addresses` are the recipients of the mail. If they are mailboxes
 * of several controllers, the first of these controllers is returned; if of none, the first controller of the
 * organisation. In both cases `known` is false, unless the organisation has only one controller.
 */
export function recipientOf(organisation: Organisation, addresses: readonly string[]): MailRecipient {
  const asked = new Set(addresses.flatMap((address) => controllersAt(organisation, address)));
  const [only] = organisation.controllers;
  const [first = only] = asked;
  if (first === undefined) throw new Error('the organisation has no controller');
  return { controller: first, known: asked.size === 1 || organisation.controllers.length === 1 };
}

/**
 * Our own addresses and domains: all mailboxes for requests, the data protection officer's address, the addresses for
 * escalations, and the domains of the websites. A mail from one of them comes from a colleague.
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
