import { ask, orNotFound } from '../api.server.ts';
import type { InstrumentOutcomeQuery } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Contents } from '../ui/contents.tsx';
import { TextField, SelectField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Conclusion, Exceptions, Layers } from './conclusions.tsx';
import { Panel } from './panel.tsx';
import { LONG_ADDRESS, type Run, readRun, runAddress, runFields } from './request.ts';
import { Tree } from './tree.tsx';
import type { Route } from './+types/outcome';

const query = graphql(/* GraphQL */ `
  query InstrumentOutcome($instrument: String!, $edition: String, $answers: [AnswerInput!]!) {
    viewerOrganizations {
      slug
      shortName
    }
    instrument(instrument: $instrument, edition: $edition) {
      instrument
      edition
      title
      total
      layers {
        id
        number
      }
      figure {
        ...StatementParts
      }
      evaluation(answers: $answers) {
        ...EvaluationParts
        changes {
          given {
            question {
              id
              number
              text
              group
              layer
            }
            option {
              id
              label
            }
          }
          outcome {
            title
          }
        }
        risks {
          reasons
          risk {
            title
            url
          }
        }
      }
    }
    similarProjects(instrument: $instrument, edition: $edition, answers: $answers) {
      ...SimilarAnswerParts
    }
  }
`);

export async function loader({ request, params: { instrument }, context }: Route.LoaderArgs) {
  const run = readRun(new URL(request.url).searchParams);
  const answer = await ask(context, query, { instrument, edition: run.edition, answers: run.answers });
  return {
    run,
    edition: orNotFound(context, answer.instrument),
    similar: answer.similarProjects,
    organizations: answer.viewerOrganizations,
    key: crypto.randomUUID(),
  };
}

type Edition = NonNullable<InstrumentOutcomeQuery['instrument']>;

export default function InstrumentOutcome({ loaderData: { run, edition, similar, organizations, key } }: Route.ComponentProps) {
  const { t, url } = useSite();
  const { evaluation } = edition;
  const here = { ...run, edition: run.edition ?? edition.edition };
  const place = placeOf(edition, here);
  return (
    <>
      <Meta title={`${evaluation.decided.outcome.title} – ${edition.title}`} canonical={`/decide/${edition.instrument}/outcome`} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('instruments.title'), url: '/decide' },
          { label: edition.title, url: runAddress(edition.instrument, null, here) },
        ]}
      />
      <PageTitle title={t('instruments.outcome.title')} kind={`${edition.title}, ${t('instruments.edition', { edition: edition.edition }).toLowerCase()}`}>
        <p className="quiet">{t('instruments.outcome.answered', { answered: evaluation.answered, total: edition.total })}</p>
      </PageTitle>
      {evaluation.unreasoned.length > 0 && (
        <Notice role="status">
          <p>
            {t('instruments.outcome.unreasoned', { count: evaluation.unreasoned.length })}{' '}
            {evaluation.unreasoned.map((question, index) => {
              const { href, label } = place(question);
              return (
                <span key={question.id}>
                  {index > 0 && ', '}
                  <a href={href}>{t('instruments.outcome.question', { label })}</a>
                </span>
              );
            })}
          </p>
        </Notice>
      )}
      {url.search.length > LONG_ADDRESS && (
        <Notice>
          <p>{t('instruments.page.long')}</p>
        </Notice>
      )}
      <Contents
        items={[
          { id: 'layers', title: t('instruments.outcome.layers') },
          { id: 'changes', title: t('instruments.outcome.changes') },
          { id: 'figure', title: t('instruments.outcome.tree') },
          ...(evaluation.risks.length > 0 ? [{ id: 'risks', title: t('instruments.outcome.risks') }] : []),
          { id: 'similar', title: t('instruments.panel.title') },
          { id: 'keep', title: t('instruments.keep.title') },
        ]}
      />
      <Conclusion decided={evaluation.decided} place={place} />
      <Exceptions exceptions={evaluation.exceptions} place={place} />
      <Layers layers={evaluation.layers} place={place} />
      <Changes edition={edition} place={place} />
      <Section id="figure" title={edition.figure ? t('instruments.outcome.figure', { figure: edition.figure.text }) : t('instruments.outcome.tree')}>
        <Tree
          forks={evaluation.tree}
          title={treeTitle(t, evaluation)}
          source={edition.figure ? `${edition.figure.citations[0]?.source.symbol ?? ''}, ${edition.figure.text}` : edition.title}
          remark={edition.figure?.note ? <p className="small quiet">{edition.figure.note}</p> : undefined}
        />
      </Section>
      {evaluation.open.length > 0 && (
        <Section id="open" title={t('instruments.outcome.open', { count: evaluation.open.length })}>
          <ul className="instrument-open">
            {evaluation.open.map((question) => {
              const { href, label } = place(question);
              return (
                <li key={question.id}>
                  <a href={href}>{label}</a>
                </li>
              );
            })}
          </ul>
        </Section>
      )}
      {evaluation.risks.length > 0 && (
        <Section id="risks" title={t('instruments.outcome.risks')}>
          <p className="quiet">{t('instruments.outcome.risksLead')}</p>
          <ul>
            {evaluation.risks.slice(0, 12).map(({ risk, reasons }) => (
              <li key={risk.url}>
                <a href={risk.url}>{risk.title}</a> <span className="small quiet">{reasons[0]}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Panel similar={similar} asked={run.answers.some(({ option }) => option !== 'not-known')} />
      <Keep edition={edition} run={here} organizations={organizations} newKey={key} />
    </>
  );
}

/** How a question is called, and where it is answered. */
const placeOf = (edition: Edition, run: Run) => (question: { id: string; group: string; layer?: string; number: number }) => ({
  href: `${runAddress(edition.instrument, question.group, run)}#${question.id}`,
  label: edition.layers.length > 1 ? `${edition.layers.find(({ id }) => id === question.layer)?.number ?? '?'}.${question.number}` : `${question.number}.`,
});

const treeTitle = (t: ReturnType<typeof useSite>['t'], { tree }: Edition['evaluation']) => {
  const taken = tree.find(({ path }) => path === 'TAKEN');
  return taken ? t('instruments.tree.title', { outcome: taken.outcome.title }) : t('instruments.tree.label');
};

/** What would change the outcome, one answer at a time. */
function Changes({ edition, place }: { edition: Edition; place: ReturnType<typeof placeOf> }) {
  const { t } = useSite();
  const { changes } = edition.evaluation;
  return (
    <Section id="changes" title={t('instruments.outcome.changes')}>
      {changes.length === 0 ? (
        <p className="quiet">{t('instruments.outcome.noChange')}</p>
      ) : (
        <ul className="instrument-answers">
          {changes.slice(0, 24).map(({ given, outcome }) => {
            const { href, label } = place(given.question);
            return (
              <li key={`${given.question.id} ${given.option?.id}`}>
                {t('instruments.outcome.ifPart')} <a href={href}>{t('instruments.outcome.question', { label })}</a>{' '}
                <span className="small quiet">({given.question.text})</span> {t('instruments.outcome.were', { option: given.option?.label ?? '' })}{' '}
                <b>{outcome.title}</b>.
              </li>
            );
          })}
        </ul>
      )}
      {changes.length > 24 && <p className="quiet">{t('instruments.outcome.moreChanges', { count: changes.length - 24 })}</p>}
    </Section>
  );
}

/** Keeps the run for those who are signed in; until then it lives in the address alone. */
function Keep({ edition, run, organizations, newKey }: { edition: Edition; run: Run; organizations: { slug: string; shortName: string }[]; newKey: string }) {
  const { t, url, viewer } = useSite();
  return (
    <Section id="keep" title={t('instruments.keep.title')}>
      <p>{t('instruments.keep.address')}</p>
      {organizations.length === 0 && !viewer ? (
        <p>
          <a href={`/sign-in?${new URLSearchParams({ next: url.pathname + url.search })}`} rel="nofollow">
            {t('instruments.keep.signIn')}
          </a>
        </p>
      ) : run.run ? (
        <form method="post" action={`/assessments/${run.run}`}>
          <input type="hidden" name="intent" value="answers" />
          <input type="hidden" name="back" value={url.pathname + url.search} />
          {runFields(run).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit">{t('instruments.keep.back')}</button>
        </form>
      ) : organizations.length === 0 ? (
        <p className="quiet">{t('instruments.keep.noOrganization')}</p>
      ) : (
        <form method="post" action="/assessments/new">
          <input type="hidden" name="key" value={newKey} />
          <input type="hidden" name="instrument" value={edition.instrument} />
          {runFields({ ...run, run: null }).map(([name, value]) => (
            <input key={name} type="hidden" name={name === 'edition' ? 'edition' : name} value={value} />
          ))}
          <TextField name="title" label={t('instruments.keep.name')} example={t('instruments.keep.nameExample')} most={200} />
          <SelectField
            name="organization"
            label={t('instruments.keep.organization')}
            options={organizations.map((one) => ({ value: one.slug, label: one.shortName }))}
          />
          <button type="submit">{t('instruments.keep.save')}</button>
        </form>
      )}
    </Section>
  );
}
