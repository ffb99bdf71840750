import { setImmediate as afterOthers } from 'node:timers/promises';

/** How long work may keep everybody else waiting at a time (milliseconds). */
const AT_A_TIME = 10;

/** Lets whatever else waits be answered: `await breathe()` between small steps of long work costs nothing until it has been busy for a while. */
export function breath(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < AT_A_TIME) return;
    return afterOthers().then(() => {
      since = performance.now();
    });
  };
}
