import { emptyReply, xmlReply, type Operation } from './call.ts';
import { findObject, resourceOf } from './objects.ts';
import { receiveDocument } from './receive.ts';
import { Refusal } from './refusal.ts';
import { readTagDocument } from './tags.ts';
import { xmlDocument, type XmlField } from './xml.ts';

export const getObjectTagging: Operation = async (call, store) => {
  call.record('s3:GetObjectTagging', resourceOf(call.bucket, call.key));
  const object = findObject(call.bucket, call.key, store);
  if (object instanceof Refusal) return object;
  const tags = object.tags.map(([key, value]): XmlField => [
    'Tag',
    [
      ['Key', key],
      ['Value', value],
    ],
  ]);
  return xmlReply(xmlDocument('Tagging', [['TagSet', tags]]));
};

export const putObjectTagging: Operation = async (call, store) => {
  call.record('s3:PutObjectTagging', resourceOf(call.bucket, call.key));
  const document = await receiveDocument(call);
  if (document instanceof Refusal) return document;
  const tags = readTagDocument(document.text);
  if (tags instanceof Refusal) return tags;
  if (store.catalog.setTags(call.bucket, call.key, tags)) return emptyReply(200);
  return new Refusal(store.catalog.hasBucket(call.bucket) ? 'NoSuchKey' : 'NoSuchBucket');
};
