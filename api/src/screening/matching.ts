import { parentPort, workerData } from 'node:worker_threads';
import { type Candidate, NameIndex } from '#prisma/screening/name-index.ts';
import type { Found, Listed, Task } from './match.ts';

// A thread of match.ts: holds the names of one list, and compares vendors with them.

const { names, kinds } = workerData as Listed;
const index = new NameIndex(names, kinds);

parentPort?.on('message', ({ number, vendors }: Task) => {
  const before = index.compared;
  const found = vendors.map((each) => {
    const best = new Map<number, Found>();
    for (const name of each)
      for (const candidate of index.find(name) as Candidate[])
        if (candidate.score > (best.get(candidate.entry)?.score ?? 0)) best.set(candidate.entry, { ...candidate, vendorName: name });
    return [...best.values()].sort((a, b) => b.score - a.score);
  });
  parentPort?.postMessage({ number, found, compared: index.compared - before });
});
