/** Whole percent, except that some is never written as none, nor nearly all as all: then with a decimal. */
export function percentOf(share: number): number {
  const rounded = Math.round(share * 100);
  const isClose = (rounded === 0 && share > 0) || (rounded === 100 && share < 1);
  return isClose ? Math.min(99.9, Math.max(0.1, Math.round(share * 1000) / 10)) : rounded;
}
