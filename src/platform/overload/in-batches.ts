/**
 * Does what comes within some milliseconds of each other at once, in the order in which it came. A write to a socket wakes
 * whoever reads there, and that costs several times what the write itself does: in a batch only the first of them pays.
 * @returns takes an act that must not throw
 */
export function inBatches(milliseconds: number): (act: () => void) => void {
  let batch: (() => void)[] = [];
  return (act) => {
    if (batch.push(act) > 1) return;
    setTimeout(() => {
      const acts = batch;
      batch = [];
      for (const act of acts) act();
    }, milliseconds);
  };
}
