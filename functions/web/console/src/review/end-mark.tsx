import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  /** Called each time the mark comes onto the screen. */
  readonly onSeen: () => void;
}

/** A mark without size at the end of something. It tells that the user has scrolled to this place. */
export function EndMark({ onSeen }: Props): ReactNode {
  const mark = useRef<HTMLDivElement>(null);
  const latest = useRef(onSeen);
  useEffect(() => {
    latest.current = onSeen;
  });
  useEffect(() => {
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) latest.current();
    });
    if (mark.current !== null) watch.observe(mark.current);
    return () => watch.disconnect();
  }, []);
  return <div ref={mark} className="end-mark" />;
}
