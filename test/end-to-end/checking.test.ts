import { expect, test } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { Attendee } from "../support/attendee.ts";
import { pages, servePages, service } from "./served-pages.ts";
import { violations } from "./violations.ts";

servePages();

const definition = {
  title: "Går den att lita på?",
  language: "sv",
  questions: [
    {
      id: "fika",
      type: "choice",
      text: "Vad dricker du?",
      options: ["kaffe", "te"].map((id) => ({ id, text: id })),
    },
  ],
};

test("a reader checks results in the browser, and is told which ballot was altered; a phone sees its receipt", async () => {
  const api = apiClient(service.address);
  const { id, code, presenterKey, links } = await api.createPoll(definition);
  await api.stage(id, presenterKey, { question: "fika" });
  const phone = await pages.phone(`${service.address}/${code}`);
  await phone.getByText("te", { exact: true }).click();
  await phone.getByRole("button", { name: "Skicka" }).click();
  await phone.getByText("Mottaget").first().waitFor();
  for (const choice of ["kaffe", "te", "kaffe"]) {
    const attendee = await Attendee.join(service.address, code);
    await attendee.answer("fika", { choices: [choice] });
    await attendee.close();
  }

  await phone.goto(`${service.address}/privacy?poll=${code}`);
  await phone.getByText("Det här är ditt kvitto").waitFor();
  const mark = (await phone.locator(".receipts code").first().textContent()) ?? "";
  expect(await violations(phone)).toEqual([]);

  await api.close(id, presenterKey);
  const page = await pages.open(links.results);
  const check = page.getByRole("button", { name: "Kontrollera resultatet" });
  await check.click();
  await page.getByText("Allt stämmer").waitFor();
  await page.getByText("4 röstsedlar, 4 länkar").waitFor();
  expect(await violations(page)).toEqual([]);

  await page.route("**/ballots.csv*", async (route) => {
    const response = await route.fetch();
    const line = (await response.text()).split("\r\n").find((one) => one.includes(mark)) ?? "";
    await route.fulfill({ response, body: (await response.text()).replace(line, line.replace("te", "kaffe")) });
  });
  await check.click();
  await page.getByText("ballots.csv, rad 2: är inte det som lämnades").waitFor();
  await page.getByText("Fråga 1, runda 1: röstsedlarna ger något annat").waitFor();
});
