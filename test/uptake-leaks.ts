import type { User } from '#api/accounts/user.ts';
import { commentOnCell, reportUptake, type Written } from '#api/uptake/write.ts';
import type { Database } from '#prisma/database.ts';
import { given } from './uptake.ts';

/** Words that stand nowhere else, each for those who may see it. */
export const uptakeMarkers = { unconfirmed: 'LEAKUNCONFIRMED', unSystem: 'LEAKUNSYSTEM', owners: 'LEAKOWNERS', thread: 'LEAKTHREAD' };

/** Reports on recommendation 2 for an organization, unconfirmed, with a marker in every section; the leak test of all routes calls it. */
export async function plantUptake(db: Database, focalPoint: User, organization: string): Promise<string> {
  const cell = { recommendation: '2', organization };
  const evidence = [{ kind: 'ADDRESS' as const, address: 'https://example.org/', label: uptakeMarkers.owners, audience: 'OWNERS' as const }];
  const sections = {
    impactSeen: uptakeMarkers.unconfirmed,
    officer: uptakeMarkers.unSystem,
    financialImplication: uptakeMarkers.unSystem,
    comment: uptakeMarkers.owners,
    commentAudience: 'OWNERS' as const,
    evidence,
  };
  const written = (await reportUptake(db, focalPoint, { cell, given: given(sections), idempotencyKey: 'leak-test-entry' })) as Written;
  await commentOnCell(db, focalPoint, { cell, text: uptakeMarkers.thread, idempotencyKey: 'leak-test-comment' });
  return written.entryId;
}

const entry = 'id comment officer financialImplication impactSeen responsibleUnit enteredByName confirmedByName withdrawalReason evidence { label url }';
const cell = `entryId entry { ${entry} } history { ${entry} } comments { text writtenByName }`;
/** Every query that gives something of the uptake. */
export const uptakeQueries = (organization: string): string[] => [
  `{ uptakeCell(recommendation: "2", organization: "${organization}") { ${cell} } }`,
  `{ uptakeCells(filter: { organization: ["${organization}"] }) { nodes { ${cell} } } }`,
  `{ uptakeMatrix { counts { accepted unconfirmed } cells { entryId } } }`,
  `{ uptakeEntries(organization: "${organization}") { nodes { ${entry} } } }`,
  `{ overdueActions(organization: "${organization}") { ${cell} } }`,
  `{ uptakeDocument(organization: "${organization}") { cells { ${cell} } } }`,
  '{ campaigns { title answers { contact secondContact } notices { recipient } } uptakeSubscriptions { id } }',
];
/** Every file that gives something of the uptake. */
export const uptakeFiles = (organization: string): string[] =>
  ['docx', 'xlsx', 'atom', 'ics'].flatMap((format) => [`/uptake.${format}`, `/uptake/organizations/${organization}.${format}`]);
