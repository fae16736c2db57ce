import type { ButtonHTMLAttributes } from "preact";

type BusyButtonProps = Omit<ButtonHTMLAttributes, "aria-disabled" | "disabled"> & {
  /** Whether something goes on that a press has to wait for. */
  busy: boolean;
};

/** Can't be pressed while something goes on. It keeps the focus of who has just pressed it, which `disabled` would drop. */
export function BusyButton({ busy, type = "button", onClick, ...rest }: BusyButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={busy}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    />
  );
}
