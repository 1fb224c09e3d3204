/** Why a document cannot be shown page by page. Staff must then download the document to look at it. */
export type WhyNot =
  | 'encrypted'
  | 'broken'
  /** The file, or a picture in it, is too large to be shown. */
  | 'too-large'
  | 'too-many-pages'
  /** The document contains embedded files, which no page shows. */
  | 'embedded-files'
  | 'too-slow'
  /** No viewer for documents of this type is built in. */
  | 'unknown-type';
