/**
 * The region and the account of the local endpoints; there is only one of each. Both are part of every ARN, and the
 * region is part of every signature.
 */
export const region = 'eu-north-1';
export const account = '000000000000';
