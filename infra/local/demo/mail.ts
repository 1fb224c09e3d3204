import { readFile } from 'node:fs/promises';
import PostalMime from 'postal-mime';
import * as z from 'zod';
import type { RawIdentifier } from '#domain/findings/finding.ts';

const verdictsSchema = z.record(z.string(), z.string().nullable());

/** What SES would say of a mail that passed every check; `--verdicts` says otherwise. */
const passed = { spf: 'PASS', dkim: 'PASS', dmarc: 'PASS', virus: 'PASS', spam: 'PASS' } as const;

/** A raw mail with the receipt's verdicts, and the sender to plant in the stand-ins. */
export async function readMailRequest(
  file: string,
  verdicts: string | undefined,
): Promise<{
  readonly raw: Uint8Array;
  readonly verdicts: Readonly<Record<string, string | null>>;
  readonly identifiers: readonly RawIdentifier[];
}> {
  const raw = await readFile(file);
  const { from } = await PostalMime.parse(raw);
  const address = from?.address;
  return {
    raw,
    verdicts: verdicts === undefined ? passed : { ...verdictsSchema.parse(JSON.parse(verdicts)) },
    identifiers: address === undefined || address === '' ? [] : [{ kind: 'email', value: address }],
  };
}
