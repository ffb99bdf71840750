import { resolve } from 'node:path';
import { z } from 'zod';
import { StartupError } from '#prisma/migrate.ts';

const schema = z.object({
  PORT: z.coerce.number('write a port number').int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** Where the embedded database and uploads live. */
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'write postgres://user:password@host:5432/name' }).optional(),
  MEILI_URL: z.url({ protocol: /^https?$/, error: 'write http://host:7700' }).optional(),
  MEILI_KEY: z.string().optional(),
  BASE_URL: z.url({ protocol: /^https?$/, error: 'write https://atrium.example.org' }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  NODE_ENV: z.string().optional(),
});
export type Env = z.infer<typeof schema> & { dataDir: string; baseUrl: string };

/**
 * The settings, read once. An empty setting counts as absent.
 * @throws StartupError that lists every faulty setting
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) {
    throw new StartupError(`These settings cannot be used: ${result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}.`);
  }
  const env = result.data;
  return { ...env, dataDir: resolve(env.DATA_DIR), baseUrl: (env.BASE_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, '') };
}
