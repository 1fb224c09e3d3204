import { statusLink } from './fixed.ts';
import type { SamplesOf } from './parts.ts';

/** What became of a message that reached us. */
export function intakeSamples(): SamplesOf<'M1' | 'M20' | 'M21' | 'M30' | 'JOINED' | 'FORWARD' | 'ATTACHMENT'> {
  return {
    M1: [
      { code: 'M1', due: '2026-12-21', statusLink, parts: [], partOf: null },
      {
        code: 'M1',
        due: '2026-12-21',
        statusLink,
        parts: [{ rights: ['erasure'], reference: '1abc-2def-3ghj-4kmn' }],
        partOf: null,
      },
      { code: 'M1', due: '2026-12-21', statusLink, parts: [], partOf: '1abc-2def-3ghj-4kmn' },
    ],
    M20: [
      { code: 'M20', named: null, ownPartContinues: true },
      {
        code: 'M20',
        named: { to: 'Vårdcentralen Exempelberget', sentOn: '2026-11-23' },
        ownPartContinues: false,
      },
    ],
    M21: [
      { code: 'M21', about: 'complaint', contact: 'dataskydd@nordvik.example' },
      { code: 'M21', about: 'claim', contact: 'jurist@nordvik.example' },
    ],
    M30: [
      { code: 'M30', why: 'bounced' },
      { code: 'M30', why: 'wish' },
      { code: 'M30', why: 'proof' },
    ],
    JOINED: [
      {
        code: 'JOINED',
        existingCase: '4pqr-5stv-6wxy-7z01',
        existingReceivedDate: '2026-11-12',
        due: '2026-12-14',
        statusLink,
      },
    ],
    FORWARD: [{ code: 'FORWARD', company: 'Nordvik Norge AS', companyEmail: 'personvern@nordvik-norge.example' }],
    ATTACHMENT: [{ code: 'ATTACHMENT', due: '2026-12-21' }],
  };
}
