import type { ReactNode } from 'react';
import { SiteProvider, useSite } from './site.tsx';

/** Whether a draft changes a field, or something in it or that it is in: "figures.0" is changed where "figures.0.value" is. */
const isChanged = (changed: readonly string[], field: string) =>
  changed.some((path) => path === field || path.startsWith(`${field}.`) || field.startsWith(`${path}.`));

/**
 * What stands at one field of a record: for those who may change it a small link to that field of the form; in the preview of
 * a draft, marked where the draft changes it.
 * @param field its place in the content, such as "statements.3.text"
 */
export function FieldPlace({ field, children }: { field: string | undefined; children: ReactNode }) {
  const { t, fields } = useSite();
  if (!fields || !field) return children;
  const changed = isChanged(fields.changed, field);
  return (
    <>
      {changed ? (
        <span className="changed">
          <span className="changed-mark">{t('records.changed')}</span> {children}
        </span>
      ) : (
        children
      )}
      {fields.edit && (
        <>
          {' '}
          <a className="change-here" href={`${fields.edit}?${new URLSearchParams({ field })}#${field}`} aria-label={t('records.changeThis')}>
            {t('records.changeHere')}
          </a>
        </>
      )}
    </>
  );
}

/** The page of a record, whose fields lead those who may change it to the form, or are marked where a draft changes them. */
export function WithFields({
  edit,
  changed = [],
  preview = false,
  language,
  children,
}: {
  edit: string | null;
  changed?: readonly string[];
  preview?: boolean;
  /** In which the record is written. */
  language: string;
  children: ReactNode;
}) {
  const site = useSite();
  const fields = edit || preview ? { fields: { edit, changed, preview } } : {};
  return <SiteProvider value={{ ...site, ...fields, recordLanguage: language }}>{children}</SiteProvider>;
}
