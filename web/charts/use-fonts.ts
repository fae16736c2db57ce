import { useEffect, useState } from "preact/hooks";

/** True once the page's fonts are there: text that is measured before is measured in another font. */
export function useFonts(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let wanted = true;
    // Only a font that is asked for is loaded; `ready` alone may be true before the page has asked.
    void Promise.all([document.fonts.load('600 1em "Atkinson Hyperlegible Next"', "Aå"), document.fonts.ready])
      .catch(() => undefined)
      .then(() => {
        if (wanted) setReady(true);
      });
    return () => {
      wanted = false;
    };
  }, []);
  return ready;
}
