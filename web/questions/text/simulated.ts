import type { TextQuestion } from "../../../worker/questions/text/rules.ts";
import type { Simulation } from "../simulation.ts";
import { simulatedTexts } from "./simulated-texts.ts";

export const simulatedText: Simulation<TextQuestion> = {
  answer({ maxLength }, { random, language }) {
    const texts = simulatedTexts(language);
    const fitting = texts.filter((text) => text.length <= maxLength);
    const text = fitting[Math.floor(random() * fitting.length)];
    // Where no sentence fits, the beginning of one: none of them begins with a space.
    return { text: text ?? (texts[0] ?? "").slice(0, maxLength).trim() };
  },
};
