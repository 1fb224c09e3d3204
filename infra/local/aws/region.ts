/** The only region and account of the local cloud, which every ARN and signature contains. */
export const region = 'eu-north-1';
export const account = '000000000000';
