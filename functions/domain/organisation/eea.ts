/** The country codes of the European Economic Area: the Member States of the EU, Iceland, Liechtenstein and Norway. */
export const eea: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);
