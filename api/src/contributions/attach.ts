import type { Trx } from '#prisma/database.ts';

/** The hashes of the files that a content names. */
export const filesIn = (content: Record<string, unknown>): string[] =>
  (Array.isArray(content['attachments']) ? content['attachments'] : [])
    .map((one) => (one as { file?: unknown }).file)
    .filter((one): one is string => typeof one === 'string');

/** Gives the files of a draft that its published content names to the record. */
export async function claimFiles(trx: Trx, draftId: string, recordId: string, content: Record<string, unknown>): Promise<void> {
  const hashes = filesIn(content);
  if (hashes.length === 0) return;
  await trx.updateTable('file').set({ recordId }).where('draftId', '=', draftId).where('hash', 'in', hashes).execute();
}
