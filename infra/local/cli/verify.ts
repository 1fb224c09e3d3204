import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { verifyExport } from '#answer/verify-export.ts';
import { verifyAudit } from '#domain/case/audit.ts';

const exportHelp = `utdrag export verify FILE.zip

Whether an answer is whole and unchanged: accounts for every byte of the zip, and checks it against its manifest and
the signature. Prints one JSON object: ok, and what was found wrong.
Exit code 0: whole and unchanged; 1: not, or the file cannot be read.`;

const auditHelp = `utdrag audit verify FILE.jsonl

Whether the exported log of a case is whole and unchanged. Prints one JSON object: ok, and the first entry that was
changed, dropped, swapped or cut off.
Exit code 0: whole and unchanged; 1: not, or the file cannot be read.`;

/** `export verify FILE.zip` */
export async function exportVerify(args: readonly string[], out: (line: string) => void): Promise<number> {
  if (asksForHelp(args)) {
    out(exportHelp);
    return 0;
  }
  const file = await onlyFile(args, 'export verify FILE.zip');
  const verdict = await verifyExport(file);
  out(JSON.stringify(verdict));
  return verdict.ok ? 0 : 1;
}

/** `audit verify FILE.jsonl` */
export async function auditVerify(args: readonly string[], out: (line: string) => void): Promise<number> {
  if (asksForHelp(args)) {
    out(auditHelp);
    return 0;
  }
  const file = await onlyFile(args, 'audit verify FILE.jsonl');
  const verdict = await verifyAudit(createReadStream(file));
  out(JSON.stringify(verdict));
  return verdict.ok ? 0 : 1;
}

function asksForHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h');
}

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
