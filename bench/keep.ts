/** `node bench/keep.ts FOLDER SIZE...`: makes libraries, prints their addresses and keeps their database running until it is ended; to look at plans by hand. */
import { openLibraries } from './libraries.ts';

const [folder = '', ...sizes] = process.argv.slice(2);
const libraries = await openLibraries(folder, console.error, { shared_preload_libraries: 'pg_stat_statements' });
for (const size of sizes) console.log(await libraries.copy(Number(size)));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void libraries.stop().then(() => process.exit()));
setInterval(() => {}, 60_000);
