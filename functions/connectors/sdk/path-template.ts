import { ConnectorFailure } from './failure.ts';

/**
 * Fills `{name}` with one percent-encoded path segment each. A value that would leave or split the path (`.`, `..`,
 * empty) or cannot be encoded is refused, so that the call stays the declared call.
 */
export function fillPath(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([A-Za-z]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined || /^\.{0,2}$/.test(value) || !value.isWellFormed())
      throw new ConnectorFailure('not-declared', `the path parameter ${name} cannot be filled in`);
    return encodeURIComponent(value);
  });
}

/** Whether a requested path matches the template. */
export function matchesTemplate(template: string, path: string): boolean {
  return templatePattern(template).test(path);
}

/** Every path that matches the template. */
export function templatePattern(template: string): RegExp {
  const pattern = template
    .split(/(\{[A-Za-z]+\})/)
    .map((part) => (part.startsWith('{') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)))
    .join('');
  return new RegExp(`^${pattern}$`);
}
