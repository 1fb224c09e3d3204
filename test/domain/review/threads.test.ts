// Quotes of earlier mails are folded, and no text is folded that was not shown before.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Threads, type Fold } from '#domain/review/threads.ts';

const first = 'Hej! Vi hyrde ett tält hos er i juni 2025 och undrar vad ni har sparat om oss sedan dess.';
const second = 'Tack för ert mejl. Vi har bett lagret att leta fram hyresavtalet och återkommer på torsdag.';

/** The part of a text that is shown when its folds are closed. */
function closed(text: string, folds: readonly Fold[]): string {
  let shown = '';
  let from = 0;
  for (const fold of folds) {
    shown += `${text.slice(from, fold.from)}[…]`;
    from = fold.to;
  }
  return shown + text.slice(from);
}

/** Reads texts in order, and gives the last of them as it is shown with closed folds. */
function shownAfter(...texts: readonly string[]): string {
  const threads = new Threads();
  const folds = texts.map((text, index) => threads.read(text, index));
  return closed(texts.at(-1) ?? '', folds.at(-1) ?? []);
}
const quoted = (text: string) => text.replaceAll(/^/gm, '> ');

describe('A mail folds to what is new', () => {
  it.each([
    ['marks', `Ja tack!\n\nDen 3 mars 2025 skrev Åsa Berg:\n${quoted(first)}\n`],
    ['marks, in other lines', `Ja tack!\nOn Mon, Åsa Berg wrote:\n${quoted(first.replace('juni ', 'juni\n'))}\n`],
    ['a line of dashes', `Ja tack!\n-----Ursprungligt meddelande-----\n${first}\n`],
    ['the head of Outlook', `Ja tack!\nFrån: Åsa Berg\nSkickat: den 3 mars 2025\nTill: Lagret\n\n${first}\n`],
    ['the head of a forwarded mail', `Ja tack!\n---------- Forwarded message ---------\nFrom: Åsa\n\n${first}\n`],
    ['an attribution in English', `Ja tack!\n\nÅsa Berg <asa.berg@example.org> wrote:\n\n${first}\n`],
  ])('if it quotes with %s', (_, text) => {
    expect(shownAfter(text)).toBe(text);
    const shown = shownAfter(first, text);
    expect(shown).toContain('Ja tack!');
    expect(shown).toContain('[…]');
    expect(shown).not.toContain('tält');
  });

  it('also if the quote has a quote, whose source is an earlier mail', () => {
    const answer = `${second}\n\nÅsa skrev:\n${quoted(first)}\n`;
    const threads = new Threads();
    threads.read(first, 0);
    threads.read(answer, 1);
    const text = `Bra.\n\nLagret skrev:\n${quoted(answer)}\n`;
    const folds = threads.read(text, 2);
    expect(closed(text, folds)).toMatch(/^Bra\.\n\nLagret skrev:\n\[…\]\[…\]/);
    expect(folds.map((fold) => fold.in)).toEqual([1, 0]);
  });

  it('and not to less: a signature folds, and the same words in the text itself do not', () => {
    const signature =
      'Med vänlig hälsning\nLena Ek\nKundtjänst, Nordvik Uthyrning AB\nStorgatan 1, 111 22 Stockholm, telefon 08-000 00 00';
    expect(shownAfter(`Ja.\n${signature}`, `Nej.\n${signature}`)).toBe('Nej.\n[…]');
    expect(shownAfter(first, first)).toBe(first);
  });
});

describe('What is not shown elsewhere stays open', () => {
  it.each([
    ['a sentence that somebody wrote into a quote', first.replace('och undrar', 'med grannen Gustav och undrar')],
    ['a word that somebody took out', first.replace('undrar ', '')],
    ['a word in another spelling', first.replace('juni', 'Juni')],
  ])('such as %s', (_, changed) => {
    const text = `Ja!\nÅsa skrev:\n${quoted(`${second}\n${changed}`)}`;
    expect(shownAfter(first, second, text)).toBe(`Ja!\nÅsa skrev:\n[…]> ${changed}`);
  });

  it('such as a quote of a mail that is not in the case', () => {
    const text = `Ja!\nÅsa skrev:\n${quoted(second)}`;
    expect(shownAfter(first, text)).toBe(text);
  });

  it('such as words that stand elsewhere in another order', () => {
    const turned = second.split(' ').toReversed().join(' ');
    const text = `Ja!\nÅsa skrev:\n${quoted(turned)}`;
    expect(shownAfter(second, text)).toBe(text);
  });

  it('when more words came before than are kept', () => {
    const text = `Ja!\nÅsa skrev:\n${quoted(second)}`;
    const folds = (mostWords: number) => {
      const threads = new Threads(mostWords);
      threads.read(first, 0);
      threads.read(second, 1);
      return threads.read(text, 2);
    };
    expect(folds(100)).toHaveLength(1);
    expect(folds(first.split(' ').length)).toEqual([]);
  });
});

describe('Whatever is written', () => {
  const word = fc.constantFrom('ja', 'nej', 'tält', 'grannen', 'hyra', 'juni', 'Åsa', '>', '|', 'x:');
  const line = fc.array(word, { maxLength: 9 }).map((words) => words.join(' '));
  const head = fc.constantFrom('Åsa skrev:', '-- ', '----- Original Message -----', 'From: Å\nSent: i dag', '');
  const body = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));
  /** Mails that quote pieces of the mails before them, and say something new. */
  const mails = fc
    .array(fc.tuple(body, head, fc.nat(), fc.boolean(), body), { minLength: 1, maxLength: 8 })
    .map((all) => {
      const texts: string[] = [];
      for (const [own, begins, of, isMarked, after] of all) {
        const earlier = texts.length === 0 ? '' : (texts[of % texts.length] ?? '');
        texts.push([own, begins, isMarked ? quoted(earlier) : earlier, after].join('\n'));
      }
      return texts;
    });
  const wordsIn = (text: string) =>
    text
      .replaceAll(/^(?:[ \t]*>)+/gm, ' ')
      .split(/\s+/)
      .filter((one) => one !== '');

  it('the folds are pieces of the text in order, and opened they give the whole text', () => {
    fc.assert(
      fc.property(mails, (texts) => {
        const threads = new Threads();
        for (const [index, text] of texts.entries()) {
          const folds = threads.read(text, index);
          let before = 0;
          for (const { from, to } of folds) {
            expect(from).toBeGreaterThanOrEqual(before);
            expect(to).toBeGreaterThan(from);
            before = to;
          }
          expect(before).toBeLessThanOrEqual(text.length);
          const opened = folds.map(({ from, to }) => text.slice(from, to));
          expect(closed(text, folds).replaceAll('[…]', () => opened.shift() ?? '')).toBe(text);
        }
      }),
    );
  });

  it('what is folded is shown word for word in its source, outside the folds of the source', () => {
    let count = 0;
    fc.assert(
      fc.property(mails, (texts) => {
        const threads = new Threads();
        const shown: string[] = [];
        for (const [index, text] of texts.entries()) {
          const folds = threads.read(text, index);
          for (const { from, to, in: source } of folds) {
            count += 1;
            expect(source).toBeLessThan(index);
            expect(` ${wordsIn(shown[source] ?? '').join(' ')} `).toContain(
              ` ${wordsIn(text.slice(from, to)).join(' ')} `,
            );
          }
          shown.push(closed(text, folds).replaceAll('[…]', ' \u0000 '));
        }
      }),
    );
    expect(count).toBeGreaterThan(0);
  });

  it('a text in which every place looks like every other is read in one pass', () => {
    const text = `x\nÅsa skrev:\n${quoted('ja '.repeat(200_000))}`;
    const threads = new Threads();
    threads.read('ja '.repeat(200_000), 0);
    expect(threads.read(text, 1)).toHaveLength(1);
  });
});
