import { useSite } from './site.tsx';

/** The forms of a citation, by the extension of the address. */
const forms = [
  ['bib', 'bib'],
  ['ris', 'ris'],
  ['csl', 'csl.json'],
  ['txt', 'txt'],
] as const;

/** Links to the citation of a record, or of one of its versions, in each form. `address` is its page. */
export function CitationLinks({ address }: { address: string }) {
  const { t } = useSite();
  return forms.map(([name, extension], index) => (
    <span key={name}>
      {index > 0 && ', '}
      <a href={`${address}.${extension}`}>{t(`records.citeForm.${name}`)}</a>
    </span>
  ));
}
