import { holds, type User } from '../accounts/user.ts';

/** Who reads the audit: administrators. */
export const canReadAudit = (user: User | null): boolean => holds(user, 'ADMINISTRATOR');
