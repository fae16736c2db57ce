/** Keys in order, so that tests can name them: k1, k2, … */
export function countedKeys(): () => string {
  let count = 0;
  return () => `k${++count}`;
}
