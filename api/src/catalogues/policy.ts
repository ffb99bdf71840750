import { holds, type User } from '../accounts/user.ts';

/**
 * Who loads other catalogues, names how they are read, and takes them back: the secretariat. One person is enough, for what is
 * loaded says nothing in the name of the library, is marked as foreign everywhere, counts nowhere, and is taken back whole.
 */
export const canLoadCatalogues = (user: User | null): boolean => holds(user, 'SECRETARIAT');
