import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

type ModalProps = { title: string; onDone: () => void; children: ComponentChildren };

/** A dialog of the browser's own: it holds the focus, and Escape ends it. */
export function Modal({ title, onDone, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before it is painted: it is never there without being open.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="modal" aria-labelledby="modal-title" onClose={onDone}>
      <h2 id="modal-title">{title}</h2>
      {children}
    </dialog>
  );
}
