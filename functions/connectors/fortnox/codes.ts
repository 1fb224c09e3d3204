import { codes } from '../sdk/field.ts';

/** The meanings of Fortnox's own codes [spec]. A code that is not in this file appears unchanged in the answer. */
export const customerType = codes({ PRIVATE: ['Privatperson', 'Private person'], COMPANY: ['Företag', 'Company'] });

export const vatType = codes({
  SEVAT: ['Svensk moms', 'Swedish VAT'],
  SEREVERSEDVAT: ['Omvänd svensk moms', 'Reversed Swedish VAT'],
  EUREVERSEDVAT: ['Omvänd moms inom EU', 'Reversed VAT within the EU'],
  EUVAT: ['Moms inom EU', 'VAT within the EU'],
  EXPORT: ['Export', 'Export'],
});

export const invoiceType = codes({
  INVOICE: ['Faktura', 'Invoice'],
  AGREEMENTINVOICE: ['Avtalsfaktura', 'Invoice by agreement'],
  INTRESTINVOICE: ['Räntefaktura', 'Invoice for interest'],
  SUMMARYINVOICE: ['Samlingsfaktura', 'Collective invoice'],
  CASHINVOICE: ['Kontantfaktura', 'Cash invoice'],
});

export const taxReductionType = codes({
  none: ['Ingen', 'None'],
  rot: ['ROT', 'ROT (repairs and building)'],
  rut: ['RUT', 'RUT (household work)'],
  green: ['Grön teknik', 'Green technology'],
});

export const invoiceLanguage = codes({ SV: ['Svenska', 'Swedish'], EN: ['Engelska', 'English'] });

export const discountType = codes({ AMOUNT: ['Belopp', 'Amount'], PERCENT: ['Procent', 'Per cent'] });

/** The kinds of household work for which Swedish law gives a tax reduction. */
export const houseWorkType = codes({
  CONSTRUCTION: ['Bygg', 'Building'],
  ELECTRICITY: ['El', 'Electricity'],
  GLASSMETALWORK: ['Glas och plåt', 'Glass and sheet metal'],
  GROUNDDRAINAGEWORK: ['Mark och dränering', 'Ground and drainage'],
  MASONRY: ['Murning', 'Masonry'],
  PAINTINGWALLPAPERING: ['Målning och tapetsering', 'Painting and wallpapering'],
  HVAC: ['VVS', 'Heating, water and sanitation'],
  HOMEMAINTENANCE: ['Tillsyn av bostaden', 'Care of the home'],
  MOVINGSERVICES: ['Flytt', 'Moving'],
  ITSERVICES: ['IT', 'IT'],
  CLEANING: ['Städning', 'Cleaning'],
  TEXTILECLOTHING: ['Kläder och textil', 'Clothes and textiles'],
  SNOWPLOWING: ['Snöskottning', 'Clearing of snow'],
  GARDENING: ['Trädgård', 'Gardening'],
  BABYSITTING: ['Barnpassning', 'Care of children'],
  OTHERCARE: ['Annan omsorg', 'Other care'],
  OTHERCOSTS: ['Övriga kostnader', 'Other costs'],
});
