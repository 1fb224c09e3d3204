const usage = `npm run --silent utdrag -- COMMAND

  export verify FILE.zip       whether an answer is whole and unchanged; prints one JSON object
  audit verify FILE.jsonl      whether an exported log is whole and unchanged; prints one JSON object
  connector check NAME         runs the conformance suite against the connector's own stand-in
  mail classify FILE.eml [--verdicts JSON]
                               what a mail would be taken for; prints one JSON object
  deadline < FILE.jsonl        when requests must be answered; one JSON line for each line
  identifier < FILE.jsonl      whether identifiers are valid, and in normal form; one JSON line for each line
  organisation check FILE.yaml
                               whether a description is right, and where it says what the law does not bear;
                               prints one JSON object
  letter preview --out DIR [--language sv|en] [--code CODE]
                               writes every letter with invented contents; prints the names of the files
  schema print NAME            prints the JSON Schema of a format: request, staff-command, organisation,
                               manifest, case, audit-line
COMMAND --help says more of it.
Exit: 0 good, 1 not good, 2 a command that is not known.`;

type CommandLine = (args: readonly string[], out: (line: string) => void) => Promise<number>;

// Loaded when called: the clock needs none of the connectors.
const commands: ReadonlyMap<string, () => Promise<CommandLine>> = new Map([
  ['export verify', async () => (await import('./verify.ts')).exportVerify],
  ['audit verify', async () => (await import('./verify.ts')).auditVerify],
  ['connector check', async () => (await import('./connector-check.ts')).connectorCheck],
  ['mail classify', async () => (await import('./mail-classify.ts')).mailClassify],
  ['deadline', async () => (await import('./deadline.ts')).deadline],
  ['identifier', async () => (await import('./identifier.ts')).identifier],
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
  // Asked for, it is an answer; else it is what was expected.
  if (wantsHelp) console.log(usage);
  else console.error(usage);
  process.exitCode = wantsHelp ? 0 : 2;
} else
  try {
    const command = await load();
    process.exitCode = await command(args, (line) => console.log(line));
  } catch (error) {
    console.error(error instanceof Error ? error.message : 'the command broke down');
    process.exitCode = 1;
  }
