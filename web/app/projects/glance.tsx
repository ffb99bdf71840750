import type { ReactNode } from 'react';
import type { ProjectPagePartsFragment } from '../graphql/graphql.ts';
import { NotStated } from '../ui/certainty.tsx';
import { FactMark } from '../ui/fact-mark.tsx';
import { Facts } from '../ui/facts.tsx';
import { FieldPlace } from '../ui/field-place.tsx';
import { groupCitations } from '../ui/group-citations.ts';
import type { Statement as StatementContent } from '../ui/notes.ts';
import { useSite } from '../ui/site.tsx';
import { Stage } from '../ui/stage.tsx';
import { Statement } from '../ui/statement.tsx';
import { word } from '../ui/vocabulary.ts';
import { RecordLink } from '../ui/record-link.tsx';

type Project = ProjectPagePartsFragment;
/** So many figures stand at a glance; all stand under what it achieved. */
const MOST_FIGURES = 3;

/** The stages that older sources than that of today's stage tell, with their dates: two sources may disagree, and both are shown. */
export function OtherStages({ stages }: { stages: Project['stages'] }) {
  const { t, format } = useSite();
  const current = stages.find((stage) => stage.current);
  const sourcesOf = (stage: Project['stages'][number]) => groupCitations(stage.citations).map(({ source }) => source);
  const known = new Set(current ? sourcesOf(current).map(({ url }) => url) : []);
  const others = stages.filter((stage) => !stage.current && stage.stage !== current?.stage && !sourcesOf(stage).some(({ url }) => known.has(url)));
  if (others.length === 0) return null;
  return (
    <ul className="quiet-facts">
      {others.toReversed().map((stage) => {
        const date = stage.date ?? stage.asAt;
        const source = sourcesOf(stage).find(({ symbol }) => symbol)?.symbol;
        return (
          <li key={`${stage.stage} ${date}`}>
            {source ? (
              t(date ? 'projects.glance.otherStage' : 'projects.glance.otherStageUndated', {
                stage: t(`stage.${stage.stage}`),
                source,
                date: date ? format.date(date) : '',
              })
            ) : (
              <Stage stage={stage.stage} since={stage.date} asAt={stage.asAt} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The facts of a project at a glance; those that change over time with their days. */
export function Glance({ project, code }: { project: Project; code: boolean }) {
  const site = useSite();
  const { t, format } = site;
  const current = project.stages.find((stage) => stage.current);
  const { ledger } = project;
  const latest = project.figures.filter(({ current: newest }) => newest).slice(0, MOST_FIGURES);
  const owners = project.owners.map((owner) => (
    <a key={owner.slug} href={owner.url}>
      {owner.title}
    </a>
  ));
  const ownersWithBasis: ReactNode[] = project.ownersBasis
    ? [
        ...(owners.length > 0 ? owners : [<NotStated key="none" />]),
        <p key="basis" className="quiet small">
          <Statement statement={project.ownersBasis} as="span" />
        </p>,
      ]
    : owners;
  return (
    <Facts
      caption={t('projects.glance.caption')}
      items={[
        { label: t('projects.glance.owners'), value: ownersWithBasis },
        {
          label: t('projects.glance.where'),
          value:
            project.scope === 'GLOBAL'
              ? t('projects.glance.global')
              : project.places.map((place, index) => (
                  <FieldPlace key={place.text} field={`countries.${index}`}>
                    <Place place={place} />
                  </FieldPlace>
                )),
        },
        ...(latest.length > 0
          ? [
              {
                label: t('projects.glance.figures'),
                value: latest.map((figure) => (
                  <span key={`${figure.label} ${figure.value}`}>
                    {t(figure.asAt ? 'projects.glance.figureDated' : 'projects.glance.figure', {
                      label: figure.label,
                      value: figure.value,
                      date: figure.asAt ? format.date(figure.asAt) : '',
                    })}
                    <FactMark fact={figure} />
                  </span>
                )),
              },
            ]
          : []),
        {
          label: t('projects.glance.stage'),
          value: current ? (
            <>
              <Stage stage={current.stage} since={current.date} asAt={current.asAt} /> <FactMark fact={current} />
            </>
          ) : null,
        },
        {
          label: t('projects.glance.use'),
          value: project.uses.map((use) => (
            <a key={use} href={`/projects?use=${use}`}>
              {word(t, 'use', use)}
            </a>
          )),
        },
        ...(project.sectors.length > 0
          ? [
              {
                label: t('vocabulary.field.sector'),
                value: project.sectors.map((sector) => (
                  <a key={sector} href={`/projects?sector=${sector}`}>
                    {word(t, 'sector', sector)}
                  </a>
                )),
              },
            ]
          : []),
        {
          label: t('projects.glance.platform'),
          value: ledger.platforms.map((platform) => (
            <span key={platform.text}>
              <FieldPlace field={`ledger.platforms.${ledger.platforms.indexOf(platform)}.name`}>
                <a href={`/projects?${new URLSearchParams({ platform: platform.text })}`}>{platform.text}</a>
                <FactMark fact={platform} />
              </FieldPlace>
            </span>
          )),
        },
        {
          label: t('projects.glance.access'),
          value:
            ledger.access === 'NOT_STATED' ? null : (
              <FieldPlace field="ledger.access">
                {word(t, 'access', ledger.access)}
                <FactMark fact={ledger.accessBasis} />
              </FieldPlace>
            ),
        },
        {
          label: t('projects.glance.consensus'),
          value: ledger.consensus ? <Statement statement={ledger.consensus} as="span" field="ledger.consensus.value" /> : null,
        },
        {
          label: t('projects.glance.vendors'),
          value: [...new Map(project.engagements.map((engagement) => [engagement.vendor.slug, engagement])).values()].map((engagement) => (
            <span key={engagement.vendor.slug}>
              <RecordLink to={engagement.vendor} />
              <FactMark fact={engagement} />
            </span>
          )),
        },
        { label: t('projects.glance.code'), value: code ? <a href="#CODE">{t('projects.glance.codeSee')}</a> : null },
        { label: t('projects.glance.origin'), value: word(t, 'origin', project.origin) },
        {
          label: t('projects.glance.rests'),
          value: groupCitations(project.summary.citations).map(({ source, places }) => (
            <span key={source.url}>
              <a href={source.url}>{source.symbol ?? source.title}</a>: {format.list(places)}
            </span>
          )),
        },
        ...(project.alsoKnownAs.length > 0 ? [{ label: t('projects.glance.also'), value: project.alsoKnownAs }] : []),
      ]}
    />
  );
}

/** "Za'atari and Azraq refugee camps, JO" as the API has it, with the country by its name. */
function Place({ place }: { place: StatementContent }) {
  const { t, format } = useSite();
  const [, where, code = ''] = /^(?:(.*), )?([A-Z]{2})$/s.exec(place.text) ?? [];
  return (
    <span>
      <a href={`/projects?country=${code}`}>{format.country(code)}</a>
      {where && `: ${where}`}
      {place.asAt && <span className="quiet small"> ({t('stage.asAt', { date: format.date(place.asAt) })})</span>}
      <FactMark fact={place} />
    </span>
  );
}
