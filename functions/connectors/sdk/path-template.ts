import { ConnectorFailure } from './failure.ts';

/**
 * Fills each `{name}` of a path template with one percent-encoded path segment. Refuses a value that would change the
 * path to that of another call (`.`, `..`, empty) and a value that cannot be encoded.
 */
export function fillPath(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([A-Za-z]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined || /^\.{0,2}$/.test(value) || !value.isWellFormed())
      throw new ConnectorFailure('not-declared', `the value for ${name} cannot be put into the path`);
    return encodeURIComponent(value);
  });
}

/** Whether a path fits the template. */
export function matchesTemplate(template: string, path: string): boolean {
  return templatePattern(template).test(path);
}

/** A regular expression that matches every path of the template. */
export function templatePattern(template: string): RegExp {
  const pattern = template
    .split(/(\{[A-Za-z]+\})/)
    .map((part) => (part.startsWith('{') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)))
    .join('');
  return new RegExp(`^${pattern}$`);
}
