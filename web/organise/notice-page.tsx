import type { ComponentChildren } from "preact";

/** A page that has nothing but something to say, and what to do next. */
export function NoticePage({ title, text, children }: { title: string; text: string; children?: ComponentChildren }) {
  return (
    <main class="notice-page">
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </main>
  );
}
