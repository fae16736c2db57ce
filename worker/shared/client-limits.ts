/** The limits that the phone's page needs too, apart from the others: it is small because it loads nothing else. */
export const clientLimits = {
  wordLength: 40,
  /** What an attendee may write instead of an option: a line, not a text. */
  otherLength: 100,
  /** Our own clients confirm once they have read this much. */
  confirmEveryBytes: 32 * 1024,
  /** A client sends `ping` when it has heard nothing for this long, and gives the line up `heartbeatDeadlineMs` later. */
  heartbeatMs: 4000,
  heartbeatDeadlineMs: 4000,
} as const;
