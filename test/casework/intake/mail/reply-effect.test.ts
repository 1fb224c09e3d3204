import { describe, expect, it } from 'vitest';
import { effectOf, type Reply } from '#casework/intake/mail/reply-effect.ts';
import { answerRound, CaseBook, commands, found, gather, openCommand } from '../../../domain/case/case-book.ts';
import { classified, rawMail } from '../../../domain/mail/mail.ts';
import { parseMail } from '#domain/mail/parts/parse.ts';

async function replyOf(text: string): Promise<Reply> {
  const raw = rawMail(text);
  const parsed = await parseMail(raw, 'open');
  if (!parsed.ok) throw new Error(parsed.code);
  return { messageId: 'm2', mail: parsed.mail, classified: await classified(raw), rights: [] };
}

/** A case in which one system was answered and another is still being searched. */
function partlyAnswered(): CaseBook {
  const book = new CaseBook();
  book.do(openCommand());
  gather(book);
  commands.search(book, 'crm', 1, found);
  commands.search(book, 'shop', 1, found);
  book.do({ type: 'reach-cut-off', round: 1 });
  answerRound(book);
  return book;
}

describe('a withdrawal', () => {
  it('ends the case while no answer was sent, and is a note after that (practice 13)', async () => {
    const reply = await replyOf('Jag tar tillbaka min begäran.');
    const before = new CaseBook();
    before.do(openCommand());
    expect(effectOf(before.opened, reply)).toBe('withdraw');
    expect(partlyAnswered().opened).toMatchObject({ common: { deliveries: [{ round: 1 }] } });
    expect(effectOf(partlyAnswered().opened, reply)).toBe('nothing');
  });

  it('of only the access ends a case of only access', async () => {
    const reply = await replyOf('Jag återkallar min begäran om registerutdrag.');
    const access = new CaseBook();
    access.do(openCommand());
    const both = new CaseBook();
    both.do(openCommand({ rights: ['access', 'erasure'] }));
    expect([effectOf(access.opened, reply), effectOf(both.opened, reply)]).toEqual(['withdraw', 'nothing']);
  });
});
