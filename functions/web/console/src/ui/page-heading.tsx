import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  readonly children: string;
  /** Whether the heading takes the focus: after a change of page, but not when the console opens. */
  readonly takeFocus: boolean;
}

/**
 * The heading of a page. After a change of page it takes the focus, so that a screen reader starts here, as in a new
 * document.
 */
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
