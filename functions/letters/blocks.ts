import type { Block } from './letter.ts';

export function say(text: string): Block {
  return { kind: 'paragraph', text };
}

export function heading(text: string): Block {
  return { kind: 'heading', text };
}

export function list(items: readonly string[]): Block {
  return { kind: 'list', items };
}

export function choices(items: readonly string[]): Block {
  return { kind: 'choices', items };
}

export function link(text: string, address: string): Block {
  return { kind: 'link', text, address };
}

/** Joins sentences to one paragraph. Empty texts are skipped. */
export function sentences(...parts: readonly string[]): Block {
  return say(
    parts
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join(' '),
  );
}

/** Ends a text by staff with a full stop, unless it ends with a punctuation mark. An empty text stays empty. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?…]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}
