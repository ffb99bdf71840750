import { sql } from 'kysely';
import { addressOf } from '#prisma/content/kinds.ts';
import { isUuid } from '#prisma/uuid.ts';
import { anyone } from '#search/engine.ts';
import { hashToken } from '../accounts/token.ts';
import { type User, viewerOf } from '../accounts/user.ts';
import { vendorTitle } from '../procurement/policy.ts';
import { visibleRecords } from '../records/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { opensFor, takesUpProposals } from './policy.ts';
import type { Statement } from './statement.ts';

const moment = (column: string) => sql.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);
const organizationName = sql`coalesce(o.content->>'shortName', o.title)`;

export type CodeRow = { id: string; organization: string; createdAt: string; endedAt: string | null; openings: string[] };
export type OwnProposal = { id: string; name: string; vendor: string | null; proposedAt: string; decidedAt: string | null; reason: string | null };
export type CompanyRow = { id: string; confirmed: boolean; statement: Statement; edits: number; codes: CodeRow[]; proposals: OwnProposal[] };

/** The company of a link, with to whom it opened its statement and who looked; null for a link that does not work, or no longer. Reading changes nothing. */
export async function readCompany(reader: Reader, token: string): Promise<CompanyRow | null> {
  const rows = await rowsOf(
    reader,
    sql<CompanyRow>`
      SELECT c.id, c.confirmed_at IS NOT NULL AS confirmed, c.statement, c.edits,
        (SELECT coalesce(json_agg(json_build_object('id', k.id, 'organization', ${organizationName}, 'createdAt', ${moment('k.created_at')}, 'endedAt', ${moment('k.ended_at')},
            'openings', (SELECT coalesce(json_agg(${moment('p.opened_at')} ORDER BY p.opened_at DESC), '[]') FROM company_opening p WHERE p.code_id = k.id)) ORDER BY k.created_at DESC), '[]')
          FROM company_code k JOIN record o ON o.id = k.organization_id WHERE k.company_id = c.id) AS codes,
        (SELECT coalesce(json_agg(json_build_object('id', x.id, 'name', x.name, 'vendor', ${vendorTitle(anyone)}, 'proposedAt', ${moment('x.proposed_at')}, 'decidedAt', ${moment('x.decided_at')}, 'reason', x.reason) ORDER BY x.proposed_at DESC), '[]')
          FROM company_proposal x LEFT JOIN record v ON v.id = x.vendor_id WHERE x.company_id = c.id) AS proposals
      FROM company_link l JOIN company c ON c.id = l.company_id WHERE l.token_hash = ${hashToken(token)} AND l.expires_at > now()`,
  );
  return rows[0] ?? null;
}

/** The organizations that a company can open its statement to: those of the UN system. */
export const readReceivers = (reader: Reader): Promise<{ slug: string; shortName: string }[]> =>
  rowsOf(
    reader,
    sql<{ slug: string; shortName: string }>`
      SELECT o.slug, ${organizationName} AS "shortName" FROM record o
      WHERE o.kind = 'ORGANIZATION' AND o.content->>'kind' IN ('PARTICIPATING', 'SYSTEM_BODY') AND o.archived_at IS NULL AND o.audience = 'PUBLIC' ORDER BY 2`,
  );

export type OpenRow = { id: string; name: string; organization: string; createdAt: string; lastOpened: string | null };
/** The statements that were opened to the organizations a person procures for and that somebody of them opened with its code; without their contents. */
export const readOpenStatements = (reader: Reader, user: User | null): Promise<OpenRow[]> =>
  rowsOf(
    reader,
    sql<OpenRow>`
      SELECT k.id, c.statement->>'name' AS name, ${organizationName} AS organization, ${moment('k.created_at')} AS "createdAt", (SELECT ${moment('max(p.opened_at)')} FROM company_opening p WHERE p.code_id = k.id) AS "lastOpened"
      FROM company_code k JOIN company c ON c.id = k.company_id JOIN record o ON o.id = k.organization_id
      WHERE k.ended_at IS NULL AND k.organization_id = ANY (${opensFor(user)}::uuid[]) AND EXISTS (SELECT FROM company_opening p WHERE p.code_id = k.id) ORDER BY 2, k.id LIMIT 500`,
  );

export type ProposalRow = {
  id: string;
  name: string;
  website: string;
  services: string;
  text: string;
  source: string;
  vendorTitle: string | null;
  vendorSlug: string | null;
  proposedAt: string;
  decidedAt: string | null;
};
/** What companies propose and nobody decided on, oldest first, for those who take it up; with an id the one, also decided. */
export async function readProposals(reader: Reader, user: User | null, id?: string): Promise<ProposalRow[]> {
  if (!takesUpProposals(user) || (id !== undefined && !isUuid(id))) return [];
  return rowsOf(
    reader,
    sql<ProposalRow>`
      SELECT x.id, x.name, x.website, x.services, x.text, x.source, v.title AS "vendorTitle", v.slug AS "vendorSlug", ${moment('x.proposed_at')} AS "proposedAt", ${moment('x.decided_at')} AS "decidedAt"
      FROM company_proposal x JOIN company c ON c.id = x.company_id LEFT JOIN record v ON v.id = x.vendor_id
      WHERE (x.vendor_id IS NULL OR ${visibleRecords(viewerOf(user), 'v')}) AND ${id === undefined ? sql`x.decided_at IS NULL` : sql`x.id = ${id}::uuid`} ORDER BY x.proposed_at, x.id LIMIT 100`,
  );
}
export const proposalVendor = ({ vendorSlug }: Pick<ProposalRow, 'vendorSlug'>): string | null => (vendorSlug ? addressOf('VENDOR', vendorSlug) : null);
