import { formatCount } from "../charts/figures.ts";
import { isLoopback } from "../ui/loopback.ts";
import { JoinQr, JoinWay } from "./join-way.tsx";
import { Logo } from "./logo.tsx";
import type { StageTexts } from "./present-page.tsx";
import type { Presentation } from "./presentation.ts";
import type { Site } from "./stage.tsx";

type LobbyViewProps = {
  title: string;
  poll: NonNullable<Presentation["poll"]>;
  site: Site;
  joined: number;
  t: StageTexts;
  language: string;
};

export function LobbyView({ title, poll, site, joined, t, language }: LobbyViewProps) {
  const way = { code: poll.code, site, t };
  return (
    <div class="lobby">
      <div class="lobby-head">
        <h1>{title}</h1>
        <Logo logo={poll.settings.logo} />
      </div>
      <div class="lobby-join">
        <JoinWay {...way} language={language} />
        <JoinQr {...way} />
      </div>
      {isLoopback(new URL(site.origin).hostname) && (
        <p class="lobby-hint" lang={language}>
          {t("lobby.onlyHere")}
        </p>
      )}
      <p class="lobby-joined" role="status" lang={language}>
        <strong>{formatCount(joined, language)}</strong> {t("lobby.joined", { n: joined })}
      </p>
    </div>
  );
}
