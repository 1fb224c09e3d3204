import type { CommandLine } from './command-line.ts';

const usage = `npm run --silent utdrag -- COMMAND

  export verify FILE.zip       checks every byte of an answer against its manifest; prints one JSON object
  audit verify FILE.jsonl      checks the chain of an exported log against its last line; prints one JSON object
  connector check NAME         runs the conformance suite against the connector's own stand-in
  mail classify FILE.eml [--verdicts JSON]
                               how the system would handle a mail; prints one JSON object
  deadline < FILE.jsonl        when requests must be answered; one JSON line for each line
  identifier < FILE.jsonl      whether identifiers are valid, and in normal form; one JSON line for each line
  screen < FILE.jsonl          where texts hold other people's data or secrets; one JSON line for each line
  organisation check FILE.yaml
                               whether the description of an organisation can be used, and where it conflicts
                               with the law; prints one JSON object
  letter preview --out DIR [--language sv|en] [--code CODE]
                               writes every letter with invented contents; prints the names of the files
  schema print NAME            prints the JSON Schema of a format: request, staff-command, organisation,
                               manifest, case, audit-line
COMMAND --help explains one command.
Exit: 0 success, 1 failure, 2 there is no such command or argument.`;

// The module of a command is loaded only when the command runs. So `deadline` starts without loading the connectors.
const commands: ReadonlyMap<string, () => Promise<CommandLine>> = new Map([
  ['export verify', async () => (await import('./verify.ts')).exportVerify],
  ['audit verify', async () => (await import('./verify.ts')).auditVerify],
  ['connector check', async () => (await import('./connector-check.ts')).connectorCheck],
  ['mail classify', async () => (await import('./mail-classify.ts')).mailClassify],
  ['deadline', async () => (await import('./deadline.ts')).deadline],
  ['identifier', async () => (await import('./identifier.ts')).identifier],
  ['screen', async () => (await import('./screen.ts')).screenTexts],
  ['organisation check', async () => (await import('./organisation-check.ts')).organisationCheck],
  ['letter preview', async () => (await import('./letter-preview.ts')).letterPreview],
  ['schema print', async () => (await import('./schema-print.ts')).schemaPrint],
]);

const words = process.argv.slice(2);
const two = commands.get(words.slice(0, 2).join(' '));
const load = two ?? commands.get(words[0] ?? '');
const args = words.slice(two === undefined ? 1 : 2);
const wantsHelp = words.includes('--help') || words.includes('-h');
if (load === undefined) {
  if (wantsHelp) console.log(usage);
  else console.error(`${notKnown()}\n\n${usage}`);
  process.exitCode = wantsHelp ? 0 : 2;
} else
  try {
    const command = await load();
    process.exitCode = await command(args, (line) => console.log(line));
  } catch (error) {
    console.error(error instanceof Error ? error.message : 'the command failed with an unexpected error');
    process.exitCode = 1;
  }

/** Makes the message for an unknown command, with a list of the commands. */
function notKnown(): string {
  const known = [...commands.keys()];
  const [first, second] = words.filter((word) => !word.startsWith('-'));
  const isGroup = known.some((command) => command.startsWith(`${first} `));
  const asked = isGroup && second !== undefined ? `${first} ${second}` : first;
  const said = asked === undefined ? 'Name a command.' : `There is no command "${asked}".`;
  return `${said} The commands are: ${known.join(', ')}.`;
}
