import type { ReactNode } from 'react';
import { ask, orNotFound } from '../api.server.ts';
import { Asked } from '../ui/asked.tsx';
import type { OrganizationPageQuery } from '../graphql/graphql.ts';
import { AsideList } from '../ui/aside-list.tsx';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Certainty, NotStated } from '../ui/certainty.tsx';
import { WithAside } from '../ui/columns.tsx';
import { FactMark } from '../ui/fact-mark.tsx';
import { Facts } from '../ui/facts.tsx';
import { Meta } from '../ui/meta.tsx';
import { AskLinks } from '../ui/ask-links.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { RecordFooter } from '../ui/record-footer.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Stage } from '../ui/stage.tsx';
import { Statement } from '../ui/statement.tsx';
import { Statements } from '../ui/statements.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { word } from '../ui/vocabulary.ts';
import type { Route } from './+types/show';
import { organizationLd } from './json-ld.ts';
import { organizationQuery } from './query.ts';
import { RecordLink } from '../ui/record-link.tsx';

type Organization = NonNullable<OrganizationPageQuery['organization']>;
type Role = Organization['roles'][number];

export async function loader({ params, context }: Route.LoaderArgs) {
  return { organization: orNotFound(context, (await ask(context, organizationQuery, { slug: params.slug })).organization) };
}

export default function OrganizationPage({ loaderData: { organization } }: Route.ComponentProps) {
  const { t, url } = useSite();
  return (
    <>
      <Meta
        title={organization.title}
        description={organization.summaryText || t('organizations.noSummary')}
        canonical={organization.url}
        type="article"
        jsonLd={organizationLd(organization, url)}
      />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('organizations.title'), url: '/organizations' },
        ]}
      />
      <PageTitle
        kind={t('searchBox.kind.ORGANIZATION')}
        title={organization.title}
        lead={organization.summary ? <Statement statement={organization.summary} as="span" /> : t('organizations.noSummary')}
      >
        <AskLinks url={organization.url} />
      </PageTitle>
      <WithAside
        aside={
          <>
            <Aside organization={organization} />
            <Asked asked={organization.asked} url={organization.url} />
          </>
        }
        label={t('organizations.aside')}
      >
        <Glance organization={organization} />
        <Section id="projects" title={t('organizations.projects')}>
          {organization.roles.length === 0 ? <p>{t('organizations.noProjects')}</p> : <Projects organization={organization} />}
        </Section>
        {organization.statements.length > 0 && (
          <Section id="said" title={t('organizations.said')}>
            <Statements statements={organization.statements} />
          </Section>
        )}
        <Lessons organization={organization} />
        <Recommendations organization={organization} />
        <RecordFooter
          record={organization}
          list="/organizations"
          query={`{\n  organization(slug: "${organization.slug}") {\n    title\n    roles { owner role project { title stage } }\n    actions { kind recommendation { title } }\n  }\n}\n`}
        />
      </WithAside>
    </>
  );
}

function Glance({ organization }: { organization: Organization }) {
  const { t } = useSite();
  return (
    <Facts
      caption={t('organizations.caption')}
      items={[
        {
          label: t('organizations.shortName'),
          value: organization.shortName,
          note: organization.citations.length > 0 ? { asAt: null, certainty: 'STATED', note: null, citations: organization.citations } : null,
        },
        {
          label: t('organizations.kind'),
          value: <a href={`/organizations?kind=${organization.organizationKind}`}>{word(t, 'organizationKind', organization.organizationKind)}</a>,
        },
        {
          label: t('organizations.group'),
          value: (
            <>
              {word(t, 'organizationGroup', organization.group)}
              {organization.annexIvColumn !== null && `, ${t('organizations.column', { number: organization.annexIvColumn })}`}
            </>
          ),
        },
        ...(organization.parent ? [{ label: t('organizations.parent'), value: <a href={organization.parent.url}>{organization.parent.title}</a> }] : []),
        ...(organization.parts.length > 0
          ? [
              {
                label: t('organizations.parts'),
                value: organization.parts.map((part) => (
                  <a key={part.url} href={part.url}>
                    {part.title}
                  </a>
                )),
              },
            ]
          : []),
        ...(organization.alsoKnownAs.length > 0 ? [{ label: t('organizations.also'), value: organization.alsoKnownAs }] : []),
        ...(['ror', 'orgId'] as const).flatMap((name) => {
          const id = organization[name];
          return id
            ? [
                {
                  label: t(`organizations.${name}`),
                  value: (
                    <>
                      <code>{id.text}</code>
                      <FactMark fact={id} />
                    </>
                  ),
                },
              ]
            : [];
        }),
        {
          label: t('organizations.iati'),
          value: organization.iati && (
            <>
              <code>{organization.iati.identifier}</code> {organization.iati.note && <span className="quiet small">{organization.iati.note}</span>}
            </>
          ),
        },
        {
          label: t('organizations.website'),
          value: organization.website && (
            <a href={organization.website} rel="nofollow">
              {organization.website.replace(/^https?:\/\//, '').replace(/\/$/, '')}
            </a>
          ),
        },
      ]}
    />
  );
}

/** The parts of one organization in one project, together. */
function byProject(roles: readonly Role[]) {
  const projects = new Map<string, { project: Role['project']; roles: Role[] }>();
  for (const role of roles) {
    const known = projects.get(role.project.url) ?? { project: role.project, roles: [] };
    known.roles.push(role);
    projects.set(role.project.url, known);
  }
  return [...projects.values()];
}

function Projects({ organization }: { organization: Organization }) {
  const { t } = useSite();
  return (
    <ResponsiveTable
      caption={t('organizations.projectsCaption')}
      columns={[t('organizations.project'), t('organizations.part'), t('organizations.stage')]}
      rows={byProject(organization.roles).map(({ project, roles }) => ({
        key: project.url,
        cells: [<RecordLink key="project" to={project} />, <Part key="part" roles={roles} />, <Stage key="stage" stage={project.stage} />],
      }))}
    />
  );
}

/** What it is in a project: first what it does, by the words of the project's own page and with their source; then that the project is its own. */
function Part({ roles }: { roles: Role[] }): ReactNode {
  const { t } = useSite();
  const owner = roles.find((role) => role.owner);
  const parts = roles.filter((role) => role.role !== null);
  if (!owner && parts.length === 0) return <NotStated />;
  // "Joint owner and node operator" says it already.
  const saysOwner = parts.some((part) => /\bowner\b/i.test(part.role ?? ''));
  return (
    <ul className="plain">
      {owner && !saysOwner && (
        <li>
          {t('organizations.owner')}
          <FactMark fact={owner.project.ownersBasis ?? owner.project.summary} />
        </li>
      )}
      {parts.map((part) => {
        const basis = part.project.participants.find((one) => one.role === part.role && one.responsibility === part.responsibility);
        return (
          <li key={`${part.role} ${part.responsibility}`}>
            {part.role}
            {part.responsibility && `: ${part.responsibility}`}
            {basis && <FactMark fact={basis} />}
          </li>
        );
      })}
    </ul>
  );
}

type Record = Organization['connections'][number]['record'];
type LessonRecord = Organization['lessons'][number]['record'] & { lessonKind: string; theme: string };

/** The records at the other ends of connections, each once. */
const once = <One extends { url: string }>(connections: readonly { record: One }[]) => [
  ...new Map(connections.map(({ record }) => [record.url, record])).values(),
];
/** The records of a kind that are connected in some way. */
const connected = (organization: Organization, kind: Record['kind']) => once(organization.connections.filter(({ record }) => record.kind === kind));

function Lessons({ organization }: { organization: Organization }) {
  const { t, format } = useSite();
  const lessons = once(organization.lessons).filter((record): record is LessonRecord => 'lessonKind' in record);
  const total = organization.lessons[0]?.total ?? 0;
  if (lessons.length === 0) return null;
  const shown = lessons.slice(0, 12);
  return (
    <Section id="lessons" title={t('organizations.lessons')}>
      <p>{t('organizations.lessonsWhy', { count: total, number: format.number(total) })}</p>
      <ul className="statements">
        {shown.map((lesson) => (
          <li key={lesson.url}>
            <RecordLink to={lesson} />{' '}
            <span className="quiet small">
              {word(t, 'lessonKind', lesson.lessonKind)} · {word(t, 'theme', lesson.theme)}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/lessons?organization=${organization.slug}`}>{t('organizations.allLessons')}</a>
      </p>
    </Section>
  );
}

function Recommendations({ organization }: { organization: Organization }) {
  const { t } = useSite();
  return (
    <Section id="recommendations" title={t('organizations.recommendations')}>
      {organization.actions.length === 0 ? (
        <p>{t('organizations.noActions')}</p>
      ) : (
        <ResponsiveTable
          caption={t('organizations.recommendationsCaption')}
          columns={[t('organizations.recommendation'), t('organizations.action')]}
          rows={organization.actions.map((action) => ({
            key: `${action.recommendationNumber} ${action.kind}`,
            cells: [
              action.recommendation ? (
                <a key="recommendation" href={action.recommendation.url}>
                  {action.recommendation.title}
                </a>
              ) : (
                String(action.recommendationNumber)
              ),
              action.printed ? (
                word(t, 'actionKind', action.kind)
              ) : (
                <>
                  {t('organizations.uncertain')} {action.note} <Certainty is="UNCERTAIN" />
                </>
              ),
            ],
          }))}
        />
      )}
      {organization.actions.length > 0 && (
        <p>
          <a href={`/uptake/organizations/${organization.slug}`}>{t('organizations.uptake')}</a>
        </p>
      )}
    </Section>
  );
}

function Aside({ organization }: { organization: Organization }) {
  const { t } = useSite();
  return (
    <>
      <AsideList id="risks" title={t('organizations.risks')} items={connected(organization, 'RISK')} />
      <AsideList id="mitigations" title={t('organizations.mitigations')} items={connected(organization, 'MITIGATION')} />
      <AsideList id="vendors" title={t('organizations.vendors')} items={connected(organization, 'VENDOR')} />
      <AsideList
        id="others"
        title={t('organizations.others')}
        items={connected(organization, 'RECOMMENDATION').filter(({ url }) => !organization.actions.some((action) => action.recommendation?.url === url))}
      />
      <AsideList id="references" title={t('organizations.references')} items={connected(organization, 'REFERENCE')} />
    </>
  );
}
