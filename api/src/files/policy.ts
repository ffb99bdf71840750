import { canContribute } from '../contributions/policy.ts';
import { holds, type User } from '../accounts/user.ts';

/** Who uploads files: those who write, and procurement officers for the documents of agreements. */
export const mayUpload = (user: User | null): boolean => canContribute(user) || holds(user, 'PROCUREMENT_OFFICER');
