import { graphql } from '../graphql/index.ts';
import type { LinkCheckPartsFragment } from '../graphql/graphql.ts';
import { useSite } from './site.tsx';

graphql(/* GraphQL */ `
  fragment LinkCheckParts on LinkCheck {
    state
    checkedOn
    movedTo
    repository
    licence
    changedOn
    archived
  }
`);

/**
 * What an address answered when it was last asked, and the day. Of a repository also what its service says of the code.
 * @param licence what the entry itself says; null where it does not; left out where the address is no repository
 */
export function LinkChecked({ check, licence }: { check: LinkCheckPartsFragment; licence?: string | null }) {
  const { t, format } = useSite();
  const said = [
    t(`links.state.${check.state}`, { day: format.date(check.checkedOn) }),
    ...(licence !== undefined && check.repository
      ? [
          check.archived === true ? t('links.archived') : null,
          check.changedOn ? t('links.changed', { day: format.date(check.changedOn) }) : t('links.changeUnknown'),
          check.licence === null
            ? t('links.noLicence')
            : licence !== null && licence !== check.licence
              ? t('links.otherLicence', { licence: check.licence })
              : t('links.licence', { licence: check.licence }),
        ]
      : []),
    ...(licence !== undefined && !check.repository && check.state === 'LIVES' ? [t('links.codeUnknown')] : []),
  ].filter((one) => one !== null);
  return (
    <span className="small quiet link-checked">
      {said.join(' ')}
      {check.movedTo && (
        <>
          {' '}
          <a href={check.movedTo} rel="external nofollow">
            {t('links.moved')}
          </a>
        </>
      )}
    </span>
  );
}
