import type { CarePartsFragment, ExtraPartsFragment } from '../graphql/graphql.ts';
import { Trans } from 'react-i18next';
import { Certainty } from './certainty.tsx';
import { type Fact, Facts } from './facts.tsx';
import { Prose } from './prose.tsx';
import { QuietFacts } from './rows.tsx';
import { useSite } from './site.tsx';
import { SourceMark } from './source-mark.tsx';
import { fileSize } from './file-size.ts';

/** The line below a record that says how old it is, and leads to its history, to proposing a change and, of a project (by its slug), to a lesson of it. */
export function RecordCare({ record, project }: { record: CarePartsFragment & { url: string }; project?: string }) {
  const { t, i18n, format, viewer } = useSite();
  const { freshness } = record;
  const day = (iso: string) => format.date(iso.slice(0, 10));
  return (
    <>
      <RecordExtras record={record} />
      {record.contactsWithheld && (
        <p className="section" id="contacts-withheld">
          <Trans
            i18n={i18n}
            t={t}
            i18nKey="inquiries.withheld"
            components={{
              signIn: <a href={`/sign-in?${new URLSearchParams({ next: record.url })}`} rel="nofollow" />,
              ask: <a href={`/ask?${new URLSearchParams({ record: record.url })}`} rel="nofollow" />,
            }}
          />
        </p>
      )}
      <section className="section record-care" aria-label={t('contributions.care.label')}>
        {freshness && (
          <p className={freshness.past ? 'unsure' : 'quiet small'}>
            {freshness.past
              ? t('contributions.care.past', { date: day(freshness.verifyBy), count: freshness.daysPast })
              : `${freshness.verifiedAt ? t('contributions.care.verified', { date: day(freshness.verifiedAt) }) : t('contributions.care.fromLibrary')} ${t('contributions.care.verify', { date: day(freshness.verifyBy) })}`}
          </p>
        )}
        <QuietFacts
          items={[
            <a key="history" href={`${record.url}/history`}>
              {t('contributions.care.history')}
            </a>,
            project && viewer?.canContribute && (
              <a key="lesson" href={`/lessons/new?${new URLSearchParams({ project })}`}>
                {t('contributions.care.addLesson')}
              </a>
            ),
            record.viewerCanEdit && (
              <a key="change" href={`${record.url}/edit`}>
                {t('contributions.care.change')}
              </a>
            ),
          ]}
        />
      </section>
    </>
  );
}

/** What the owners added for their colleagues, as far as the reader may see it: files, amounts, whom to write to. */
export function RecordExtras({ record: { attachments, fundingAmounts, contacts } }: { record: ExtraPartsFragment }) {
  const { t, format } = useSite();
  const items: Fact[] = [];
  const pictures = attachments.filter(({ picture }) => picture);
  const documents = attachments.filter(({ picture }) => !picture);
  if (documents.length > 0)
    items.push({
      label: t('contributions.care.documents'),
      value: documents.map(({ url, title, description, size }) => (
        <span key={url}>
          <a href={url}>{title}</a>
          {size !== null && size !== undefined && <span className="quiet"> ({fileSize(t, size)})</span>}
          {description && (
            <span className="quiet">
              . <Prose text={description} />
            </span>
          )}
        </span>
      )),
    });
  if (fundingAmounts.length > 0)
    items.push({
      label: t('contributions.question.HOW_IT_IS_PAID'),
      value: fundingAmounts.map((one) => (
        <span key={`${one.label} ${one.period}`}>
          {one.label}: {format.number(one.amount)} {one.currency}
          {one.period && `, ${one.period}`}
          {one.certainty !== 'STATED' && <Certainty is={one.certainty} />}
          <SourceMark note={one} />
        </span>
      )),
    });
  if (contacts.length > 0)
    items.push({
      label: t('contributions.field.shared.contacts.label'),
      value: contacts.map(({ name, role, email }) => (
        <span key={email}>
          {name}
          {role && `, ${role}`}, <a href={`mailto:${email}`}>{email}</a>
        </span>
      )),
    });
  return (
    <>
      {pictures.length > 0 && (
        <section className="section" id="pictures" aria-labelledby="pictures-title">
          <h2 id="pictures-title">{t('contributions.care.pictures')}</h2>
          {pictures.map(({ url, title, description }) => (
            <figure className="picture" key={url}>
              <a href={url}>
                <img src={url} alt={title} loading="lazy" />
              </a>
              <figcaption>
                {title}
                {description && (
                  <span className="quiet">
                    . <Prose text={description} />
                  </span>
                )}
              </figcaption>
            </figure>
          ))}
        </section>
      )}
      {items.length > 0 && (
        <div className="section" id="colleagues">
          <Facts caption={t('contributions.care.colleagues')} items={items} />
        </div>
      )}
    </>
  );
}
