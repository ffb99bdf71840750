import { readdirSync, readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { expect, it } from 'vitest';

const folder = new URL('../../../docs/operate/kubernetes/', import.meta.url);
type Container = { command?: string[]; env?: { name: string }[]; securityContext: object; resources: { limits: { memory: string } } };
type Manifest = { kind: string; data?: Record<string, string>; spec?: { template?: { spec: { containers: Container[]; securityContext: object } } } };
const manifests = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => parseAllDocuments(readFileSync(new URL(name, folder), 'utf8')).map((document) => document.toJS() as Manifest));

const settingNames = [...readFileSync(new URL('../env.ts', import.meta.url), 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(([, name]) => name);

it('names settings that are there, starts programs that are there, and bounds what each may take', () => {
  const containers = manifests.flatMap(({ spec }) => spec?.template?.spec.containers ?? []);
  const named = [...manifests.flatMap(({ data }) => Object.keys(data ?? {})), ...containers.flatMap(({ env }) => (env ?? []).map(({ name }) => name))];
  expect(named.filter((name) => !settingNames.includes(name))).toEqual([]);
  expect(named.length).toBeGreaterThan(6);
  for (const { command } of containers) expect(() => readFileSync(new URL(`../../../${command?.[1] ?? 'start.ts'}`, import.meta.url))).not.toThrow();
  for (const one of containers) {
    expect(one.securityContext).toMatchObject({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false });
    expect(one.resources.limits.memory).toMatch(/^\d+Mi$/);
  }
});
