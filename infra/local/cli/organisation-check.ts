import { readFile } from 'node:fs/promises';
import { checkOrganisation } from '#infra/constructs/described-organisation.ts';
import { withHelp } from './command-line.ts';

const help = `utdrag organisation check FILE.yaml

Checks the description of an organisation, and prints one JSON object:
  ok         whether the system would start with it
  problems   what has to be corrected: path in the file, and what was expected
  warnings   where it conflicts with the law: path, row of the table of conflicts, article, and in sv and en what
             is said, what the law says, and what is done instead. The system starts in spite of them.
Exit code 0: ok; 1: there are problems, or the file cannot be read.`;

/** The command `utdrag organisation check`: lists the mistakes in a description of an organisation. */
export const organisationCheck = withHelp(help, async (args, out) => {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0) throw new Error('usage: organisation check FILE.yaml');
  const fail = (problems: readonly { readonly path: string; readonly message: string }[]): number => {
    out(JSON.stringify({ ok: false, file, problems, warnings: [] }));
    return 1;
  };
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return fail([{ path: 'the file', message: 'it cannot be read' }]);
  }
  const checked = checkOrganisation(text);
  if (!checked.ok) return fail(checked.problems);
  out(JSON.stringify({ ok: true, file, problems: [], warnings: checked.conflicts }));
  return 0;
});
