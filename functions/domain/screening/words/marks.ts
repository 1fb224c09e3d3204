// What a word list says about a word. A word can have several marks, so each mark is one bit.

/** A given name with at least 1,000 bearers that is no other word. */
export const frequentName = 1;
/** A given name that is no other word. */
export const givenName = 2;
/** A given name that is also another word. */
export const nameAndWord = 4;
/** A word that is no name, although it begins with a capital letter at the beginning of a sentence or always. */
export const noName = 8;
/** A place. It is no name of a person unless another name stands beside it. */
export const place = 16;
/** A title or a form of address, before a name: "fru", "Dr". */
export const title = 32;
/** A word for a person, before or beside a name: "grannen", "my colleague". */
export const personWord = 64;
/** What only people do: "ringde", "said". A capitalised word before it is probably a name. */
export const personVerb = 128;
/** A small word inside a name: "von", "al". */
export const particle = 256;
/** A word that ends the name of a company, an authority or another organisation: "AB", "kommun". */
export const organisationWord = 512;
/** "Hej", "Dear": a name follows. */
export const greeting = 1024;
/** "Hälsningar", "regards": a name follows on the same line or on the next. */
export const closing = 2048;
/** A word about health, belief, union membership, sexual life or crime. */
export const sensitiveWord = 4096;
/** "han", "hennes", "their": another person is meant. */
export const otherPersonWord = 8192;
/** The word is in the lists without its last "s", which is a genitive. */
export const genitive = 16_384;
/** "i", "in", "near": a place probably follows. */
export const beforePlace = 32_768;
/** "Namn", "From": a label; a name follows its colon. */
export const nameLabel = 131_072;
/** "lösenord", "password": a secret can follow. */
export const secretLabel = 262_144;
/** A given name that is an ordinary word if it is written with a small letter. */
export const nameOnlyCapital = 524_288;
/** "han", "we": it is a name only beside another name. */
export const pronoun = 1_048_576;
/** What people and things do: "kom", "is". */
export const anyVerb = 2_097_152;

/** All marks of a given name. */
export const anyName = frequentName | givenName | nameAndWord;
/** The marks of a given name that is no other word. */
export const surelyName = frequentName | givenName;
/** The marks of words that are no part of a name, unless they are a given name too. */
export const ordinaryWord =
  noName |
  title |
  personWord |
  personVerb |
  greeting |
  closing |
  otherPersonWord |
  beforePlace |
  nameLabel |
  secretLabel;
/** The marks of words that introduce a name. */
export const introduction = greeting | closing | title | personWord | nameLabel;
/** The marks of small words that count wherever they stand. */
export const counting = frequentName | otherPersonWord | secretLabel;
/** The marks of words that tell what a capitalised word beside them is. */
export const helping = introduction | beforePlace | particle | personVerb | anyVerb | organisationWord;
