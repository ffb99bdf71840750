/** What the documentation says of one address of `/api/v1`. */
export type Documented = {
  id: string;
  /** Below /api/v1, with places in braces. */
  path: string;
  summary: string;
  /** An address that works, below /api/v1; empty where there is none that works everywhere. */
  example: string;
  parameters: { name: string; description: string; required: boolean; many: boolean; type: string; values: string[] }[];
  /** What else every such address takes. */
  everywhere: string[];
  fields: { name: string; type: string; description: string; deprecated: string }[];
};
