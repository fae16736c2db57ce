import { clientLimits } from "./client-limits.ts";

/**
 * Every limit on what a peer may send or what the service keeps, with its reason.
 * Lengths of text count graphemes (what a reader calls a letter), sizes count bytes of UTF-8, times are milliseconds.
 */
export const limits = {
  ...clientLimits,

  /** A client's frame. The contract's figure: the largest honest answer (three words, a text) is far below it. */
  frameBytes: 8 * 1024,
  /** A posted form: a frame's text, each byte of it escaped as three. */
  formBytes: 24 * 1024,
  /** Frames above `frameBytes` in a row before the socket is closed with 1009: a client that repeats it is broken. */
  oversizedFramesInARow: 5,
  /** A definition's body: 100 questions of 20 options at full length stay below it. */
  definitionBytes: 512 * 1024,
  /** A poll's own blocked or allowed words: a list that somebody has written by hand. */
  ownWords: 500,
  /** Words or texts of one question with a verdict: all that a large hall writes, and it is held in memory. */
  verdicts: 10_000,
  /** Merged words of one question: they go to every shard with each change of the stage. */
  merges: 500,

  /** Of a body that is too large this much is read and dropped, so that its sender gets to hear why. */
  drainedBytes: 16 * 1024 * 1024,

  /** Bodies of the other calls hold a few short fields. */
  commandBytes: 8 * 1024,
  /** A client's own id of an answer: room for a UUID and a prefix. */
  refLength: 64,

  questions: 100,
  /** Of one poll, its own among them: a country's official ones. Each is a frame more to write with each change of the stage. */
  languages: 6,
  titleLength: 200,
  questionLength: 500,
  optionLength: 200,
  /** A presenter's notes to a question: a minute of speech is about 900 letters. */
  notesLength: 2000,
  /** An organiser's logo, decoded: enough for any at a stage's size, and little beside a definition. */
  logoBytes: 64 * 1024,
  logoTextLength: 200,
  labelLength: 60,
  /** Option counts are the contract's. */
  choiceOptions: { min: 2, max: 20 },
  /** More words an attendee than this is a text. */
  maxWords: 20,
  /** Some four hundred words: a paragraph on the wall, and its JSON stays under `frameBytes` in any script. */
  textLength: 2000,
  statements: { min: 1, max: 10 },
  /** Options to rank or to spread points over, and items of a grid: the contract's. */
  rankedOptions: { min: 2, max: 10 },
  gridItems: { min: 1, max: 8 },
  /** Both axes of a grid run from 0 to this (contract). */
  gridMax: 10,
  /** Points to spread over the options. */
  pointsTotal: 1000,
  /** Numbers asked for: beyond it neighbouring ones can't be told apart in every sum. */
  numberValue: 1e12,
  unitLength: 20,
  /** Bins of a histogram: as many as still have a readable label each. */
  bins: 20,
  /** Steps of a scale: 0 to 100 at the most, where every value still has a bar of its own. */
  scaleSteps: 101,
  scaleValue: 1000,

  /** Days for which a closed run's ballots are kept: at least until they have been downloaded, at most ten years. */
  retentionDays: { min: 1, max: 3650 },
  /** Runs whose ballots one look for those that are due erases; what is left waits for the next look. */
  erasedAtOnce: 100,

  /** A countdown of at most a day: longer votes are locked by hand. */
  countdownSeconds: 86_400,
  /** Askings of one question in a run: before and after a discussion. */
  rounds: 2,
  /** How long cleared answers can be had back. */
  restoreMs: 10_000,
  /** A rehearsal that nobody commands any more ends by itself: whoever began it may have left. */
  rehearsalMs: 3_600_000,

  /**
   * Frames an attendee may send: the contract says that 40 at once and 20 a second are never too fast,
   * so the bucket holds half as much again.
   */
  frameBurst: 60,
  framesPerSecond: 30,
  /** Refused frames, without a pause that fills the bucket again, before the socket is closed with 4429. */
  tooFastFrames: 300,

  /** Wrong join codes from one address in a minute (contract). Right ones never count: a campus has one address. */
  wrongCodesPerMinute: 30,
  /** Addresses remembered at once, in memory alone; the oldest gives way. */
  guardedAddresses: 10_000,

  /** Shards of one poll: 1,000 attendees each by default, so 200,000 attendees. A larger number in a token is forged. */
  shardsPerPoll: 200,
  /** Reports that reach one room in a second, over all shards: an object takes 200 to 500 writing requests a second. */
  reportsPerSecond: 200,
  /**
   * Frames in slides that watch one poll. They hold no key, so that anyone may open them; as many as a large hall's guests
   * that follow a deck, and far below what a room carries.
   */
  viewersPerPoll: 500,
  /** Shortest time between two reports of one shard. */
  reportIntervalMs: 50,
  /** Texts, or words, of a tally on phones: what a phone shows and some. Two thousand texts would be 300 MB for a full hall. */
  phoneEntries: 50,
  /** Tally frames to a presenter or phone: at most ten a second (contract). */
  tallyIntervalMs: 100,

  /**
   * Bytes sent to a socket that has not confirmed them by a `got` frame. workerd knows no `bufferedAmount`, so this is the
   * only bound on what a reader that stopped reading makes the service keep: past `slow` it gets two tallies a second,
   * past `close` it is closed with 4429. A client that reads but does not confirm comes to `close` after some minutes of
   * large tallies, or some 40,000 acks; it reconnects and has the whole state.
   */
  unconfirmedBytes: { slow: 512 * 1024, close: 3 * 1024 * 1024 },
  slowTallyIntervalMs: 500,

  /** A passkey as a browser sends it: some carry a certificate of their maker's, which is not asked for. */
  passkeyBytes: 32 * 1024,
  /** An account's own name, a passkey's, a folder's: what fits on a line. */
  nameLength: 60,
  /** Of one account: a device each, and some to spare. */
  passkeysPerAccount: 20,
  pollsPerAccount: 2000,
  recoveryCodes: 10,
  /** How long a passkey may take to answer: whoever has to look for a phone or a security key needs minutes. */
  challengeMs: 300_000,
  /** Challenges from one address in a minute: each is a row in D1 for as long as it may be answered. */
  challengesPerMinute: 300,
  /** Open challenges of all: the oldest make room, so that D1 stays small where nothing tells addresses apart. */
  openChallenges: 10_000,
  /** Wrong recovery codes from one address in a minute: somebody who types them from a paper; the codes are too long to guess. */
  wrongRecoveriesPerMinute: 10,
  /** A browser that has not been used for so long is signed out. */
  sessionIdleMs: 30 * 86_400_000,
  /** How old a session's token gets before the next takes its place. */
  sessionRenewMs: 86_400_000,
  /** How long the old one is good beside it: requests that were on their way together. */
  oldTokenMs: 60_000,
  handOverMs: 7 * 86_400_000,
  /** An account's zip as it is sent, and read as it comes: some 700,000 ballots with their chains. */
  importBytes: 64 * 1024 * 1024,
  /** Files in it: of the polls that an account may have, each with ten runs. */
  importedEntries: 70_000,
  importedPolls: 2000,
  /** Its list of polls, with line breaks and indents. */
  importedListBytes: 1024 * 1024,
  /** One file of one run, held whole while it is checked: some 150,000 ballots; 20,000 took 67 MB of memory, garbage included. */
  importedRunBytes: 20 * 1024 * 1024,
  /** All that comes out of one zip. */
  importedBytes: 256 * 1024 * 1024,
  /** A live run is closed by nobody's hand only where it has been quiet as long as ballots are kept, and at least so long. */
  abandonedDays: 30,
  /** After so long an import that has not ended never will. */
  importMs: 3_600_000,
  /** Wrong fields that are told of one zip. */
  importErrors: 50,

  /** Ballots archived to D1 in one statement: under D1's 1 MB for a bound value at the largest answers. */
  archivePageBytes: 400 * 1024,
  archivePageRows: 1000,
} as const;
