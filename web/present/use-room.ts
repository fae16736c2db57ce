import type { RefObject } from "preact";
import { useMemo } from "preact/hooks";
import { useSize } from "../charts/use-size.ts";
import type { Room } from "./table-place.ts";

/** The inner size of an element, of its font size; zero until it is on the page. */
export function useRoom(ref: RefObject<Element | null>): Room {
  const { width, height } = useSize(ref);
  return useMemo(() => {
    const em = ref.current === null ? 1 : Number.parseFloat(getComputedStyle(ref.current).fontSize);
    return { width: width / em, height: height / em };
  }, [width, height]);
}
