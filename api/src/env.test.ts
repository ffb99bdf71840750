import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readEnv } from './env.ts';

const file = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const ours = [...file('api/src/env.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+): (?:z|days)\b/gm)]
  .map(([, name = '']) => name)
  .filter((name) => name !== 'NODE_ENV')
  .sort();

it('reads the settings', () => expect(ours.length).toBeGreaterThan(20));

it('every setting stands in .env.example, with its default, and nothing else does', () => {
  const [settings = '', compose = ''] = file('.env.example').split('# --- docker compose alone ---');
  const lines = [...settings.matchAll(/^# ([A-Z][A-Z0-9_]+)=(.*)$/gm)].map(([, name = '', value = '']) => ({ name, value }));
  expect(lines.map(({ name }) => name).sort()).toEqual(ours);
  const defaults = readEnv({}) as unknown as Record<string, unknown>;
  for (const { name, value } of lines) if (defaults[name] !== undefined) expect([name, value]).toEqual([name, String(defaults[name])]);
  const named = new Set([...file('docker-compose.yml').matchAll(/\$\{([A-Z][A-Z0-9_]+)/g)].map(([, name = '']) => name));
  for (const [, name = ''] of compose.matchAll(/^# ([A-Z][A-Z0-9_]+)=/gm)) expect(named).toContain(name);
  expect([...named].filter((name) => !file('.env.example').includes(`# ${name}=`))).toEqual([]);
});

it('every setting is explained in the README', () => {
  const explained = [...file('README.md').matchAll(/^\| (`[A-Z0-9_]+`(?:, `[A-Z0-9_]+`)*)/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/[A-Z0-9_]{2,}/g)].map(([name]) => name),
  );
  expect(explained.sort()).toEqual(ours);
});
