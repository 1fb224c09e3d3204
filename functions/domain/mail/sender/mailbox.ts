/**
 * The mailbox that an address most likely is: without the owner's addition to the name (`olle+shop@`, RFC 5233), and
 * without the dots that Gmail ignores; `googlemail.com` is Gmail as well. One mailbox can have any number of addresses.
 */
export function mailboxOfAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const local = address
    .slice(0, at)
    .replace(/(?<=.)\+.*$/, '')
    .toLowerCase();
  const domain = address.slice(at + 1).toLowerCase();
  return /^(?:gmail|googlemail)\.com$/.test(domain) ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`;
}
