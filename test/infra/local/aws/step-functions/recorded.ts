/**
 * Where a value differs from a recorded one, or `undefined`. By the rules of the recordings, `<*>` stands for any text
 * (alone: for anything), SDK metadata is ignored, the cause of a failed function is compared by its error type and
 * message, and the text of `States.*` and `Lambda.*` errors is not compared.
 */
export function difference(expected: unknown, actual: unknown, where = '$'): string | undefined {
  if (expected === '<*>') return undefined;
  if (typeof expected === 'string' && expected.includes('<*>')) {
    const pattern = expected.split('<*>').map(escape).join('[^]*');
    return new RegExp(`^${pattern}$`).test(String(actual)) ? undefined : say(where, expected, actual);
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return say(where, expected, actual);
    for (const [index, part] of expected.entries()) {
      const found = difference(part, actual[index], `${where}[${index}]`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (isRecord(expected)) {
    if (!isRecord(actual)) return say(where, expected, actual);
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      if (key === 'SdkHttpMetadata' || key === 'SdkResponseMetadata') continue;
      const found =
        key === 'Cause' || key === 'cause'
          ? differenceOfCause(expected, actual, key, `${where}.${key}`)
          : difference(expected[key], actual[key], `${where}.${key}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return Object.is(expected, actual) ? undefined : say(where, expected, actual);
}

/** Whether two histories have the same events, in any order. */
export function differenceOfBags<T>(
  expected: readonly T[],
  actual: readonly T[],
  compare: (expected: T, actual: T) => string | undefined,
): string | undefined {
  const left = [...actual];
  for (const event of expected) {
    const index = left.findIndex((candidate) => compare(event, candidate) === undefined);
    if (index === -1) return `missing: ${JSON.stringify(event)}`;
    left.splice(index, 1);
  }
  return left.length === 0 ? undefined : `too many: ${JSON.stringify(left)}`;
}

function differenceOfCause(
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
  key: 'Cause' | 'cause',
  where: string,
): string | undefined {
  const error = expected[key === 'Cause' ? 'Error' : 'error'];
  if (typeof error === 'string' && /^(States|Lambda)\./.test(error)) return undefined;
  const [wanted, given] = [asFailure(expected[key]), asFailure(actual[key])];
  return wanted === undefined ? difference(expected[key], actual[key], where) : difference(wanted, given, where);
}

function asFailure(cause: unknown): Record<string, unknown> | undefined {
  let value = cause;
  if (typeof cause === 'string') {
    try {
      value = JSON.parse(cause);
    } catch {
      return undefined;
    }
  }
  if (!isRecord(value) || !('errorType' in value) || !('errorMessage' in value)) return undefined;
  return { errorType: value['errorType'], errorMessage: value['errorMessage'] };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function say(where: string, expected: unknown, actual: unknown): string {
  return `${where}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;
}
