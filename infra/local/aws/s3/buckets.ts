import { emptyReply, type Operation } from './call.ts';
import { receiveDocument } from './receive.ts';
import { Refusal } from './refusal.ts';
import { parseXml } from './xml.ts';

/** The only region there is. */
export const region = 'eu-north-1';

export const createBucket: Operation = async (call, store) => {
  call.record('s3:CreateBucket', call.bucket);
  const document = await receiveDocument(call);
  if (document instanceof Refusal) return document;
  const refusal = checkConfiguration(document.text);
  if (refusal !== undefined) return refusal;
  if (!store.catalog.createBucket(call.bucket, store.now())) return new Refusal('BucketAlreadyOwnedByYou');
  return emptyReply(200, { location: `/${call.bucket}` });
};

function checkConfiguration(text: string): Refusal | undefined {
  if (text === '') return new Refusal('IllegalLocationConstraintException');
  const root = parseXml(text);
  if (root?.name !== 'CreateBucketConfiguration') return new Refusal('MalformedXML');
  const [constraint, more] = root.children;
  if (more !== undefined || (constraint !== undefined && constraint.name !== 'LocationConstraint'))
    return new Refusal('NotImplemented');
  return constraint?.text === region ? undefined : new Refusal('IllegalLocationConstraintException');
}

export const headBucket: Operation = async (call, store) => {
  call.record('s3:ListBucket', call.bucket);
  if (!store.catalog.hasBucket(call.bucket)) return new Refusal('NoSuchBucket');
  return emptyReply(200, { 'x-amz-bucket-region': region });
};
