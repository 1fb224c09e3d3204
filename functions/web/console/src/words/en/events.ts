import { commandEvents } from '../command-words.ts';

/**
 * The English timeline texts. For an event that only a command causes, the text is in the file of the command
 * (`commandEvents`).
 */
export const englishEvents: Readonly<Record<string, string>> = {
  ...commandEvents('en'),
  'case-opened': 'The request was registered',
  'execution-started': 'The workflow was started',
  'code-issued': 'A code was issued',
  'code-tried': 'A code was entered',
  'identity-proven': 'A proof of who asks was accepted',
  'contact-code-awaited': 'The change of address waits for a code',
  'contact-code-entered': 'The code that was mailed to a contact address was entered',
  'search-planned': 'The search was planned',
  'search-started': 'The search of a system began',
  'system-answered': 'The search of a system ended',
  'identifier-learned': 'A new identifier was found in a system',
  'cut-off-reached': 'The time to wait for answers from systems ended',
  screened: 'The content of the answer was fixed',
  'assembly-started': 'The package began to be put together',
  assembled: 'The package was put together',
  delivered: 'The answer was made available to the person',
  'download-granted': 'A temporary address for the download was given out',
  'delivery-revoked': 'An answer was taken back',
  'assembly-stopped': 'The answer must be released again: its package would have differed from what was released',
  'review-decided': 'A decision was made on records of the answer',
  'review-undone': 'A decision on records of the answer was undone',
  'answer-erased': 'A package that nobody may fetch was erased',
  'letter-intended': 'A letter was about to be sent',
  'letter-sent': 'A letter was sent',
  'letter-failed': 'A letter could not be sent',
  'contact-called-unsafe': 'A contact address was reported as unsafe',
  'letter-returned': 'A letter came back',
  'deadline-warned': 'A warning that the legal date is near',
  'status-owed': 'The last day came without an answer: the person must get a letter about the state of the case',
  alerted: 'An alert to staff was planned',
  'decision-proposed': 'A decision was proposed',
  absorbed: 'Another case was joined to this one',
  'case-closed': 'The case was closed',
  'material-purged': 'Findings and packages were erased',
};
