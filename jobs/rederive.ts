import { command } from '../log/command.ts';
import { withDatabase } from '../log/database.ts';
import { rederive } from '#prisma/rederive.ts';

// npm run rederive    derives everything that follows from the contents again, and says what was different

await command(async () => {
  const { looked, changed, parts, faults } = await withDatabase((db) => rederive(db, { all: true }));
  console.log(`Looked at ${looked} records. ${changed === 0 ? 'Everything was up to date.' : `${changed} were brought up to date:`}`);
  for (const [part, count] of Object.entries(parts).sort(([, a], [, b]) => b - a)) console.log(`  ${part}: ${count}`);
  for (const { kind, slug, message } of faults) console.log(`The ${kind.toLowerCase()} "${slug}" stays as it was: ${message}.`);
  if (faults.length > 0) process.exitCode = 1;
});
