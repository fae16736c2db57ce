/** What the presenter's link is good for: the poll's code, and a rehearsal's beginning and end. */
export interface Presenter {
  code(): Promise<string>;
  /** False where one is on already, which somebody else began. */
  begin(): Promise<boolean>;
  /** Throws where it has not ended. */
  end(): Promise<void>;
}

const answerMs = 10_000;
/** The state forbids it. */
const conflict = 409;

export function presenterOf(origin: string, id: string, key: string): Presenter {
  const path = `${origin}/api/polls/${encodeURIComponent(id)}`;

  async function call(method: string, rest = ""): Promise<Response> {
    const headers = { authorization: `Bearer ${key}` };
    const signal = AbortSignal.timeout(answerMs);
    const response = await fetch(path + rest, { method, headers, signal }).catch(() => null);
    if (response === null) throw new Error(`Nothing answers at ${origin}. Is the service running?`);
    if (response.status === 404) throw new Error("There is no such poll: it may have been deleted.");
    if (response.status === 401 || response.status === 403) throw new Error("The link's key is not this poll's.");
    return response;
  }

  async function detailOf(response: Response): Promise<string> {
    const body: { detail?: string } = await response.json().catch(() => ({}));
    return body.detail ?? `The service answered ${response.status}.`;
  }

  async function isOn(): Promise<boolean> {
    const response = await call("GET", "/results.json");
    if (!response.ok) return false;
    const { rehearsal = false }: { rehearsal?: boolean } = await response.json();
    return rehearsal;
  }

  return {
    async code() {
      const response = await call("GET");
      if (!response.ok) throw new Error(await detailOf(response));
      const { code }: { code: string } = await response.json();
      return code;
    },
    async begin() {
      const response = await call("POST", "/rehearsal");
      if (response.ok) return true;
      if (response.status === conflict && (await isOn())) return false;
      throw new Error(await detailOf(response));
    },
    async end() {
      const response = await call("DELETE", "/rehearsal");
      // Somebody else has ended it already.
      if (!response.ok && response.status !== conflict) throw new Error(await detailOf(response));
    },
  };
}
