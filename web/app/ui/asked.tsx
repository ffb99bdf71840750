import type { AskedPartsFragment } from '../graphql/graphql.ts';
import { Section } from './section.tsx';
import { useSite } from './site.tsx';
import { textLanguage } from './text-language.ts';

/** What people ask each other about the entry beside which it stands, and the way to ask. */
export function Asked({ asked, url }: { asked: AskedPartsFragment; url: string }) {
  const site = useSite();
  const { t } = site;
  const about = new URLSearchParams({ about: url });
  return (
    <Section id="asked" title={t('questions.beside')} quiet>
      {asked.nodes.length > 0 ? (
        <ul className="aside-list">
          {asked.nodes.map((one) => (
            <li key={one.url}>
              <a href={one.url} {...textLanguage(site, one.language, one.title)}>
                {one.title}
              </a>{' '}
              <span className="aside-why">
                {one.progress === 'ANSWERED' ? t('questions.answers', { count: one.answerCount }) : t(`questions.progress.${one.progress}`)}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="aside-why">{t('questions.besideNone')}</p>
      )}
      <p className="aside-why">
        {asked.totalCount > asked.nodes.length && (
          <>
            <a href={`/questions?${about}`}>{t('questions.besideAll', { count: asked.totalCount })}</a>{' '}
          </>
        )}
        <a href={`/questions/new?${about}`} rel="nofollow">
          {t('questions.askAbout')}
        </a>
      </p>
    </Section>
  );
}
