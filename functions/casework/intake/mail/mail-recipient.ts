import { oursBy, type Ours } from '#domain/mail/own-addresses.ts';
import { intakeAddresses } from '#domain/organisation/controller.ts';
import type { Controller, Organisation } from '#domain/organisation/organisation.ts';
import { controllersAt } from '#domain/organisation/scope.ts';

/** Whose mail it is. `known` is false where a person has to say which company is asked. */
export interface MailRecipient {
  readonly controller: Controller;
  readonly known: boolean;
}

/**
 * The controller that a mail to these addresses of ours is for. A mailbox that several companies share, or a mail to
 * two of them, names none for certain; the first one then stands for the clock.
 */
export function recipientOf(organisation: Organisation, addresses: readonly string[]): MailRecipient {
  const asked = new Set(addresses.flatMap((address) => controllersAt(organisation, address)));
  const [only] = organisation.controllers;
  const [first = only] = asked;
  if (first === undefined) throw new Error('the organisation has no controller');
  return { controller: first, known: asked.size === 1 || organisation.controllers.length === 1 };
}

/**
 * What is ours: every address at which requests arrive, those of the data protection officer and of who is told of
 * risks, and the websites. Mail from there is a colleague's.
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
