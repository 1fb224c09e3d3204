/** Why a document cannot be shown page by page. Staff must then download the document to look at it. */
export type WhyNot =
  | 'encrypted'
  | 'broken'
  /** The file, or a picture in it, is too large to be shown. */
  | 'too-large'
  | 'too-many-pages'
  /** The document contains embedded files, which no page shows. */
  | 'embedded-files'
  /** A page has comments that its image does not show. */
  | 'comments'
  | 'too-slow'
  /** No viewer for documents of this type is built in. */
  | 'unknown-type';

/** Why pages cannot be taken out of a PDF file. Staff then decide on the document as a whole. */
export type WhyNotCut =
  /** A page that would stay would look different, or its text would change. */
  | 'looks-different'
  /** The new file still had a word that stands only on the pages that are left out. */
  | 'left-over';
