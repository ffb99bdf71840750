import type { ReactNode } from 'react';

/** A list page: filters at the start side, results beside them; on a narrow screen one under the other. */
export function WithFilters({ filters, children }: { filters: ReactNode; children: ReactNode }) {
  return (
    <div className="with-filters">
      {filters}
      <div className="results">{children}</div>
    </div>
  );
}

/** A record page: the record, and what bears on it at the end side. */
export function WithAside({ children, aside, label }: { children: ReactNode; aside: ReactNode; label: string }) {
  return (
    <div className="with-aside">
      <div className="record">{children}</div>
      <aside className="aside" aria-label={label}>
        {aside}
      </aside>
    </div>
  );
}
