import type { PresentCatalogue } from "./present.en.ts";

/** Texts of the stage and its controls. */
export const presentSv: PresentCatalogue = {
  "present.connecting": "Ansluter …",
  "present.lineDown": "Ingen kontakt. Bilden är den senaste; nya försök görs.",
  "present.stage": "Scen",

  "access.noKeyTitle": "Sidan behöver presentatörslänken",
  "access.noKey":
    "Adressen saknar sin nyckel. Öppna hela presentatörslänken igen, den som slutar på #key=…, eller be arrangören om den.",
  "access.wrongKeyTitle": "Nyckeln passar inte",
  "access.wrongKey":
    "Länken kan ha klippts av när den kopierades, eller höra till en annan omröstning. Be arrangören om presentatörslänken.",
  "access.goneTitle": "Omröstningen finns inte här",
  "access.gone": "Den kan ha tagits bort. Fråga arrangören.",

  "lobby.goTo": "Gå till",
  "lobby.code": "och skriv koden",
  "lobby.qr": "QR-kod som leder till {address}",
  "lobby.joined": { one: "deltagare är med", other: "deltagare är med" },

  "question.answeredOf": "{answered} av {joined} har svarat",
  "question.skipped": "{n} hoppade över",
  "question.hidden": { one: "svar", other: "svar" },
  "question.hiddenOf": "av {n} som är med. Resultatet är dolt.",
  "question.locked": "Röstningen är låst",
  "question.clock": "Tid kvar",
  "question.table": "Resultatet som tabell",

  "closed.title": "Tack för att du var med",
  "closed.joined": { one: "deltagare var med", other: "deltagare var med" },
  "closed.results": "Till resultaten",

  "control.bar": "Styrning",
  "control.next": "Nästa",
  "control.start": "Första frågan",
  "control.previous": "Föregående",
  "control.lobby": "Lobby",
  "control.lock": "Lås röstningen",
  "control.open": "Öppna röstningen",
  "control.hide": "Dölj resultat",
  "control.show": "Visa resultat",
  "control.secondRound": "Fråga igen",
  "control.firstRound": "Till första rundan",
  "control.showRightAnswer": "Visa rätt svar",
  "control.hideRightAnswer": "Dölj rätt svar",
  "control.table": "Tabell",
  "control.fullscreen": "Helskärm",
  "control.close": "Avsluta",
  "control.help": "Tangenter",

  "rehearsal.name": "Repetition",
  "rehearsal.begin": "Prova med {n} simulerade deltagare",
  "rehearsal.mark": "Repetition – simulerade svar",
  "rehearsal.about": "Inget av det sparas.",
  "rehearsal.end": "Avsluta repetitionen",

  "help.title": "Tangenter",
  "help.next": "Nästa fråga",
  "help.previous": "Föregående fråga",
  "help.lock": "Lås eller öppna röstningen",
  "help.results": "Visa eller dölj resultat",
  "help.round": "Fråga igen i en andra runda, eller gå tillbaka till den första",
  "help.rightAnswer": "Visa eller dölj rätt svar, där frågan har ett",
  "help.table": "Visa eller dölj tabellen",
  "help.fullscreen": "Helskärm på eller av",
  "help.help": "Den här listan",
  "help.done": "Klar",
  "key.space": "Mellanslag",

  "close.title": "Avsluta omröstningen?",
  "close.text": "Röstningen stängs, resultaten sparas och koden slutar gälla.",
  "close.yes": "Avsluta omröstningen",
  "close.no": "Fortsätt",

  "refused.offline": "Tjänsten gick inte att nå. Inget har ändrats; försök igen.",
  "refused.state": "Det går inte just nu: omröstningen kan ha avslutats eller ändrats någon annanstans.",
  "refused.tooFast": "Det blev för många ändringar på kort tid. Vänta lite och försök igen.",
  "refused.failed": "Det gick inte. Inget har ändrats; försök igen.",
};
