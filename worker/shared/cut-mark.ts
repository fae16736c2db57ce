/** The last line of a CSV file that could not be made to its end: no other line is like it. */
export const cutMark = "# CUT SHORT: not all of the file is here. Download it again.";
