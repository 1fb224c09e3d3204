/**
 * The only region and the only account of the local cloud. Every ARN contains both; a signature contains the region.
 */
export const region = 'eu-north-1';
export const account = '000000000000';
