import type { ProjectPagePartsFragment } from '../graphql/graphql.ts';
import { AsideList } from '../ui/aside-list.tsx';
import { GoalChip } from '../ui/goal-chip.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { valueLabel, word } from '../ui/vocabulary.ts';

type Project = ProjectPagePartsFragment;

/** "ISO/TR 23244:2020" to click, and what it is about beside it; a title without a number stays whole. */
function standardItem({ title, url }: { title: string; url: string }) {
  const [, number, name] = /^((?:[A-Z][A-Z/.-]+ ){1,2}?\S*\d\S*) (.+)$/.exec(title) ?? [];
  return { url, title: number ?? title, more: name };
}

/** Beside a project: similar ones and why, goals, and what else in the library bears on it. */
export function Aside({ project }: { project: Project }) {
  const site = useSite();
  const { t, format } = site;
  /** "use:SUPPLY_CHAIN" in words; organizations and vendors by the names they have on this very page. */
  const reason = (shared: string) => {
    const [field = '', ...rest] = shared.split(':');
    const value = rest.join(':');
    const named =
      field === 'organization'
        ? project.owners.find((owner) => owner.slug === value)?.shortName
        : field === 'vendor'
          ? project.engagements.find(({ vendor }) => vendor.slug === value)?.vendor.title
          : undefined;
    return named ?? valueLabel(site, field, value, value);
  };
  return (
    <>
      <AsideList
        id="similar"
        title={t('projects.similar')}
        items={project.similar.map(({ project: other, reasons }) => ({
          url: other.url,
          title: other.title,
          language: other.language,
          more: t('projects.because', { what: format.list(reasons.map(reason)) }),
        }))}
      />
      {project.goals.length > 0 && (
        <Section id="goals" title={t('projects.goals')} quiet>
          <p className="aside-why">{t('projects.goalsBy')}</p>
          <ul className="aside-list">
            {project.goals.map(({ goal, reason: why }) => (
              <li key={goal.number}>
                <GoalChip number={goal.number} title={word(t, 'goalTitle', goal.number)} url={goal.url} />
                <span className="aside-why">{why}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <AsideList id="building-blocks" title={t('buildingBlocks.used')} items={project.buildingBlocks} />
      {project.lessons.length > 0 && (
        <AsideList
          id="to-lessons"
          title={t('projects.lessonsAside')}
          items={[{ url: '#lessons', title: t('projects.all', { count: project.lessons.length }) }]}
        />
      )}
      <AsideList id="risks" title={t('projects.risks')} why={t('projects.risksWhy')} items={project.risks} />
      <AsideList id="mitigations" title={t('projects.mitigations')} why={t('projects.mitigationsWhy')} items={project.mitigations} />
      <AsideList id="recommendations" title={t('projects.recommendations')} items={project.recommendations} />
      <AsideList id="standards" title={t('projects.standards')} why={t('projects.standardsWhy')} items={project.standards.map(standardItem)} />
    </>
  );
}
