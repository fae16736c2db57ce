/** Has the browser save `content` as a file. */
export function saveAs(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the blob after the click has returned; it is long done by the time this page is left.
  addEventListener("pagehide", () => URL.revokeObjectURL(address), { once: true });
}
