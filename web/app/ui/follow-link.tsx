import { useSite } from './site.tsx';

/** Where the record of a page is followed, or a list or search is saved under a name. Who is not signed in signs in first. */
export function FollowLink({ url, name }: { url: string; name?: string }) {
  const { t } = useSite();
  return (
    <p>
      <a href={`/following/add?${new URLSearchParams({ address: url, ...(name === undefined ? {} : { name: name.slice(0, 120) }) })}`} rel="nofollow">
        {t(name === undefined ? 'following.follow' : 'following.save')}
      </a>
    </p>
  );
}
