import type { SimilarAnswerPartsFragment } from '../graphql/graphql.ts';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Stage } from '../ui/stage.tsx';
import { Statement } from '../ui/statement.tsx';
import { stageOrder } from '../ui/vocabulary.ts';
import { RecordLink } from '../ui/record-link.tsx';

/** Projects of the library that answered the same, what became of them, and whom to ask. */
export function Panel({ similar, asked }: { similar: SimilarAnswerPartsFragment | null | undefined; asked: boolean }) {
  const { t, format } = useSite();
  const stages = [...(similar?.stages ?? [])].sort((a, b) => stageOrder.indexOf(a.stage) - stageOrder.indexOf(b.stage));
  const count = stages.reduce((sum, one) => sum + one.count, 0);
  return (
    <Section id="similar" title={t('instruments.panel.title')}>
      {!asked ? (
        <p className="quiet">{t('instruments.panel.before')}</p>
      ) : count === 0 ? (
        <p className="quiet">{t('instruments.panel.none')}</p>
      ) : (
        <>
          <p>
            {t('instruments.panel.count', { count })} {format.list(stages.map((one) => `${format.number(one.count)} ${t(`stage.${one.stage}`).toLowerCase()}`))}
            .{similar && similar.projects.length < count && ` ${t('instruments.panel.shown', { shown: format.number(similar.projects.length) })}`}
          </p>
          <ul className="instrument-similar">
            {similar?.projects.map((one) => (
              <li key={one.project.url}>
                <h3>
                  <RecordLink to={one.project} />
                </h3>
                <p className="quiet-facts">
                  <Stage stage={one.stage} since={one.since} />
                </p>
                {one.answers.slice(0, 4).map((answer) => (
                  <Statement key={answer.text} statement={answer} terms={false} />
                ))}
                {one.answers.length > 4 && <p className="quiet small">{t('instruments.panel.further', { count: one.answers.length - 4 })}</p>}
                {one.became.length > 0 && (
                  <div>
                    <b>{t('instruments.panel.became')}</b>
                    {one.became.map((statement) => (
                      <Statement key={statement.text} statement={statement} terms={false} />
                    ))}
                  </div>
                )}
                {one.costs.length > 0 && (
                  <div>
                    <b>{t('instruments.panel.costs')}</b>
                    {one.costs.map((statement) => (
                      <Statement key={statement.text} statement={statement} terms={false} />
                    ))}
                  </div>
                )}
                {one.lessons.length > 0 && (
                  <p className="small">
                    {t('instruments.panel.lessons')}{' '}
                    {one.lessons.map((lesson, index) => (
                      <span key={lesson.url}>
                        {index > 0 && '; '}
                        <RecordLink to={lesson} />
                      </span>
                    ))}
                  </p>
                )}
                <p className="small quiet">
                  {one.contacts.length > 0 ? (
                    t('instruments.panel.ask', { contacts: format.list(one.contacts) })
                  ) : (
                    <a href={`${one.project.url}#who`}>{t('instruments.panel.who')}</a>
                  )}
                </p>
              </li>
            ))}
          </ul>
          <p className="small quiet">{t('instruments.panel.rest')}</p>
        </>
      )}
    </Section>
  );
}
