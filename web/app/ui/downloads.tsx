import { useSite } from './site.tsx';

/**
 * The files of what a page shows. Everybody is offered the public ones; who is signed in with a role in an organization is
 * also offered the internal ones, in words, for these hold more and say so.
 * @param files what each is called, with its address; `internal: false` for what is followed in another program, where nobody
 * signs in, and is opened instead of kept
 */
export function Downloads({ label, files }: { label: string; files: { label: string; href: string; internal?: boolean }[] }) {
  const { t, viewer } = useSite();
  const inside = files.filter(({ internal }) => internal !== false);
  return (
    <>
      <p className="download">
        {label}{' '}
        {files.map(({ label: name, href, internal }) => (
          <a key={name} href={href} {...(internal === false ? {} : { download: '' })}>
            {name}
          </a>
        ))}
      </p>
      {(viewer?.memberships.length ?? 0) > 0 && inside.length > 0 && (
        <p className="download">
          {t('list.internal')}{' '}
          {inside.map(({ label: name, href }) => (
            <a key={name} href={internalAddress(href)} download="" aria-label={t('list.internalFile', { name })}>
              {name}
            </a>
          ))}
        </p>
      )}
    </>
  );
}

/** The address of a file with what its reader may see, in place of what everybody may. */
export const internalAddress = (href: string) => `${href}${href.includes('?') ? '&' : '?'}audience=internal`;
