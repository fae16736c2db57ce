/** Texts of publishing results, part of the organiser's page. */
export const publishEn = {
  "publish.title": "Publish the results",
  "publish.about": "A link that shows the results of closed runs to whoever has it. You can take it back at any time.",
  "publish.isPublic": "The results of closed runs are public: whoever has the link can read them.",
  "publish.link": "Link to the results",
  "publish.linkAbout": "For readers. Shows closed runs, and changes nothing.",
  "publish.unknown":
    "The link was shown when the results were published, and is kept only in that browser. You can make a new one; the old one stops working.",
  "publish.ballots": "Single ballots, too",
  "publish.ballotsAbout":
    "Anyone can then count the results themselves. No names are in them, but what one attendee answered to all questions stands together, and whoever knows one answer may recognise the rest.",
  "publish.ballotsPublic": "Single ballots are public now.",
  "publish.ballotsPrivate": "Single ballots are not public any more. Copies that others have made stay.",
  "publish.do": "Publish",
  "publish.done": "The results are public. Copy the link.",
  "publish.renew": "Make a new link",
  "publish.renewAsk": "Make a new link?",
  "publish.renewAbout": "The link that is out now stops working.",
  "publish.revoke": "Take back the link",
  "publish.revokeAsk": "Take back the link?",
  "publish.revokeAbout": "It stops working at once. Files that others have downloaded stay with them.",
  "publish.revoked": "The link is taken back.",
} as const;

export type PublishCatalogue = Record<keyof typeof publishEn, string>;
