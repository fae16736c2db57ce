/** A presenter over a plain socket. */
import type { StageCommand } from "../../worker/shared/protocol.ts";
import { liveUrl } from "./api-client.ts";
import { type FrameOf, LiveSocket, type SocketOptions } from "./live-socket.ts";

export class Presenter {
  readonly socket: LiveSocket;

  private constructor(socket: LiveSocket) {
    this.socket = socket;
  }

  static async open(address: string, pollId: string, key: string, options?: SocketOptions): Promise<Presenter> {
    return new Presenter(await LiveSocket.open(liveUrl(address, pollId), key, options));
  }

  /** Resolves once the service has acked it; rejects with `Refused`. */
  async stage(command: StageCommand): Promise<void> {
    await this.socket.request({ type: "stage", ...command });
  }

  /** The first tally of `question` that counts at least `answered`. */
  tallyOf(question: string, answered: number, withinMs?: number): Promise<FrameOf<"tally">> {
    return this.socket.next("tally", {
      where: (frame) => frame.question === question && frame.answered >= answered,
      ...(withinMs === undefined ? {} : { withinMs }),
    });
  }

  close(): Promise<unknown> {
    return this.socket.close();
  }
}
