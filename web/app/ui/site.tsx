import type { i18n, TFunction } from 'i18next';
import { createContext, use } from 'react';
import type { Format } from './format.ts';
import type { Notes } from './notes.ts';
import type { PageTerms } from './terms.ts';

/** What a form sent: where to, whether it can carry files, its fields in their order, and the files that are to be chosen again, with the field they were in. */
export type KeptForm = { action: string; multipart: boolean; fields: [name: string, value: string][]; files: { field: string; name: string }[] };

/** What every component may know of the page being rendered. Pages are rendered once, on the server, so it never changes. */
export type Site = {
  t: TFunction;
  i18n: i18n;
  language: string;
  languageName: string;
  dir: 'ltr' | 'rtl';
  format: Format;
  /** The address asked for, on the public host. */
  url: URL;
  requestId: string;
  /** Characters that cannot be kept were made spaces in what this reader just sent. */
  mended: boolean;
  version: string;
  /** The browser script's address. */
  script: string;
  /** Who reads the page, when signed in. */
  viewer?: {
    id: string;
    name: string;
    demo: boolean;
    canContribute?: boolean;
    canAdminister: boolean;
    rolesWithheld?: boolean;
    memberships: { role: string }[];
  } | null;
  /** What a form sent, where this page comes back without it: shown at the top of the page, or by the error page. */
  kept?: { form: KeptForm; shown: { label: string; value: string }[]; byErrorPage: boolean; signedOut: boolean };
  /** On the page of a record: where its reader may change it, field by field, and which fields a draft changes. */
  fields?: { edit: string | null; changed: readonly string[]; preview: boolean };
  /** On the page of a record: the language that its texts are written in. */
  recordLanguage?: string;
  /** The numbered source notes of the page, collected while it is rendered. */
  notes: Notes;
  /** The glossary terms that the page explains, collected likewise. */
  terms: PageTerms;
};

const SiteContext = createContext<Site | null>(null);

export const SiteProvider = SiteContext.Provider;

/** The page being rendered: words (`t`), numbers and dates (`format`), address, language. */
export function useSite(): Site {
  const site = use(SiteContext);
  if (!site) throw new Error('A component was rendered outside the site: wrap it in <SiteProvider>, as entry.server.tsx does.');
  return site;
}
