import { countryName, m49 } from '#prisma/content/kind.ts';
import { builder } from '../builder.ts';

/** The language of a tag such as fr-CA as far as names are kept in it; English for anything else. */
function languageOf(tag: string | null | undefined): string {
  const language = /^[a-z]{2,3}(?=-|$)/.exec(tag ?? '')?.[0];
  return language && Intl.DisplayNames.supportedLocalesOf(language).length > 0 ? language : 'en';
}

/** A country by its ISO 3166-1 alpha-2 code. */
export const Country = builder.objectRef<string>('Country').implement({
  description: 'A country or area.',
  fields: (t) => ({
    code: t.string({ description: 'ISO 3166-1 alpha-2.', resolve: (code) => code }),
    m49: t.string({ nullable: true, description: 'United Nations M49 code.', resolve: (code) => m49(code) }),
    name: t.string({
      args: { language: t.arg.string({ required: false, description: 'BCP 47; English unless given.' }) },
      resolve: (code, { language }) => countryName(code, languageOf(language)),
    }),
  }),
});
