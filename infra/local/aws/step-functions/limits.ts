/** Quotas of AWS Step Functions (Standard). Source: Developer Guide, "Service quotas". */
export const payloadLimitBytes = 262_144;
export const historyLimit = 25_000;
export const definitionLimitBytes = 1_048_576;
export const longestSeconds = 99_999_999;
export const longestName = 80;
/**
 * The maximum number of concurrent iterations of one inline Map. Source: Developer Guide, "Using Map state in Inline
 * mode".
 */
export const inlineMapConcurrency = 40;
