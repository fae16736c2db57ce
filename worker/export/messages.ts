/** The headings of a workbook, in the poll's language. */
const en = {
  overview: "Overview",
  title: "Poll",
  run: "Run",
  date: "Date",
  joined: "Joined",
  secondRound: "second round",
  question: "Question",
  answered: "Answered",
  skipped: "Skipped",
  hidden: "Hidden",
  option: "Option",
  word: "Word",
  statement: "Statement",
  text: "Text",
  count: "Number",
  points: "Points",
  firsts: "Firsts",
  meanRank: "Mean place",
  item: "Item",
  value: "Value",
  x: "Across (x), mean",
  y: "Upwards (y), mean",
  placed: "Placed",
  min: "Least",
  max: "Greatest",
  written: "Written",
  mean: "Mean",
  median: "Median",
};

export type ExportMessages = typeof en;

const sv: ExportMessages = {
  overview: "Översikt",
  title: "Omröstning",
  run: "Körning",
  date: "Datum",
  joined: "Anslutna",
  secondRound: "andra rundan",
  question: "Fråga",
  answered: "Har svarat",
  skipped: "Hoppade över",
  hidden: "Dolda",
  option: "Alternativ",
  word: "Ord",
  statement: "Påstående",
  text: "Text",
  count: "Antal",
  points: "Poäng",
  firsts: "Ettor",
  meanRank: "Medelplats",
  item: "Sak",
  value: "Värde",
  x: "Vågrätt (x), medel",
  y: "Lodrätt (y), medel",
  placed: "Placerade",
  min: "Minst",
  max: "Störst",
  written: "Skrivet",
  mean: "Medelvärde",
  median: "Median",
};

/** Swedish for `sv` and its variants, English for all else. */
export function exportMessages(language: string): ExportMessages {
  return /^sv(-|$)/i.test(language) ? sv : en;
}
