import { useSite } from '../ui/site.tsx';
import { type Content, listOf } from './content.ts';

type Namesakes = readonly { title: string; url: string; slug: string }[];

/** Entries that have the name already, each with a box that says that the draft is another one. Nothing where there are none. */
export function NamesakeFields({ namesakes, content }: { namesakes: Namesakes; content: Content }) {
  const { t } = useSite();
  const said = listOf(content['notThe']);
  if (namesakes.length === 0) return null;
  return (
    <section className="entry-notice" id="namesakes" aria-labelledby="namesakes-title">
      <h2 id="namesakes-title">{t('contributions.namesakes.title')}</h2>
      <p>{t('contributions.namesakes.lead')}</p>
      <input type="hidden" name="notThe.asked" value="1" />
      {namesakes.map(({ title, url, slug }) => (
        <div key={slug}>
          <p>
            <a href={url}>{title}</a>
          </p>
          <label className="choice">
            <input type="checkbox" name="notThe" value={slug} defaultChecked={said.includes(slug)} />
            <span>{t('contributions.namesakes.another', { title })}</span>
          </label>
        </div>
      ))}
    </section>
  );
}

/** The same for reviewers, in one line. */
export function NamesakeNotice({ namesakes }: { namesakes: Namesakes }) {
  const { t } = useSite();
  if (namesakes.length === 0) return null;
  return (
    <p className="entry-notice" id="namesakes">
      {t('contributions.namesakes.review')}{' '}
      {namesakes.map(({ title, url }, index) => (
        <span key={url}>
          {index > 0 && ', '}
          <a href={url}>{title}</a>
        </span>
      ))}
    </p>
  );
}
