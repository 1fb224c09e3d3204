/** Why a document cannot be shown page by page. Then a person must download it and look at it. */
export type WhyNot =
  | 'encrypted'
  | 'broken'
  /** The file, or a picture in it, is too large to be shown. */
  | 'too-large'
  | 'too-many-pages'
  /** Files are embedded in it, which no page shows. */
  | 'embedded-files'
  | 'too-slow'
  /** No viewer for documents of this type is built in. */
  | 'unknown-type';
