import type { Unread } from '../sdk/connector.ts';

/** Data about a person in Fortnox that the search does not read. */
export const doesNotRead: readonly Unread[] = [
  {
    what: {
      sv: 'Ordrar, offerter, avtal, betalningar, skattereduktioner (rot och rut), bifogade filer, leverantörer, anställda och verifikationer',
      en: 'Orders, offers, contracts, payments, tax reductions (ROT and RUT), attached files, suppliers, employees and vouchers',
    },
    why: {
      sv: 'Sökningen läser bara kunder och deras fakturor.',
      en: 'The search reads customers and their invoices only.',
    },
  },
  {
    what: {
      sv: 'Fakturor till någon annan, till exempel ett företag, där du bara är nämnd som referens',
      en: 'Invoices to somebody else, such as a company, that only name you as reference',
    },
    why: {
      sv: 'Fakturor söks genom kunden, inte genom sin text.',
      en: 'Invoices are searched by customer, not by their text.',
    },
  },
  {
    what: {
      sv: 'Kunder där din e-postadress bara står som adress för faktura, offert eller order, eller ditt telefonnummer bara som nummer två',
      en: 'Customers that have your e-mail address only for invoices, offers or orders, or your telephone number only as the second one',
    },
    why: {
      sv: 'Fortnox sökning jämför bara den första adressen och det första numret.',
      en: 'The search of Fortnox compares only the first address and the first number.',
    },
  },
];
