import { NotStated } from '../ui/certainty.tsx';
import { FactMark } from '../ui/fact-mark.tsx';
import type { Note } from '../ui/notes.ts';
import { Prose } from '../ui/prose.tsx';

/** What a vendor did in a project: its role with the source, when, and what it delivered. The same on the page of either. */
export function Delivery({ engagement }: { engagement: Note & { role: string; period: string | null; delivered: string | null } }) {
  return (
    <>
      <span className="delivery-role">
        {engagement.role}
        {engagement.period && ` (${engagement.period})`}
        <FactMark fact={engagement} />
      </span>
      {engagement.delivered ? <Prose text={engagement.delivered} /> : <NotStated />}
    </>
  );
}
