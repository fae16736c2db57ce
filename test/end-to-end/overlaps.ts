/** What stands over something else, or beyond its room, on the stage as a browser has laid it out. */
import type { Page } from "playwright-core";

/** In words; empty where all is in its place. */
export function overlapsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const stage = document.querySelector(".question");
    const line = document.querySelector(".stage-line")?.getBoundingClientRect().top ?? 0;
    if (stage === null) return ["no question"];
    /** The part of `box` that is to be seen, whatever scrolls or is cut off around `element`. */
    const seen = (box: DOMRect, element: Element): DOMRect => {
      let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
      for (let around: Element | null = element; around !== null && around !== stage; around = around.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(around);
        const edge = around.getBoundingClientRect();
        if (overflowX !== "visible") [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        if (overflowY !== "visible") [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      }
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    };
    const texts: { text: string; box: DOMRect }[] = [];
    const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      if (element === null || node.textContent?.trim() === "" || element.closest(".visually-hidden, caption")) continue;
      const { visibility, opacity } = getComputedStyle(element);
      if (visibility === "hidden" || opacity === "0") continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        const { left, top, width, height } = seen(rect, element);
        // Lines stand close: what counts is where the letters are, not the room above and below them.
        const box = new DOMRect(left + 1, top + height * 0.25, width - 2, height * 0.5);
        // Of a line that is cut off, some room without letters may be left.
        const isSeen = box.width > 0 && height > rect.height * 0.4;
        if (isSeen) texts.push({ text: `${node.textContent?.slice(0, 24)}`, box });
      }
    }
    const troubles = texts.flatMap(({ text, box }, index) =>
      texts
        .slice(index + 1)
        .filter(
          ({ box: other }) =>
            box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
        )
        .map(({ text: other }) => `${text} | ${other}`),
    );
    const inside = texts.filter(({ box }) => box.right > innerWidth || box.left < 0 || box.top < 0);
    const below = [...stage.querySelectorAll(".question-picture *")].filter((element) => {
      const { width, height, bottom } = seen(element.getBoundingClientRect(), element);
      return width > 0 && height > 0 && bottom > line + 1 && element.closest(".visually-hidden") === null;
    });
    return [
      ...troubles,
      ...inside.map(({ text }) => `${text} beyond the edge`),
      ...below.map((element) => `${element.localName}.${element.getAttribute("class") ?? ""} over the line`),
    ];
  });
}
