/** What people write when they are asked something at the end of a day. */
const sv = [
  "Att vi behöver prata mer med varandra mellan mötena.",
  "Exemplet från kommunen i norr, det ska jag ta med mig hem.",
  "Mer tid för frågor nästa gång, tack!",
  "Bra blandning av föredrag och samtal.",
  "Hur tar vi hand om det vi har kommit fram till?",
  "Att det går att börja i liten skala.",
  "Jag vill veta mer om hur ni mätte resultatet.",
  "Vi har samma problem hos oss, men ingen som äger frågan.",
  "Kontakterna. Dem hade jag inte fått på något annat sätt.",
  "Pausen var för kort.",
  "Tillgängligheten måste med från början, inte på slutet.",
  "Vem tar nästa steg?",
  "Inspirerande!",
  "Svårt att höra längst bak, annars mycket bra.",
  "Att vi inte är ensamma om det här.",
  "Kan bilderna delas i efterhand?",
  "Mer om juridiken, gärna med någon som kan svara på frågor.",
  "Jag ska ringa min kollega på måndag.",
  "Det som sas om att våga sluta med saker.",
  "Att digitaliseringen handlar om människor mer än om teknik.",
];

const en = [
  "That we need to talk more with each other between the meetings.",
  "The example from the north, I'll take that one home.",
  "More time for questions next time, please!",
  "A good mix of talks and conversations.",
  "How do we look after what we have agreed on?",
  "That it's possible to start small.",
  "I'd like to know more about how you measured the result.",
  "We have the same problem, but nobody who owns it.",
  "The contacts. I wouldn't have made them any other way.",
  "The break was too short.",
  "Accessibility has to be there from the start, not at the end.",
  "Who takes the next step?",
  "Inspiring!",
  "Hard to hear at the back, otherwise very good.",
  "That we are not alone with this.",
  "Can the slides be shared afterwards?",
  "More about the law, with somebody who can answer questions.",
  "I'll call my colleague on Monday.",
  "What was said about daring to stop doing things.",
  "That it's about people more than about technology.",
];

/** Swedish texts for `sv`, English ones for every other language. */
export function simulatedTexts(language: string): readonly string[] {
  return /^sv(-|$)/iu.test(language) ? sv : en;
}
