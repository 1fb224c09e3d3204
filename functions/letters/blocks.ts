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

/** One paragraph of several sentences. Empty sentences are left out. */
export function sentences(...parts: readonly string[]): Block {
  return say(
    parts
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join(' '),
  );
}

/** A text that staff wrote, with a full stop at its end. An empty text stays empty. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?…]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}
