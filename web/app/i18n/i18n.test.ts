import { describe, expect, it } from 'vitest';
import { languageOf, wordsOf } from './i18n.server.ts';

const request = (path: string, headers: Record<string, string> = {}) => new Request(`http://hub.test${path}`, { headers });

describe('the language of a page', () => {
  it('is one there are words for, whatever is asked for', () => {
    expect(languageOf(request('/?lang=en-GB'))).toBe('en');
    expect(languageOf(request('/?lang=xx', { cookie: 'a=b; lang=yy', 'accept-language': 'fr;q=0.9, de' }))).toBe('en');
    expect(languageOf(request('/?lang=constructor', { 'accept-language': ';;q=,,*' }))).toBe('en');
  });
});

describe('words', () => {
  it('have their plural forms', () => {
    const { t } = wordsOf('en');
    expect(t('home.kind.PROJECT', { count: 1 })).toBe('project');
    expect(t('home.kind.PROJECT', { count: 54 })).toBe('projects');
  });
});
