/** Polls to begin with. Their texts are the poll's own content, in the poll's language, not the page's. */
import closingPollEn from "./closing-poll.en.json";
import closingPollSv from "./closing-poll.sv.json";

export const templates: { id: string; definition: { title: string; language: string; questions: object[] } }[] = [
  { id: "closing-poll-sv", definition: closingPollSv },
  { id: "closing-poll-en", definition: closingPollEn },
];
