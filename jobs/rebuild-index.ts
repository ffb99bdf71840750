import { rebuildIndex } from '#search/reindex.ts';
import { command } from '../log/command.ts';
import { withDatabase } from '../log/database.ts';

// npm run index:rebuild    builds the search index in PostgreSQL anew, as the role that owns the database; searches go on meanwhile

await command(async () => {
  await withDatabase((db) => rebuildIndex(db));
  console.log('The search index was built anew.');
});
