import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { verifyExport } from '#answer/verify-export.ts';
import { verifyAudit } from '#domain/case/audit.ts';

/** `export verify FILE.zip` */
export async function exportVerify(args: readonly string[], out: (line: string) => void): Promise<number> {
  const file = await onlyFile(args, 'export verify FILE.zip');
  const verdict = await verifyExport(file);
  out(JSON.stringify(verdict));
  return verdict.ok ? 0 : 1;
}

/** `audit verify FILE.jsonl` */
export async function auditVerify(args: readonly string[], out: (line: string) => void): Promise<number> {
  const file = await onlyFile(args, 'audit verify FILE.jsonl');
  const verdict = await verifyAudit(createReadStream(file));
  out(JSON.stringify(verdict));
  return verdict.ok ? 0 : 1;
}

async function onlyFile(args: readonly string[], usage: string): Promise<string> {
  const [file] = args;
  if (file === undefined || args.length > 1) throw new Error(`usage: ${usage}`);
  try {
    await access(file);
  } catch {
    throw new Error(`there is no file that can be read under that name`);
  }
  return file;
}
