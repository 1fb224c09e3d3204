import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** Called when the user presses Escape. */
  readonly onClose: () => void;
}

/** A modal dialog. The browser's `dialog` element keeps the focus inside, and returns the focus when it closes. */
export function Dialog({ title, children, onClose }: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // The browser returns the focus only if the dialog is closed before React removes it.
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
        // The `cancel` event of a dialog inside this dialog arrives here too, but must not close this dialog.
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
