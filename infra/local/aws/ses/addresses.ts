import { decodeWords } from 'postal-mime';

export interface MailAddress {
  /** The display name, decoded; empty if the address has none. */
  readonly name: string;
  readonly address: string;
}

export type AddressReading =
  | { readonly ok: true; readonly address: MailAddress }
  /** `message` says why SES would refuse the address. It contains no part of the address. */
  | { readonly ok: false; readonly message: string };

// Matches a name and an address in angle brackets: `Name <a@example.org>`. A name with special characters must be in
// quotes. Without quotes a mail parser could read `Berg, Eva <a@example.org>` as two recipients.
const named = /^((?:"(?:[^"\\]|\\.)*"|[^"<>@,;:()[\]\\])*)<([^<>]*)>\s*$/;

/**
 * Reads one ASCII address in the forms that SES accepts: `a@example.org` or `Name <a@example.org>`. Letters outside
 * ASCII need an encoded word (RFC 2047) in the name, and Punycode in the domain.
 */
export function readAddress(text: string): AddressReading {
  if (/[^\x20-\x7e]/.test(text)) return illegal('Address contains control or non-ASCII characters');
  const [, written = '', address = text.trim()] = named.exec(text) ?? [];
  const at = address.lastIndexOf('@');
  if (at === -1) return illegal("Missing final '@domain'");
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (local === '') return illegal('Missing local name');
  if (domain === '') return illegal('Missing domain');
  if (/\s/.test(domain)) return illegal('Domain contains control or whitespace');
  if (/\s/.test(local)) return illegal('Local address contains control or whitespace');
  if (local.length > 64 || !/^[^\s@"(),:;<>[\\\]]+$/.test(local) || /^\.|\.\.|\.$/.test(local))
    return illegal('Local address contains illegal character');
  if (!/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(domain))
    return illegal('Domain contains illegal character');
  return { ok: true, address: { name: decodeWords(unquote(written.trim())), address } };
}

function unquote(name: string): string {
  return /^".*"$/.test(name) ? name.slice(1, -1).replace(/\\(.)/g, '$1') : name;
}

function illegal(message: string): AddressReading {
  return { ok: false, message };
}
