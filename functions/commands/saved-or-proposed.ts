/** The message after a command that in some cases needs the approval of a second member of staff. */
export const savedOrProposed = {
  sv: 'Sparat. Om en kollega måste instämma gäller det först när kollegan har gjort det.',
  en: 'Saved. If a colleague must agree, it takes effect when they have agreed.',
};
