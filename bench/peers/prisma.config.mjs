import { defineConfig } from 'prisma/config';

export default defineConfig({ schema: 'schema.prisma', datasource: { url: process.env.DATABASE_URL ?? 'postgres://nobody@127.0.0.1/none' } });
