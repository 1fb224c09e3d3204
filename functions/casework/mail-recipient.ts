import { domainOf, emailAddress } from '#domain/mail/sender.ts';
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

/** Mail services that anybody may have an address with: to have a mailbox there makes nobody a colleague. */
const publicServices = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com hotmail.se live.com live.se msn.com icloud.com me.com mac.com yahoo.com
  yahoo.se proton.me protonmail.com telia.com bredband.net comhem.se tele2.se spray.se passagen.se gmx.de gmx.net web.de
  t-online.de online.no hotmail.no mail.dk luukku.com`.split(/\s+/),
);

/** Our own domains: those of every address at which requests arrive. Mail from one of them is a colleague's. */
export function ownDomainsOf(organisation: Organisation): readonly string[] {
  const addresses = organisation.controllers.flatMap((one) => intakeAddresses(one).map(emailAddress));
  const domains = addresses.flatMap((address) => (address === undefined ? [] : [domainOf(address)]));
  return [...new Set(domains)].filter((domain) => !publicServices.has(domain));
}
