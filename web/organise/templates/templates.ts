/** Polls to begin with. Their texts are the poll's own content, in the poll's language, not the page's. */
import closingPollEn from "./closing-poll.en.json";
import closingPollSv from "./closing-poll.sv.json";
import courseEvaluationEn from "./course-evaluation.en.json";
import courseEvaluationSv from "./course-evaluation.sv.json";
import iceBreakerEn from "./ice-breaker.en.json";
import iceBreakerSv from "./ice-breaker.sv.json";
import workshopEn from "./workshop.en.json";
import workshopSv from "./workshop.sv.json";

export type Template = {
  id: string;
  definition: { title: string; language: string; questions: { text: string; type: string }[] };
};

export const templates: Template[] = [
  { id: "closing-poll-sv", definition: closingPollSv },
  { id: "ice-breaker-sv", definition: iceBreakerSv },
  { id: "workshop-sv", definition: workshopSv },
  { id: "course-evaluation-sv", definition: courseEvaluationSv },
  { id: "closing-poll-en", definition: closingPollEn },
  { id: "ice-breaker-en", definition: iceBreakerEn },
  { id: "workshop-en", definition: workshopEn },
  { id: "course-evaluation-en", definition: courseEvaluationEn },
];
