import { formatCode } from "../../worker/shared/codes.ts";
import { formatCount } from "../charts/figures.ts";
import type { StageTexts } from "./present-page.tsx";
import { QrCode } from "./qr-code.tsx";
import type { Site } from "./stage.tsx";

type LobbyViewProps = { title: string; code: string; site: Site; joined: number; t: StageTexts; language: string };

export function LobbyView({ title, code, site, joined, t, language }: LobbyViewProps) {
  const address = `${site.origin}/${code}`;
  return (
    <div class="lobby">
      <h1>{title}</h1>
      <div class="lobby-join">
        <div class="lobby-way" lang={language}>
          <p class="lobby-step">{t("lobby.goTo")}</p>
          <p class="lobby-address">{site.host}</p>
          <p class="lobby-step">{t("lobby.code")}</p>
          <p class="lobby-code">{formatCode(code)}</p>
        </div>
        <QrCode text={address} label={t("lobby.qr", { address })} />
      </div>
      <p class="lobby-joined" role="status" lang={language}>
        <strong>{formatCount(joined, language)}</strong> {t("lobby.joined", { n: joined })}
      </p>
    </div>
  );
}
