import { describe, expect, it } from "vitest";
import { documentsEn } from "../../../web/messages/documents.en.ts";
import { documentsSv } from "../../../web/messages/documents.sv.ts";
import { renderDocument } from "../../../web/server/render.tsx";

const page = (contact: string) => renderDocument(documentsEn.privacy, documentsEn.contact, contact);

describe("the contact", () => {
  it("is a link where it is an address of a mailbox or a page, and words otherwise", () => {
    expect(page("help@example.org")).toContain('<a href="mailto:help@example.org">help@example.org</a>');
    expect(page("https://example.org/help")).toContain(
      '<a href="https://example.org/help">https://example.org/help</a>',
    );
    expect(page("The reception, room 4")).toContain("<span>The reception, room 4</span>");
  });

  it("is never markup, nor a script", () => {
    expect(page("<b>x</b>")).toContain("&lt;b>x&lt;/b>");
    expect(page("javascript:alert(1)")).not.toContain('href="javascript');
  });

  it("is said to be missing where nobody has given one", () => {
    expect(page("")).toContain(documentsEn.contact.nobody);
  });
});

it.each(["privacy", "accessibility"] as const)("the page about %s says as much in both languages", (name) => {
  const shape = ({ sections }: typeof documentsSv.privacy) =>
    sections.map(({ paragraphs = [], items = [] }) => [paragraphs.length, items.length]);
  expect(shape(documentsEn[name])).toEqual(shape(documentsSv[name]));
});
