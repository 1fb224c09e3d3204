import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** Called when the user closes the dialog by Escape. */
  readonly onClose: () => void;
}

/**
 * A dialog that the user must close before using the page. It is the browser's `dialog` element, which keeps the focus
 * inside and returns it afterwards.
 */
export function Dialog({ title, children, onClose }: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // The dialog is closed before it is removed from the page, because otherwise the browser does not return the focus.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="panel"
      aria-labelledby={id}
      onCancel={(event) => {
        // A dialog may contain another dialog, whose `cancel` event must not close the outer dialog.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className="stack">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
