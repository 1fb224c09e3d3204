/** Lines that are built word by word. Each line may be part of a quotation. */
export interface QuotedLines {
  /** Adds words to the last line. `quoted`: the words are in a quotation. */
  write(words: string, quoted: boolean): void;
  newLine(): void;
  /** Whether the last line is still empty. */
  isAtStart(): boolean;
  text(): string;
}

/** Begins an empty text. */
export function quotedLines(): QuotedLines {
  const lines: string[] = [];
  let line = '';
  const newLine = (): void => {
    lines.push(line.trim());
    line = '';
  };
  return {
    write(words, quoted) {
      const [first = '', ...more] = words.split(/\r?\n/);
      const add = (part: string): void => {
        if (part !== '') line = (line.trim() === '' && quoted ? '> ' : line) + part;
      };
      add(first);
      for (const part of more) {
        newLine();
        add(part);
      }
    },
    newLine,
    isAtStart: () => line.trim() === '',
    text: () =>
      [...lines, line.trim()]
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim(),
  };
}
