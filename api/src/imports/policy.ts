import { type RawBuilder, sql } from 'kysely';
import { holds, type User } from '../accounts/user.ts';
import { canContribute } from '../contributions/policy.ts';

/** Who proposes an import: those who write entries. */
export const canImport = (user: User | null): boolean => canContribute(user);
/** Who publishes an import, declines it or takes it back: the secretariat, never of what the same person proposed. */
export const canDecideImports = (user: User | null): boolean => holds(user, 'SECRETARIAT');
/** Which imports a person sees, as a condition on `import_run i`: the secretariat all, others who write their own. */
export const visibleImports = (user: User | null): RawBuilder<boolean> =>
  canDecideImports(user) ? sql<boolean>`true` : user && canImport(user) ? sql<boolean>`i.proposed_by = ${user.id}` : sql<boolean>`false`;
