/** What is missing from a command that the schema alone cannot ask for. */
export interface IncompleteCommand {
  readonly ok: false;
  readonly code: 'incomplete';
  readonly message: string;
}

export function incomplete(message: string): IncompleteCommand {
  return { ok: false, code: 'incomplete', message };
}
