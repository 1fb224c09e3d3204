import path from 'node:path';
import { parseArgs } from 'node:util';
import { jsonReporter, textReporter } from '../demo/reporter.ts';
import { runDemo, type DemoExit } from '../demo/run-demo.ts';

const usage = `npm run demo -- [--out DIR] [--request FILE.json | --eml FILE.eml [--verdicts JSON]] [--json] [--fail SYSTEM] [--data DIR]

Handles one request from its receipt to a delivered, verified answer, with no cloud and no network.
  --out DIR        where export.zip, mail/*.eml, audit.jsonl and case.json are written (default: out)
  --request FILE   the request to send; the stand-ins of the systems get records of the person in it
  --eml FILE       a raw mail, stored where the mail service would store it
  --verdicts JSON  what the mail service says of the mail, e.g. {"dmarc":"FAIL"} (default: all PASS)
  --json           one JSON object a line instead of words
  --fail SYSTEM    the vendor of this system responds with errors until the first answer was sent
  --data DIR       keep the state there (default: a temporary folder)
Exit: 0 delivered and verified, 3 the request is held or the mail contains no request, 1 anything else.`;

async function main(): Promise<DemoExit> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: 'out' },
      request: { type: 'string' },
      eml: { type: 'string' },
      verdicts: { type: 'string' },
      data: { type: 'string' },
      fail: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (values.request !== undefined && values.eml !== undefined) throw new Error('give --request or --eml, not both');
  const { json, help: _, out, request, eml, verdicts, data, fail } = values;
  const folder = path.resolve(out);
  const report = (json ? jsonReporter : textReporter)((line) => console.log(line), Date.now);
  const exit = await runDemo(
    {
      out: folder,
      ...(request === undefined ? {} : { request }),
      ...(eml === undefined ? {} : { eml }),
      ...(verdicts === undefined ? {} : { verdicts }),
      ...(data === undefined ? {} : { data: path.resolve(data) }),
      ...(fail === undefined ? {} : { fail }),
    },
    report,
  );
  report.tell({ event: 'finished', data: { exit, out: folder } });
  return exit;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : 'the demo failed with an unexpected error');
  process.exitCode = 1;
}
