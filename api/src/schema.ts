import './records/record.ts';
import './projects/queries.ts';
import './organizations/queries.ts';
import './vendors/queries.ts';
import './goals/queries.ts';
import './lessons/queries.ts';
import './risks/queries.ts';
import './standards/queries.ts';
import './recommendations/queries.ts';
import './actions/queries.ts';
import './glossary/term.ts';
import './reference/reference.ts';
import './matrix/matrix.ts';
import './sources/queries.ts';
import './search/queries.ts';
import './library/queries.ts';
import './uptake/queries.ts';
import './uptake/mutations.ts';
import { builder } from './builder.ts';

/** The whole schema; only app.ts and the printing script import it. */
export const schema = builder.toSchema();
