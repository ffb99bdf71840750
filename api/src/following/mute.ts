import { sql } from 'kysely';
import type { Database, Trx } from '#prisma/database.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';

type Of = { personId: string; question: string };

/** Ends or resumes the mails that somebody gets of a question. Ended twice it is ended. */
export async function muteQuestion(db: Database | Trx, { personId, question }: Of, muted: boolean): Promise<void> {
  if (muted)
    await sql`INSERT INTO question_mute (question_id, person_id) SELECT q.id, p.id FROM question q, person p WHERE q.id = ${question}::uuid AND p.id = ${personId}::uuid ON CONFLICT DO NOTHING`.execute(
      db,
    );
  else await sql`DELETE FROM question_mute WHERE question_id = ${question}::uuid AND person_id = ${personId}::uuid`.execute(db);
}

/** Whether somebody has ended the mails of a question. */
export async function isMuted(reader: Reader, { personId, question }: Of): Promise<boolean> {
  return (await rowsOf(reader, sql`SELECT 1 FROM question_mute WHERE question_id = ${question}::uuid AND person_id = ${personId}::uuid`)).length > 0;
}
