/** The message after a command that in some cases needs the approval of a second member of staff. */
export const savedOrProposed = {
  sv: 'Sparat. Måste en kollega instämma gäller det först då.',
  en: 'Saved. If a colleague must agree, it takes effect when they have agreed.',
};
