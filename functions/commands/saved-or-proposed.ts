/** The message after a command that one member of staff may not always decide alone. */
export const savedOrProposed = {
  sv: 'Sparat. Måste en kollega instämma gäller det först då.',
  en: 'Saved. Where a colleague must agree, it holds once they have.',
};
