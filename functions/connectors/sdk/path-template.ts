import { ConnectorFailure } from './failure.ts';

/**
 * Fills `{name}` with one percent-encoded path segment each. A value that would climb or split the path (`.`, `..`,
 * empty) or has no encoding is refused, so that a declared call stays the call that was declared.
 */
export function fillPath(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([A-Za-z]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined || /^\.{0,2}$/.test(value) || !value.isWellFormed())
      throw new ConnectorFailure('not-declared', `the path parameter ${name} cannot be filled in`);
    return encodeURIComponent(value);
  });
}

/** Whether a path, as sent, is one that the template describes. */
export function matchesTemplate(template: string, path: string): boolean {
  return templatePattern(template).test(path);
}

/** Every path that the template describes. */
export function templatePattern(template: string): RegExp {
  const pattern = template
    .split(/(\{[A-Za-z]+\})/)
    .map((part) => (part.startsWith('{') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)))
    .join('');
  return new RegExp(`^${pattern}$`);
}
