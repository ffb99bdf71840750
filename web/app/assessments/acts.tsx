import type { ReactNode } from 'react';
import { SelectField, TextArea, TextField } from '../ui/form.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { lineName } from './lines.ts';
import type { Assessment } from './parts.tsx';

const audiences = ['OWNERS', 'UN_SYSTEM', 'PUBLIC'] as const;

/** What one can do with the run, as far as one may: edit, share, review, sign, publish, copy, remove. */
export function Acts({ assessment, organizations, newKey }: { assessment: Assessment; organizations: { slug: string; shortName: string }[]; newKey: string }) {
  const site = useSite();
  const { t } = site;
  const { url, id } = assessment;
  if (organizations.length === 0 && !assessment.viewerCanRemove) return null;
  const form = (intent: string, children: ReactNode, quiet = false) => (
    <form method="post" action={`/assessments/${id}`} className="assessment-act">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="edits" value={assessment.edits} />
      {children}
      <button type="submit" className={quiet ? 'button-quiet' : undefined}>
        {t(`assessments.acts.${intent}` as 'assessments.acts.share')}
      </button>
    </form>
  );
  const objections = assessment.reviews.filter(({ agrees, holds }) => !agrees && holds);
  return (
    <Section id="acts" title={t('assessments.acts.title')}>
      {assessment.state === 'SHARED' && (
        <p>
          {assessment.unreviewed.length === 0
            ? t('assessments.acts.allReviewed')
            : t('assessments.acts.toReview', { count: assessment.unreviewed.length, of: assessment.lines.length })}
        </p>
      )}
      {objections.length > 0 && (
        <ul>
          {objections.map((one) => (
            <li key={`${one.line} ${one.name}`}>
              <b>{one.name ?? t('assessments.acts.somebody')}</b> {t('assessments.acts.objects', { line: lineName(site, assessment, one.line) })}{' '}
              <span className="entry-text">{one.text}</span>
            </li>
          ))}
        </ul>
      )}
      {assessment.viewerCanReview && assessment.viewerLines.length > 0 && (
        <p>
          <a className="button" href={`${url}/review`}>
            {t('assessments.acts.review')}
          </a>
        </p>
      )}
      {assessment.viewerCanSign &&
        assessment.unreviewed.length === 0 &&
        assessment.lines.length > 0 &&
        form('sign', <p className="field-help">{t('assessments.acts.signHelp')}</p>)}
      {assessment.viewerCanShare && assessment.state === 'DRAFT' && form('share', <p className="field-help">{t('assessments.acts.shareHelp')}</p>)}
      {assessment.viewerCanShare && assessment.state === 'SHARED' && form('unshare', null, true)}
      {assessment.viewerCanPublish && (
        <details>
          <summary>{t('assessments.acts.publish')}</summary>
          {form(
            'publish',
            <>
              <input type="hidden" name="publications" value={assessment.publications} />
              <SelectField
                name="audience"
                label={t('assessments.acts.audience')}
                value={assessment.audience}
                options={audiences.map((value) => ({ value, label: t(`assessments.audience.${value}`) }))}
              />
              <TextField
                name="project"
                label={t('assessments.acts.project')}
                help={t('assessments.acts.projectHelp')}
                example="building-blocks"
                required={false}
                value={assessment.record?.slug ?? ''}
              />
            </>,
          )}
          <p className="field-help">
            {t('assessments.acts.evidence')} <a href={`/uptake/2/${assessment.organizationSlug}`}>{t('assessments.acts.recommendation', { number: 2 })}</a>,{' '}
            <a href={`/uptake/4/${assessment.organizationSlug}`}>{t('assessments.acts.recommendation', { number: 4 })}</a>
          </p>
        </details>
      )}
      {assessment.viewerCanEdit && (
        <details>
          <summary>{t('assessments.acts.about')}</summary>
          {form(
            'about',
            <>
              <TextField name="title" label={t('instruments.keep.name')} most={200} value={assessment.title} />
              <TextArea name="useCase" label={t('assessments.acts.useCase')} most={4000} required={false} value={assessment.useCase ?? ''} />
            </>,
          )}
        </details>
      )}
      {organizations.length > 0 && (
        <details>
          <summary>{t('assessments.acts.copy')}</summary>
          {form(
            'copy',
            <>
              <input type="hidden" name="key" value={newKey} />
              <TextField name="copyTitle" label={t('instruments.keep.name')} most={200} value={t('assessments.acts.copyOf', { title: assessment.title })} />
              <SelectField
                name="organization"
                label={t('instruments.keep.organization')}
                options={organizations.map((one) => ({ value: one.slug, label: one.shortName }))}
              />
            </>,
          )}
        </details>
      )}
      {assessment.viewerCanRemove && (
        <details>
          <summary>{t('assessments.acts.remove')}</summary>
          {form('remove', <p className="field-help">{t('assessments.acts.removeHelp')}</p>)}
        </details>
      )}
    </Section>
  );
}
