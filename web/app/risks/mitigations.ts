import { redirect } from 'react-router';

/** Risks and mitigations are read together on one page. */
export const loader = () => redirect('/risks#mitigations', 301);
