import { auditVerify, exportVerify } from './verify.ts';
import { connectorCheck } from './connector-check.ts';
import { deadline } from './deadline.ts';
import { identifier } from './identifier.ts';
import { mailClassify } from './mail-classify.ts';
import { schemaPrint } from './schema-print.ts';

const usage = `npm run --silent utdrag -- COMMAND

  export verify FILE.zip       whether an answer is whole and unchanged; prints one JSON object
  audit verify FILE.jsonl      whether an exported log is whole and unchanged; prints one JSON object
  connector check NAME         runs the conformance suite against the connector's own stand-in
  mail classify FILE.eml [--verdicts JSON]
                               what a mail would be taken for; prints one JSON object
  deadline < FILE.jsonl        when requests must be answered; one JSON line for each line
  identifier < FILE.jsonl      whether identifiers are valid, and in normal form; one JSON line for each line
  schema print NAME            the JSON Schema of a format: request, staff-command, organisation,
                               manifest, case, audit-line
Exit: 0 good, 1 not good, 2 a command that is not known.`;

type CommandLine = (args: readonly string[], out: (line: string) => void) => Promise<number>;

const commands: ReadonlyMap<string, CommandLine> = new Map([
  ['export verify', exportVerify],
  ['audit verify', auditVerify],
  ['connector check', connectorCheck],
  ['mail classify', mailClassify],
  ['deadline', deadline],
  ['identifier', identifier],
  ['schema print', schemaPrint],
]);

const words = process.argv.slice(2);
const two = commands.get(words.slice(0, 2).join(' '));
const command = two ?? commands.get(words[0] ?? '');
const args = words.slice(two === undefined ? 1 : 2);
const help = words.includes('--help');
if (command === undefined) {
  console.error(usage);
  process.exitCode = help ? 0 : 2;
} else
  try {
    process.exitCode = await command(args, (line) => console.log(line));
  } catch (error) {
    console.error(error instanceof Error ? error.message : 'the command broke down');
    process.exitCode = 1;
  }
