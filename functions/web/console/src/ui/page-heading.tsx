import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  readonly children: string;
  /** Whether the focus comes here: after a change of page, not when the first one opens. */
  readonly takeFocus: boolean;
}

/** The heading of a page. A screen reader starts here after a change of page, as it would with a new document. */
export function PageHeading({ children, takeFocus }: Props): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus) heading.current?.focus();
  }, [takeFocus]);
  useEffect(() => {
    document.title = `${children} – Utdrag`;
  }, [children]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
