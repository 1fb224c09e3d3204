import { readFile } from 'node:fs/promises';
import PostalMime from 'postal-mime';
import type { RawIdentifier } from '#domain/identifiers/identifier.ts';
import type { Verdicts } from '#domain/mail/verdicts.ts';
import { readVerdicts } from '../aws/ses-receiving/receipt.ts';

/** The verdicts of SES on a mail that passed every check. The option `--verdicts` replaces them. */
const passed: Verdicts = { spf: 'PASS', dkim: 'PASS', dmarc: 'PASS', virus: 'PASS', spam: 'PASS' };

/**
 * The mail of the option `--eml`: its bytes, its verdicts, and the identifiers of the person whose records the demo
 * puts into the stand-ins.
 */
export async function readMailRequest(
  file: string,
  verdicts: string | undefined,
): Promise<{
  readonly raw: Uint8Array;
  readonly verdicts: Verdicts;
  readonly identifiers: readonly RawIdentifier[];
}> {
  const said = verdicts === undefined ? passed : readVerdicts(verdicts);
  if (said === undefined) throw new Error('--verdicts takes a JSON object with spf, dkim, dmarc, virus and spam');
  const raw = await readFile(file);
  const { from } = await PostalMime.parse(raw);
  const address = from?.address;
  return {
    raw,
    verdicts: said,
    identifiers: address === undefined || address === '' ? [] : [{ kind: 'email', value: address }],
  };
}
