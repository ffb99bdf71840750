import { expect, it } from 'vitest';
import { isLanguage, languageByScript, languageCode } from './language.ts';
import { understood } from './understood.ts';

it('reads the name of a language in any language of the United Nations, and its code', () => {
  expect(['French', 'français', 'FR', 'fr-ca', 'árabe', 'русский', '中文', 'Kiswahili', 'Portuguese', 'zh-hant'].map(languageCode)).toEqual([
    'fr', 'fr', 'fr', 'fr-CA', 'ar', 'ru', 'zh', 'sw', 'pt', 'zh-Hant',
  ]); // biome-ignore format: one table
  expect(['', 'nonsense', 'x', 'en"><script>', 'a'.repeat(50)].map(languageCode)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(['ar', 'pt-BR', 'English', ''].map(isLanguage)).toEqual([true, true, false, false]);
});

it('knows a language by its script, not by a word in it', () => {
  expect(['دروس من سجل الأراضي', 'Уроки', '区块链', 'ブロックチェーン', 'Lessons', 'Café', 'The Arabic word سجل', '2026'].map(languageByScript)).toEqual([
    'ar', 'ru', 'zh', 'ja', undefined, undefined, undefined, undefined,
  ]); // biome-ignore format: one table
});

it('an entry whose title is in another script is not taken for English, unless its writers say so', () => {
  expect(understood('LESSON', { title: 'دروس' })).toEqual({ title: 'دروس', language: 'ar' });
  expect(understood('LESSON', { title: 'دروس', language: 'fa' })).toEqual({ title: 'دروس', language: 'fa' });
  expect(understood('LESSON', { title: 'Leçons', language: 'français' })).toEqual({ title: 'Leçons', language: 'fr' });
  expect(understood('VENDOR', { name: '数据公司', language: 'en' })).toEqual({ name: '数据公司', language: 'zh' });
  expect(understood('LESSON', { title: 'Lessons' })).toEqual({ title: 'Lessons' });
});
