import type { Pool } from 'pg';
import { publish } from '#api/contributions/publish.ts';
import { checkContent } from '#api/contributions/validate.ts';
import { connect } from '#prisma/database.ts';
import { costs } from './aims.ts';
import { median, percentile } from './load.ts';

/** Publishing one revision as an acceptance does it, in transactions of its own. */
export async function measurePublishing(pool: Pool, url: string, slugs: string[], projects: number, say: (line: string) => void) {
  const { db, close } = connect(url, { max: 8 });
  const once = async (slug: string) => {
    const { rows } = await pool.query<{ id: string; content: Record<string, unknown> }>("SELECT id, content FROM record WHERE kind = 'PROJECT' AND slug = $1", [
      slug,
    ]);
    const { id, content } = rows[0] as (typeof rows)[number];
    const begun = performance.now();
    await db.transaction().execute(async (trx) => {
      const checked = await checkContent(trx, { kind: 'PROJECT', content, sources: [] }, null);
      if (!checked.content) throw new Error(`A made project cannot be published: ${JSON.stringify(checked.faults.slice(0, 3))}`);
      await publish(trx, {
        recordId: id,
        kind: 'PROJECT',
        content: checked.content,
        sources: [],
        author: crypto.randomUUID(),
        organization: null,
        accepted: [],
        reason: 'Measured.',
        restores: null,
      });
    });
    return performance.now() - begun;
  };
  try {
    await once(slugs[0] as string);
    const alone: number[] = [];
    for (const slug of slugs) alone.push(await once(slug));
    costs('publishing one revision, p50', projects, median(alone));
    const begun = performance.now();
    await Promise.all([...new Set(slugs)].slice(0, 8).map(once));
    say(
      `\nPublishing one revision: p50 ${median(alone).toFixed(1)} ms, p95 ${percentile(alone, 0.95).toFixed(1)} ms; eight people at once: ${(performance.now() - begun).toFixed(0)} ms for all.`,
    );
  } finally {
    await close();
  }
}
