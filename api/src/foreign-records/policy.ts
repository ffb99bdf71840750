import { holds, type User } from '../accounts/user.ts';

/** Who says something beside a foreign record for an organization: its focal points and publishers. */
export const canAnswerFor = (user: User | null, organizationSlug: string): boolean =>
  holds(user, 'FOCAL_POINT', organizationSlug) || holds(user, 'PUBLISHER', organizationSlug);
/** The organizations that a person can say something for. */
export const answersFor = (user: User | null): { slug: string; shortName: string }[] => [
  ...new Map(
    (user?.memberships ?? []).flatMap(({ organizationSlug, organizationName }) =>
      organizationSlug && canAnswerFor(user, organizationSlug)
        ? [[organizationSlug, { slug: organizationSlug, shortName: organizationName ?? organizationSlug }] as const]
        : [],
    ),
  ).values(),
];
/** Who takes a statement back: its organization, or the secretariat. */
export const canWithdrawAnswer = (user: User | null, organizationSlug: string): boolean => canAnswerFor(user, organizationSlug) || holds(user, 'SECRETARIAT');
