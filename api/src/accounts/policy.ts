import { holds, type User } from './user.ts';

/** Who gives roles, invites, suspends and erases. */
export const canAdminister = (user: User | null): boolean => holds(user, 'ADMINISTRATOR');
/** Who sees the log and the secretariat's lists. */
export const canOversee = (user: User | null): boolean => holds(user, 'ADMINISTRATOR') || holds(user, 'SECRETARIAT');
