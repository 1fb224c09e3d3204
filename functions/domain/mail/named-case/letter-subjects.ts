/**
 * The subjects of the letters that a person gets while a case is open, without the number of the case. A mail with one
 * of these subjects replies to that letter, and the subject itself asks for nothing.
 */
export const letterSubjects: ReadonlySet<string> = new Set([
  'Vi har tagit emot din begäran',
  'We have received your request',
  'Din kod',
  'Your code',
  'Vi behöver veta att det är du',
  'We need to know that it is you',
  'Vi kan inte avgöra vilka uppgifter som är dina',
  'We cannot tell which data are yours',
  'Vi behöver mer tid',
  'We need more time',
  'Vi har öppnat ditt ärende igen',
  'We have opened your case again',
  'Vi kunde inte öppna bilagan',
  'We could not open the attachment',
  'En ny kontaktväg i ett ärende',
  'A new contact in a case',
  'Ny länk till ditt ärende',
  'New link to your case',
  'Bekräfta på sidan för ditt ärende',
  'Confirm it on the page of your case',
  'Avgift för din begäran',
  'A fee for your request',
  'Ditt ärende är inte klart',
  'Your case is not finished',
]);
