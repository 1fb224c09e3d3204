import { codes } from '../sdk/field.ts';

/** The roles of a party in a document [doc]. */
export const roles = codes({
  signing_party: ['Undertecknar', 'Signs'],
  viewer: ['Läser', 'Reads'],
  approver: ['Godkänner', 'Approves'],
});

/** The channels through which a party is invited [doc]. */
export const deliveryMethods = codes({
  email: ['E-post', 'E-mail'],
  mobile: ['Sms', 'Text message'],
  email_mobile: ['E-post och sms', 'E-mail and text message'],
  pad: ['På avsändarens skärm', "On the sender's screen"],
  api: ['En länk från avsändaren', 'A link from the sender'],
});

export const deliveryStatus = codes({
  unknown: ['Okänd', 'Unknown'],
  not_delivered: ['Inte lämnad', 'Not delivered'],
  delivered: ['Lämnad', 'Delivered'],
  deferred: ['Fördröjd', 'Deferred'],
});

/**
 * The methods by which a party proves its identity [doc]. Methods of other countries are not listed; the answer shows
 * their codes unchanged.
 */
export const authentication = codes({
  standard: ['Ingen', 'None'],
  sms_pin: ['Kod i sms', 'Code by text message'],
  se_bankid: ['Svenskt BankID', 'Swedish BankID'],
});

/** The statuses of a document [doc]. */
export const documentStatus = codes({
  preparation: ['Utkast', 'Draft'],
  pending: ['Väntar på underskrift', 'Waits for signatures'],
  closed: ['Undertecknat av alla', 'Signed by all'],
  canceled: ['Återkallat', 'Cancelled'],
  timedout: ['Tiden gick ut', 'The time ran out'],
  rejected: ['Avböjt', 'Rejected'],
  document_error: ['Fel', 'Error'],
});

/** The kinds of entry in the log of a document [doc]. */
export const historyStatus = codes({
  draft: ['Utkast', 'Draft'],
  initiated: ['Påbörjat', 'Started'],
  sent: ['Skickat', 'Sent'],
  delivered: ['Lämnat', 'Delivered'],
  deliveryproblem: ['Kunde inte lämnas', 'Could not be delivered'],
  read: ['Inbjudan läst', 'Invitation read'],
  opened: ['Öppnat', 'Opened'],
  signed: ['Undertecknat', 'Signed'],
  rejected: ['Avböjt', 'Rejected'],
  cancelled: ['Återkallat', 'Cancelled'],
  timeouted: ['Tiden gick ut', 'The time ran out'],
  prolonged: ['Tiden förlängdes', 'The time was extended'],
  problem: ['Fel', 'Error'],
});
