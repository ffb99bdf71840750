import type { ReactNode } from 'react';
import { ask, orNotFound } from '../api.server.ts';
import type { VendorPagePartsFragment, VendorPageQuery } from '../graphql/graphql.ts';
import { AsideList } from '../ui/aside-list.tsx';
import { Asked } from '../ui/asked.tsx';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { NotStated } from '../ui/certainty.tsx';
import { WithAside } from '../ui/columns.tsx';
import { FactMark } from '../ui/fact-mark.tsx';
import { Facts } from '../ui/facts.tsx';
import { WithFields } from '../ui/field-place.tsx';
import { Meta } from '../ui/meta.tsx';
import { AskLinks } from '../ui/ask-links.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { RecordCare } from '../ui/record-care.tsx';
import { VendorScreening } from '../screening/vendor.tsx';
import { RecordFooter } from '../ui/record-footer.tsx';
import { Prose } from '../ui/prose.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Stage } from '../ui/stage.tsx';
import { Statement } from '../ui/statement.tsx';
import { Statements } from '../ui/statements.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { word } from '../ui/vocabulary.ts';
import type { Route } from './+types/show';
import { Delivery } from './delivery.tsx';
import { Dependence } from './dependence.tsx';
import { vendorLd } from './json-ld.ts';
import { vendorQuery } from './query.ts';
import { RecordLink } from '../ui/record-link.tsx';

type Vendor = VendorPagePartsFragment;

export async function loader({ params, context }: Route.LoaderArgs) {
  return { vendor: orNotFound(context, (await ask(context, vendorQuery, { slug: params.slug })).vendor) };
}

export default function VendorPage({ loaderData: { vendor } }: Route.ComponentProps) {
  const { t, url } = useSite();
  return (
    <>
      <Meta title={vendor.title} description={vendor.summaryText} canonical={vendor.url} type="article" jsonLd={vendorLd(vendor, url)} />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('vendors.title'), url: '/vendors' },
        ]}
      />
      <WithFields language={vendor.language} edit={vendor.viewerCanEdit ? `${vendor.url}/edit` : null}>
        <VendorBody vendor={vendor} beside={<Asked asked={vendor.asked} url={vendor.url} />}>
          <Agreements vendor={vendor} />
          <VendorScreening vendor={vendor} />
          <RecordCare record={vendor} />
          <RecordFooter
            record={vendor}
            list="/vendors"
            query={`{\n  vendor(slug: "${vendor.slug}") {\n    title\n    engagements { role delivered stack outcome project { title stage } }\n  }\n}\n`}
          />
        </VendorBody>
      </WithFields>
    </>
  );
}

/** What the page of a vendor says of it, also of one that is only proposed. `children` stand at its foot, `beside` below what bears on it. */
export function VendorBody({ vendor, beside, children }: { vendor: Vendor; beside?: ReactNode; children?: ReactNode }) {
  const { t } = useSite();
  return (
    <>
      <PageTitle kind={t('searchBox.kind.VENDOR')} title={vendor.title} lead={<Statement statement={vendor.summary} as="span" field="summary.text" />}>
        <AskLinks url={vendor.url} only="tell" />
      </PageTitle>
      <WithAside
        aside={
          <>
            <Aside vendor={vendor} />
            {beside}
          </>
        }
        label={t('vendors.aside')}
      >
        <Glance vendor={vendor} />
        <Section id="engagements" title={t('vendors.engagements')}>
          {vendor.engagements.length === 0 ? <p>{t('vendors.noEngagement')}</p> : <Engagements vendor={vendor} />}
        </Section>
        <Ends vendor={vendor} />
        <Dependence vendor={vendor} />
        {vendor.statements.length > 0 && (
          <Section id="more" title={t('vendors.more')}>
            <Statements
              statements={vendor.statements}
              field={(one) => `statements.${vendor.statements.indexOf(one as (typeof vendor.statements)[number])}.text`}
            />
          </Section>
        )}
        <p className="section quiet small">
          {t('vendors.disclaimer')} <a href="/company">{t('companies.yours')}</a>
        </p>
        {children}
      </WithAside>
    </>
  );
}

function Glance({ vendor }: { vendor: Vendor }) {
  const { t, format } = useSite();
  return (
    <Facts
      caption={t('vendors.caption')}
      items={[
        { label: t('vendors.kind'), value: <a href={`/vendors?kind=${vendor.vendorKind}`}>{word(t, 'vendorKind', vendor.vendorKind)}</a> },
        {
          label: t('vendors.country'),
          value: vendor.country && (
            <>
              {format.country(vendor.country.code)}
              {vendor.countryBasis && <FactMark fact={vendor.countryBasis} />}
            </>
          ),
        },
        {
          label: t('vendors.platforms'),
          value: vendor.platformsBasis.map((platform) => (
            <span key={platform.text}>
              <a href={`/vendors?${new URLSearchParams({ platform: platform.text })}`}>{platform.text}</a>
              <FactMark fact={platform} />
            </span>
          )),
        },
        {
          label: t('vendors.services'),
          value: vendor.services.map((service) => (
            <a key={service} href={`/vendors?${new URLSearchParams({ service })}`}>
              {service}
            </a>
          )),
        },
        ...(vendor.formerNames.length > 0 ? [{ label: t('vendors.former'), value: vendor.formerNames }] : []),
        ...(vendor.alsoKnownAs.length > 0 ? [{ label: t('vendors.also'), value: vendor.alsoKnownAs }] : []),
        ...(vendor.registrationNumber ? [{ label: t('contributions.field.VENDOR.registrationNumber.label'), value: vendor.registrationNumber }] : []),
        ...(['ror', 'orgId', 'iati'] as const).flatMap((name) => {
          const id = vendor[name];
          return id ? [{ label: t(`contributions.field.VENDOR.${name}.label`), value: <Identifier id={id} /> }] : [];
        }),
        ...(vendor.principals.length > 0
          ? [
              {
                label: t('contributions.field.VENDOR.principals.label'),
                value: vendor.principals.map((one) => <Statement key={one.text} statement={one} as="span" />),
              },
            ]
          : []),
        {
          label: t('vendors.website'),
          value: vendor.website && (
            <a href={vendor.website} rel="nofollow">
              {vendor.website.replace(/^https?:\/\//, '').replace(/\/$/, '')}
            </a>
          ),
        },
      ]}
    />
  );
}

function Identifier({ id }: { id: NonNullable<Vendor['ror']> }) {
  return (
    <>
      {id.text.startsWith('https://') ? (
        <a href={id.text} rel="nofollow">
          {id.text}
        </a>
      ) : (
        <code>{id.text}</code>
      )}
      <FactMark fact={id} />
    </>
  );
}

function Engagements({ vendor }: { vendor: Vendor }) {
  const { t, format } = useSite();
  return (
    <ResponsiveTable
      caption={t('vendors.engagementsCaption', { name: vendor.title })}
      columns={[t('vendors.project'), t('projects.delivered'), t('vendors.stack'), t('projects.outcome')]}
      rows={vendor.engagements.map((engagement) => ({
        key: `${engagement.project.url} ${engagement.role}`,
        cells: [
          <span key="project">
            <RecordLink to={engagement.project} />
            {engagement.project.owners.length > 0 && (
              <span className="quiet small"> {t('vendors.forOwners', { owners: format.list(engagement.project.owners.map((owner) => owner.shortName)) })}</span>
            )}
            <br />
            <span className="small">
              <Stage stage={engagement.project.stage} />
            </span>
          </span>,
          <Delivery key="delivery" engagement={engagement} />,
          engagement.stack.length > 0 ? format.list(engagement.stack) : <NotStated key="stack" />,
          engagement.outcome ? <Prose key="outcome" text={engagement.outcome} /> : <NotStated key="outcome" />,
        ],
      }))}
    />
  );
}

/** How the projects that ended came to their end: often the best lesson, and rarely the vendor's doing. */
function Ends({ vendor }: { vendor: Vendor }) {
  const { t, format } = useSite();
  const ended = [
    ...new Map(vendor.engagements.filter(({ project }) => project.stage === 'DISCONTINUED').map(({ project }) => [project.url, project])).values(),
  ];
  if (ended.length === 0) return null;
  return (
    <Section id="ends" title={t('vendors.ends')}>
      {ended.map((project) => {
        const reasons = project.statements.filter((statement) => statement.section === 'WHAT_ENDED_IT');
        const date = project.stages.find(({ current }) => current)?.date;
        return (
          <div key={project.url}>
            <h3>
              <RecordLink to={project} />
              {date && `, ${format.date(date)}`}
            </h3>
            {reasons.length > 0 ? <Statements statements={reasons} /> : <p>{t('vendors.endsNone')}</p>}
          </div>
        );
      })}
    </Section>
  );
}

/** Long-term agreements with it, as far as the reader sees them; to who procures also that there is none. */
function Agreements({ vendor }: { vendor: Pick<NonNullable<VendorPageQuery['vendor']>, 'agreements' | 'slug' | 'title'> }) {
  const { t, format, viewer } = useSite();
  const procures = viewer?.memberships.some(({ role }) => role === 'PROCUREMENT_OFFICER') ?? false;
  if (vendor.agreements.length === 0 && !procures) return null;
  const columns = t('agreements.columns', { returnObjects: true });
  return (
    <Section id="agreements" title={t('agreements.ofVendor.title')}>
      {vendor.agreements.length === 0 ? (
        <p>{t('agreements.ofVendor.none')}</p>
      ) : (
        <>
          <ResponsiveTable
            caption={t('agreements.ofVendor.caption', { name: vendor.title })}
            columns={[t('agreements.show.kind'), columns.holder, columns.ends, columns.use]}
            rows={vendor.agreements.map((one) => ({
              key: one.url,
              cells: [
                <a key="title" href={one.url}>
                  {one.title}
                </a>,
                <span key="holder">
                  {one.holderName}
                  {one.demo && <span className="quiet small"> ({t('agreements.demoMark')})</span>}
                </span>,
                `${format.date(one.endsOn)}, ${
                  one.validity === 'VALID' && one.daysLeft !== null
                    ? t('agreements.daysLeft', { count: one.daysLeft })
                    : t(`agreements.validity.${one.validity}`)
                }`,
                t(`agreements.use.${one.use}`),
              ],
            }))}
          />
          <p>
            <a href={`/agreements?${new URLSearchParams({ vendor: vendor.slug })}`}>{t('agreements.ofVendor.all')}</a>
          </p>
        </>
      )}
    </Section>
  );
}

function Aside({ vendor }: { vendor: Vendor }) {
  const { t, format } = useSite();
  const lessons = [...new Map(vendor.engagements.flatMap(({ project }) => project.lessons).map((lesson) => [lesson.url, lesson])).values()];
  const organizations = vendor.connections.filter((connection) => connection.relation === 'PART_OF').map((connection) => connection.record);
  return (
    <>
      <AsideList id="part-of" title={t('vendors.organization')} items={organizations} />
      <AsideList
        id="similar"
        title={t('vendors.similar')}
        items={vendor.similar.map(({ vendor: other, platforms }) => ({
          url: other.url,
          title: other.title,
          language: other.language,
          more: t('vendors.similarWhy', { platforms: format.list(platforms) }),
        }))}
      />
      <AsideList
        id="lessons"
        title={t('vendors.lessons')}
        why={t('vendors.lessonsWhy')}
        items={lessons.map((lesson) => ({ url: lesson.url, title: lesson.title, language: lesson.language, more: word(t, 'lessonKind', lesson.lessonKind) }))}
      />
    </>
  );
}
