// A stop of marketing is done when staff have entered it in a system. Until then it is only noted.
import { describe, expect, it } from 'vitest';
import { at, give, openIn } from '../desk.ts';
import { Office } from '../office.ts';

const stop: Extract<Parameters<typeof give>[2], { type: 'stop-processing' }> = {
  type: 'stop-processing',
  right: 'objection',
  from: '2026-03-02',
  what: ['reklam'],
};

describe('A stop of marketing', () => {
  it('that is not entered yet is reported as noted, leaves the case open, and is reported again when it is entered', async () => {
    const office = new Office();
    const caseId = await openIn(office, { rights: ['objection'] }, { hold: 'right-handled-by-staff' });
    const told = async (when: string, command: Parameters<typeof give>[2]): Promise<string> => {
      office.sent.length = 0;
      expect(await give(office, caseId, command, when)).toBe('ok');
      return office.sent.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join();
    };
    const noted = await told(at(1), stop);
    expect(noted).toContain('Den 3 mars 2026 antecknade vi att du inte vill ha direktreklam från oss.');
    expect(noted).toContain('Våra medarbetare ska föra in det i de system som berörs.');
    expect(await office.state(caseId)).toMatchObject({ common: { carriedOut: [] }, stage: { kind: 'held' } });
    expect(await office.casework.summaries.get(caseId)).toMatchObject({ list: 'open', endedAt: null });
    expect(await told(at(2), stop)).toBe('');
    const entered = await told(at(3), { ...stop, doneIn: ['utskicken'] });
    expect(entered).toContain('Den 3 mars 2026 antecknade vi');
    expect(entered).toContain('Våra medarbetare har fört in det i utskicken.');
    expect(await office.state(caseId)).toMatchObject({ stage: { kind: 'closed', ending: 'carried-out' } });
  });
});
