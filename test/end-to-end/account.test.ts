import type { CDPSession, Page, Route } from "playwright-core";
import { expect, test } from "vitest";
import { accountSv } from "../../web/messages/account.sv.ts";
import { organiseSv } from "../../web/messages/organise.sv.ts";
import { translator } from "../../web/messages/translate.ts";
import definition from "../support/closing-poll.sv.json" with { type: "json" };
import { pages, servePages, service } from "./served-pages.ts";
import { violations } from "./violations.ts";

const t = translator({ ...organiseSv, ...accountSv }, "sv");

servePages();

type Authenticator = { cdp: CDPSession; id: string };

/** A device that holds passkeys, and whose owner agrees to everything. */
async function withAuthenticator(page: Page): Promise<Authenticator> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, id: authenticatorId };
}

/** Passkeys know hosts by name. */
const named = (path: string) => new URL(path, service.address.replace("127.0.0.1", "localhost")).href;
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** At a phone's width and a screen's nothing is past the page's side, and axe finds nothing. */
async function looksRight(page: Page, name: string): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() =>
      [...document.querySelectorAll("#app *")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth && element.checkVisibility())
        .map((element) => `${element.tagName} ${element.className} ${element.id}`),
    );
    expect(over, `${name} at ${width} px`).toEqual([]);
    const folder = process.env["SCREENSHOTS"];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  expect(await violations(page), name).toEqual([]);
}

test("a passkey gathers polls: made in one browser, signed in by in a second, a recovery code in a third", async () => {
  const first = await pages.open(named("/organise"));
  const device = await withAuthenticator(first);
  await button(first, t("account.signIn")).waitFor();
  await looksRight(first, "signed-out");
  await first.getByText(t("account.create"), { exact: true }).click();
  await first.getByLabel(t("account.name")).fill("Åsa");
  await button(first, t("account.createDo")).click();
  await first.getByRole("heading", { name: t("codes.title") }).waitFor();
  const codes = await first.locator(".recovery-codes code").allTextContents();
  expect(codes).toHaveLength(10);
  await looksRight(first, "codes");
  await button(first, t("codes.done")).click();
  await first.getByText(t("library.empty")).waitFor();

  // What is created while signed in is in the account.
  await button(first, t("list.blank")).click();
  await button(first, t("editor.json")).click();
  await first.getByLabel(t("json.label"), { exact: true }).fill(JSON.stringify(definition));
  await button(first, t("save.create")).click();
  await first.getByRole("heading", { level: 1, name: definition.title }).waitFor();
  await first.getByText(t("share.title"), { exact: true }).click();
  await button(first, `${t("share.make")}: ${t("share.over")}`).click();
  await first.getByRole("button", { name: t("share.takeBack") }).click();
  await first.getByText(t("share.takenBack")).waitFor();
  await button(first, `${t("share.make")}: ${t("share.with")}`).click();
  const handOver = await first.getByLabel(t("share.link"), { exact: true }).inputValue();
  await first.getByText(t("share.open")).waitFor();
  await looksRight(first, "poll");

  // The passkey on another device, as a synchronised one is.
  const second = await pages.open(named("/organise"));
  const other = await withAuthenticator(second);
  const { credentials } = await device.cdp.send("WebAuthn.getCredentials", { authenticatorId: device.id });
  expect(credentials).toHaveLength(1);
  for (const credential of credentials) {
    await other.cdp.send("WebAuthn.addCredential", { authenticatorId: other.id, credential });
  }
  // Its clock is years ahead: the service goes by its own.
  await second.clock.setFixedTime(new Date("2041-06-01T12:00:00Z"));
  await button(second, t("account.signIn")).click();
  const poll = second.getByRole("link", { name: definition.title, exact: true });
  await poll.waitFor();
  await button(second, t("library.folderOf", { title: definition.title })).click();
  await second.getByLabel(t("folder.label")).fill("Hösten");
  await looksRight(second, "folder-dialog");
  await button(second, t("folder.save")).click();
  await second.getByRole("heading", { name: "Hösten" }).waitFor();
  await second.getByLabel(t("library.search")).fill("finns inte");
  await second.getByText(t("library.found", { n: 0 })).waitFor();
  await second.getByLabel(t("library.search")).fill("");
  await looksRight(second, "library");
  await poll.click();
  await second.getByRole("heading", { level: 1, name: definition.title }).waitFor();
  expect(new URL(second.url()).hash).toBe("");
  await second.getByText(t("links.byAccount")).waitFor();
  // The stage has no key either.
  const { pathname } = new URL(second.url());
  await second.goto(named(pathname.replace("organise", "present")));
  await second.locator(".lobby").waitFor();

  const third = await pages.open(named("/organise"), { colorScheme: "dark" });
  const own = await withAuthenticator(third);
  await third.getByText(t("account.recover"), { exact: true }).click();
  await third.getByLabel(t("account.code")).fill(codes[0]?.toLowerCase() ?? "");
  await button(third, t("account.recoverDo")).click();
  await third.getByText(t("account.recovered")).waitFor();
  await button(third, t("settings.addPasskey")).click();
  await third.getByText(t("settings.passkeyAdded")).waitFor();
  expect((await own.cdp.send("WebAuthn.getCredentials", { authenticatorId: own.id })).credentials).toHaveLength(1);
  await third.getByRole("link", { name: t("library.settings") }).click();
  await third.getByText(t("settings.codesLeft", { n: 9 })).waitFor();
  await looksRight(third, "settings");

  const { promise: asked, resolve: onAsked } = Promise.withResolvers<Route>();
  await third.route("**/api/account/export", onAsked, { times: 1 });
  await button(third, t("settings.export")).click();
  await asked;
  await button(third, t("dialog.cancel")).click();
  await third.getByText(t("settings.exportCancelled")).waitFor();
  expect(await third.evaluate(() => document.activeElement?.textContent)).toBe(t("settings.export"));
  const [saved] = await Promise.all([third.waitForEvent("download"), third.keyboard.press("Enter")]);
  expect(saved.suggestedFilename()).toBe("handupp-account.zip");

  // Another person takes what the link gives.
  const taker = await pages.open(handOver);
  await withAuthenticator(taker);
  await taker.getByText(t("take.signIn")).waitFor();
  await looksRight(taker, "take");
  await taker.getByText(t("account.create"), { exact: true }).click();
  await button(taker, t("account.createDo")).click();
  await button(taker, t("take.do")).click();
  await taker.getByRole("heading", { level: 1, name: definition.title }).waitFor();

  // Signed out everywhere: the second browser is out as well.
  await button(third, t("settings.everywhere")).click();
  await third
    .getByRole("dialog")
    .getByRole("button", { name: t("settings.everywhere") })
    .click();
  await button(third, t("account.signIn")).waitFor();
  await second.goto(named(pathname));
  await second.getByRole("heading", { name: t("missing.title") }).waitFor();
});
