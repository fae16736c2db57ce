/** A link to hand out: readable, selectable, and copied by a button that says whether it worked. */
import { useId, useRef, useState } from "preact/hooks";
import type { OrganiseCatalogue } from "../messages/organise.en.ts";
import type { Translate } from "../messages/translate.ts";
import { copyFrom } from "./copy-from.ts";

type CopyLinkProps = { t: Translate<OrganiseCatalogue>; name: string; about: string; address: string };

export function CopyLink({ t, name, about, address }: CopyLinkProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState("");
  const copy = async () => {
    const copied = field.current !== null && (await copyFrom(field.current));
    setTold(copied ? t("links.copied") : t("links.copyFailed"));
  };
  return (
    <div class="link">
      <label for={id}>{name}</label>
      <p class="hint" id={`${id}-about`}>
        {about}
      </p>
      <div class="link-row">
        <input
          ref={field}
          id={id}
          class="field"
          type="text"
          readOnly
          value={address}
          aria-describedby={`${id}-about`}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button quiet" aria-label={t("links.copyOf", { name })} onClick={() => void copy()}>
          {t("links.copy")}
        </button>
      </div>
      <p class="told" role="status">
        {told}
      </p>
    </div>
  );
}
