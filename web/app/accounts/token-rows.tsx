import type { ReactNode } from 'react';
import type { ApiTokenPartsFragment } from '../graphql/graphql.ts';
import { useSite } from '../ui/site.tsx';

/** Tokens with what they read, how long they hold, and what they were used for. */
export function TokenRows({ tokens, action }: { tokens: readonly ApiTokenPartsFragment[]; action?: (token: ApiTokenPartsFragment) => ReactNode }) {
  const { t, format } = useSite();
  return (
    <ul className="rows account-list">
      {tokens.map((token) => (
        <li className="row" key={token.id}>
          <p>
            {token.name}{' '}
            <span className="quiet small">
              {t(`tokens.scope.${token.scope}`)}
              {token.organization && `, ${token.organization}`},{' '}
              {t(token.expired ? 'tokens.expired' : 'tokens.expires', { date: format.date(token.expiresAt.slice(0, 10)) })},{' '}
              {token.lastUsedAt ? t('tokens.lastUsed', { date: format.minute(token.lastUsedAt) }) : t('tokens.neverUsed')}
              {token.requests > 0 && <>, {t('tokens.requests', { count: token.requests })}</>}
            </span>
          </p>
          {action?.(token)}
        </li>
      ))}
    </ul>
  );
}
