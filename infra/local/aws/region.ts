/** The only region and account of the local cloud, in every ARN and signature. */
export const region = 'eu-north-1';
export const account = '000000000000';
