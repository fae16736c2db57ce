import type { Question } from "../../worker/questions/registry.ts";
import { apiClient } from "../support/api-client.ts";
import type { Service } from "../support/service.ts";
import type { Pages } from "./browser.ts";
import { ballotsIn } from "./figures.ts";
import { phoneHand } from "./phone-hand.ts";

const { t } = phoneHand("sv");

/** A poll with a phone in its lobby, and its questions by id. */
export async function phoneInLobby(service: Service, pages: Pages, definition: object) {
  const api = apiClient(service.address);
  const poll = await api.createPoll(definition);
  const { questions } = await api.poll(poll.id, poll.organiserKey);
  const phone = await pages.phone(poll.links.vote);
  await phone.getByRole("heading", { name: t("lobby.heading") }).waitFor();
  const byId = (id: string): Question => {
    const question = questions.find((other) => other.id === id);
    if (question === undefined) throw new Error(`no question ${id}`);
    return question;
  };
  const stage = (command: Parameters<typeof api.stage>[2]) => api.stage(poll.id, poll.presenterKey, command);
  /** Returns once the phone shows it. */
  const ask = async (id: string): Promise<Question> => {
    const question = byId(id);
    await stage({ question: id });
    await phone.getByRole("heading", { name: question.text }).waitFor();
    return question;
  };
  const ballots = async () => ballotsIn(await api.download(poll.id, poll.organiserKey, "ballots.csv"));
  return { poll, phone, byId, stage, ask, ballots };
}
