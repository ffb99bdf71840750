import { ask, orNotFound } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import type { MatrixPageQuery } from '../graphql/graphql.ts';
import { absolute, citationLd, context as schemaOrg } from '../seo/json-ld.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Meta } from '../ui/meta.tsx';
import type { Statement as Content } from '../ui/notes.ts';
import { Contents } from '../ui/contents.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { SourceMark } from '../ui/source-mark.tsx';
import { Statement } from '../ui/statement.tsx';
import type { Route } from './+types/page';

const query = graphql(/* GraphQL */ `
  query MatrixPage {
    matrix {
      title
      url
      edition
      summary {
        ...StatementParts
      }
      layers {
        id
        number
        title
        text {
          ...StatementParts
        }
      }
      questions {
        id
        layer
        number
        group
        text
        help
        yes {
          ...StatementParts
        }
        no {
          ...StatementParts
        }
        citations {
          ...CitationParts
        }
      }
      choices {
        id
        title
        properties {
          ...StatementParts
        }
        useWhen {
          ...StatementParts
        }
      }
      considerations {
        id
        number
        title
        text {
          ...StatementParts
        }
      }
    }
  }
`);

type Matrix = NonNullable<MatrixPageQuery['matrix']>;

export async function loader({ context }: Route.LoaderArgs) {
  return orNotFound(context, (await ask(context, query, {})).matrix);
}

export default function MatrixPage({ loaderData: matrix }: Route.ComponentProps) {
  const { t, url } = useSite();
  const answers = [
    ...matrix.questions.flatMap(({ yes, no }) => [...yes, ...no]),
    ...matrix.choices.flatMap(({ properties, useWhen }) => [...properties, ...useWhen]),
  ];
  const unsure = answers.filter(({ certainty }) => certainty !== 'STATED').length;
  return (
    <>
      <Meta
        title={matrix.title}
        description={matrix.summary.text}
        canonical="/matrix"
        type="article"
        jsonLd={{
          ...schemaOrg,
          '@type': 'CreativeWork',
          '@id': absolute('/matrix', url),
          name: matrix.title,
          version: matrix.edition,
          abstract: matrix.summary.text,
          isBasedOn: citationLd(matrix.summary.citations, url),
        }}
      />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={matrix.title} kind={t('matrix.edition', { edition: matrix.edition })} />
      <div className="prose">
        <Statement statement={matrix.summary} />
        <p>
          <a href="/decide/jiu-matrix">{t('matrix.work')}</a>
        </p>
        {unsure > 0 && <p className="quiet">{t('matrix.uncertain', { count: unsure })}</p>}
      </div>
      <Contents items={matrix.layers} />
      {matrix.layers.map((layer) => (
        <Section
          key={layer.id}
          id={layer.id}
          title={
            <>
              <span className="quiet">{t('matrix.layer', { number: layer.number })}</span> {layer.title}
            </>
          }
        >
          <Statement statement={layer.text} />
          <Questions number={layer.number} questions={matrix.questions.filter((question) => question.layer === layer.id)} />
          {layer.number === 3 && <Choices choices={matrix.choices} />}
          {layer.number === 4 && <Considerations considerations={matrix.considerations} />}
        </Section>
      ))}
    </>
  );
}

/** The questions of a layer under their groups, each with what yes and no lead to. */
function Questions({ number, questions }: { number: number; questions: Matrix['questions'] }) {
  const { t } = useSite();
  if (questions.length === 0) return null;
  const groups = [...new Set(questions.map(({ group }) => group))];
  return (
    <div className="scroll">
      <table className="table matrix stacked">
        <caption className="hidden">{t('matrix.caption', { number })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('matrix.question')}</th>
            <th scope="col">{t('matrix.yes')}</th>
            <th scope="col">{t('matrix.no')}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={3} className="matrix-group">
                {group}
              </th>
            </tr>
            {questions
              .filter((question) => question.group === group)
              .map((question) => (
                <tr key={question.id} id={question.id}>
                  <th scope="row">
                    {question.number}. {question.text}
                    <SourceMark note={{ asAt: null, certainty: 'STATED', note: null, citations: question.citations }} />
                    {question.help && <p className="small quiet">{question.help}</p>}
                  </th>
                  <td data-answer={t('matrix.yes')}>
                    <Answers answers={question.yes} />
                  </td>
                  <td data-answer={t('matrix.no')}>
                    <Answers answers={question.no} />
                  </td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Answers({ answers }: { answers: Content[] }) {
  const { t } = useSite();
  if (answers.length === 0) return <span className="unsaid">{t('matrix.nothing')}</span>;
  return answers.map((answer) => (
    <div key={answer.text} className={answer.certainty === 'STATED' ? undefined : 'unsure'}>
      <Statement statement={answer} />
    </div>
  ));
}

/** Table 3: the choices of architecture. */
function Choices({ choices }: { choices: Matrix['choices'] }) {
  const { t } = useSite();
  return (
    <div className="scroll" id="table-3">
      <table className="table matrix matrix-choices stacked">
        <caption className="hidden">{t('matrix.choicesCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('matrix.choice')}</th>
            <th scope="col">{t('matrix.properties')}</th>
            <th scope="col">{t('matrix.useWhen')}</th>
          </tr>
        </thead>
        <tbody>
          {choices.map((choice) => (
            <tr key={choice.id} id={choice.id}>
              <th scope="row">{choice.title}</th>
              <td data-answer={t('matrix.properties')}>
                <Answers answers={choice.properties} />
              </td>
              <td data-answer={t('matrix.useWhen')}>
                <Answers answers={choice.useWhen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Considerations({ considerations }: { considerations: Matrix['considerations'] }) {
  return (
    <ol className="considerations">
      {considerations.map(({ id, title, text }) => (
        <li key={id} id={id}>
          <h3>{title}</h3>
          <Statement statement={text} />
        </li>
      ))}
    </ol>
  );
}
