/**
 * The mailbox that an address most likely belongs to. The owner's addition (`olle+shop@`, RFC 5233) is removed, and so
 * are the dots that Gmail ignores; `googlemail.com` counts as `gmail.com`. Any number of addresses can belong to one
 * mailbox.
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
