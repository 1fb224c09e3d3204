import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { verifyExport } from '#answer/verify-export.ts';
import { verifyAudit } from '#domain/case/log/audit.ts';
import { withHelp } from './command-line.ts';

const exportHelp = `utdrag export verify FILE.zip

Whether the file is a package as Utdrag writes it. Checks every byte of the zip and each file against the manifest in it,
so a changed, missing or added byte is found. The package is not signed yet: if somebody makes another package with a
manifest that fits it, this check finds no mistake. The event "assembled" in the log of the case has the SHA-256 of the
file that was delivered.
Prints one JSON object: {"ok":true,"entries":N,"signature":"none"}, or {"ok":false,"reason":"…","path":"…"}, where path
is the file in the package that is wrong ("." is the package itself).
Exit code 0: ok; 1: not, or the file cannot be read.`;

const auditHelp = `utdrag audit verify FILE.jsonl

Whether the exported log of a case, or the list of its views (GET /v1/cases/{id}/audit/views), is as it was exported:
each line contains the hash of the line before it, and the last line contains the hash and the number of the last
commit. The anchor bucket of the system shows whether the log or the list really ended there.
Prints one JSON object: {"ok":true,"commits":N}, or {"ok":false,"firstBad":N,"reason":"…"}, where firstBad is the number
of the first line that was changed, dropped, swapped or cut off.
Exit code 0: ok; 1: not, or the file cannot be read.`;

/** `export verify FILE.zip`: verifies a package. */
export const exportVerify = withHelp(exportHelp, async (args, out) => {
  const verdict = await verifyExport(await onlyFile(args, 'export verify FILE.zip'));
  out(JSON.stringify(verdict));
  return verdict.ok ? 0 : 1;
});

/** `audit verify FILE.jsonl`: verifies the log of a case. */
export const auditVerify = withHelp(auditHelp, async (args, out) => {
  const verdict = await verifyAudit(createReadStream(await onlyFile(args, 'audit verify FILE.jsonl')));
  out(JSON.stringify(verdict));
  return verdict.ok ? 0 : 1;
});

async function onlyFile(args: readonly string[], usage: string): Promise<string> {
  const [file] = args;
  if (file === undefined || args.length > 1) throw new Error(`usage: ${usage}`);
  try {
    await access(file);
  } catch {
    throw new Error(`${file}: there is no file that can be read under that name`);
  }
  return file;
}
