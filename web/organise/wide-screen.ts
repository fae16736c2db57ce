/** Whether the list of questions and the open one stand side by side, as in the page's style sheet. */
export function onWideScreen(): boolean {
  return matchMedia("(min-width: 52rem)").matches;
}
