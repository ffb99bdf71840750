import { ask, orNotFound } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { AsideList } from '../ui/aside-list.tsx';
import { Asked } from '../ui/asked.tsx';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { NotStated } from '../ui/certainty.tsx';
import { WithAside } from '../ui/columns.tsx';
import { FactMark } from '../ui/fact-mark.tsx';
import { Facts } from '../ui/facts.tsx';
import { FollowLink } from '../ui/follow-link.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { ShortlistLink } from '../ui/shortlist-link.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Stage } from '../ui/stage.tsx';
import { Statement } from '../ui/statement.tsx';
import type { Route } from './+types/show';
import { standardJsonLd } from './json-ld.ts';
import { questionTitles } from './questions.ts';

const query = graphql(/* GraphQL */ `
  query Standard($slug: String!) {
    standard(slug: $slug) {
      asked {
        ...AskedParts
      }
      title
      url
      number
      name {
        ...StatementParts
      }
      body
      committee
      documentKind
      published
      status
      statusBasis {
        ...StatementParts
      }
      inReport
      address
      summary {
        ...StatementParts
      }
      themes
      uses
      questions
      replaces {
        url
        title
      }
      replacedBy {
        url
        title
      }
      cameFrom {
        url
        title
      }
      became {
        url
        title
      }
      projects {
        url
        title
        language
        stage
      }
      lessons {
        url
        title
        language
        lessonKind
      }
      recommendations {
        url
        title
      }
    }
    matrix {
      layers {
        number
        title
      }
      questions {
        id
        text
      }
      considerations {
        id
        title
      }
    }
  }
`);

export async function loader({ params, context }: Route.LoaderArgs) {
  const { standard, matrix } = await ask(context, query, { slug: params.slug });
  const found_ = orNotFound(context, standard);
  return { standard: found_, questions: questionTitles(found_.questions, matrix) };
}

type Named = { url: string; title: string };
const links = (records: Named[]) =>
  records.map((record) => (
    <a key={record.url} href={record.url}>
      {record.title}
    </a>
  ));

export default function Standard({ loaderData: { standard, questions } }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const { replaces, replacedBy, cameFrom, became, statusBasis } = standard;
  const chains = [
    ['replaces', replaces],
    ['replacedBy', replacedBy],
    ['cameFrom', cameFrom],
    ['became', became],
  ] as const;
  return (
    <>
      <Meta title={standard.title} description={standard.summary.text} canonical={standard.url} type="article" jsonLd={standardJsonLd(standard, url)} />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('standards.title'), url: '/standards' },
        ]}
      />
      <PageTitle title={standard.title} kind={standard.documentKind ?? t('standards.kind')} />
      <WithAside
        label={t('standards.bears')}
        aside={
          <>
            <AsideList
              id="lessons"
              title={t('standards.lessons')}
              items={standard.lessons.map((lesson) => ({
                url: lesson.url,
                title: lesson.title,
                language: lesson.language,
                more: t(`vocabulary.lessonKind.${lesson.lessonKind}`),
              }))}
            />
            <AsideList id="recommendations" title={t('standards.recommendations')} items={standard.recommendations} />
            <AsideList
              id="projects"
              title={t('standards.projects')}
              why={t('standards.projectsReason')}
              items={standard.projects.map((project) => ({
                url: project.url,
                title: project.title,
                language: project.language,
                more: <Stage stage={project.stage} />,
              }))}
            />
            <Asked asked={standard.asked} url={standard.url} />
          </>
        }
      >
        <Section id="about" title={t('standards.about')}>
          <Statement statement={standard.summary} />
          <FollowLink url={standard.url} />
          <ShortlistLink url={standard.url} />
        </Section>
        <Section id="glance" title={t('standards.glance')}>
          <Facts
            items={[
              { label: t('standards.number'), value: standard.number },
              { label: t('standards.officialTitle'), value: <Statement as="span" statement={standard.name} /> },
              { label: t('standards.body'), value: <a href={`/standards?${new URLSearchParams({ body: standard.body })}`}>{standard.body}</a> },
              { label: t('standards.committee'), value: standard.committee },
              { label: t('standards.publishedOn'), value: standard.published ? format.date(standard.published) : <NotStated /> },
              {
                label: t('standards.status'),
                value: (
                  <>
                    <b>{t(`vocabulary.standardStatus.${standard.status}`)}</b>
                    {statusBasis.asAt && ` (${t('standards.asAt', { date: format.date(statusBasis.asAt) })})`}
                    {statusBasis.text === standard.status ? (
                      <FactMark fact={statusBasis} />
                    ) : (
                      <>
                        . <Statement as="span" statement={statusBasis} />
                      </>
                    )}
                  </>
                ),
              },
              ...chains.filter(([, records]) => records.length > 0).map(([label, records]) => ({ label: t(`standards.${label}`), value: links(records) })),
              { label: t('standards.inReport'), value: t(standard.inReport ? 'standards.inReportYes' : 'standards.inReportNo') },
              { label: t('standards.address'), value: standard.address ? <a href={standard.address}>{new URL(standard.address).hostname}</a> : <NotStated /> },
            ]}
          />
        </Section>
        <Section id="when" title={t('standards.when')}>
          {standard.uses.length + standard.themes.length + questions.length === 0 ? (
            <p>{t('standards.noWhen')}</p>
          ) : (
            <div className="prose">
              <p className="quiet">{t('standards.editors')}</p>
              {standard.uses.length > 0 && (
                <>
                  <h3>{t('standards.uses')}</h3>
                  <ul>
                    {standard.uses.map((use) => (
                      <li key={use}>
                        <a href={`/projects?use=${use}`}>{t(`vocabulary.use.${use as 'OTHER'}`)}</a>
                      </li>
                    ))}
                  </ul>
                </>
              )}
              {standard.themes.length > 0 && (
                <>
                  <h3>{t('standards.themes')}</h3>
                  <ul>
                    {standard.themes.map((theme) => (
                      <li key={theme}>
                        <a href={`/lessons?theme=${theme}`}>{t(`vocabulary.theme.${theme as 'IDENTITY'}`)}</a>
                      </li>
                    ))}
                  </ul>
                </>
              )}
              {questions.length > 0 && (
                <>
                  <h3>{t('standards.questions')}</h3>
                  <ul>
                    {questions.map((question) => (
                      <li key={question.id}>
                        <a href={`/matrix#${question.id}`}>{question.title}</a>
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </div>
          )}
        </Section>
      </WithAside>
    </>
  );
}
