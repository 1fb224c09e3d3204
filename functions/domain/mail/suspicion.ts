import type { HoldReason } from '../case/vocabulary.ts';
import type { ParsedMail } from './parts/parse.ts';
import type { Sender } from './sender/sender.ts';
import type { Verdicts } from './verdicts.ts';
import type { Why } from './why.ts';

/**
 * Why a person must look at a mail before it has any effect, if there is a reason. `forwarded`: a colleague forwards
 * somebody else's request.
 */
export function suspicionOf(
  verdicts: Verdicts,
  sender: Sender,
  mail: Pick<ParsedMail, 'attachments'>,
  forwarded: boolean,
): { readonly holdReason: HoldReason; readonly why: Why } | undefined {
  if (verdicts.virus === 'FAIL') {
    // The sender is told only if nobody else can receive it: for a forged address, we would write to its owner.
    const isProven = verdicts.dmarc === 'PASS' && !sender.ambiguous && !forwarded;
    return {
      holdReason: isProven ? 'attachment-not-opened' : 'infected-attachment',
      why: 'infected-attachment',
    };
  }
  switch (verdicts.dmarc) {
    case 'FAIL':
    case 'PROCESSING_FAILED':
    case 'DISABLED':
    case null:
      return { holdReason: 'sender-not-authenticated', why: 'sender-not-authenticated' };
    case 'PASS':
    case 'GRAY':
      break;
  }
  if (sender.ambiguous) return { holdReason: 'sender-ambiguous', why: 'sender-ambiguous' };
  // Nobody scanned for viruses, which differs from a virus that was found: the mail is kept, and a person decides what
  // to open.
  const unscanned = verdicts.virus === null || (verdicts.virus !== 'PASS' && mail.attachments > 0);
  return unscanned ? { holdReason: 'not-scanned', why: 'not-scanned' } : undefined;
}
