import type { ReactNode } from 'react';
import { ask, orNotFound } from '../api.server.ts';
import { AssessmentEvidence } from '../assessments/evidence.tsx';
import type { ProjectPagePartsFragment } from '../graphql/graphql.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { NotStated } from '../ui/certainty.tsx';
import { WithAside } from '../ui/columns.tsx';
import { Meta } from '../ui/meta.tsx';
import { FactMark } from '../ui/fact-mark.tsx';
import { FieldPlace, WithFields } from '../ui/field-place.tsx';
import type { Statement as StatementContent } from '../ui/notes.ts';
import { AskLinks } from '../ui/ask-links.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Prose } from '../ui/prose.tsx';
import { RecordCare } from '../ui/record-care.tsx';
import { RecordFooter } from '../ui/record-footer.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Stage } from '../ui/stage.tsx';
import { Statement } from '../ui/statement.tsx';
import { Statements } from '../ui/statements.tsx';
import { Delivery } from '../vendors/delivery.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { word } from '../ui/vocabulary.ts';
import type { Route } from './+types/show';
import { Asked } from '../ui/asked.tsx';
import { Helpers } from '../ui/helpers.tsx';
import { Aside } from './aside.tsx';
import { Glance, OtherStages } from './glance.tsx';
import { projectLd } from './json-ld.ts';
import { projectQuery } from './query.ts';
import { RecordLink } from '../ui/record-link.tsx';
import { Contents } from '../ui/contents.tsx';

type Project = ProjectPagePartsFragment;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { project, assessmentEvidence } = await ask(context, projectQuery, { slug: params.slug });
  return { project: orNotFound(context, project), assessmentEvidence };
}

/** The questions that a project's page answers, in the order of the page. */
const sections = [
  'WHAT_IT_DOES',
  'HOW_IT_IS_BUILT',
  'WHO_DOES_WHAT',
  'WHAT_IT_ACHIEVED',
  'WHAT_IT_TAUGHT',
  'HOW_IT_IS_PAID',
  'CODE',
  'WHAT_ENDED_IT',
  'LATER',
] as const;
type SectionName = (typeof sections)[number];
/** A page with fewer sections is seen at once. */
const worthContents = 3;

export default function ProjectPage({ loaderData: { project, assessmentEvidence } }: Route.ComponentProps) {
  const { t, url } = useSite();
  return (
    <>
      <Meta title={project.title} description={project.summaryText} canonical={project.url} type="article" jsonLd={projectLd(project, url)} />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('projects.title'), url: '/projects' },
        ]}
      />
      <WithFields language={project.language} edit={project.viewerCanEdit ? `${project.url}/edit` : null}>
        <ProjectBody
          project={project}
          beside={
            <>
              <Asked asked={project.asked} url={project.url} />
              <Helpers helpers={project.helpers} />
            </>
          }
        >
          <RecordCare record={project} project={project.slug} />
          <AssessmentEvidence runs={assessmentEvidence} />
          <RecordFooter
            record={project}
            list="/projects"
            query={`{\n  project(slug: "${project.slug}") {\n    title\n    stage\n    platforms\n    summary { text citations { place url } }\n  }\n}\n`}
          />
        </ProjectBody>
      </WithFields>
    </>
  );
}

/** What the page of a project says of it, also of one that is only proposed. `children` stand at its foot, `beside` below what bears on it. */
export function ProjectBody({ project, beside, children }: { project: Project; beside?: ReactNode; children?: ReactNode }) {
  const { t } = useSite();
  const parts = sections.map((section) => ({ section, content: sectionOf(project, section) })).filter((part) => part.content !== null);
  const current = project.stages.find((stage) => stage.current);
  return (
    <>
      <PageTitle kind={t('searchBox.kind.PROJECT')} title={project.title} lead={<Statement statement={project.summary} as="span" field="summary.text" />}>
        <Stage stage={project.stage} since={current?.date} asAt={current?.asAt} />
        <OtherStages stages={project.stages} />
        <AskLinks url={project.url} />
      </PageTitle>
      <WithAside
        aside={
          <>
            <Aside project={project} />
            {beside}
          </>
        }
        label={t('projects.aside')}
      >
        <Glance project={project} code={parts.some((part) => part.section === 'CODE')} />
        {parts.length >= worthContents && (
          <Contents
            items={[...parts.map(({ section }) => ({ id: section, title: t(`projects.section.${section}`) })), { id: 'history', title: t('projects.history') }]}
          />
        )}
        {parts.map(({ section, content }) => (
          <Section key={section} id={section} title={t(`projects.section.${section}`)}>
            {content}
          </Section>
        ))}
        <Legal project={project} />
        <History project={project} />
        {children}
      </WithAside>
    </>
  );
}

/** What stands under one question; null where the sources say nothing. */
function sectionOf(project: Project, section: SectionName): ReactNode {
  const statements = project.statements.filter((statement) => statement.section === section);
  const parts: ReactNode[] = [];
  if (section === 'LATER' && statements.length > 0) parts.push(<Later key="later" />);
  if (section === 'WHAT_IT_ACHIEVED' && project.figures.length > 0) parts.push(<Figures key="figures" figures={project.figures} />);
  if (statements.length > 0)
    parts.push(
      <Statements
        key="statements"
        statements={statements}
        field={(one) => `statements.${project.statements.indexOf(one as (typeof statements)[number])}.text`}
      />,
    );
  if (section === 'HOW_IT_IS_BUILT') {
    if (project.ledger.offChain.length > 0) parts.push(<Sub key="offChain" title="offChain" statements={project.ledger.offChain} field="ledger.offChain" />);
    if (project.ledger.keyCustody.length > 0) parts.push(<Sub key="keys" title="keys" statements={project.ledger.keyCustody} field="ledger.keyCustody" />);
    if (project.answers.length > 0)
      parts.push(<Sub key="answers" title="answers" statements={project.answers.map(({ statement }) => statement)} field="answers" />);
  }
  if (section === 'WHO_DOES_WHAT') {
    if (project.participants.length > 0) parts.push(<Participants key="participants" participants={project.participants} />);
    if (project.engagements.length > 0) parts.push(<Engagements key="engagements" engagements={project.engagements} />);
  }
  if (section === 'WHAT_IT_TAUGHT' && project.lessons.length > 0) parts.push(<Lessons key="lessons" lessons={project.lessons} />);
  return parts.length > 0 ? parts : null;
}

function Sub({ title, statements, field }: { title: 'offChain' | 'keys' | 'answers'; statements: StatementContent[]; field: string }) {
  const { t } = useSite();
  return (
    <>
      <h3>{t(`projects.${title}`)}</h3>
      <Statements statements={statements} field={(one) => `${field}.${statements.indexOf(one as StatementContent)}.text`} />
    </>
  );
}

/** Legal questions that it met, as far as the reader may see them. */
function Legal({ project: { legal } }: { project: Project }) {
  const { t } = useSite();
  if (legal.length === 0) return null;
  return (
    <Section id="legal" title={t('projects.legal')}>
      <ul className="statements">
        {legal.map((one, index) => (
          <li key={`${one.topic} ${one.question.text}`}>
            <b>{word(t, 'legalTopic', one.topic)}:</b> <Statement statement={one.question} as="span" field={`legal.${index}.question`} />
            <p>{one.answer ?? t('projects.legalOpen')}</p>
          </li>
        ))}
      </ul>
      <p className="small quiet">
        <a href="/legal">{t('projects.legalMore')}</a>
      </p>
    </Section>
  );
}

function Later() {
  const { t } = useSite();
  return <p className="quiet small">{t('projects.later')}</p>;
}

function History({ project }: { project: Project }) {
  const { t, format } = useSite();
  return (
    <Section id="history" title={t('projects.history')}>
      <ResponsiveTable
        caption={<span className="hidden">{t('projects.history')}</span>}
        columns={[t('projects.historyStage'), t('projects.historyDate'), t('projects.historyText')]}
        rows={project.stages.map((change, index) => ({
          key: `${change.stage} ${change.date} ${change.text}`,
          cells: [
            <Stage key="stage" stage={change.stage} />,
            change.date ? format.date(change.date) : <NotStated key="date" />,
            <Statement key="text" statement={change} as="span" field={`stages.${index}.text`} />,
          ],
        }))}
      />
    </Section>
  );
}

function Participants({ participants }: { participants: Project['participants'] }) {
  const { t } = useSite();
  return (
    <ResponsiveTable
      caption={t('projects.participants')}
      columns={[t('projects.who'), t('projects.role'), t('projects.responsibility')]}
      rows={participants.map((participant, index) => ({
        key: `${participant.name} ${participant.role}`,
        cells: [
          participant.organization ? (
            <a key="who" href={participant.organization.url}>
              {participant.organization.shortName}
            </a>
          ) : (
            participant.name
          ),
          <span key="role">
            <FieldPlace field={`participants.${index}`}>
              {participant.role}
              <FactMark fact={participant} />
            </FieldPlace>
          </span>,
          participant.responsibility ? <Prose key="responsibility" text={participant.responsibility} /> : <NotStated key="responsibility" />,
        ],
      }))}
    />
  );
}

function Engagements({ engagements }: { engagements: Project['engagements'] }) {
  const { t, format } = useSite();
  return (
    <ResponsiveTable
      caption={t('projects.vendors')}
      columns={[t('projects.who'), t('projects.delivered'), t('projects.stack'), t('projects.outcome')]}
      rows={engagements.map((engagement) => ({
        key: `${engagement.vendor.slug} ${engagement.role}`,
        cells: [
          <RecordLink key="vendor" to={engagement.vendor} />,
          <FieldPlace key="delivery" field="engagements">
            <Delivery engagement={engagement} />
          </FieldPlace>,
          engagement.stack.length > 0 ? format.list(engagement.stack) : <NotStated key="stack" />,
          engagement.outcome ? <Prose key="outcome" text={engagement.outcome} /> : <NotStated key="outcome" />,
        ],
      }))}
    />
  );
}

/** Figures with the newest days first, each with its place in the content. Days are written so that they sort as texts. */
const newestFirst = (figures: Project['figures']) =>
  figures.map((figure, index) => ({ figure, index })).sort((a, b) => (b.figure.asAt ?? '').localeCompare(a.figure.asAt ?? '') || a.index - b.index);

function Figures({ figures }: { figures: Project['figures'] }) {
  const { t, format } = useSite();
  return (
    <ResponsiveTable
      caption={t('projects.figures')}
      columns={[t('projects.figure'), t('projects.value'), t('projects.asAt')]}
      rows={newestFirst(figures).map(({ figure, index }) => ({
        key: `${figure.label} ${figure.value}`,
        cells: [
          figure.label,
          <span key="value" className="number">
            <FieldPlace field={`figures.${index}.value`}>
              {figure.value}
              <FactMark fact={figure} />
            </FieldPlace>
          </span>,
          figure.asAt ? format.date(figure.asAt) : <NotStated key="asAt" />,
        ],
      }))}
    />
  );
}

function Lessons({ lessons }: { lessons: Project['lessons'] }) {
  const { t } = useSite();
  return (
    <>
      <h3 id="lessons">{t('projects.lessons')}</h3>
      <ul className="statements">
        {lessons.map((lesson) => (
          <li key={lesson.url}>
            <RecordLink to={lesson} />{' '}
            <span className="quiet small">
              {word(t, 'lessonKind', lesson.lessonKind)} · {word(t, 'theme', lesson.theme)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
