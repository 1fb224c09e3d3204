/** The one region and the one account that every ARN and every signature of the local cloud names. */
export const region = 'eu-north-1';
export const account = '000000000000';
