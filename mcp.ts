import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Answer } from '#api/ask.ts';
import { programToken } from '#api/env.ts';
import { makeMcpServer } from '#api/mcp/server.ts';

// `npm run -s mcp -- https://atrium.example.org`: the Model Context Protocol over standard input and output, for assistants that start
// programs. It asks the API of a running installation, with the token in ATRIUM_TOKEN where there is one.

const [address = 'http://localhost:3000'] = process.argv.slice(2);
if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
  console.error('Give the address of an installation, such as https://atrium.example.org.');
  process.exit(1);
}
const { origin } = new URL(address);
const token = programToken();
const headers = { 'content-type': 'application/json', accept: 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };

serveStdio(() =>
  makeMcpServer(async (query, variables = {}) => {
    const response = await fetch(new URL('/graphql', origin), { method: 'POST', headers, body: JSON.stringify({ query, variables }), redirect: 'error' });
    const { data = null, errors = [] } = (await response.json()) as Partial<Answer>;
    return { data, errors };
  }, origin),
);
