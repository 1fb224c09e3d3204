import { invalid, type Normalised } from './identifier.ts';
import { readableText } from './readable-text.ts';

/**
 * Checks an e-mail address and gives its normal form. Upper and lower case make no difference. Two Unicode spellings of
 * the same letter count as equal, and so do `xn--5ca.se` and `å.se`. Every other difference counts, because
 * `an.s+x@x.se` and `an.s@x.se` may be two people. The local part may contain only characters that occur in real
 * addresses, so that no text can be read as two addresses.
 */
export function normaliseEmail(raw: string): Normalised {
  const read = readableText(raw);
  if (!read.ok) return invalid(read.reason);
  const match = /^([A-Za-z0-9.!#$%&'*+/=?^_`{|}~\u00a1-\uffff-]{1,64})@([^@\s]{1,190})$/.exec(read.text);
  const [, local = '', domain = ''] = match ?? [];
  if (match === null || local.startsWith('.') || local.endsWith('.') || local.includes('..') || /\s/.test(local))
    return invalid('not-an-address');
  const folded = local.normalize('NFC').toLowerCase();
  // Some characters that are not ASCII become ASCII letters here, such as the Kelvin sign (k). Such an address is
  // refused, because it would become another address.
  if (isAscii(folded) && !isAscii(local)) return invalid('not-an-address');
  const ascii = asciiDomain(domain);
  if (ascii === undefined) return invalid('not-an-address');
  const address = `${folded}@${ascii}`;
  return address.length > 254 ? invalid('too-long') : { valid: true, identifier: { kind: 'email', value: address } };
}

function isAscii(text: string): boolean {
  return /^[\u0000-\u007f]*$/.test(text);
}

/**
 * The host name in ASCII (`xn--...` for a label with other letters), or `undefined` if it is not valid or has only one
 * label.
 */
function asciiDomain(domain: string): string | undefined {
  if (!URL.canParse(`http://${domain}/`)) return undefined;
  const host = new URL(`http://${domain}/`).hostname;
  const labels = host.split('.');
  const isName = labels.length > 1 && labels.every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label));
  const isAddress = /^[\d.]+$/.test(host);
  // The URL parser drops or decodes what a host name cannot contain, such as a port. A domain with such signs is
  // refused, and so is a domain whose number of labels the parser has changed.
  const sameLength = domain.split(/[.\u3002\uff0e\uff61]/).length === labels.length;
  return isName && !isAddress && sameLength && !/[/:?#[\]\\%]/.test(domain) ? host : undefined;
}
