import type { User } from '../accounts/user.ts';
import { canContribute } from '../contributions/policy.ts';
import { procuresForIds } from '../procurement/policy.ts';

/** Whose codes a person may use, by id: statements are opened by the procurement officers of the organization that a company chose. */
export const opensFor = (user: User | null): string[] => procuresForIds(user);
/** Who sees what companies propose, takes it up as a draft or declines it: those who write. A second person reviews the draft. */
export const takesUpProposals = (user: User | null): boolean => canContribute(user);
