import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  readonly children: string;
  /**
   * Whether the heading takes the focus. The heading must take the focus after a change of page, but not when the
   * console opens.
   */
  readonly takeFocus: boolean;
}

/** The heading of a page. Taking the focus makes a screen reader start here after a change of page. */
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
