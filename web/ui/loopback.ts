/** Whether only the machine itself gets to `hostname`, and no phone: where it is shown to others, that should be said. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname.endsWith(".localhost") || /^127\.|^\[::1\]$/.test(hostname);
}
