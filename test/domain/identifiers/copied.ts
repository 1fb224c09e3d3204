/** The telephone number +46 70 174 06 10 as it is copied from address books and printed lists. */
export const copiedNumbers = [
  '(070) 174 06 10',
  '(070)174 06 10',
  '(+46) 70 174 06 10',
  '\u202d070-174 06 10\u202c',
  '+46701740610\u200e',
  '\u2068+46 70 174 06 10\u2069',
  '070\u202f174\u202f06\u202f10',
  '070\u2212174 06 10',
  '+46 (0)70-174 06 10',
  '070-174 06 10',
];

/** The personnummer 18900101-9802 as registers and people write it. */
export const copiedPersonnummer = ['18900101 9802', '18900101 - 9802', '18900101\u00a09802'];
