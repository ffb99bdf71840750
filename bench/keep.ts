/** `node bench/keep.ts FOLDER SIZE...`: makes libraries, prints their addresses and keeps their database running until it is ended. */
import { openLibraries } from './libraries.ts';

const [folder = '', ...sizes] = process.argv.slice(2);
const libraries = await openLibraries(folder, console.error, { shared_preload_libraries: 'pg_stat_statements', track_io_timing: 'on' });
for (const size of sizes) console.log(await libraries.copy(Number(size)));
process.on('SIGTERM', () => void libraries.stop().then(() => process.exit()));
process.on('SIGINT', () => void libraries.stop().then(() => process.exit()));
setInterval(() => {}, 60_000);
