import { type FieldFault, fault } from '#i18n/fault.ts';
import { isWebAddress, turningSign } from '#prisma/content/text.ts';

/** What a company can say of itself, with the most characters each may have. All of it is what the company states; nothing is checked. */
const statementFields = {
  name: 200,
  formerNames: 500,
  country: 100,
  website: 300,
  registrationNumber: 200,
  identifiers: 500,
  ownership: 4000,
  principals: 4000,
  references: 8000,
  certificates: 4000,
  ungmNumber: 20,
  ungmLevel: 20,
} as const;
export type StatementField = keyof typeof statementFields;
export const statementNames = Object.keys(statementFields) as StatementField[];
export type Statement = Partial<Record<StatementField, string>>;
/** The levels of registration at the United Nations Global Marketplace. */
const ungmLevels = ['BASIC', 'LEVEL_1', 'LEVEL_2'] as const;

/** What was sent of a statement, with what is wrong with it; a field that is not sent is empty. */
export function readStatement(given: Partial<Record<StatementField, string | null | undefined>>): { statement: Statement; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const statement: Statement = {};
  for (const name of statementNames) {
    const text = (given[name] ?? '').trim();
    if (text === '') {
      if (name === 'name') faults.push(fault(name, 'MISSING'));
      continue;
    }
    if (text.length > statementFields[name]) faults.push(fault(name, 'TOO_LONG', { max: statementFields[name] }));
    else if (turningSign(text) !== null) faults.push(fault(name, 'TURNING'));
    else if (name === 'ungmLevel' && !(ungmLevels as readonly string[]).includes(text)) faults.push(fault(name, 'CHOOSE'));
    else if (name === 'ungmNumber' && !/^\d{3,10}$/.test(text)) faults.push(fault(name, 'UNGM_NUMBER'));
    else if (name === 'website' && !isWebAddress(text)) faults.push(fault(name, 'ADDRESS_WEB'));
    statement[name] = text;
  }
  return { statement, faults };
}
