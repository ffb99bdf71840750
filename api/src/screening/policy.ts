import { holds, type Role, type User } from '../accounts/user.ts';

/** Who loads lists, screens, sees candidates and decides; of several roles the first is the one recorded. */
const screeners = ['PROCUREMENT_OFFICER', 'SECRETARIAT', 'ADMINISTRATOR'] as const satisfies readonly Role[];
/** The role in which a person does so, for whatever organization; null for those who may not. Nothing of a screening is for anybody else. */
export const screeningAs = (user: User | null): (typeof screeners)[number] | null => screeners.find((role) => holds(user, role)) ?? null;
export const canScreen = (user: User | null): boolean => screeningAs(user) !== null;
/** Whom a mail tells that there is something to decide: those whose work it is. */
export const deciders: readonly Role[] = ['PROCUREMENT_OFFICER', 'SECRETARIAT'];
