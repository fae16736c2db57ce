/** What people write when they are asked for a few words at work. */
const sv =
  `samverkan digitalisering tillit delaktighet ledarskap öppenhet hållbarhet kompetens nyfikenhet dialog trygghet
respekt tydlighet utveckling kvalitet samarbete engagemang innovation tid kommunikation mod arbetsmiljö mångfald lärande nätverk
helhetssyn tillgänglighet förtroende uppföljning enkelhet ansvar förändring fika kunskap möten humor stöd balans återhämtning
välfärd AI gemenskap språk omtanke demokrati framtid frihet glädje idéer klimat klarspråk kreativitet lyhördhet lösningar
motivation planering rättvisa sammanhang struktur uthållighet resurser jämställdhet transparens flexibilitet säkerhet
inflytande återkoppling kultur medarbetarskap tålamod`.split(/\s+/u);

const en =
  `collaboration trust openness digitalisation leadership sustainability curiosity dialogue safety respect clarity
quality teamwork engagement innovation time communication courage diversity learning networks accessibility confidence
simplicity responsibility change coffee knowledge meetings humour support balance recovery welfare AI community language care
democracy future freedom joy ideas climate creativity listening solutions motivation planning fairness context structure
stamina resources equality transparency flexibility security influence feedback culture patience focus skills budget
participation honesty purpose`.split(/\s+/u);

/** Swedish words for `sv`, English ones for every other language. */
export function simulatedWords(language: string): readonly string[] {
  return /^sv(-|$)/iu.test(language) ? sv : en;
}
