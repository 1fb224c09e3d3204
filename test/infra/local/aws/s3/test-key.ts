/** The one caller that the local S3 of the tests knows. */
export const testKey = { accessKeyId: 'AKIATESTTESTTESTTEST', secretAccessKey: 'a secret of the tests' };
