import { useSite } from './site.tsx';

/** How a page of others shows the figure of this one: in a frame or as a picture, of what is public. */
export function EmbedLink({ figure, query = '' }: { figure: string; query?: string }) {
  const { t, url } = useSite();
  const at = new URL(`/embed/${figure}${query}`, url).href;
  return (
    <details>
      <summary>{t('chart.embed')}</summary>
      <p className="small">{t('chart.embedHelp')}</p>
      <pre>{`<iframe src="${at}" width="660" height="520" title="${t('site.name')}"></iframe>`}</pre>
      <p className="small">
        <a href={at}>{t('chart.embedPage')}</a> · <a href={`/embed/${figure}.svg${query}`}>{t('chart.embedPicture')}</a>
      </p>
    </details>
  );
}
