/** What had the focus is gone with its page: whoever reads is at the beginning of the one that has come. */
export function focusHeading(): void {
  const heading = document.querySelector("h1");
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus();
}
