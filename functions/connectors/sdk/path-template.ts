import { ConnectorFailure } from './failure.ts';

/**
 * Fills each `{name}` of a path template with one percent-encoded segment. Throws for `.`, `..` and an empty value,
 * because the path would then be that of another call. Throws also for a value that cannot be encoded.
 */
export function fillPath(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([A-Za-z]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined || /^\.{0,2}$/.test(value) || !value.isWellFormed())
      throw new ConnectorFailure('not-declared', `the value for ${name} cannot be put into the path`);
    return encodeURIComponent(value);
  });
}

/** Whether a path can be made from the template. */
export function matchesTemplate(template: string, path: string): boolean {
  return templatePattern(template).test(path);
}

// A cache: there are few templates, one for each declared call, and each request uses one.
const patterns = new Map<string, RegExp>();

/** A regular expression for all paths that can be made from the template. */
export function templatePattern(template: string): RegExp {
  const pattern = patterns.get(template) ?? makePattern(template);
  patterns.set(template, pattern);
  return pattern;
}

function makePattern(template: string): RegExp {
  const pattern = template
    .split(/(\{[A-Za-z]+\})/)
    .map((part) => (part.startsWith('{') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)))
    .join('');
  return new RegExp(`^${pattern}$`);
}
