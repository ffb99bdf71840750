import type { TaskList } from 'graphile-worker';
import type { Database } from '#prisma/database.ts';
import { noteEndings, noteEvents } from './note.ts';
import { sendDelivery, type WebhookSettings } from './send.ts';

/** What notes events for the addresses of other programs. */
export const webhookTasks = (db: Database): TaskList => ({
  note_webhooks: async () => {
    await noteEvents(db);
  },
  note_endings: async () => {
    await noteEndings(db);
  },
});
export const webhookCrontab = ['* * * * * note_webhooks ?jobKey=note_webhooks', '37 5 * * * note_endings ?fill=1d'].join('\n');

/** What sends them, with workers of its own: an address that says nothing holds up nothing else. */
export const sendingTasks = (db: Database, settings: WebhookSettings): TaskList => ({
  send_webhook: async (payload) => {
    await sendDelivery(db, (payload as { id: string }).id, settings);
  },
});
