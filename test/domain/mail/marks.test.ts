import { describe, expect, it } from 'vitest';
import { markLines, withoutMarks } from '#domain/mail/marks.ts';

const unproven = markLines['sender-not-proven'];

describe('the marks of a mail', () => {
  it('are removed before the text, whatever was written', () => {
    const kept = `${markLines['other-contact']}\n${unproven}\nHej\n\nJag vill veta`;
    expect(withoutMarks(kept)).toEqual({ marks: ['other-contact', 'sender-not-proven'], text: 'Hej\n\nJag vill veta' });
  });

  it('replace a text that could not be read', () => {
    expect(withoutMarks(`${unproven}\nUtdrag\n\n${markLines['too-many-parts']}`)).toEqual({
      marks: ['sender-not-proven', 'too-many-parts'],
      text: 'Utdrag',
    });
    expect(withoutMarks(markLines['too-large'])).toEqual({ marks: ['too-large'], text: '' });
  });

  it('are not looked for inside of what somebody wrote', () => {
    const text = `Hej\n${unproven}\n(too-large) enough`;
    expect(withoutMarks(text)).toEqual({ marks: [], text });
    expect(withoutMarks('')).toEqual({ marks: [], text: '' });
  });
});
