import { formatCode } from "../../worker/shared/codes.ts";
import type { StageTexts } from "./present-page.tsx";
import { QrCode } from "./qr-code.tsx";
import type { Site } from "./stage.tsx";

type JoinProps = { code: string; site: Site; t: StageTexts };

function joinAddress(site: Site, code: string): string {
  return `${site.origin}/${code}`;
}

/** Where to go and what to type. */
export function JoinWay({ code, site, t, language }: JoinProps & { language: string }) {
  return (
    <div class="lobby-way" lang={language}>
      <p class="lobby-step">{t("lobby.goTo")}</p>
      <p class="lobby-address">{site.host}</p>
      <p class="lobby-step">{t("lobby.code")}</p>
      <p class="lobby-code">{formatCode(code)}</p>
    </div>
  );
}

export function JoinQr({ code, site, t }: JoinProps) {
  const address = joinAddress(site, code);
  return <QrCode text={address} label={t("lobby.qr", { address })} />;
}

/** Nothing but the way in, as large as the screen lets it. */
export function JoinPanel({ title, ...props }: JoinProps & { title: string; language: string }) {
  return (
    <div class="join-panel">
      <h1 class="visually-hidden">{title}</h1>
      <JoinQr {...props} />
      <JoinWay {...props} />
    </div>
  );
}
