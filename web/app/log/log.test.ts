import { describe, expect, it } from 'vitest';
import { newSigner, openCheckpoint, readVerifier } from '#api/log/note.ts';
import { testSite } from '#test/visit.ts';

const { services, app, visit } = await testSite();
services.accounts.settings.log = { signer: newSigner('atrium.example.org/log', 'NOTE'), kept: null };

describe('the page of the log', () => {
  it('shows everybody the last signed checkpoint, its key and how to check it, and readers no entries', async () => {
    const before = await visit('/log');
    expect([before.status, before.text.includes('None was signed yet.')]).toEqual([200, true]);
    const note = (await app.inject('/log/checkpoint')).body;
    const { status, text, html, links } = await visit('/log');
    expect(status).toBe(200);
    const key = (await app.inject('/log/key')).body.trim();
    expect(text).toContain(key);
    expect(text).toContain(`It covers ${openCheckpoint(note, readVerifier(key)).size} entries`);
    const shown = /<pre[^>]*>([^<]+)<\/pre>/.exec(html)?.[1] ?? '';
    expect(openCheckpoint(shown, readVerifier(key)).origin).toBe('atrium.example.org/log');
    expect(links).toContain('/log/checkpoint');
    expect(text).toContain('/log/proof?old=NUMBER');
    expect(text).not.toContain('As it is sealed');
  });

  it('is led to from every version, with its proof', async () => {
    const { links } = await visit('/projects/building-blocks/history/1');
    const proof = links.find((link) => link.startsWith('/log/proof?')) ?? '';
    expect(links).toContain('/log');
    const answer = await app.inject(proof);
    expect([answer.statusCode, answer.body.split('\n')[0]]).toEqual([200, 'c2sp.org/tlog-proof@v1']);
  });
});
