import type { ReactNode } from 'react';
import { SelectField, TextArea, TextField } from '../ui/form.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Fault } from '../ui/faults.ts';
import { lineName } from './lines.ts';
import { Over } from './over.tsx';
import type { Assessment } from './parts.tsx';

const audiences = ['OWNERS', 'UN_SYSTEM', 'PUBLIC'] as const;

/** What one can do with the run, as far as one may: edit, share, review, sign, publish, copy, remove. */
export function Acts({
  assessment,
  organizations,
  newKey,
  refused = null,
}: {
  assessment: Assessment;
  organizations: { slug: string; shortName: string }[];
  newKey: string;
  /** A form of these that came back, with what was typed into it. */
  refused?: { intent: string; typed: Record<string, string>; faults: readonly Fault[] } | null;
}) {
  const site = useSite();
  const { t } = site;
  const { url, id } = assessment;
  if (organizations.length === 0 && !assessment.viewerCanRemove) return null;
  /** What was typed into a form that came back, or what it begins with. */
  const value = (intent: string, name: string, initial: string) => (refused?.intent === intent ? (refused.typed[name] ?? initial) : initial);
  const isOpen = (intent: string) => refused?.intent === intent;
  const form = (intent: string, children: ReactNode, quiet = false) => (
    <form method="post" action={`/assessments/${id}`} className="assessment-act">
      <input type="hidden" name="intent" value={intent} />
      {/* Only a form with texts is sent again as it was; the others act on what the page shows now. */}
      <input type="hidden" name="edits" value={intent === 'about' ? value(intent, 'edits', String(assessment.edits)) : assessment.edits} />
      {intent === 'about' && isOpen(intent) && <Over faults={refused?.faults} edits={assessment.edits} url={url} />}
      {children}
      <button type="submit" className={quiet ? 'button-quiet' : undefined}>
        {t(`assessments.acts.${intent}` as 'assessments.acts.share')}
      </button>
    </form>
  );
  const objections = assessment.reviews.filter(({ agrees, holds }) => !agrees && holds);
  // What it belongs to already can be kept, also where it is not offered any more.
  const possible =
    assessment.record && !assessment.possibleRecords.some(({ slug }) => slug === assessment.record?.slug)
      ? [assessment.record, ...assessment.possibleRecords]
      : assessment.possibleRecords;
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
        <details open={isOpen('publish')}>
          <summary>{t('assessments.acts.publish')}</summary>
          {form(
            'publish',
            <>
              <input type="hidden" name="publications" value={assessment.publications} />
              <SelectField
                name="audience"
                label={t('assessments.acts.audience')}
                value={value('publish', 'audience', assessment.audience)}
                options={audiences.map((value) => ({ value, label: t(`assessments.audience.${value}`) }))}
              />
              <SelectField
                name="project"
                label={t('assessments.acts.project')}
                help={possible.length === 0 ? t('assessments.acts.noProject') : undefined}
                required={false}
                value={value('publish', 'project', assessment.record?.slug ?? '')}
                options={[{ slug: '', title: t('assessments.acts.toNone') }, ...possible].map(({ slug, title }) => ({ value: slug, label: title }))}
              />
              <p>
                {t('assessments.acts.shows', {
                  answers: assessment.evaluation.answers.length,
                  risks: assessment.assessedRisks.length,
                  costs: t(assessment.costs ? 'assessments.acts.withCosts' : 'assessments.acts.noCosts'),
                })}
              </p>
            </>,
          )}
          <p className="field-help">
            {t('assessments.acts.evidence')} <a href={`/uptake/2/${assessment.organizationSlug}`}>{t('assessments.acts.recommendation', { number: 2 })}</a>,{' '}
            <a href={`/uptake/4/${assessment.organizationSlug}`}>{t('assessments.acts.recommendation', { number: 4 })}</a>
          </p>
        </details>
      )}
      {assessment.viewerCanEdit && (
        <details open={isOpen('about')}>
          <summary>{t('assessments.acts.about')}</summary>
          {form(
            'about',
            <>
              <TextField name="title" label={t('instruments.keep.name')} most={200} value={value('about', 'title', assessment.title)} />
              <TextArea
                name="useCase"
                label={t('assessments.acts.useCase')}
                most={4000}
                required={false}
                value={value('about', 'useCase', assessment.useCase ?? '')}
              />
            </>,
          )}
        </details>
      )}
      {organizations.length > 0 && (
        <details open={isOpen('copy')}>
          <summary>{t('assessments.acts.copy')}</summary>
          {form(
            'copy',
            <>
              <input type="hidden" name="key" value={newKey} />
              <TextField
                name="copyTitle"
                label={t('instruments.keep.name')}
                most={200}
                value={value('copy', 'copyTitle', t('assessments.acts.copyOf', { title: assessment.title }))}
              />
              <SelectField
                name="organization"
                value={value('copy', 'organization', '')}
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
