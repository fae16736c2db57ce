import type { ComponentChildren } from "preact";
import type { ContactText, DocumentText } from "../messages/documents.sv.ts";

type DocumentPageProps = {
  text: DocumentText;
  labels: ContactText;
  contact: string;
  /** What it has for this reader alone. */
  children?: ComponentChildren;
};

export function DocumentPage({ text, labels, contact, children }: DocumentPageProps) {
  return (
    <main>
      <h1>{text.title}</h1>
      {children}
      {text.sections.map(({ heading, paragraphs = [], items = [] }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {items.length > 0 && (
            <ul>
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      <section>
        <h2>{labels.heading}</h2>
        {contact === "" ? (
          <p>{labels.nobody}</p>
        ) : (
          <p>
            {labels.lead} <Contact contact={contact} />
          </p>
        )}
      </section>
      <p>
        <a href="/">{labels.toStart}</a>
      </p>
    </main>
  );
}

function Contact({ contact }: { contact: string }) {
  if (/^[^\s@:]+@[^\s@:]+$/.test(contact)) return <a href={`mailto:${contact}`}>{contact}</a>;
  if (/^https?:\/\/\S+$/.test(contact)) return <a href={contact}>{contact}</a>;
  return <span>{contact}</span>;
}
