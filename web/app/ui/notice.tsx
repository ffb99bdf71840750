import type { ReactNode } from 'react';

/** A remark on the page itself: an ignored filter value, simpler search results, an uncertain reading. */
export function Notice({ children, role }: { children: ReactNode; role?: 'status' | 'alert' }) {
  return (
    <div className="notice" role={role}>
      {children}
    </div>
  );
}
