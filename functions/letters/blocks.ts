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

/** Sentences in one paragraph, without empty ones. */
export function sentences(...parts: readonly string[]): Block {
  return say(
    parts
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join(' '),
  );
}

/** Text by staff, with a full stop at its end; nothing if it is empty. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?…]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}
