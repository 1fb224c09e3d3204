import * as z from 'zod';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { jsonSchema, type Json } from '#domain/json.ts';
import type { TestPerson } from '../sdk/fake.ts';
import { stableNumber } from '../sdk/near-misses.ts';

/** The data of one customer of the stand-in. An empty text stands for a missing value. */
export interface FakeCustomer {
  readonly number: string;
  readonly name: string;
  readonly email: string;
  /** E.164. */
  readonly phone: string;
  /** A personnummer of twelve digits. */
  readonly personnummer: string;
  readonly active: boolean;
  readonly invoices: number;
  /**
   * How somebody typed the e-mail address, the telephone number or the personnummer, if not in the usual spelling of
   * Fortnox.
   */
  readonly spelled?: TestPerson['spelled'];
}

export type FakeRecord = Readonly<Record<string, Json>>;

/** The text of a field; empty if the record does not have the field. */
export function textOf(record: FakeRecord, name: string): string {
  const value = record[name] ?? '';
  return typeof value === 'object' ? '' : String(value);
}

/** The rows of an invoice. */
export function rowsOf(invoice: FakeRecord): readonly FakeRecord[] {
  const rows: unknown = invoice['InvoiceRows'];
  return z.array(z.record(z.string(), jsonSchema)).parse(rows);
}

/** Makes a customer with every field that Fortnox sends. A field without a value is an empty text, as in Fortnox. */
export function customerRecord(customer: FakeCustomer): FakeRecord {
  const { number, name, email, phone, active } = customer;
  const empty = { DeliveryCountryCode: '', DeliveryFax: '', GLNDelivery: '', Project: '', VisitingCountryCode: '' };
  return {
    ...empty,
    CustomerNumber: number,
    Name: name,
    Type: 'PRIVATE',
    OrganisationNumber: customer.spelled?.personnummer ?? dashed(customer.personnummer),
    // People also write their address with capitals, so the stand-in holds it with a capital first letter.
    Email: customer.spelled?.email ?? capitalised(email),
    EmailInvoice: email,
    EmailInvoiceCC: 'ekonomi@byra.example',
    EmailInvoiceBCC: 'arkiv@butiken.example',
    EmailOffer: email,
    EmailOfferCC: 'ekonomi@byra.example',
    EmailOfferBCC: 'arkiv@butiken.example',
    EmailOrder: email,
    EmailOrderCC: 'ekonomi@byra.example',
    EmailOrderBCC: 'arkiv@butiken.example',
    Phone1: customer.spelled?.phone ?? national(phone),
    Phone2: customer.spelled?.phone ?? international(phone),
    Fax: '08-000 00 00',
    WWW: `https://${email.slice(email.lastIndexOf('@') + 1)}`,
    ...address,
    Country: 'Sverige',
    CountryCode: 'SE',
    DeliveryName: 'Grannen Gustav',
    ...deliveryAddress,
    DeliveryCountry: 'Sverige',
    DeliveryPhone1: '070-174 06 98',
    DeliveryPhone2: '070-174 06 97',
    VisitingAddress: 'Exempelgatan 1',
    VisitingZipCode: '111 11',
    VisitingCity: 'Stockholm',
    VisitingCountry: 'Sverige',
    YourReference: name,
    OurReference: 'Karin Kassör',
    ExternalReference: `webb-${number}`,
    Comments: 'Ringde om leveranstiden, vill bli kontaktad på kvällar.',
    InvoiceRemark: 'Tack för att du handlar hos oss!',
    Active: active,
    Currency: 'SEK',
    VATNumber: `SE${customer.personnummer.slice(2)}01`,
    VATType: 'SEVAT',
    GLN: '7300009000000',
    InvoiceDiscount: 5,
    PriceList: 'A',
    TermsOfPayment: '30',
    DefaultDeliveryTypes: { Invoice: 'EMAIL', Offer: 'EMAIL', Order: 'EMAIL' },
    CostCenter: 'BUTIK',
    ShowPriceVATIncluded: true,
  };
}

/** Makes the short form of a customer, as in the response of the list call. */
export function customerRow(record: FakeRecord): FakeRecord {
  const names = ['Address1', 'Address2', 'City', 'CustomerNumber', 'Email', 'Name', 'OrganisationNumber', 'ZipCode'];
  return { ...Object.fromEntries(names.map((name) => [name, record[name] ?? ''])), Phone: record['Phone1'] ?? '' };
}

/**
 * Makes the invoices of a customer, with their rows. The numbers of the invoices are computed from the number of the
 * customer.
 */
export function invoiceRecords(customer: FakeCustomer): readonly FakeRecord[] {
  const first = 10_000 + 10 * stableNumber(`${customer.number} ${customer.email}`, 80_000);
  return Array.from({ length: customer.invoices }, (_, index) => invoiceRecord(customer, first + index, index));
}

function invoiceRecord(customer: FakeCustomer, number: number, index: number): FakeRecord {
  const month = String(1 + 2 * index).padStart(2, '0');
  const rows = [row(1, 'Kaffe, hela bönor, 1 kg', 2, 180), row(2, 'Fönsterputs i hemmet', 1, 640)];
  const net = rows.slice(0, 1 + (index % 2)).reduce((sum, { Total }) => sum + Total, 0);
  return {
    DocumentNumber: String(number),
    InvoiceDate: `2026-${month}-03`,
    DueDate: `2026-${month}-28`,
    FinalPayDate: `2026-${month}-27`,
    DeliveryDate: `2026-${month}-02`,
    InvoiceType: 'INVOICE',
    Net: net,
    TotalVAT: net / 4,
    Total: (net * 5) / 4,
    TotalToPay: (net * 5) / 4,
    Balance: 0,
    Currency: 'SEK',
    OCR: `${number}7`,
    Booked: true,
    Cancelled: index === 2,
    Sent: true,
    Credit: 'false',
    CreditInvoiceReference: '0',
    CustomerNumber: customer.number,
    CustomerName: customer.name,
    OrganisationNumber: customer.spelled?.personnummer ?? dashed(customer.personnummer),
    ...address,
    Country: 'Sverige',
    DeliveryName: 'Grannen Gustav',
    ...deliveryAddress,
    DeliveryCountry: '',
    Phone1: customer.spelled?.phone ?? national(customer.phone),
    Phone2: customer.spelled?.phone ?? international(customer.phone),
    YourReference: customer.name,
    YourOrderNumber: `B-${number}`,
    OurReference: 'Karin Kassör',
    Remarks: 'Tack för ditt köp!',
    Comments: 'Kunden bad om senare leverans.',
    Reminders: index === 1 ? 1 : 0,
    LastRemindDate: index === 1 ? '2026-04-05' : '',
    HouseWork: index % 2 === 1,
    TaxReduction: index % 2 === 1 ? 320 : 0,
    TaxReductionType: index % 2 === 1 ? 'rut' : 'none',
    TermsOfPayment: '30',
    Language: 'SV',
    EmailInformation: {
      EmailAddressFrom: 'faktura@butiken.example',
      EmailAddressTo: customer.email,
      EmailAddressCC: 'ekonomi@byra.example',
      EmailAddressBCC: 'arkiv@butiken.example',
      EmailSubject: `Faktura ${number}`,
      EmailBody: 'Hej! Här kommer din faktura.',
    },
    VoucherSeries: 'B',
    VoucherNumber: index + 1,
    InvoiceRows: rows.slice(0, 1 + (index % 2)),
  };
}

function row(id: number, description: string, quantity: number, price: number) {
  const housework = id === 2;
  return {
    RowId: id,
    ArticleNumber: String(100 + id),
    Description: description,
    DeliveredQuantity: quantity.toFixed(2),
    Unit: housework ? 'h' : 'st',
    Price: price,
    Discount: 0,
    DiscountType: 'PERCENT',
    VAT: 25,
    Total: quantity * price,
    HouseWork: housework,
    ...(housework ? { HouseWorkType: 'CLEANING', HouseWorkHoursToReport: 2 } : {}),
    AccountNumber: 3001,
    CostCenter: 'BUTIK',
  } as const;
}

/** Makes the short form of an invoice, as in the response of the list call. */
export function invoiceRow(record: FakeRecord): FakeRecord {
  const names = ['Balance', 'Booked', 'Cancelled', 'Currency', 'CustomerName', 'CustomerNumber', 'DocumentNumber'];
  const more = ['DueDate', 'InvoiceDate', 'InvoiceType', 'OCR', 'Sent', 'TermsOfPayment', 'Total'];
  return Object.fromEntries([...names, ...more].map((name) => [name, record[name] ?? '']));
}

const address = { Address1: 'Exempelgatan 1', Address2: 'lgh 1101', ZipCode: '111 11', City: 'Stockholm' };
const deliveryAddress = {
  DeliveryAddress1: 'Provvägen 2',
  DeliveryAddress2: 'port B',
  DeliveryZipCode: '222 22',
  DeliveryCity: 'Lund',
};

function dashed(personnummer: string): string {
  return personnummer === '' ? '' : `${personnummer.slice(0, 8)}-${personnummer.slice(8)}`;
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function national(phone: string): string {
  return parsePhoneNumberFromString(phone)?.formatNational() ?? '';
}

function international(phone: string): string {
  return parsePhoneNumberFromString(phone)?.formatInternational() ?? '';
}
