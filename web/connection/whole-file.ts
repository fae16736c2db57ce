/** Whether a file has come to its end: a response that breaks off may look as if it had. */
import { cutMark } from "../../worker/shared/cut-mark.ts";

/** What a zip without a comment ends with, a workbook too. */
const directoryEnd = { marks: [0x50, 0x4b, 5, 6], length: 22 };

export async function isWhole(file: Blob): Promise<boolean> {
  if (file.type.startsWith("text/csv")) {
    const end = await file.slice(-2 * cutMark.length).text();
    return file.size > 0 && !end.includes(cutMark);
  }
  if (!/zip|spreadsheetml/.test(file.type)) return true;
  const end = new Uint8Array(await file.slice(-directoryEnd.length).arrayBuffer());
  return directoryEnd.marks.every((mark, index) => end[index] === mark);
}
